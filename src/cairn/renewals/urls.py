from django.urls import URLPattern, URLResolver, path, re_path

from cairn.renewals.views import elsewhere, next_one, proposals, upgrade

urlpatterns: list[URLPattern | URLResolver] = [
    path("assessments/<int:pk>/next/", next_one.next_one, name="assessment_next"),
    path("assessments/<int:pk>/upgrade/", upgrade.upgrade, name="assessment_upgrade"),
    path("assessments/<int:pk>/elsewhere/", elsewhere.elsewhere, name="assessment_elsewhere"),
    path("assessments/<int:pk>/proposals/", proposals.proposals, name="proposals"),
    re_path(
        r"^assessments/(?P<pk>\d+)/upgrade\.(?P<kind>csv|xlsx)$",
        upgrade.export,
        name="assessment_upgrade_export",
    ),
    re_path(
        r"^assessments/(?P<pk>\d+)/elsewhere\.(?P<kind>csv|xlsx)$",
        elsewhere.export,
        name="assessment_elsewhere_export",
    ),
    re_path(
        r"^assessments/(?P<pk>\d+)/proposals\.(?P<kind>csv|xlsx)$", proposals.export, name="proposals_export"
    ),
]
