"""Judging on a seat: nothing is overwritten unseen, nothing is lost, and handing in is final."""

import pytest
from django.core.exceptions import ValidationError

from cairn.rounds import facts
from cairn.rounds.actions import agreeing, judging
from cairn.rounds.models import Judgement, Seat
from cairn.rounds.saying import Ended, Judged, Refused
from tests.assessments.factories import a_framework, item, loaded
from tests.factories import Coordinator, a_person
from tests.rounds.factories import a_round, a_seat, agreeing_on, handed_in, judge

pytestmark = pytest.mark.django_db


@pytest.fixture
def seat(organisation, coordinator):
    return a_seat(a_round(organisation, coordinator), coordinator, "Ada")


def test_every_judgement_is_kept_and_the_newest_counts(seat):
    judge(seat, A1_1="met", reason="I saw it.", confidence=3)
    judge(seat, A1_1="partly", reason="I looked again.", confidence=1)

    assert facts.own_judgements(seat)["A1.1"].level == "partly"
    assert [(row.revision, row.level, row.confidence) for row in seat.judgements.all()] == [
        (1, "met", 3),
        (2, "partly", 1),
    ]
    assert str(seat.judgements.first()) == f"{seat.pk}/A1.1 r1"


def test_what_was_judged_never_changes(seat):
    judge(seat, A1_1="met")
    row = Judgement.objects.get()
    row.level = "not-met"

    with pytest.raises(TypeError, match="next revision"):
        row.save()


def test_saying_the_same_again_adds_nothing(seat):
    judge(seat, A1_1="met")

    assert judge(seat, A1_1="met").written == ()
    assert judging.judge(seat=seat, said=[Judged("A1.2", 0)]).written == ()


def test_two_pages_do_not_overwrite_each_other(seat):
    judge(seat, A1_1="met", reason="First page.")

    saved = judging.judge(
        seat=seat, said=[Judged("A1.1", 0, "partly", "Second page."), Judged("A1.2", 0, "met")]
    )

    assert [(clash.item_id, clash.level, clash.reason) for clash in saved.clashes] == [
        ("A1.1", "met", "First page.")
    ]
    assert [row.item_id for row in saved.written] == ["A1.2"]
    assert facts.own_judgements(seat)["A1.1"].reason == "First page."


def test_what_a_page_left_alone_is_not_put_back(seat):
    judge(seat, A1_1="met")

    saved = judging.judge(seat=seat, said=[Judged("A1.1", 0)])

    assert (saved.written, saved.clashes) == ((), ())


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (Judged("Z9", 0, "met"), "no such item"),
        (Judged("B1.1", 0, "met"), "not asked to judge"),
        (Judged("A1.1", 0, "splendid"), "not on this item's scale"),
        (Judged("A1.1", 0, "met", "x" * 5_001), "5001 characters"),
        (Judged("A1.1", 0, "met", "", 4), "how sure"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_saved(organisation, coordinator, said, message):
    seat = a_seat(a_round(organisation, coordinator), coordinator, "Ada", scope=["A"])

    with pytest.raises(Refused, match=message):
        judging.judge(seat=seat, said=[Judged("A1.2", 0, "met"), said])
    assert not Judgement.objects.exists()


def test_a_later_version_of_the_framework_does_not_touch_the_round(seat):
    judge(seat, A1_1="met")
    loaded(a_framework(item("N.1"), version="2"))

    assert "N.1" not in facts.items_of(seat, facts.framework_of(seat.round))
    assert judge(seat, A1_1="partly").written


def test_handing_in_is_final(seat, coordinator):
    judge(seat, A1_1="met")
    judging.hand_in(seat=seat)

    with pytest.raises(Ended, match="handed in"):
        judge(seat, A1_1="partly")
    with pytest.raises(Ended, match="handed in"):
        judging.hand_in(seat=seat)
    assert str(coordinator.notices.first()).startswith("Everyone has handed in")


def test_moderators_are_told_of_each_without_what_was_judged(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    a_seat(round_, coordinator, "Bo")
    handed_in(round_, coordinator, "Ada", A1_1="partly")

    notice = coordinator.notices.get()

    assert str(notice) == "Ada has handed in for “Bread and Words”."
    assert notice.parameters == {"name": "Ada", "practice": "Bread and Words"}


def test_who_is_late_is_told_why_and_keeps_what_was_saved(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    late = a_seat(round_, coordinator, "Bo")
    judge(late, A1_1="met")
    handed_in(round_, coordinator, "Ada")
    agreeing.begin_agreeing(round_=round_, by=coordinator)

    with pytest.raises(Ended, match="kept, but not counted"):
        judge(late, A1_1="partly")
    assert facts.own_judgements(late)["A1.1"].level == "met"
    assert "ended before you handed in" in str(late.person.notices.first())


def test_a_seat_is_opened_again_for_a_reason_that_is_kept(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    seat = handed_in(round_, coordinator, "Ada", A1_1="met")

    judging.reopen(seat=seat, reason=" A page was missing. ", by=coordinator)

    kept = seat.reopenings.get()
    assert (kept.reason, kept.by, kept.handed_in_at is not None) == ("A page was missing.", coordinator, True)
    assert str(kept).endswith("A page was missing.")
    assert not facts.readable(round_)
    assert judge(Seat.objects.get(pk=seat.pk), A1_1="partly").written


def test_judging_goes_on_where_it_was_ended_too_early(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    late = a_seat(round_, coordinator, "Bo")
    handed_in(round_, coordinator, "Ada")
    agreeing.begin_agreeing(round_=round_, by=coordinator)

    judging.reopen(seat=late, reason="She was ill.", by=coordinator)

    round_.refresh_from_db()
    assert round_.state == "open"
    assert not facts.readable(round_)
    assert judge(late, A1_1="met").written


def test_a_seat_is_not_opened_again_without_need(organisation, coordinator, seat):
    with pytest.raises(ValidationError, match="Say why"):
        judging.reopen(seat=seat, reason=" ", by=coordinator)
    with pytest.raises(ValidationError, match="not been handed in"):
        judging.reopen(seat=seat, reason="Why not", by=coordinator)


def test_a_seat_is_not_opened_again_once_something_was_agreed(organisation, coordinator):
    round_ = agreeing_on(organisation, coordinator, Ada={"A1_1": "met"}, Bo={"A1_1": "met"})
    agreeing.take_over(round_=round_, bases={"A1.1": 0}, by=coordinator)

    with pytest.raises(ValidationError, match="over for good"):
        judging.reopen(seat=round_.seats.first(), reason="Once more", by=coordinator)


def test_who_could_read_the_others_does_not_judge_again(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    a_person("Otto", organisation, Coordinator)
    own = a_seat(round_, coordinator, person=coordinator)
    judging.hand_in(seat=own)

    with pytest.raises(ValidationError, match="cannot judge independently"):
        judging.reopen(seat=own, reason="I saw the others", by=coordinator)
