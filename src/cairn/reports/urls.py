from django.urls import URLPattern, URLResolver, path

from cairn.reports.views import word_templates
from cairn.reports.views.download import download
from cairn.reports.views.pack import pack
from cairn.reports.views.progress import progress
from cairn.reports.views.public_download import public_download
from cairn.reports.views.skills import skills

urlpatterns: list[URLPattern | URLResolver] = [
    path("assessments/<int:pk>/report.<str:format>", download, name="report_download"),
    path("participants/<uuid:pk>/skills/export/<slug:format>", skills, name="skills_export"),
    path("practices/<int:practice>/progress/<int:pk>.<slug:format>", progress, name="progress_file"),
    path(
        "practices/<int:practice>/progress/templates/word/new/", word_templates.new, name="progress_word_new"
    ),
    path(
        "practices/<int:practice>/progress/<int:pk>/word/<int:template>.docx",
        word_templates.fill,
        name="progress_filled",
    ),
    path("adaptations/<int:pk>/pack.pdf", pack, name="adaptation_pack"),
    path("practices/<slug:slug>/report.<str:format>", public_download, name="report_public_download"),
    path(
        "practices/<slug:slug>/editions/<int:edition>/report.<str:format>",
        public_download,
        name="report_edition_download",
    ),
]
