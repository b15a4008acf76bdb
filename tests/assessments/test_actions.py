import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cairn.assessments import actions, facts
from cairn.assessments.saying import CannotUndo, Refused, Saying
from cairn.frameworks.enums import Mode, Standing
from cairn.frameworks.facts import framework_of
from cairn.publications.portrait import Tool
from tests.assessments.factories import a_framework, a_grid, an_assessment, mark, say


def entry(assessment, node_id):
    return assessment.entries.get(node_id=node_id)


def test_an_assessment_pins_its_framework(assessment, coordinator):
    assert str(assessment.framework_version) == "stones@1"
    assert assessment.started_by == coordinator
    assert str(assessment) == "Bread and Words (stones@1)"


def test_a_framework_says_for_which_assessments_it_is_made(organisation, coordinator):
    with pytest.raises(ValidationError, match="Peer assessment"):
        an_assessment(organisation, coordinator, a_framework(modes=(Mode.SELF,)), mode=Mode.PEER)


def test_what_is_not_said_stays_as_it_is(assessment, assessor):
    say(assessment, assessor, "A1.1", level="met", note="Seen on site.")

    saved = say(assessment, assessor, "A1.1", 1, level="partly")

    assert saved.revisions == {"A1.1": 2}
    assert entry(assessment, "A1.1").note == "Seen on site."
    assert str(entry(assessment, "A1.1")) == f"{assessment.pk}/A1.1"


def test_every_change_holds_what_stood_before_and_after(assessment, assessor):
    say(assessment, assessor, "A1.1", level="met")

    change = say(assessment, assessor, "A1.1", level="partly", note="").changes[0]

    assert (change.before, change.after) == ({"level": "met"}, {"level": "partly"})
    assert (change.by, change.revision) == (assessor, 2)
    assert str(change) == f"{assessment.pk}/A1.1 r2"


def test_saying_the_same_again_changes_nothing(assessment, assessor):
    say(assessment, assessor, "A1", narrative="One\nTwo", tools=(Tool("Guide", "https://example.org"),))

    again = say(
        assessment, assessor, "A1", 1, narrative="One\r\nTwo ", tools=(Tool(" Guide", "https://example.org"),)
    )

    assert again.changes == ()
    assert again.revisions == {"A1": 1}


def test_changing_something_moves_the_day_of_the_last_change(assessment, assessor):
    before = assessment.changed_at

    mark(assessment, assessor, A1_1="met")

    assessment.refresh_from_db()
    assert assessment.changed_at > before


