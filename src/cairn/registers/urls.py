from django.urls import URLPattern, URLResolver, path, re_path

from cairn.registers.views import add, edit, ending, listing, overview, show

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/registers/", overview.show, name="registers"),
    path("practices/<int:practice>/registers/<slug:kind>/", listing.show, name="register"),
    re_path(
        r"^practices/(?P<practice>\d+)/registers/(?P<kind>\w+)\.(?P<form>csv|xlsx)$",
        listing.export,
        name="register_export",
    ),
    path("practices/<int:practice>/registers/<slug:kind>/new/", add.add, name="record_new"),
    path("registers/<uuid:pk>/", show.show, name="record"),
    path("registers/<uuid:pk>/edit/", edit.edit, name="record_edit"),
    path("registers/<uuid:pk>/close/", ending.close, name="record_close"),
    path("registers/<uuid:pk>/reopen/", ending.reopen, name="record_reopen"),
]
