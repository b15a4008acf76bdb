"""A mark beside what the records say."""

import pytest

from cairn.assessments import actions, facts
from cairn.assessments.saying import Saying
from cairn.assessments.weighing import suggesting
from cairn.assessments.weighing.lints import Kind, lints_of
from cairn.assessments.weighing.reading import evidence_of
from cairn.evidence.enums import Outcome, Strength
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Level, Scale
from tests.assessments.factories import CHECKLIST, a_framework, group, item, mark, question, say
from tests.assessments.weighing import AGAINST, OLD, PARTLY, SILENT, SUPPORTED, found

FRAMEWORK = a_framework()


def kinds(assessment):
    return {lint.item.id: lint.kind for lint in lints_of(assessment, facts.outline_of(assessment))}


def entry(assessment, node_id="A1.1"):
    return facts.entries_of(assessment)[node_id]


def weighed(assessment, by, says, **said):
    return actions.record(
        assessment=assessment, entries=[Saying("A1.1", None, **said)], by=by, evidence={"A1.1": says}
    )


@pytest.mark.parametrize(
    ("says", "level"),
    [
        (SUPPORTED, "met"),
        (PARTLY, "partly"),
        (AGAINST, None),
        (SILENT, None),
        (found(Outcome.TOO_FEW, Strength.NOTHING), None),
        (found(Outcome.HUMAN_ONLY, Strength.NOTHING), None),
        (found(Outcome.SUPPORTED, Strength.NOTHING), None),
        (found(Outcome.NOT_SUPPORTED, Strength.NOTHING), None),
    ],
)
def test_only_what_is_shown_is_suggested_and_never_not_met(says, level):
    suggested = suggesting.level(FRAMEWORK, "A1.1", says)

    assert (suggested and suggested.id) == level


def test_a_scale_without_partly_gets_no_suggestion_of_it():
    two = Scale(id="two", label="Two", levels=(CHECKLIST.levels[0], CHECKLIST.levels[2]))
    framework = a_framework(group("A", question("A1", item("A1.1"))), scales=(two,), scale="two")

    assert suggesting.level(framework, "A1.1", PARTLY) is None
    assert not suggesting.differs(framework, "A1.1", "met", PARTLY)


def test_where_two_levels_say_the_same_a_person_chooses():
    more = Scale(
        id="more",
        label="More",
        levels=(*CHECKLIST.levels, Level(id="superb", label="Superb", standing=Standing.MET, value=2)),
    )
    framework = a_framework(group("A", question("A1", item("A1.1"))), scales=(more,), scale="more")

    assert suggesting.level(framework, "A1.1", SUPPORTED) is None
    assert not suggesting.differs(framework, "A1.1", "superb", SUPPORTED)
    assert "“Met”" in suggesting.wanting(framework, "A1.1", SUPPORTED)


@pytest.mark.parametrize(
    ("mark", "says", "differs"),
    [
        ("met", SUPPORTED, False),
        ("partly", SUPPORTED, True),
        ("not-met", SUPPORTED, True),
        ("not_applicable", SUPPORTED, True),
        ("", SUPPORTED, False),
        ("met", PARTLY, True),
        ("met", AGAINST, True),
        ("not-met", AGAINST, False),
        ("met", SILENT, False),
        ("not-met", SILENT, False),
    ],
)
def test_a_mark_differs_only_from_what_was_said(mark, says, differs):
    assert suggesting.differs(FRAMEWORK, "A1.1", mark, says) is differs


def test_what_the_records_suggested_is_kept_beside_the_mark_and_undone_with_it(assessment, assessor):
    saved = weighed(assessment, assessor, SUPPORTED, level="met")

    assert entry(assessment).suggested["outcome"] == "supported"
    assert "supported, strength 2 of 3" in suggesting.in_words(entry(assessment).suggested)
    assert suggesting.in_words({}) == ""

    actions.undo(change=saved.changes[0], by=assessor)

    assert (entry(assessment).level, entry(assessment).suggested) == ("", {})


def test_a_note_alone_leaves_what_was_kept(assessment, assessor):
    weighed(assessment, assessor, SUPPORTED, level="met")

    weighed(assessment, assessor, SILENT, note="Seen.")

    assert entry(assessment).suggested["outcome"] == "supported"


def test_who_did_not_ask_the_records_keeps_that_nothing_is_known(assessment, assessor):
    weighed(assessment, assessor, SUPPORTED, level="met")

    mark(assessment, assessor, A1_1="partly")

    assert entry(assessment).suggested == {}


def test_a_new_reason_rests_on_what_the_records_say_today(assessment, assessor):
    weighed(assessment, assessor, SUPPORTED, level="met")

    weighed(assessment, assessor, AGAINST, reason="The record is of another house.")

    assert entry(assessment).suggested["outcome"] == "contradicted"


@pytest.mark.parametrize(
    ("marked", "then", "now", "more", "kind"),
    [
        ("met", SUPPORTED, SUPPORTED, {}, None),
        ("met", None, SUPPORTED, {}, None),
        ("met", SUPPORTED, SILENT, {}, Kind.CHANGED),
        ("met", SUPPORTED, AGAINST, {"reason": "As I saw."}, Kind.CHANGED),
        ("met", AGAINST, AGAINST, {"reason": "As I saw."}, None),
        ("met", SILENT, AGAINST, {}, Kind.CHANGED),
        ("met", SILENT, SUPPORTED, {}, None),
        ("met", None, AGAINST, {}, Kind.DIFFERS),
        ("not-met", None, SUPPORTED, {}, Kind.DIFFERS),
        ("met", None, SILENT, {}, Kind.BARE),
        ("met", None, SILENT, {"note": "Seen."}, None),
        ("not-met", None, SILENT, {}, None),
        ("met", None, OLD, {}, Kind.STALE),
        ("", None, OLD, {}, None),
    ],
)
def test_what_to_look_at(assessment, assessor, records, marked, then, now, more, kind):
    records["A1.1"] = now
    said = [Saying("A1.1", None, level=marked, **more)]

    actions.record(assessment=assessment, entries=said, by=assessor, evidence={"A1.1": then} if then else {})

    assert kinds(assessment) == ({"A1.1": kind} if kind else {})


def test_words_or_leaving_out_are_an_answer(assessment, assessor, records):
    records |= {"A1.1": SILENT, "A1.2": SILENT}
    mark(assessment, assessor, A1_1="met", A2_1="met")

    say(assessment, assessor, "A1", narrative="It holds.")
    assert kinds(assessment) == {}

    say(assessment, assessor, "A1", narrative="")
    mark(assessment, assessor, A1_2="met")
    assert kinds(assessment) == {"A1.1": Kind.BARE, "A1.2": Kind.BARE}

    say(assessment, assessor, "A1", left_out=True, left_out_reason="Not ours.")
    assert kinds(assessment) == {}


def test_a_closed_assessment_is_not_weighed_any_more(assessment, coordinator, records):
    records["A1.1"] = OLD
    mark(assessment, coordinator, A1_1="met")

    actions.publish(assessment=assessment, by=coordinator)

    assert evidence_of(assessment) == {}
    assert kinds(assessment) == {}
