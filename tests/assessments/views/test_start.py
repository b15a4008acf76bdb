from django.urls import reverse

from cairn.assessments.models import Assessment
from cairn.frameworks.enums import Mode
from tests.assessments.factories import a_framework, a_practice, loaded


def test_a_practice_is_assessed_by_a_chosen_framework(client, organisation, coordinator, assessor):
    practice = a_practice(organisation, coordinator)
    version = loaded(a_framework())
    client.force_login(assessor)
    address = reverse("assessment_start", args=[practice.pk])

    assert "Stones, 1" in client.get(address).content.decode()
    answer = client.post(address, {"framework": version.pk, "mode": "peer", "language": "ti"})

    started = Assessment.objects.get()
    assert answer.url == started.get_absolute_url()
    assert (started.mode, started.language, started.started_by) == (Mode.PEER, "ti", assessor)


def test_a_framework_not_made_for_it_is_told_beside_the_form(client, organisation, coordinator):
    practice = a_practice(organisation, coordinator)
    version = loaded(a_framework(modes=(Mode.SELF,)))
    client.force_login(coordinator)

    page = client.post(
        reverse("assessment_start", args=[practice.pk]),
        {"framework": version.pk, "mode": "peer", "language": "en"},
    )

    assert "not made for this kind of assessment: Peer assessment" in page.content.decode()


def test_a_choice_that_is_missing_is_named(client, organisation, coordinator):
    practice = a_practice(organisation, coordinator)
    client.force_login(coordinator)

    page = client.post(reverse("assessment_start", args=[practice.pk]), {"mode": "self"}).content.decode()

    assert 'href="#id_framework"' in page


def test_who_only_reads_cannot_start(client, organisation, coordinator, reader):
    practice = a_practice(organisation, coordinator)
    client.force_login(reader)

    assert client.get(reverse("assessment_start", args=[practice.pk])).status_code == 404
