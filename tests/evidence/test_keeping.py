"""What was computed is kept while it holds, and never longer."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone, translation

from cairn.evidence import facts, keeping, watching
from cairn.evidence.enums import Outcome
from cairn.evidence.models import Changed, Snapshot, State
from cairn.practices import actions as practices
from cairn.registers.kinds import all_kinds
from cairn.registers.models import Record
from cairn.surveys.models import Form
from tests.registers.factories import a_record

CRITERIA, OWN = "good-practice-criteria", "cairn-sustainability"


def kept(practice, framework=CRITERIA):
    return facts.standing(practice, framework, traces=True).items


def fresh(practice, framework=CRITERIA):
    return facts.of_practice(practice, framework, timezone.localdate())


@pytest.fixture
def computed(monkeypatch):
    """Of every time that rules were asked, which items."""
    asked, ask = [], keeping.computed

    def spied(*more, items):
        asked.append(items)
        return ask(*more, items=items)

    monkeypatch.setattr(keeping, "computed", spied)
    return asked


def test_what_has_not_changed_is_told_again_in_one_query(
    practice, coordinator, computed, django_assert_num_queries
):
    a_record(practice, coordinator, "policy_recommendation")
    first = facts.standing(practice, CRITERIA)
    with django_assert_num_queries(1):
        again = facts.standing(practice, CRITERIA)

    assert len(computed) == 1
    assert (again.as_of, again.computed_at) == (timezone.localdate(), first.computed_at)
    assert kept(practice) == fresh(practice)


def test_whatever_kind_of_record_comes_in_it_is_never_wrong(practice, coordinator, computed):
    kept(practice, OWN)
    for kind in all_kinds():
        a_record(practice, coordinator, kind)
        assert kept(practice) == fresh(practice), kind
    Record.objects.update(happened_on=timezone.localdate() - timedelta(days=800))
    assert kept(practice) == fresh(practice)
    assert kept(practice, OWN) == fresh(practice, OWN)
    again = [items for items in computed if items is not None]
    assert len(again) > 30
    assert sum(map(len, again)) < len(again) * 13  # on average no more than a third of all items


def test_one_practice_does_not_disturb_another(practice, organisation, coordinator, computed):
    other = practices.create(organisation=organisation, by=coordinator, title="Another")
    facts.standing(practice, CRITERIA)
    a_record(other, coordinator, "risk")
    facts.standing(practice, CRITERIA)

    assert len(computed) == 1


def test_another_day_computes_everything_and_so_do_other_rules(practice, computed, monkeypatch):
    facts.standing(practice, CRITERIA)
    keeping.standing(practice.pk, CRITERIA, timezone.localdate() + timedelta(days=1))
    monkeypatch.setattr(keeping, "code", lambda: "other rules")
    keeping.standing(practice.pk, CRITERIA, timezone.localdate() + timedelta(days=1))

    assert computed == [None, None, None]


def test_where_there_are_no_rules_nothing_is_asked(practice, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert facts.standing(practice, "oecd-dac").items == {}


def test_it_is_kept_in_no_language(practice):
    with translation.override("fr"):
        first = facts.standing(practice, CRITERIA).items["P2.1"].parts[0]
        french = str(first.asks)
    again = facts.standing(practice, CRITERIA).items["P2.1"].parts[0]

    assert str(again.asks) == "Recommendations in the last twelve months"
    assert french != str(again.asks)


def test_what_changes_while_it_is_computed_is_computed_by_the_next(practice, coordinator, monkeypatch):
    ask = keeping.computed

    def meanwhile(*asked, **how):
        found = ask(*asked, **how)
        if not Record.objects.exists():
            a_record(practice, coordinator, "policy_recommendation")
        return found

    monkeypatch.setattr(keeping, "computed", meanwhile)

    assert facts.standing(practice, CRITERIA).items["P2.1"].outcome is Outcome.NO_DATA
    assert facts.standing(practice, CRITERIA).items["P2.1"].outcome is Outcome.PARTLY


class TestStates:
    def test_a_change_ends_one_state_and_begins_another(self, practice, coordinator):
        yesterday = timezone.localdate() - timedelta(days=1)
        keeping.standing(practice.pk, CRITERIA, yesterday)
        a_record(practice, coordinator, "policy_recommendation")
        facts.standing(practice, CRITERIA)
        now, before = facts.history(practice, CRITERIA, "P2.1")

        assert (before.since, before.until, before.outcome) == (
            yesterday,
            timezone.localdate(),
            Outcome.NO_DATA,
        )
        assert (now.since, now.until, now.outcome) == (timezone.localdate(), None, Outcome.PARTLY)
        assert facts.on(practice, CRITERIA, yesterday)["P2.1"] == before
        assert facts.on(practice, CRITERIA, timezone.localdate())["P2.1"] == now
        assert facts.on(practice, CRITERIA, yesterday - timedelta(days=1)) == {}
        assert facts.history(practice, CRITERIA, "E1.3").count() == 1

    def test_of_one_day_the_last_is_kept(self, practice, coordinator):
        facts.standing(practice, CRITERIA)
        a_record(practice, coordinator, "policy_recommendation")
        facts.standing(practice, CRITERIA)
        (state,) = facts.history(practice, CRITERIA, "P2.1")

        assert state.outcome == Outcome.PARTLY
        assert {verdict for verdict, _part, _whole in state.said.values()} >= {"partly"}
        assert str(state) == f"P2.1 partly {timezone.localdate()}"

    def test_more_of_the_same_is_no_other_state(self, practice, coordinator):
        keeping.standing(practice.pk, CRITERIA, timezone.localdate() - timedelta(days=1))
        facts.standing(practice, CRITERIA)

        assert not State.objects.exclude(until=None).exists()


def test_a_daily_look_notices_what_nobody_looked_at(practice, capsys):
    call_command("note_evidence")
    assert capsys.readouterr().out == "Looked at: 0\n"
    keeping.standing(practice.pk, CRITERIA, timezone.localdate() - timedelta(days=1))
    call_command("note_evidence")

    assert capsys.readouterr().out == "Looked at: 1\n"
    assert Snapshot.objects.get().as_of == timezone.localdate()


class TestWatching:
    def test_every_watched_table_has_its_triggers(self, db):
        with connection.cursor() as cursor:
            cursor.execute(watching.THERE[connection.vendor])
            there = {(name, table) for name, table in cursor.fetchall()}

        assert there == {
            (f"evidence_noted_{table}_{event}"[:63], table)
            for table in watching.watched()
            for event in ("insert", "update", "delete")
        }

    def test_the_way_to_the_practice_is_the_shortest(self, db):
        paths = watching.watched()

        assert [key.column for key in paths["activities_attendance"]] in (
            ["session_id", "activity_id", "practice_id"],
            ["participant_id", "practice_id"],
        )
        assert paths["surveys_checkedtext"][-1].column == "practice_id"

    def test_a_migration_takes_them_down_and_puts_them_up_and_forgets_what_was_computed(self, practice):
        facts.standing(practice, CRITERIA)
        watching.take_down(plan=[])
        watching.put_up()
        assert Snapshot.objects.exists()

        watching.take_down(plan=["one"])
        assert not Snapshot.objects.exists()
        practice.save()
        facts.standing(practice, CRITERIA)
        Changed.objects.all().delete()
        practice.save()
        assert not Changed.objects.exists()

        watching.put_up(plan=["one"])
        practice.save()
        assert str(Changed.objects.get()) == f"{practice.pk} practices_practice"
        assert not Snapshot.objects.exists()

    def test_before_its_own_tables_are_there_nothing_is_watched(self, db, monkeypatch):
        monkeypatch.setattr(connection.introspection, "table_names", lambda: ["practices_practice"])
        watching.put_up(plan=["one"])
        with connection.cursor() as cursor:
            cursor.execute(watching.THERE[connection.vendor])
            assert cursor.fetchall() == []

    def test_what_belongs_to_no_practice_changes_for_all(self, practice):
        Changed.objects.all().delete()
        form = Form.objects.create(key="all", purpose="session")
        form.delete()

        assert {(line.practice, line.source) for line in Changed.objects.all()} == {
            (practice.pk, "surveys_form")
        }


def test_what_is_kept_says_what_it_is(practice):
    facts.standing(practice, CRITERIA)

    assert str(Snapshot.objects.get()) == f"{practice.pk} {CRITERIA} {timezone.localdate()}"
