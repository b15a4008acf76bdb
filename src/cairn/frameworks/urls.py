from django.urls import URLPattern, URLResolver, path

from cairn.frameworks.views import download, listing, load, mappings, show, template, withdraw

urlpatterns: list[URLPattern | URLResolver] = [
    path("frameworks/", listing.listing, name="framework_list"),
    path("frameworks/load/", load.load, name="framework_load"),
    path("frameworks/template.xlsx", template.template, name="framework_template"),
    path("frameworks/mappings/", mappings.mappings, name="mappings"),
    path("frameworks/mappings/<str:mapping_id>.<str:kind>", mappings.export, name="mapping_export"),
    path(
        "frameworks/<str:framework_id>/<str:version>/withdraw/",
        withdraw.withdraw,
        name="framework_withdraw",
    ),
    path("frameworks/<str:framework_id>/<str:version>/", show.show, name="framework"),
    path(
        "frameworks/<str:framework_id>/<str:version>/download.<str:kind>",
        download.download,
        name="framework_download",
    ),
]
