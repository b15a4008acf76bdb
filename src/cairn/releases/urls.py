from django.urls import path, re_path

from cairn.releases.views import making, reading

OF_PRACTICE = r"^practices/(?P<practice>\d+)/releases"

urlpatterns = [
    path("practices/<int:practice>/releases/", reading.listed, name="releases"),
    path("practices/<int:practice>/releases/new/", making.new, name="release_new"),
    path("practices/<int:practice>/releases/<int:pk>/", reading.show, name="release"),
    re_path(rf"{OF_PRACTICE}/(?P<pk>\d+)\.(?P<kind>csv|xlsx)$", reading.export, name="release_export"),
    path("practices/<int:practice>/releases/<int:pk>/withdraw/", making.withdraw, name="release_withdraw"),
]