@pytest.mark.parametrize("count", [3, 33, 120])
def test_a_whole_grid_is_one_call_with_few_queries(
    organisation, coordinator, count, django_assert_num_queries
):
    """Row upsert, changes, lock and day: the same for three items and for a whole grid."""
    assessment = an_assessment(organisation, coordinator, a_grid(count))
    grid = framework_of(assessment.framework_version).items
    said = [Saying(node.id, 0, level="met") for node in grid]

    with CaptureQueriesContext(
        connection,
    ) as caught:
        saved = actions.record(assessment=assessment, entries=said, by=coordinator)

    writes = [query for query in caught if query["sql"].startswith(("SELECT", "INSERT", "UPDATE"))]
    rows_per_insert = 99  # SQLite takes 999 values in one statement
    assert len(writes) <= 5 + 2 * (count // rows_per_insert)
    assert len(saved.changes) == count


def test_two_people_touch_different_fields_and_both_are_kept(assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", 0, level="met", note="")
    say(assessment, assessor, "A1.1", 1, level="partly")

    saved = say(assessment, coordinator, "A1.1", 1, level="met", note="We saw it too.")

    assert saved.conflicts == ()
    assert (entry(assessment, "A1.1").level, entry(assessment, "A1.1").note) == ("partly", "We saw it too.")


def test_two_people_say_different_things_and_neither_is_lost(assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", 0, level="partly")

    saved = say(assessment, coordinator, "A1.1", 0, level="met", note="All there.")

    (conflict,) = saved.conflicts
    assert (conflict.node_id, conflict.field) == ("A1.1", "level")
    assert (conflict.yours, conflict.theirs, conflict.by) == ("met", "partly", "Asad")
    assert conflict.revision == 1
    assert (entry(assessment, "A1.1").level, entry(assessment, "A1.1").note) == ("partly", "All there.")


def test_choosing_ones_own_after_a_conflict_is_saying_it_again_on_top(assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", 0, level="partly")
    conflict = say(assessment, coordinator, "A1.1", 0, level="met").conflicts[0]

    saved = say(assessment, coordinator, "A1.1", conflict.revision, level="met")

    assert saved.conflicts == ()
    assert entry(assessment, "A1.1").level == "met"


def test_two_people_say_the_same_and_agree(assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", 0, level="met")

    saved = say(assessment, coordinator, "A1.1", 0, level="met")

    assert (saved.conflicts, saved.changes) == ((), ())


def test_a_change_that_was_taken_back_stands_against_nobody(assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", 0, level="partly")
    say(assessment, assessor, "A1.1", 1, level="")

    saved = say(assessment, coordinator, "A1.1", 0, level="met")

    assert saved.conflicts == ()
    assert entry(assessment, "A1.1").level == "met"


def test_nobody_is_in_conflict_with_themselves(assessment, assessor):
    """The answer to the first saving was lost on the way; the page still knows the older revision."""
    say(assessment, assessor, "A1", 0, narrative="Half a sentence")

    saved = say(assessment, assessor, "A1", 0, narrative="Half a sentence, and the rest.")

    assert saved.conflicts == ()
    assert entry(assessment, "A1").narrative == "Half a sentence, and the rest."


def test_an_older_page_of_ones_own_takes_nothing_back(assessment, assessor):
    """Two tabs: what was marked in the second is not unmarked by saving something else in the first."""
    say(assessment, assessor, "A1.1", 0, level="met", note="")

    say(assessment, assessor, "A1.1", 0, level="", note="From the first tab.")

    assert (entry(assessment, "A1.1").level, entry(assessment, "A1.1").note) == ("met", "From the first tab.")


def test_what_others_wrote_after_ones_own_lost_answer_is_still_a_conflict(assessment, assessor, coordinator):
    say(assessment, assessor, "A1", 0, narrative="Mine")
    say(assessment, coordinator, "A1", 1, narrative="Hers")

    saved = say(assessment, assessor, "A1", 0, narrative="Mine, longer")

    assert [conflict.theirs for conflict in saved.conflicts] == ["Hers"]
    assert entry(assessment, "A1").narrative == "Hers"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    turns=st.lists(
        st.tuples(st.booleans(), st.booleans(), st.sampled_from(["level", "note"]), st.integers(0, 2)),
        max_size=7,
    )
)
def test_whoever_writes_in_whatever_order_nothing_is_lost(assessment, assessor, coordinator, turns):
    """Everything said either stands, or is in the history, or came back as a conflict, or was what one had seen."""
    assessment = an_assessment(assessment.practice.organisation, coordinator, practice=assessment.practice)
    words = {"level": ["", "met", "partly"], "note": ["", "One", "Two"]}
    seen = {assessor: (0, {"level": "", "note": ""}), coordinator: (0, {"level": "", "note": ""})}
    for first, reload_page, field, choice in turns:
        person = assessor if first else coordinator
        value = words[field][choice]
        base, saw = seen[person]
        page = saw | {field: value}

        saved = say(assessment, person, "A1.1", base, **page)

        now = facts.entries_of(assessment).get("A1.1")
        stands = getattr(now, field, "") == value
        contested = any(conflict.field == field and conflict.yours == value for conflict in saved.conflicts)
        assert stands or contested or value == saw[field]
        if reload_page and now:
            seen[person] = (now.revision, {name: getattr(now, name) for name in words})
    replayed = {"level": "", "note": ""}
    for change in facts.history(assessment).order_by("revision"):
        assert all(replayed[field] == value for field, value in change.before.items())
        replayed |= change.after
    last = facts.entries_of(assessment).get("A1.1")
    assert all(getattr(last, field, "") == value for field, value in replayed.items())


def test_leaving_out_and_its_reason_are_contested_together(assessment, assessor, coordinator):
    say(assessment, assessor, "A1", 0, left_out=True, left_out_reason="Not our scope.")

    saved = say(assessment, coordinator, "A1", 0, left_out=True, left_out_reason="Asked elsewhere.")

    assert {conflict.field for conflict in saved.conflicts} == {"left_out", "left_out_reason"}
    assert entry(assessment, "A1").left_out_reason == "Not our scope."


def test_taking_a_question_in_again_drops_the_reason(assessment, assessor):
    say(assessment, assessor, "A1", left_out=True, left_out_reason="Not our scope.")

    say(assessment, assessor, "A1", left_out=False)

    assert entry(assessment, "A1").left_out_reason == ""


@pytest.mark.parametrize(
    ("node_id", "said", "field"),
    [
        ("nowhere", {"level": "met"}, "node_id"),
        ("A1.1", {"level": "superb"}, "level"),
        ("A1.1", {"narrative": "Words"}, "narrative"),
        ("A1.1", {"left_out": True, "left_out_reason": "No"}, "left_out"),
        ("A1", {"level": "met"}, "level"),
        ("A1", {"left_out": True, "left_out_reason": " "}, "left_out_reason"),
        ("A1", {"left_out_reason": "Because"}, "left_out"),
        ("A1.1", {"note": "x" * 5_001}, "note"),
        ("A1", {"tools": (Tool("", "https://example.org"),)}, "tools"),
        ("A1", {"tools": (Tool("Guide", "javascript:alert(1)"),)}, "tools"),
        ("A1", {"tools": (Tool("Guide", "https://["),)}, "tools"),
        ("A1", {"tools": (Tool("x" * 301),)}, "tools"),
        ("A1", {"tools": tuple(Tool(f"Guide {n}") for n in range(31))}, "tools"),
    ],
)
def test_what_does_not_fit_is_refused_by_node_and_field(assessment, assessor, node_id, said, field):
    with pytest.raises(Refused) as refused:
        say(assessment, assessor, node_id, **said)

    assert (node_id, field) in {(fault.node_id, fault.field) for fault in refused.value.faults}
    assert node_id in str(refused.value)


def test_one_fault_stops_the_whole_call(assessment, assessor):
    with pytest.raises(Refused):
        mark(assessment, assessor, A1_1="met", A1_2="superb")

    assert not assessment.entries.exists()


def test_a_node_can_be_said_only_once_in_a_call(assessment, assessor):
    with pytest.raises(Refused, match="named twice"):
        actions.record(
            assessment=assessment,
            entries=[Saying("A1.1", None, level="met"), Saying("A1.1", None, level="partly")],
            by=assessor,
        )


@pytest.mark.parametrize("base", [1, -1])
def test_a_revision_that_never_was_is_refused(assessment, assessor, base):
    with pytest.raises(Refused, match="no revision"):
        say(assessment, assessor, "A1.1", base, level="met")


def test_too_many_words_are_saved_with_advice(assessment, assessor):
    saved = say(assessment, assessor, "A1", narrative="one two three four five six")

    assert [advice.field for advice in saved.advice] == ["narrative"]
    assert "6 words" in saved.advice[0].message
    assert entry(assessment, "A1").narrative.endswith("six")


def test_not_applicable_is_open_to_every_item(assessment, assessor):
    mark(assessment, assessor, A1_1="not_applicable")

    assert facts.standing_of(assessment, "A1.1") is Standing.NOT_APPLICABLE
    assert facts.standing_of(assessment, "A1.2") is Standing.UNKNOWN


def test_undoing_puts_back_what_stood_before(assessment, assessor, coordinator):
    say(assessment, assessor, "A1.1", level="met")
    change = say(assessment, assessor, "A1.1", level="partly").changes[0]

    undoing = actions.undo(change=change, by=coordinator)

    assert entry(assessment, "A1.1").level == "met"
    assert (undoing.by, undoing.revision, undoing.undoes) == (coordinator, 3, change)


def test_an_undoing_can_be_undone(assessment, assessor):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]

    actions.undo(change=actions.undo(change=change, by=assessor), by=assessor)

    assert entry(assessment, "A1.1").level == "met"


def test_a_change_is_undone_once_only(assessment, assessor):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]
    actions.undo(change=change, by=assessor)
    say(assessment, assessor, "A1.1", level="met")

    with pytest.raises(CannotUndo, match="already"):
        actions.undo(change=change, by=assessor)


def test_undoing_never_loses_a_later_change(assessment, assessor):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]
    say(assessment, assessor, "A1.1", level="partly")

    with pytest.raises(CannotUndo, match="since"):
        actions.undo(change=change, by=assessor)


def test_a_later_change_of_another_field_does_not_stand_in_the_way(assessment, assessor):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]
    say(assessment, assessor, "A1.1", note="Seen.")

    actions.undo(change=change, by=assessor)

    assert (entry(assessment, "A1.1").level, entry(assessment, "A1.1").note) == ("", "Seen.")


def test_leftovers_of_a_document_keep_their_order(assessment):
    actions.keep_leftovers(assessment=assessment, texts=["A stray line", "Another"])
    actions.keep_leftovers(assessment=assessment, texts=["A third"])

    assert [str(line) for line in assessment.leftovers.all()] == ["A stray line", "Another", "A third"]
