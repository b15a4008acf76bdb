from django.urls import URLPattern, URLResolver, path, re_path

from cairn.practices.views import create, desk, revise, show

urlpatterns: list[URLPattern | URLResolver] = [
    re_path(r"^desk/practices\.(?P<kind>csv|xlsx)$", desk.export, name="practices_export"),
    path("desk/practices/new/", create.create, name="practice_new"),
    path("desk/practices/<int:pk>/", show.show, name="practice"),
    path("desk/practices/<int:pk>/edit/", revise.revise, name="practice_edit"),
]
