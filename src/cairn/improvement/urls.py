from django.urls import URLPattern, URLResolver, path, re_path

from cairn.improvement.views import board, changed, edit, improve, listing, move, show, update

urlpatterns: list[URLPattern | URLResolver] = [
    path("assessments/<int:pk>/improve/", improve.improve, name="improve"),
    path("assessments/<int:pk>/what-changed/", changed.show, name="what_changed"),
    re_path(
        r"^assessments/(?P<pk>\d+)/what-changed\.(?P<kind>csv|xlsx)$",
        changed.export,
        name="what_changed_export",
    ),
    path("practices/<int:pk>/improvement/", board.show, name="improvement_board"),
    path("practices/<int:pk>/improvement/list/", listing.of_practice, name="improvement_list"),
    re_path(
        r"^practices/(?P<pk>\d+)/improvement\.(?P<kind>csv|xlsx)$",
        listing.export_of_practice,
        name="improvement_export",
    ),
    path("improvement/", listing.own, name="improvements_own"),
    re_path(r"^improvement\.(?P<kind>csv|xlsx)$", listing.export_own, name="improvements_own_export"),
    path("improvement/<int:pk>/", show.show, name="improvement_action"),
    path("improvement/<int:pk>/edit/", edit.edit, name="improvement_edit"),
    path("improvement/<int:pk>/update/", update.update, name="improvement_update"),
    path("improvement/<int:pk>/move/", move.move, name="improvement_move"),
]
