from django.urls import URLPattern, URLResolver, path, re_path

from cairn.activities.views import activity, calendar, figures, listing, people, planning, session, sheet

urlpatterns: list[URLPattern | URLResolver] = [
    path("practices/<int:practice>/activities/", listing.show, name="activities"),
    re_path(
        r"^practices/(?P<practice>\d+)/activities\.(?P<kind>csv|xlsx)$",
        listing.export,
        name="activities_export",
    ),
    path("practices/<int:practice>/activities/new/", activity.new, name="activity_new"),
    path("practices/<int:practice>/activities/figures/", figures.show, name="activities_figures"),
    re_path(
        r"^practices/(?P<practice>\d+)/activities/figures/(?P<part>activities|reasons)\.(?P<kind>csv|xlsx)$",
        figures.export,
        name="activities_figures_export",
    ),
    path("activities/<int:pk>/", activity.show, name="activity"),
    path("activities/<int:pk>/edit/", activity.edit, name="activity_edit"),
    re_path(
        r"^activities/(?P<pk>\d+)/sessions\.(?P<kind>csv|xlsx)$",
        activity.export,
        name="activity_sessions_export",
    ),
    path("activities/<int:pk>/people/", people.show, name="activity_people"),
    re_path(
        r"^activities/(?P<pk>\d+)/people\.(?P<kind>csv|xlsx)$", people.export, name="activity_people_export"
    ),
    path("activities/<int:pk>/people/<int:enrolment>/leave/", people.leave, name="activity_leave"),
    path("activities/<int:pk>/sessions/new/", planning.plan, name="session_plan"),
    path("practices/<int:practice>/sessions/", calendar.show, name="sessions"),
    re_path(
        r"^practices/(?P<practice>\d+)/sessions\.(?P<kind>csv|xlsx)$",
        calendar.export,
        name="sessions_export",
    ),
    path("sessions/<int:pk>/", session.show, name="session"),
    path("sessions/<int:pk>/sheet/", sheet.show, name="sheet"),
    path("sessions/<int:pk>/edit/", planning.edit, name="session_edit"),
    path("sessions/<int:pk>/repeat/", planning.repeat, name="session_repeat"),
    path("sessions/<int:pk>/hold/", session.hold, name="session_hold"),
    path("sessions/<int:pk>/cancel/", session.cancel, name="session_cancel"),
    path("sessions/<int:pk>/again/", session.plan_again, name="session_plan_again"),
]
