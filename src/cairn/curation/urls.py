from django.urls import URLPattern, URLResolver, path, re_path

from cairn.curation.views import arrange, begin, edit, listing, own, show

urlpatterns: list[URLPattern | URLResolver] = [
    path("collections/", listing.listing, name="collections"),
    path("collections/<slug:slug>/", show.show, name="collection"),
    re_path(
        r"^collections/(?P<slug>[-\w]+)/practices\.(?P<kind>csv|xlsx)$", show.export, name="collection_export"
    ),
    path("desk/collections/", own.own, name="collections_own"),
    path("desk/collections/new/", begin.begin, name="collection_new"),
    path("desk/collections/<int:pk>/", edit.edit, name="collection_edit"),
    path("desk/collections/<int:pk>/put/", arrange.put, name="collection_put"),
    path("desk/collections/<int:pk>/show/", arrange.show_or_hide, name="collection_show"),
    path("desk/collections/<int:pk>/places/<int:place>/up/", arrange.move_up, name="collection_up"),
    path("desk/collections/<int:pk>/places/<int:place>/out/", arrange.take_out, name="collection_out"),
]
