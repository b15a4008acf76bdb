from django.urls import path, re_path

from cairn.progress.views import beginning, listing, refreshing, report, signing, writing

HERE = "practices/<int:practice>/progress/"
ONE = f"{HERE}<int:pk>/"

urlpatterns = [
    path(HERE, listing.listed, name="progress"),
    re_path(
        r"^practices/(?P<practice>\d+)/progress\.(?P<kind>csv|xlsx)$", listing.export, name="progress_export"
    ),
    path(f"{HERE}new/", beginning.new, name="progress_new"),
    path(ONE, report.show, name="progress_report"),
    path(f"{ONE}discard/", beginning.discard, name="progress_discard"),
    path(f"{ONE}figures/", refreshing.refresh, name="progress_refresh"),
    path(f"{ONE}reasons/", writing.reasons, name="progress_reasons"),
    path(f"{ONE}words/<slug:key>/", writing.write, name="progress_write"),
    path(f"{ONE}submit/", signing.submit, name="progress_submit"),
    path(f"{ONE}take-back/", signing.take_back, name="progress_take_back"),
    path(f"{ONE}return/", signing.send_back, name="progress_send_back"),
    path(f"{ONE}sign/", signing.sign, name="progress_sign"),
]
