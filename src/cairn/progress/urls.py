from django.urls import path, re_path

from cairn.progress.views import beginning, listing, refreshing, report, signing, templates, writing

HERE = "practices/<int:practice>/progress/"
ONE = f"{HERE}<int:pk>/"

urlpatterns = [
    path(HERE, listing.listed, name="progress"),
    re_path(
        r"^practices/(?P<practice>\d+)/progress\.(?P<kind>csv|xlsx)$", listing.export, name="progress_export"
    ),
    path(f"{HERE}new/", beginning.new, name="progress_new"),
    path(f"{HERE}templates/", templates.listed, name="progress_templates"),
    path(f"{HERE}templates/new/", templates.new, name="progress_layout_new"),
    path(f"{HERE}templates/words/", templates.words, name="progress_words"),
    path(f"{HERE}templates/<slug:key>.yaml", templates.layout, name="progress_layout"),
    path(f"{HERE}templates/<int:pk>/retire/", templates.retire_layout, name="progress_layout_retire"),
    path(f"{HERE}templates/word/<int:pk>.docx", templates.word, name="progress_word"),
    path(f"{HERE}templates/word/<int:pk>/retire/", templates.retire_word, name="progress_word_retire"),
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
