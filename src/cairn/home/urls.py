from django.urls import path, re_path

from cairn.home.views import desk, figures, records

urlpatterns = [
    path("desk/", desk.show, name="desk"),
    path("practices/<int:practice>/records/", records.show, name="records"),
    path("practices/<int:practice>/figures/", figures.show, name="figures"),
    re_path(
        r"^practices/(?P<practice>\d+)/figures/(?P<part>[a-z]+)\.(?P<kind>csv|xlsx)$",
        figures.export,
        name="figures_export",
    ),
]
