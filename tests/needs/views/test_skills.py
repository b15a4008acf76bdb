"""The grid of skills on a phone and in two languages."""

import pytest
from django.test import Client
from django.urls import reverse

from cairn.needs import facts
from cairn.needs.occupations import esco, loading
from tests.needs.factories import an_entry
from tests.needs.occupations.esco import BASE, sheet

pytestmark = pytest.mark.django_db


def words(answer):
    return " ".join(answer.content.decode().split())


def page(participant, name="skills", *parts):
    return reverse(name, args=[participant.pk, *parts])


def entries(participant):
    return list(facts.entries_of(participant.pk))


def test_an_empty_grid_says_what_to_ask(entered, participant):
    told = words(entered.get(page(participant)))

    assert "0 of 8 sections have an answer" in told
    assert "Ask for every language" in told
    assert "Fill in: About the person" in told


def test_a_language_is_told_with_its_levels(entered, participant):
    done = entered.post(
        page(participant, "skill_new", "languages"), {"language": "ti", "first": "yes", "reading": "A2"}
    )

    assert done["Location"] == f"{page(participant)}#languages"
    told = words(entered.get(page(participant)))
    assert "Tigrinya" in told
    assert "A2: everyday matters, simply" in told
    assert "1 of 8" in told
    assert "3 of 8 fields filled in" in told


def test_what_cannot_be_is_shown_again_at_its_field(entered, participant):
    answer = entered.post(page(participant, "skill_new", "education"), {"subject": "Wood", "level": ""})
    early = entered.post(page(participant, "skill_new", "education"), {"level": "3", "year": "1800"})

    assert answer.status_code == early.status_code == 422
    assert "Wood" in words(answer)
    assert "four digits" in words(early)


def test_an_occupation_is_looked_for_then_chosen(entered, participant, tmp_path):
    loading.load(rows=esco.read(sheet(tmp_path)).rows, language="en")
    form = page(participant, "skill_new", "work")
    looked = entered.post(form, {"looked_for": "joiner", "tasks": "Doors.", "find": "1"})
    assert looked.status_code == 200
    assert "carpenter (Building trades)" in words(looked)
    assert "Doors." in words(looked)

    entered.post(form, {"looked_for": "joiner", "tasks": "Doors.", "occupation": f"7115 {BASE}1"})

    assert "carpenter" in words(entered.get(page(participant)))


def test_a_section_with_one_entry_is_opened_again(entered, participant, worker):
    entry = an_entry(participant, worker, "personal", situation="work", interpreter=True)

    again = entered.get(page(participant, "skill_new", "personal") + "?beside=ar")

    assert again["Location"] == page(participant, "skill", "personal", entry.pk) + "?beside=ar"
    assert 'value="yes" id="id_interpreter_0" checked' in words(entered.get(again["Location"]))


def test_a_second_entry_that_came_meanwhile_is_not_lost(entered, participant, worker, monkeypatch):
    an_entry(participant, worker, "personal", situation="work")
    monkeypatch.setattr("cairn.needs.views.skills._only_one", lambda *_: None)

    answer = entered.post(page(participant, "skill_new", "personal"), {"situation": "looking"})

    assert answer.status_code == 422
    assert "filled in already" in words(answer)


def test_an_entry_is_changed(entered, participant, worker):
    entry = an_entry(participant, worker)

    done = entered.post(
        page(participant, "skill", "languages", entry.pk),
        {"language": "ti", "writing": "B1", "revision": "1"},
    )

    assert done.status_code == 302
    assert entries(participant)[0].said == {"language": "ti", "writing": "B1"}


def test_what_cannot_be_changed_so_is_shown_again(entered, participant, worker):
    entry = an_entry(participant, worker)

    answer = entered.post(
        page(participant, "skill", "languages", entry.pk), {"language": "ti", "revision": "1"}
    )

    assert answer.status_code == 422
    assert "mother tongue, or give a level" in words(answer)


def test_two_people_who_change_an_entry_see_both(entered, participant, worker):
    entry = an_entry(participant, worker, "skills", kind="household", what="Bread.")
    address = page(participant, "skill", "skills", entry.pk)
    entered.post(address, {"kind": "household", "what": "Cakes.", "revision": "1"})

    both = entered.post(address, {"kind": "household", "what": "Soup.", "revision": "1"})

    assert both.status_code == 409
    assert "Cakes." in words(both)
    assert "Soup." in words(both)
    assert 'name="revision" value="2"' in words(both)


def test_an_entry_is_removed(entered, participant, worker):
    entry = an_entry(participant, worker)

    entered.post(page(participant, "skill_remove", "languages", entry.pk))

    assert entries(participant) == []


def test_a_section_is_hidden_and_asked_after_all(entered, participant):
    entered.post(page(participant, "skill_asked", "work"), {"asked": "hidden"})
    told = words(entered.get(page(participant)))
    assert "0 of 7" in told
    assert "Ask after all" in told

    entered.post(page(participant, "skill_asked", "work"), {"asked": "nothing"})
    assert "1 of 8" in words(entered.get(page(participant) + "?beside=ar"))
    entered.post(page(participant, "skill_asked", "work"))

    assert "0 of 8" in words(entered.get(page(participant)))


@pytest.mark.parametrize("asked", ["nothing", "maybe"])
def test_what_cannot_be_said_of_a_section_is_told(entered, participant, asked):
    entered.post(page(participant, "skill_asked", "languages"), {"asked": asked})

    assert "0 of 8" in (told := words(entered.get(page(participant))))
    assert "something to tell here" in told or "not a valid choice" in told


def test_two_languages_stand_side_by_side(entered, participant, worker):
    an_entry(participant, worker, "education", level="3", country="ER", subject="Wood")

    told = words(entered.get(page(participant) + "?beside=ar"))

    assert "Eritrea" in told
    assert '<div class="twin" lang="ar" dir="rtl">' in told
    assert "إريتريا" in told
    form = words(entered.get(page(participant, "skill_new", "education") + "?beside=ar"))
    assert '<span class="beside" lang="ar" dir="rtl">البلد</span>' in form


@pytest.mark.parametrize("beside", ["xx", "en", ""])
def test_a_second_language_that_is_none_is_left_out(entered, participant, worker, beside):
    an_entry(participant, worker)

    assert 'class="twin"' not in words(entered.get(f"{page(participant)}?beside={beside}"))


def test_languages_on_the_record_are_offered(entered, participant):
    participant.languages.create(tag="am")

    told = words(entered.get(page(participant)))
    assert "?tag=am" in told
    assert '<option value="am" selected>' in words(
        entered.get(page(participant, "skill_new", "languages") + "?tag=am")
    )
    entered.post(page(participant, "skill_new", "languages"), {"language": "am", "first": "yes"})

    assert "?tag=am" not in words(entered.get(page(participant)))


def test_there_is_no_other_section_and_no_entry_of_another(entered, participant, worker):
    entry = an_entry(participant, worker)

    assert entered.get(page(participant, "skill_new", "dreams")).status_code == 404
    assert entered.get(page(participant, "skill", "work", entry.pk)).status_code == 404


def test_nothing_is_kept_by_the_browser(entered, participant):
    assert "no-store" in entered.get(page(participant))["Cache-Control"]


def test_whoever_is_not_assigned_finds_nothing(participant, coordinator):
    client = Client()
    client.force_login(coordinator)

    assert client.get(page(participant)).status_code == 404


def test_a_next_step_has_its_day(entered, participant):
    entered.post(page(participant, "skill_new", "next"), {"step": "search", "by": "2026-03-17"})

    assert "March 17, 2026" in words(entered.get(page(participant)))
