from django.urls import URLPattern, URLResolver, path

from cairn.renewals.views import elsewhere, next_one, proposals, upgrade

urlpatterns: list[URLPattern | URLResolver] = [
    path("assessments/<int:pk>/next/", next_one.next_one, name="assessment_next"),
    path("assessments/<int:pk>/upgrade/", upgrade.upgrade, name="assessment_upgrade"),
    path("assessments/<int:pk>/elsewhere/", elsewhere.elsewhere, name="assessment_elsewhere"),
    path("assessments/<int:pk>/proposals/", proposals.proposals, name="proposals"),
]
