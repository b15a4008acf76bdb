from django.urls import URLPattern, URLResolver, path, re_path

from cairn.transfer.views import add, begin, listing, section, show

urlpatterns: list[URLPattern | URLResolver] = [
    path("adaptations/", listing.listing, name="adaptations"),
    re_path(r"^adaptations\.(?P<kind>csv|xlsx)$", listing.export, name="adaptations_export"),
    path("adaptations/<int:pk>/", show.show, name="adaptation"),
    path("adaptations/<int:pk>/exchange/", add.exchange, name="adaptation_exchange"),
    path("adaptations/<int:pk>/<slug:section>/", section.edit, name="adaptation_edit"),
    path("adaptations/<int:pk>/<slug:section>/add/", add.row, name="adaptation_add"),
    path("practices/<slug:slug>/editions/<int:edition>/adapt/", begin.begin, name="adaptation_begin"),
]
