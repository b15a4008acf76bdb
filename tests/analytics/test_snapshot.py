"""What is in a snapshot, where it lies, and how long."""

import os
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from pyarrow import parquet

from cairn.analytics import actions, files, snapshot, tables
from cairn.analytics.files import Strange
from cairn.analytics.privacy import FILES
from cairn.analytics.tables import TABLES, Sort, Table
from cairn.participants.signals import erasing
from cairn.trail.models import Entry
from cairn.vault.privacy import NEVER, Who
from tests.factories import Coordinator, Reader, a_person
from tests.participants.factories import a_participant
from tests.plans.conftest import a_goal, plan, worker  # noqa: F401  # fixtures

pytestmark = pytest.mark.django_db


@pytest.fixture
def participant(practice, coordinator, worker):  # noqa: F811  # the fixture
    return a_participant(practice, coordinator, worker=worker, sex="woman", age_band="18-24")


@pytest.fixture
def written(participant, plan, worker, coordinator):  # noqa: F811  # the fixtures
    a_goal(plan, worker, words="Learn to weld")
    return actions.take(by=coordinator)


def read(folder, name):
    return parquet.read_table(folder / f"{name}.parquet").to_pylist()


def test_every_column_says_who_sees_it_and_none_is_sealed():
    assert {name: set(table.columns) for name, table in TABLES.items()} == {
        name: set(columns) for name, columns in FILES.items()
    }
    assert {who for columns in FILES.values() for who in columns.values()} == {Who.SYSTEM, Who.TEAM}
    assert [name for columns in FILES.values() for name in columns for piece in NEVER if piece in name] == []


def test_it_holds_days_and_choices_and_no_code_or_word(written, participant, practice):
    person = read(written, "people")[0]

    assert person | {"person": 0} == {
        "practice": practice.pk,
        "person": 0,
        "sex": "woman",
        "age": "18-24",
        "enrolled_on": participant.enrolled_on,
        "ended_on": None,
    }
    assert read(written, "plans")[0]["person"] == person["person"]
    everything = b"".join(file.read_bytes() for file in written.iterdir())
    rows = str([read(written, file.stem) for file in written.iterdir()])
    for telling in (participant.code, str(participant.pk), participant.pk.hex, "weld", practice.title):
        assert telling not in rows
        assert telling.encode() not in everything


def test_only_its_owner_can_open_it(written):
    assert {oct(file.stat().st_mode & 0o777) for file in written.iterdir()} == {"0o600"}
    folders = (written, written.parent, snapshot.root())
    assert {oct(folder.stat().st_mode & 0o777) for folder in folders} == {"0o700"}


def test_taking_it_is_written_down(written, practice, coordinator):
    entry = Entry.objects.get(thing="list:snapshot")

    assert (entry.by, entry.practice, entry.deed) == (coordinator, practice.pk, "exported")


def test_it_holds_what_the_person_may_take_and_nothing_else(written, practice, stranger, organisation):
    assert read(written, "practices") == [{"practice": practice.pk}]
    for person in (stranger, a_person("Rhea", organisation, Reader)):
        folder = actions.take(by=person)
        assert read(folder, "practices") == read(folder, "people") == []


def test_the_newest_counts_and_takes_the_place_of_the_one_before(written, coordinator):
    assert snapshot.newest(coordinator) == written

    again = actions.take(by=coordinator)

    assert snapshot.newest(coordinator) == again
    assert list(again.parent.iterdir()) == [again]


def test_people_have_other_numbers_in_each(practice, coordinator, monkeypatch):
    for _ in range(30):
        a_participant(practice, coordinator, enrolled_on=date(2025, 3, 1))
    drawn = [[person["person"] for person in read(actions.take(by=coordinator), "people")] for _ in range(2)]

    assert drawn[0] != drawn[1]
    assert drawn[0] != sorted(drawn[0])


def test_a_word_that_is_on_no_list_is_not_taken_and_the_one_before_stays(written, coordinator, monkeypatch):
    odd = Table({"state": frozenset({"held"})}, lambda _practice: [("Amina came",)])
    monkeypatch.setitem(tables.TABLES, "odd", odd)

    with pytest.raises(Strange, match="state: 1 values"):
        actions.take(by=coordinator)

    assert snapshot.newest(coordinator) == written
    assert list(written.parent.iterdir()) == [written]


def test_rows_are_written_in_groups(practice, coordinator, monkeypatch):
    monkeypatch.setattr(files, "AT_ONCE", 2)
    many = Table({"day": Sort.DAY}, lambda _practice: [(date(2025, 1, 1),)] * 5)
    monkeypatch.setitem(tables.TABLES, "many", many)

    folder = actions.take(by=coordinator)

    assert parquet.ParquetFile(folder / "many.parquet").num_row_groups == 3
    assert len(read(folder, "many")) == 5


def test_all_go_once_somebody_is_erased(
    written, participant, coordinator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        erasing.send(sender=None, participant=participant)

    assert snapshot.newest(coordinator) is None
    assert not snapshot.root().exists()


def test_whoever_never_took_one_has_none(organisation):
    assert snapshot.newest(a_person("Nora", organisation, Coordinator)) is None


def test_it_goes_after_a_month(written, coordinator, capsys):
    call_command("forget_snapshots")
    assert snapshot.newest(coordinator) == written
    long_ago = (timezone.now() - timedelta(days=32)).timestamp()
    os.utime(written, (long_ago, long_ago))

    call_command("forget_snapshots")

    assert snapshot.newest(coordinator) is None
    assert capsys.readouterr().out.splitlines() == ["Snapshots deleted: 0.", "Snapshots deleted: 1."]
