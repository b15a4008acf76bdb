"""Wishes for work on a phone, without scripts."""

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.needs import facts
from cairn.needs.occupations import esco, loading
from tests.needs.factories import a_wish
from tests.needs.occupations.esco import BASE, sheet

pytestmark = pytest.mark.django_db


def words(answer):
    return " ".join(answer.content.decode().split())


def page(participant):
    return reverse("wishes", args=[participant.pk])


def form(participant, kind):
    return reverse("wish_new", args=[participant.pk, kind])


def test_an_empty_page_says_what_to_ask(entered, participant):
    assert "Nothing is known yet" in words(entered.get(page(participant)))


def test_a_sector_is_said(entered, participant):
    done = entered.post(
        form(participant, "sector"),
        {"key": "F", "wanted": "yes", "said_on": "2025-04-01", "note": "With wood."},
    )

    assert done["Location"] == page(participant)
    told = words(entered.get(page(participant)))
    assert "Construction" in told
    assert "With wood." in told
    assert "Put first" not in told


def test_a_profession_is_looked_for_then_chosen(entered, participant, tmp_path):
    loading.load(rows=esco.read(sheet(tmp_path)).rows, language="en")
    typed = {"looked_for": "carpanter", "wanted": "no", "said_on": "2025-04-01", "note": "Too heavy."}

    looked = entered.post(form(participant, "profession"), typed | {"find": "1", "occupation": ""})
    assert looked.status_code == 200
    assert "carpenter (Building trades)" in words(looked)
    assert "Too heavy." in words(looked)
    done = entered.post(form(participant, "profession"), typed | {"occupation": f"7115 {BASE}1"})

    assert done["Location"] == page(participant)
    assert facts.told(facts.wishes_of(participant.pk))[0].name == "carpenter"
    assert "Not wanted" in words(entered.get(page(participant)))


def test_what_was_chosen_stays_chosen_while_one_looks_further(entered, participant):
    looked = entered.post(
        form(participant, "profession"), {"looked_for": "baker", "occupation": "71", "find": "1"}
    )

    assert 'value="71" ' in words(looked)
    assert 'value="75" ' in words(looked)


def test_what_is_not_found_leaves_the_groups_to_choose_from(entered, participant):
    looked = entered.post(form(participant, "profession"), {"looked_for": "qqqqqq", "find": "1"})

    assert "Nothing like it was found" in words(looked)
    assert '<optgroup label="Craft and trades">' in words(looked)


def test_a_group_is_chosen_at_once(entered, participant):
    entered.post(
        form(participant, "profession"), {"occupation": "71", "wanted": "yes", "said_on": "2025-04-01"}
    )

    assert facts.wishes_of(participant.pk).get().code == "71"


@pytest.mark.parametrize(("change", "fault"), [
    ({"occupation": ""}, "required"),
    ({"occupation": "99"}, "Choose one from the list"),
    ({"said_on": "2024-01-01"}, "had not begun"),
])  # fmt: skip
def test_what_cannot_be_is_shown_again_at_its_field(entered, participant, change, fault):
    typed = {"occupation": "71", "wanted": "yes", "said_on": "2025-04-01", "note": "Mine."} | change

    answer = entered.post(form(participant, "profession"), typed)

    assert answer.status_code == 422
    assert fault in words(answer)
    assert "Mine." in words(answer)


def test_there_is_no_other_kind(entered, participant):
    assert entered.get(form(participant, "dreams")).status_code == 404


def test_one_is_put_first_and_one_is_taken_back(entered, participant, worker):
    first = a_wish(participant, worker, "F")
    second = a_wish(participant, worker, "G", note="I like people.")
    a_wish(participant, worker, "H", wanted=False)
    assert "Put first" in words(entered.get(page(participant)))

    entered.post(reverse("wish_first", args=[participant.pk, second.pk]))
    last = facts.wishes_of(participant.pk).get(code="F")
    assert last.pk != first.pk
    entered.post(reverse("wish_take_back", args=[participant.pk, last.pk]))
    unwanted = facts.wishes_of(participant.pk).get(code="H")
    entered.post(reverse("wish_take_back", args=[participant.pk, unwanted.pk]))

    assert [one.code for one in facts.wishes_of(participant.pk)] == ["G"]
    told = words(entered.get(page(participant)))
    assert "wanted, in place 1, from" in told
    assert "not wanted, from" in told
    assert timezone.localdate().strftime("%Y") in told
