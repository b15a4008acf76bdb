"""One page that stands alone: to print, to send, and to be read back exactly by the importer."""

from django.template.loader import render_to_string

from cairn.publications.portrait import Portrait
from cairn.reports import wording

MEDIA_TYPE = "text/html; charset=utf-8"
EXTENSION = "html"


def write(portrait: Portrait) -> bytes:
    page = render_to_string(
        "reports/report.html",
        {
            "portrait": portrait,
            "direction": wording.direction(portrait.language),
            "facts": wording.practice_facts(portrait),
            "about": wording.about(portrait),
        },
    )
    return page.encode()
