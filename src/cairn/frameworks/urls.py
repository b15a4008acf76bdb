from django.urls import URLPattern, URLResolver, path

from cairn.frameworks.views import download, listing, load, show, template

urlpatterns: list[URLPattern | URLResolver] = [
    path("frameworks/", listing.listing, name="framework_list"),
    path("frameworks/load/", load.load, name="framework_load"),
    path("frameworks/template.xlsx", template.template, name="framework_template"),
    path("frameworks/<str:framework_id>/<str:version>/", show.show, name="framework"),
    path(
        "frameworks/<str:framework_id>/<str:version>/download.<str:kind>",
        download.download,
        name="framework_download",
    ),
]
