"""A report as an answer to a browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from cairn.reports.facts import Report


def attached(report: Report) -> HttpResponse:
    """To be kept, not shown: nothing in it runs on our address."""
    response = HttpResponse(report.content, content_type=report.media_type)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=report.file_name
    )
    return response
