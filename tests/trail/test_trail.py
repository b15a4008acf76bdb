"""A chain in which every tampering shows."""

import random
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from cairn.trail import actions, facts
from cairn.trail.enums import Deed
from cairn.trail.models import Entry, Head
from tests.trail.tampering import TAMPERINGS, without_guard

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(coordinator):
    """Forty deeds with forty records."""
    for number in range(40):
        actions.note(
            by=coordinator if number % 3 else None,
            deed=list(Deed)[number % 5],
            thing=f"participant:{number}",
            practice=1 + number % 2,
            reason="" if number % 4 else f"reason {number}",
        )


def test_an_untouched_chain_has_no_fault(chain):
    assert facts.fault() is None
    assert facts.fault(facts.head()) is None
    assert facts.head().number == 40


def test_one_deed_with_many_things_is_an_entry_for_each_in_as_many_statements_as_one(
    chain, coordinator, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        noted = actions.note_each(by=coordinator, deed=Deed.CHANGED, things=map(str, range(30)), practice=1)

    assert [entry.number for entry in noted] == list(range(41, 71))
    assert facts.fault() is None


def test_an_empty_chain_has_no_fault(db):
    assert facts.fault() is None
    assert facts.head() == (0, "")


def test_the_database_itself_refuses_to_change_or_delete(chain):
    for deed in (
        lambda: Entry.objects.filter(number=3).update(reason="x"),
        Entry.objects.filter(number=3).delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()
    assert facts.fault() is None


@pytest.mark.parametrize("seed", range(100))
def test_one_hundred_tamperings_are_caught(chain, seed):
    """Of five kinds, twenty each, by somebody who can write the database but holds no key."""
    kind = list(TAMPERINGS)[seed % len(TAMPERINGS)]
    anchor = facts.head()
    with without_guard(connection):
        TAMPERINGS[kind](random.Random(seed))  # noqa: S311  # repeatable, not secret

    assert facts.fault(anchor) is not None, kind


def test_cutting_off_the_end_with_an_older_head_is_seen_by_the_anchor_only(chain):
    anchor = facts.head()
    with without_guard(connection):
        Entry.objects.filter(number__gt=30).delete()
        Head.objects.update(number=30, mac=Entry.objects.get(number=30).mac)

    assert facts.fault() is None
    assert facts.fault(anchor).number == 30


def test_another_chain_is_seen_by_the_anchor(chain):
    assert facts.fault(facts.Anchor(5, "0" * 64)).number == 5


def test_the_commands_print_and_check_an_anchor(chain, capsys):
    call_command("trail", "anchor")
    anchor = capsys.readouterr().out.strip()
    call_command("trail", "verify", anchor)
    assert "40 entries" in capsys.readouterr().out
    call_command("trail", "verify")
    with pytest.raises(CommandError, match="looks like"):
        call_command("trail", "verify", "nonsense")
    with pytest.raises(CommandError, match="Entry 40"):
        call_command("trail", "verify", "40:0000")


def test_what_was_done_with_one_record_is_found(chain, coordinator):
    assert [entry.number for entry in facts.of("participant:7")] == [8]
    assert facts.of_practice(1).count() == 20
    row = facts.of("participant:7").get()
    assert [column.of(row) for column in facts.COLUMNS][2:] == [
        "Cora",
        row.get_deed_display(),
        "participant:7",
        "",
    ]
    assert facts.COLUMNS[2].of(facts.of("participant:0").get()) == ""
    assert str(row) == f"8 {row.deed} participant:7"
    assert str(Head.objects.get()) == "40"


def test_the_newest_alone_can_be_looked_at(chain):
    """What a page can afford at every visit."""
    assert facts.fault(last=10) is None
    assert facts.fault(last=400) is None
    with without_guard(connection):
        Entry.objects.filter(number=35).update(reason="x")
        Entry.objects.filter(number=5).update(reason="x")

    assert facts.fault(last=10).number == 35
    assert facts.fault(last=3) is None
    assert facts.fault().number == 5


def test_a_gap_before_the_newest_shows(chain):
    with without_guard(connection):
        Entry.objects.filter(number=30).delete()

    assert facts.fault(last=10).number == 31


def test_who_did_something_and_what_was_an_emergency(chain, coordinator):
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)

    assert list(facts.people_in(1)) == [coordinator]
    assert facts.emergencies(1, long_ago).count() == 0
    actions.note(by=coordinator, deed=Deed.BROKE_GLASS, thing="participant:1", practice=1)
    assert facts.emergencies(1, long_ago).get().number == 41
