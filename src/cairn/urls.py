"""Every address of Cairn. Rooms name their own; this file only puts them together."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("account/", include("allauth.account.urls")),
    path("", include("cairn.people.urls")),
    path("", include("cairn.frameworks.urls")),
    path("", include("cairn.practices.urls")),
    path("", include("cairn.assessments.urls")),
    path("", include("cairn.reports.urls")),
    path("", include("cairn.exchange.urls")),
    path("api/", include("cairn.api.urls")),
    path("", include("cairn.publications.urls")),
]
