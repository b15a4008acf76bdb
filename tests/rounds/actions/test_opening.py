"""Open a round, ask people, remind them."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from cairn.assessments import actions as assessments
from cairn.people.actions import NameMissing
from cairn.people.models import Person
from cairn.rounds.actions import agreeing, judging, opening
from cairn.rounds.enums import Kind
from cairn.rounds.models import Round
from tests.assessments.factories import an_assessment
from tests.factories import Coordinator, a_person
from tests.rounds.factories import a_round, a_seat, handed_in, judge

pytestmark = pytest.mark.django_db


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def test_only_one_round_of_an_assessment_runs_at_a_time(organisation, coordinator):
    round_ = a_round(organisation, coordinator)

    with pytest.raises(ValidationError, match="running already"):
        a_round(organisation, coordinator, assessment=round_.assessment)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(assessment=round_.assessment, purpose="self", opened_by=coordinator)


def test_a_published_assessment_is_not_judged_any_more(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    assessments.publish(assessment=assessment, by=coordinator)

    with pytest.raises(ValidationError, match="published"):
        a_round(organisation, coordinator, assessment=assessment)


def test_the_last_day_is_not_in_the_past_unless_it_was_set_before(organisation, coordinator):
    with pytest.raises(ValidationError, match="passed"):
        a_round(organisation, coordinator, deadline=today(-1))
    round_ = a_round(organisation, coordinator, deadline=today())
    Round.objects.filter(pk=round_.pk).update(deadline=today(-3))
    round_.refresh_from_db()

    assert round_.overdue
    assert (
        opening.revise(round_=round_, deadline=today(-3), instructions=" Ask Cora. ").instructions
        == "Ask Cora."
    )
    with pytest.raises(ValidationError, match="passed"):
        opening.revise(round_=round_, deadline=today(-1), instructions="")
    assert not opening.revise(round_=round_, deadline=today(1), instructions="").overdue


def test_someone_new_gets_an_account_and_no_role(
    organisation, coordinator, django_capture_on_commit_callbacks, mailoutbox
):
    round_ = a_round(organisation, coordinator)

    with django_capture_on_commit_callbacks(execute=True):
        seat, password = opening.invite(
            round_=round_,
            email="eva@example.org",
            name="Eva",
            kind=Kind.EXTERNAL,
            scope=["A"],
            by=coordinator,
        )

    assert seat.person.check_password(password)
    assert not seat.person.memberships.exists()
    assert str(seat.person.notices.get()) == "Cora asks you to judge “Bread and Words”."
    assert f"/judging/{seat.pk}/" in mailoutbox[0].body
    assert str(seat).startswith("Eva: ")
    assert "Assessors are judging" in str(round_)


def test_someone_new_needs_a_name(organisation, coordinator):
    round_ = a_round(organisation, coordinator)

    with pytest.raises(NameMissing):
        opening.invite(
            round_=round_, email="eva@example.org", name=" ", kind=Kind.PEER, scope=[], by=coordinator
        )
    assert not Person.objects.filter(email="eva@example.org").exists()


def test_nobody_is_asked_twice_nor_for_a_criterion_that_is_not_there(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    seat = a_seat(round_, coordinator, "Ada")

    with pytest.raises(ValidationError, match="asked already"):
        a_seat(round_, coordinator, person=seat.person)
    with pytest.raises(ValidationError, match="no such criterion"):
        a_seat(round_, coordinator, "Bo", scope=["Z"])


def test_who_cannot_sign_in_cannot_judge(organisation, coordinator):
    gone = a_person("Gus")
    Person.objects.filter(pk=gone.pk).update(is_active=False)

    with pytest.raises(ValidationError, match="cannot sign in"):
        a_seat(a_round(organisation, coordinator), coordinator, person=gone)


def test_who_could_read_the_judgements_is_not_asked_any_more(organisation, coordinator):
    other = a_person("Otto", organisation, Coordinator)
    round_ = a_round(organisation, coordinator)
    handed_in(round_, coordinator, "Ada", A1_1="met")
    round_.refresh_from_db()

    with pytest.raises(ValidationError, match="not be independent"):
        a_seat(round_, coordinator, person=other)
    assert a_seat(round_, coordinator, "Bo").pk


def test_nobody_is_asked_once_judging_is_over(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    handed_in(round_, coordinator, "Ada")
    agreeing.begin_agreeing(round_=round_, by=coordinator)

    with pytest.raises(ValidationError, match="over"):
        a_seat(round_, coordinator, "Bo")
    with pytest.raises(ValidationError, match="over"):
        opening.revise(round_=round_, deadline=None, instructions="")
    assert opening.remind(round_=round_, by=coordinator) == []


def test_people_are_reminded_once_a_day(organisation, coordinator):
    round_ = a_round(organisation, coordinator)
    late, done = a_seat(round_, coordinator, "Ada"), a_seat(round_, coordinator, "Bo")
    judge(done, A1_1="met")
    judging.hand_in(seat=done)

    assert opening.remind(round_=round_, by=coordinator) == [late]
    assert opening.remind(round_=round_, by=coordinator) == []
    assert str(late.person.notices.first()) == ("Your judgements of “Bread and Words” are waited for.")
    assert done.person.notices.count() == 1


def test_the_command_reminds_where_the_last_day_is_near(organisation, coordinator):
    near = a_round(organisation, coordinator, deadline=today(2))
    far = a_round(organisation, coordinator, deadline=today(20))
    seat = a_seat(near, coordinator, person=coordinator)
    a_seat(far, coordinator, "Ada")

    for told in ("Reminded: 1\n", "Reminded: 0\n"):
        out = StringIO()
        call_command("remind_assessors", stdout=out)
        assert out.getvalue() == told
    assert str(coordinator.notices.first()).endswith(f"(last day: {today(2)}).")
    assert coordinator.notices.first().address == f"/judging/{seat.pk}/"
