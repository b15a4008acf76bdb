"""Every address of Cairn. Rooms name their own; this file only puts them together."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

urlpatterns: list[URLPattern | URLResolver] = [
    # First, because after a session many phones send at once, and the others are a few hundred patterns to go through.
    path("", include("cairn.voices.urls")),
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("account/", include("allauth.account.urls")),
    path("account/second-factor/", include("allauth.mfa.urls")),
    path("", include("cairn.people.urls")),
    path("", include("cairn.home.urls")),
    path("", include("cairn.frameworks.urls")),
    path("", include("cairn.practices.urls")),
    path("", include("cairn.registers.urls")),
    path("", include("cairn.money.urls")),
    path("", include("cairn.assessments.urls")),
    path("", include("cairn.notices.urls")),
    path("", include("cairn.repository.urls")),
    path("", include("cairn.curation.urls")),
    path("", include("cairn.transfer.urls")),
    path("", include("cairn.sheets.urls")),
    path("", include("cairn.surveys.keeping.urls")),
    path("", include("cairn.participants.urls")),
    path("", include("cairn.plans.urls")),
    path("", include("cairn.results.urls")),
    path("", include("cairn.releases.urls")),
    path("", include("cairn.progress.urls")),
    path("", include("cairn.evidence.urls")),
    path("", include("cairn.review.urls")),
    path("", include("cairn.rounds.urls")),
    path("", include("cairn.improvement.urls")),
    path("", include("cairn.renewals.urls")),
    path("", include("cairn.passages.urls")),
    path("", include("cairn.comparison.urls")),
    path("", include("cairn.reports.urls")),
    path("", include("cairn.exchange.urls")),
    path("", include("cairn.needs.urls")),
    path("", include("cairn.activities.urls")),
    path("", include("cairn.listening.urls")),
    path("", include("cairn.offline.urls")),
    path("api/", include("cairn.api.urls")),
    path("", include("cairn.publications.urls")),
]
