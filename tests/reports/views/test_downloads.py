from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.publications.models import Publication


def test_those_who_may_see_an_assessment_take_it_away(client, assessment, reader):
    client.force_login(reader)

    answer = client.get(reverse("report_download", args=[assessment.pk, "pdf"]))

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="steady-steps.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_not_yours_looks_like_not_there(client, assessment, stranger):
    client.force_login(stranger)

    assert client.get(reverse("report_download", args=[assessment.pk, "pdf"])).status_code == 404


def test_an_unknown_format_is_not_there(client, assessment, reader):
    client.force_login(reader)
    assert client.get(reverse("report_download", args=[assessment.pk, "odt"])).status_code == 404


def test_anyone_takes_a_published_edition_away(client, assessment, coordinator):
    assessments.publish(assessment=assessment, by=coordinator)
    address = reverse("report_public_download", args=["steady-steps", "json"])

    answer = client.get(address)

    assert answer.content.decode() == Publication.objects.get().text
    assert client.get(address, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    assert client.get(reverse("report_edition_download", args=["steady-steps", 1, "docx"])).status_code == 200
    assert client.get(reverse("report_public_download", args=["steady-steps", "odt"])).status_code == 404
    assert client.get(reverse("report_edition_download", args=["steady-steps", 2, "json"])).status_code == 404


def test_a_withdrawn_edition_is_gone(client, assessment, coordinator):
    publication = assessments.publish(assessment=assessment, by=coordinator)
    publication.withdrawn_at, publication.withdrawn_by = publication.published_at, coordinator
    publication.withdrawal_reason = "A place could be recognised."
    publication.save()

    assert client.get(reverse("report_public_download", args=["steady-steps", "json"])).status_code == 410
