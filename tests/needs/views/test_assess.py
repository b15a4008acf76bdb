"""A talk about needs on a phone: one screen a step, everything kept on the server."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from cairn.needs import facts
from cairn.needs.actions import assessing
from tests.needs.factories import a_draft, a_talk
from tests.participants.factories import a_worker

pytestmark = pytest.mark.django_db


def step(participant, name):
    return reverse("needs_step", args=[participant.pk, name])


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def begun(entered, participant):
    entered.post(reverse("needs_start", args=[participant.pk]))
    return participant


def test_the_whole_way(entered, participant, worker):
    begun = entered.post(reverse("needs_start", args=[participant.pk]))
    assert begun["Location"] == step(participant, "about")
    told = entered.post(
        begun["Location"],
        {"assessed_on": "2025-04-01", "place": "street", "with_interpreter": "yes", "note": "Rain."},
    )
    assert told["Location"] == step(participant, "safety")
    told = entered.post(told["Location"], {"safety-0-answer": "high", "safety-0-source": "said"})
    assert told["Location"] == step(participant, "housing")
    told = entered.post(told["Location"], {"housing-0-answer": "none", "check": "1"})
    assert told["Location"] == step(participant, "check")
    assert "Priority: High" in words(entered.get(told["Location"]))

    done = entered.post(told["Location"])

    talk = facts.assessments_of(participant.pk).get()
    assert done["Location"] == reverse("needs_talk", args=[participant.pk, talk.pk])
    page = words(entered.get(done["Location"]))
    assert "Rain." in page
    assert "No need" in page
    assert "Yes" in page
    assert [need.domain for need in facts.needs_of(participant.pk)] == ["safety"]


def test_a_closed_browser_loses_nothing(begun, entered, worker):
    entered.post(step(begun, "health"), {"health-0-answer": "low", "health-0-source": "said"})

    later = Client()
    later.force_login(worker)

    assert "have not finished it" in words(later.get(reverse("needs", args=[begun.pk])))
    assert later.post(reverse("needs_start", args=[begun.pk]))["Location"] == step(begun, "check")
    assert 'value="low" id="id_health-0-answer_2" checked' in words(later.get(step(begun, "health")))


def test_nothing_is_kept_by_the_browser(begun, entered):
    assert "no-store" in entered.get(step(begun, "health"))["Cache-Control"]


def test_a_need_without_who_said_it_is_shown_again(begun, entered):
    answer = entered.post(step(begun, "health"), {"health-0-answer": "low"})

    assert answer.status_code == 422
    assert "Say who said it." in words(answer)


def test_a_note_without_an_answer_is_not_lost(begun, entered):
    answer = entered.post(step(begun, "health"), {"health-0-note": "Knee."})

    assert answer.status_code == 422
    assert "say whether help is needed" in words(answer)
    assert "Knee." in words(answer)


def test_a_day_that_cannot_be_is_shown_again(begun, entered):
    early = entered.post(step(begun, "about"), {"assessed_on": "2024-01-01"})
    no_day = entered.post(step(begun, "about"), {"assessed_on": "then"})

    assert early.status_code == no_day.status_code == 422
    assert "had not begun" in words(early)


def test_nothing_said_cannot_be_finished(begun, entered):
    answer = entered.post(step(begun, "check"))

    assert answer.status_code == 422
    assert "at least one domain" in words(answer)


def test_again_it_starts_from_what_is_known(entered, participant, worker):
    a_talk(participant, worker, money="low")
    need = facts.needs_of(participant.pk).get()
    a_draft(participant, worker, date(2025, 9, 1))
    page = words(entered.get(step(participant, "money")))
    assert "Known from before" in page
    assert "No need any more" in page

    entered.post(
        step(participant, "money"), {"money-0-answer": "none", "money-0-need": need.pk, "check": "1"}
    )
    assert "No need any more" in words(entered.get(step(participant, "money")))
    entered.post(step(participant, "check"))

    need.refresh_from_db()
    assert need.status == "met"


def test_a_draft_is_thrown_away(begun, entered):
    entered.post(reverse("needs_discard", args=[begun.pk]))

    assert entered.get(step(begun, "about")).status_code == 404


def test_there_is_no_other_step(begun, entered):
    assert entered.get(step(begun, "dreams")).status_code == 404


def test_a_need_of_somebody_else_is_told_on_the_page(begun, entered):
    strange = {"money-0-answer": "low", "money-0-source": "said", "money-0-need": str(begun.pk)}

    answer = entered.post(step(begun, "money"), strange)

    assert answer.status_code == 422
    assert "not known of this person" in words(answer)


def test_a_worker_who_is_not_assigned_finds_nothing(participant, worker, practice):
    other = Client()
    other.force_login(a_worker(practice, "Will"))
    assessing.start(participant=participant, by=worker)

    assert other.get(step(participant, "about")).status_code == 404
    assert other.post(reverse("needs_start", args=[participant.pk])).status_code == 404
