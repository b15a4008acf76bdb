"""What is agreed becomes the assessment's marks; judgements stay as they are, conflicts are shown."""

import pytest
from django.core.exceptions import ValidationError

from cairn.assessments import actions as assessments
from cairn.assessments import facts as assessment_facts
from cairn.rounds import facts
from cairn.rounds.actions import agreeing
from cairn.rounds.models import Judgement
from cairn.rounds.saying import Agreed, Ended, Refused
from tests.assessments.factories import mark
from tests.factories import Assessor, Coordinator, a_person
from tests.rounds.factories import a_round, a_seat, agreeing_on, handed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def round_(organisation, coordinator):
    """Ada and Bo judge A1.1 alike and differ on A1.2; only Ada judges A2.1."""
    return agreeing_on(
        organisation,
        coordinator,
        Ada={"A1_1": "met", "A1_2": "met", "A2_1": "met"},
        Bo={"A1_1": "met", "A1_2": "partly"},
    )


def agree(round_, by, item_id="A1.2", base=0, mark_base=0, level="partly", reason="Bo saw the papers."):
    return agreeing.agree(round_=round_, said=[Agreed(item_id, base, mark_base, level, reason)], by=by)


def level_in(round_, item_id):
    entry = assessment_facts.entries_of(round_.assessment).get(item_id)
    return entry.level if entry else None


def test_judging_is_not_ended_before_anyone_handed_in(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    a_seat(round_, coordinator, "Ada")

    with pytest.raises(ValidationError, match="Nobody has handed in"):
        agreeing.begin_agreeing(round_=round_, by=coordinator)


def test_judging_is_ended_once(round_, coordinator):
    with pytest.raises(ValidationError, match="already"):
        agreeing.begin_agreeing(round_=round_, by=coordinator)


def test_the_agreed_level_becomes_the_mark_and_judgements_stay(round_, coordinator):
    before = list(Judgement.objects.values_list("pk", "level", "reason"))

    agree(round_, coordinator)

    agreed = facts.agreed_in(round_)["A1.2"]
    assert (agreed.level, agreed.reason, agreed.by) == ("partly", "Bo saw the papers.", coordinator)
    assert str(agreed) == f"{round_.pk}/A1.2 r1"
    assert level_in(round_, "A1.2") == "partly"
    assert list(Judgement.objects.values_list("pk", "level", "reason")) == before


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"reason": " "}, "Not everyone judged it so"),
        ({"item_id": "A2.1", "level": "met", "reason": ""}, "Not everyone judged it so"),
        ({"item_id": "A1.1", "level": "partly", "reason": ""}, "Not everyone judged it so"),
        ({"level": "", "reason": ""}, "left undecided"),
        ({"level": "splendid"}, "scale"),
        ({"item_id": "Z9"}, "no such item"),
        ({"mark_base": 7}, "no revision 7"),
    ],
)
def test_what_does_not_fit_is_refused(round_, coordinator, said, message):
    with pytest.raises(Refused, match=message):
        agree(round_, coordinator, **said)
    assert facts.agreed_in(round_) == {}
    assert level_in(round_, "A1.2") is None


def test_what_all_judged_alike_needs_no_reason(round_, coordinator):
    assert agree(round_, coordinator, item_id="A1.1", level="met", reason="").written


def test_an_item_left_undecided_keeps_the_mark(round_, coordinator, organisation):
    mark(round_.assessment, coordinator, A1_2="met")

    agree(round_, coordinator, level="", reason="We need the report.")

    assert facts.agreed_in(round_)["A1.2"].level == ""
    assert level_in(round_, "A1.2") == "met"


def test_a_mark_changed_meanwhile_is_shown_and_not_overwritten(round_, coordinator, organisation):
    other = a_person("Asa", organisation, Assessor)
    mark(round_.assessment, other, A1_2="not-met")

    settled = agree(round_, coordinator)

    (clash,) = settled.clashes
    assert (clash.level, clash.by, clash.in_assessment) == ("not-met", "Asa", True)
    assert settled.written == ()
    assert level_in(round_, "A1.2") == "not-met"
    assert agree(round_, coordinator, mark_base=clash.revision).written
    assert level_in(round_, "A1.2") == "partly"


def test_two_moderators_do_not_overwrite_each_other(round_, coordinator, organisation):
    other = a_person("Otto", organisation, Coordinator)
    agree(round_, other, level="met", reason="Ada is right.")

    settled = agree(round_, coordinator)

    (clash,) = settled.clashes
    assert (clash.level, clash.reason, clash.by, clash.in_assessment) == (
        "met",
        "Ada is right.",
        "Otto",
        False,
    )
    assert level_in(round_, "A1.2") == "met"
    assert agree(round_, coordinator, base=1, mark_base=1).written
    assert [each.revision for each in round_.agreed.all()] == [1, 2]


def test_nothing_is_agreed_while_assessors_judge(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    handed_in(round_, coordinator, "Ada", A1_1="met")

    with pytest.raises(Ended, match="still judging"):
        agree(round_, coordinator)


def test_what_all_judged_alike_is_taken_over_at_once(round_, coordinator):
    settled = agreeing.take_over(round_=round_, bases={"A1.1": 0, "A1.2": 0, "B1.1": 0}, by=coordinator)

    assert [each.item_id for each in settled.written] == ["A1.1"]
    assert level_in(round_, "A1.1") == "met"
    assert agreeing.take_over(round_=round_, bases={"A1.1": 0}, by=coordinator).written == ()


def test_a_published_assessment_keeps_its_marks_and_the_round_can_be_closed(round_, coordinator):
    agree(round_, coordinator)
    assessments.publish(assessment=round_.assessment, by=coordinator)

    with pytest.raises(Ended, match="published meanwhile"):
        agree(round_, coordinator, base=1, mark_base=1, level="met")
    agreeing.close(round_=round_, rest_undecided_because="It was published.", by=coordinator)

    assert round_.state == "closed"
    assert level_in(round_, "A1.2") == "partly"
    assert facts.agreed_in(round_)["A1.1"].reason == "It was published."


def test_closing_settles_everything_and_tells_everyone(round_, coordinator, organisation):
    other = a_person("Otto", organisation, Coordinator)

    with pytest.raises(ValidationError, match="still open"):
        agreeing.close(round_=round_, rest_undecided_because=" ", by=coordinator)
    agreeing.close(round_=round_, rest_undecided_because="Nobody knows.", by=coordinator)

    assert facts.undecided_items(round_) == ()
    seat = round_.seats.first()
    assert seat.person.notices.first().address == f"/judging/{seat.pk}/outcome/"
    assert other.notices.first().address == f"/rounds/{round_.pk}/"
    with pytest.raises(ValidationError, match="Only a round in which people agree"):
        agreeing.close(round_=round_, rest_undecided_because="", by=coordinator)
    with pytest.raises(Ended, match="closed"):
        agree(round_, coordinator)
