from django.urls import URLPattern, URLResolver, path, re_path

from cairn.repository.views import flag, flags, settle

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<slug:slug>/flag/", flag.flag, name="practice_flag"),
    path("desk/flags/", flags.listing, name="flags"),
    re_path(r"^desk/flags\.(?P<kind>csv|xlsx)$", flags.export, name="flags_export"),
    path("desk/flags/<int:pk>/", settle.settle, name="flag"),
]
