"""The grid of skills of one person, and how complete it is."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from cairn.common.conflict import Conflict
from cairn.needs import facts
from cairn.needs.actions import skills
from cairn.needs.models import SkillEntry, SkillSection
from cairn.needs.skills import SECTIONS
from cairn.participants.counting import Share
from tests.needs.factories import an_entry
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db

WHOLE = {
    "personal": {"situation": "looking", "since": 2023},
    "languages": {"language": "ti", "first": True},
    "education": {"level": "3"},
    "work": {"occupation": "71"},
    "skills": {"kind": "household"},
    "expectations": {"hours": "part"},
    "barriers": {"kind": "health", "words": "Her knee."},
    "next": {"step": "search"},
}


def part(participant, section):
    return next(one for one in facts.skills_of(participant.pk) if one.section.key == section)


def put(participant, by, section, asked):
    skills.put(participant=participant, section=SECTIONS[section], asked=asked, by=by)


def test_what_is_special_is_sealed_in_the_database(participant, worker):
    an_entry(participant, worker, "barriers", **WHOLE["barriers"])

    assert part(participant, "barriers").entries[0].said == WHOLE["barriers"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT data, sealed FROM needs_skillentry")
        assert not [word for word in ("health", "knee") if word in str(cursor.fetchone())]


def test_an_entry_is_changed(participant, worker):
    entry = an_entry(participant, worker)
    said = {"language": "ti", "first": False, "reading": "A1"}

    changed = skills.revise(entry=entry, section=SECTIONS["languages"], revision=1, said=said, by=worker)

    assert changed.said == said
    assert changed.revision == 2


def test_two_people_who_change_an_entry_both_know(participant, worker):
    entry = an_entry(participant, worker)
    said = {"language": "ti", "reading": "A1"}
    skills.revise(entry=entry, section=SECTIONS["languages"], revision=1, said=said, by=worker)

    with pytest.raises(Conflict):
        skills.revise(entry=entry, section=SECTIONS["languages"], revision=1, said=said, by=worker)


def test_a_section_with_one_entry_has_no_second(participant, worker):
    an_entry(participant, worker, "personal", situation="work")

    with pytest.raises(ValidationError, match="filled in already"):
        an_entry(participant, worker, "personal", situation="looking")


def test_an_entry_is_removed(participant, worker):
    skills.remove(entry=an_entry(participant, worker), by=worker)

    assert not facts.entries_of(participant.pk).exists()


def test_a_section_is_hidden_left_empty_and_asked_again(participant, worker):
    put(participant, worker, "work", "hidden")
    assert part(participant, "work").asked == "hidden"
    put(participant, worker, "work", "nothing")
    assert part(participant, "work").answered
    put(participant, worker, "work", "")
    assert not part(participant, "work").answered


def test_what_is_told_opens_a_hidden_section(participant, worker):
    put(participant, worker, "languages", "hidden")

    an_entry(participant, worker)

    assert part(participant, "languages").asked == ""


@pytest.mark.parametrize("section", ["languages", "education"])
def test_where_there_is_something_to_tell_one_cannot_say_that_there_is_nothing(participant, worker, section):
    an_entry(participant, worker, "education", level="3")

    with pytest.raises(ValidationError, match="something to tell"):
        put(participant, worker, section, "nothing")


def test_it_is_complete_once_every_section_that_is_asked_has_an_answer(participant, worker, practice):
    assert facts.completeness(facts.skills_of(participant.pk)) == Share(0, 8)
    for section, said in WHOLE.items():
        assert facts.with_whole_grid(practice.pk) == set()
        if section == "work":
            put(participant, worker, section, "hidden")
        elif section == "education":
            put(participant, worker, section, "nothing")
        else:
            an_entry(participant, worker, section, **said)

    assert facts.completeness(facts.skills_of(participant.pk)) == Share(7, 7)
    assert facts.with_whole_grid(practice.pk) == {participant.pk}


def test_fields_are_counted_over_all_entries_of_a_section(participant, worker):
    an_entry(participant, worker, "education", level="3", subject="Wood", country="ER")
    an_entry(participant, worker, "education", level="1")

    assert part(participant, "education").filled == Share(4, 14)
    assert part(participant, "work").filled == Share(0, 0)


def test_sections_are_counted_over_a_practice(participant, worker, practice, coordinator):
    other = a_participant(practice, coordinator, worker=worker)
    an_entry(participant, worker)
    an_entry(participant, worker, language="ar", reading="A1")
    put(other, worker, "languages", "hidden")
    put(other, worker, "work", "nothing")

    answered = facts.sections_answered(practice.pk)

    assert answered["languages"] == Share(1, 1)
    assert answered["work"] == Share(1, 2)
    assert answered["next"] == Share(0, 2)


def test_the_whole_grid_takes_two_queries_whatever_is_in_it(participant, worker, django_assert_num_queries):
    for tag in ("ti", "ar", "am"):
        an_entry(participant, worker, language=tag, first=True)

    with django_assert_num_queries(2):
        assert [entry.said["language"] for entry in facts.skills_of(participant.pk)[1].entries] == [
            "ti",
            "ar",
            "am",
        ]


def test_hidden_sections_are_not_told(participant, worker):
    put(participant, worker, "work", "hidden")
    put(participant, worker, "education", "nothing")

    told = facts.skills_told(facts.skills_of(participant.pk), "en")

    assert "work" not in [one.key for one in told]
    assert [one.nothing for one in told if one.key == "education"] == ["No school or course"]


def test_rows_are_called_by_their_section():
    assert str(SkillEntry(section="work")) == "work"
    assert str(SkillSection(section="work", asked="hidden")) == "work hidden"
