"""What is recorded on a person: languages, adjustments, consents, ways to reach them."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cairn.common.conflict import Conflict
from cairn.participants import actions, facts
from cairn.participants.counting import Share
from cairn.practices import actions as practices
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from tests.participants.factories import a_participant

pytestmark = pytest.mark.django_db
DAY = date(2025, 6, 1)


def said(participant, what, by, **more):
    return actions.add(participant=participant, what=what, by=by, **more)


def a_consent(participant, by, **more):
    facts_ = {"about": "part", "given": True, "decided_on": DAY, "language": "ti"}
    return said(participant, "consent", by, **facts_ | more)


class TestProfile:
    def test_a_change_is_noted_and_counted(self, participant, worker):
        changed = actions.revise(thing=participant, revision=1, by=worker, nationality="ER", children=2)

        assert (changed.revision, changed.nationality, changed.children) == (2, "ER", 2)
        assert trail.of(participant.thing).first().deed == Deed.CHANGED

    def test_saying_the_same_changes_nothing(self, participant, worker):
        noted = trail.of(participant.thing).count()

        assert actions.revise(thing=participant, revision=1, by=worker, children=None).revision == 1
        assert trail.of(participant.thing).count() == noted

    def test_what_someone_else_saved_meanwhile_is_not_overwritten(self, participant, worker):
        actions.revise(thing=participant, revision=1, by=worker, age_band="25-30")

        with pytest.raises(Conflict) as clash:
            actions.revise(thing=participant, revision=1, by=worker, age_band="31-40", sex="")

        assert clash.value.fields == ("age_band",)
        assert clash.value.theirs.age_band == "25-30"

    def test_who_leaves_and_comes_back(self, participant, worker):
        left = actions.leave(participant=participant, on=DAY, by=worker, retention="brief")
        assert (left.ended_on, left.retention) == (DAY, "brief")

        assert actions.come_back(participant=participant, by=worker).ended_on is None

    def test_nobody_leaves_before_they_came_nor_in_the_future(self, participant, worker):
        with pytest.raises(ValidationError, match="Nobody leaves before"):
            actions.leave(participant=participant, on=date(2025, 2, 1), by=worker)
        with pytest.raises(ValidationError, match="not come yet"):
            actions.leave(participant=participant, on=timezone.localdate() + timedelta(days=2), by=worker)


class TestLanguages:
    def test_speaking_and_reading_are_two_things(self, participant, worker):
        language = said(participant, "language", worker, tag="ti", speaks="first", reads="not")

        assert str(language) == "ti"
        assert facts.languages_of(participant.practice_id).get() == language

    def test_a_language_has_one_row(self, participant, worker):
        said(participant, "language", worker, tag="ti")

        with pytest.raises(ValidationError, match="recorded already"):
            said(participant, "language", worker, tag="ti")

    def test_a_row_is_changed_with_its_revision(self, participant, worker):
        language = said(participant, "language", worker, tag="ti")

        assert actions.revise(thing=language, revision=1, by=worker, reads="some").revision == 2


class TestAdjustments:
    def test_that_nothing_is_needed_is_a_record(self, participant, worker):
        need = said(participant, "adjustment", worker, asked_on=DAY, decision="none", decided_on=DAY)

        assert str(need) == "2025-06-01"
        assert facts.adjustments_of(participant.practice_id).get().decision == "none"

    def test_what_is_needed_is_sealed_and_comes_back(self, participant, worker):
        need = said(participant, "adjustment", worker, asked_on=DAY, kind="a ramp")

        assert type(need).objects.get().kind == "a ramp"

    @pytest.mark.parametrize(
        ("facts_", "fault"),
        [
            ({}, "Say what is needed"),
            ({"kind": "a ramp", "decision": "none"}, "Say what is needed"),
            ({"kind": "a ramp", "decision": "refused"}, "Say why"),
            ({"kind": "a ramp", "refusal": "old house"}, "Say why"),
            (
                {"kind": "a ramp", "decision": "agreed", "decided_on": date(2025, 5, 1)},
                "Say what was decided",
            ),
            ({"kind": "a ramp", "decided_on": DAY}, "Say what was decided"),
            ({"kind": "a ramp", "provided_on": DAY}, "Only what was agreed"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, participant, worker, facts_, fault):
        with pytest.raises(ValidationError, match=fault):
            said(participant, "adjustment", worker, asked_on=DAY, **facts_)

    def test_nothing_is_asked_before_the_practice_began(self, organisation, coordinator):
        practice = practices.create(
            organisation=organisation, by=coordinator, title="Late", starts_on=date(2025, 7, 1)
        )
        late = a_participant(practice, coordinator, enrolled_on=date(2025, 7, 2))

        with pytest.raises(ValidationError, match="had not begun"):
            said(late, "adjustment", coordinator, asked_on=DAY, decision="none")


class TestConsents:
    def test_the_newest_decision_stands_and_the_older_stay(self, participant, worker):
        assert facts.consented(participant, "part", DAY) is None
        consent = a_consent(participant, worker)
        assert str(consent) == "part 2025-06-01"
        a_consent(participant, worker, given=False, decided_on=date(2025, 7, 1))

        assert facts.consented(participant, "part", DAY) is True
        assert facts.consented(participant, "part", date(2025, 7, 1)) is False
        assert participant.consents.count() == 2

    def test_it_ends_by_itself(self, participant, worker):
        a_consent(participant, worker, expires_on=date(2025, 8, 1))

        assert facts.consented(participant, "part", date(2025, 8, 1)) is True
        assert facts.consented(participant, "part", date(2025, 8, 2)) is False

    def test_it_is_taken_back_at_once(self, participant, worker):
        consent = a_consent(participant, worker)

        taken = actions.withdraw(consent=consent, by=worker)

        assert taken.withdrawn_on == timezone.localdate()
        assert not taken.holds_on(timezone.localdate())
        noted = trail.of(participant.thing).count()
        actions.withdraw(consent=consent, by=worker)
        assert trail.of(participant.thing).count() == noted

    @pytest.mark.parametrize(
        ("facts_", "fault"),
        [
            ({"body": "The city"}, "Name the body"),
            ({"about": "share"}, "Name the body"),
            ({"given": False, "expires_on": date(2026, 1, 1)}, "a refusal does not end"),
            ({"expires_on": date(2025, 1, 1)}, "until a day after"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, participant, worker, facts_, fault):
        with pytest.raises(ValidationError, match=fault):
            a_consent(participant, worker, **facts_)

    def test_how_many_consented_is_counted_without_shares(self, practice, participant, worker, coordinator):
        a_participant(practice, coordinator)
        a_participant(practice, coordinator, enrolled_on=date(2025, 7, 1))
        a_consent(participant, worker)
        assert facts.consent_coverage(practice.pk, DAY) == Share(0, 2)

        a_consent(participant, worker, about="keep")

        assert facts.consent_coverage(practice.pk, DAY) == Share(1, 2)


class TestContact:
    AT = datetime(2025, 6, 2, 23, 30, tzinfo=timezone.get_default_timezone())

    def test_never_unless_it_was_allowed(self, participant, worker):
        assert not facts.may_contact(participant, "phone", self.AT)
        rule = said(participant, "contact", worker, channel="phone")
        assert str(rule) == "phone"
        assert not facts.may_contact(participant, "phone", self.AT)

        actions.revise(thing=rule, revision=1, by=worker, allowed=True)

        assert facts.may_contact(participant, "phone", self.AT)
        assert not facts.may_contact(participant, "text", self.AT)

    @pytest.mark.parametrize(
        ("start", "stop", "may"),
        [
            (None, time(22), False),
            (time(22), None, True),
            (time(9), time(12), False),
            (time(22), time(6), True),
            (time(4), time(3), True),
            (time(23, 45), time(6), False),
        ],
    )
    def test_in_the_hours_that_the_person_named(self, participant, worker, start, stop, may):
        said(participant, "contact", worker, channel="phone", allowed=True, from_hour=start, until_hour=stop)

        assert facts.may_contact(participant, "phone", self.AT) is may


class TestReferrals:
    def test_who_did_not_begin_is_counted_too(self, practice, participant, worker):
        came = actions.refer(
            practice=practice,
            by=worker,
            participant=participant,
            received_on=DAY,
            referrer="shelter",
            outcome="accepted",
        )
        other = actions.refer(
            practice=practice, by=worker, received_on=DAY, referrer="self", age_band="18-24"
        )

        actions.settle(referral=other, by=worker, outcome="refused", decided_on=DAY, refusal="full")

        assert str(came) == "2025-06-01 shelter"
        assert {one.outcome for one in facts.referrals_of(practice.pk)} == {"accepted", "refused"}
        assert [column.of(other) for column in facts.REFERRAL_COLUMNS][-1] == "no place was free"
        assert [column.of(came) for column in facts.REFERRAL_COLUMNS][-1] == ""

    def test_a_refusal_has_a_reason_and_only_a_refusal(self, practice, worker):
        referral = actions.refer(practice=practice, by=worker, received_on=DAY, referrer="self")

        with pytest.raises(ValidationError, match="Say why"):
            actions.settle(referral=referral, by=worker, outcome="refused", decided_on=DAY)
        assert (
            actions.settle(
                referral=referral, by=worker, outcome="accepted", decided_on=DAY, refusal="full"
            ).refusal
            == ""
        )


def test_what_is_not_recorded_yet_is_told(participant, worker):
    assert [str(gap) for gap in facts.gaps_of(facts.with_gaps(facts.assigned_to(worker)).get())] == [
        str(label) for label in facts.GAPS.values()
    ]
    actions.revise(thing=participant, revision=1, by=worker, age_band="25-30", sex="unsaid")
    said(participant, "language", worker, tag="ti")
    said(participant, "contact", worker, channel="phone")
    said(participant, "adjustment", worker, asked_on=DAY, decision="none")
    a_consent(participant, worker)
    a_consent(participant, worker, about="keep", given=False)

    assert facts.gaps_of(facts.with_gaps(facts.assigned_to(worker)).get()) == []


def test_the_load_of_work_can_be_counted(practice, participant, worker):
    assert facts.assignments_of(practice.pk).get().worker == worker
