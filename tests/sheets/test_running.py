"""Imports beside the page; here the thread is waited for."""

from types import SimpleNamespace

import pytest

from cairn.participants.models import Participant
from cairn.sheets import actions, facts, running
from cairn.sheets.enums import State
from tests.sheets.conftest import a_csv

RUN = running._run  # what the thread does
BEGIN = running.begin


@pytest.fixture
def sheet(practice, people, coordinator):
    sheet = actions.take_in(
        practice=practice,
        table=people,
        name="people.csv",
        data=a_csv(["Takes part since"], ["2025-03-01"]),
        by=coordinator,
    )
    actions.start(sheet=sheet)
    sheet.refresh_from_db()
    return sheet


@pytest.fixture(autouse=True)
def _same_connection(monkeypatch):
    monkeypatch.setattr(running.connections, "close_all", lambda: None)


@pytest.mark.django_db
def test_it_runs_to_its_end(sheet, coordinator):
    RUN(sheet, False, coordinator, "en")

    assert Participant.objects.count() == 1


@pytest.mark.django_db
def test_whatever_goes_wrong_is_told_and_logged_and_nothing_comes_in(sheet, coordinator, monkeypatch, caplog):
    monkeypatch.setattr(facts, "judged", lambda *_, **__: 1 / 0)

    RUN(sheet, False, coordinator, "en")

    sheet.refresh_from_db()
    assert sheet.state == State.STOPPED
    assert "Nothing was brought in" in sheet.stopped_by
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.django_db
def test_it_begins_in_a_thread_of_its_own(sheet, coordinator, monkeypatch):
    begun = []
    monkeypatch.setattr(running.threading, "Thread", lambda **said: begun.append(said) or Still())

    BEGIN(sheet=sheet, only_good=True, by=coordinator)

    assert begun[0]["args"] == (sheet, True, coordinator, "en")
    assert not running.is_dead(sheet)


class Still:
    def start(self):
        """Nothing happens."""


def test_tables_are_found_in_every_room_that_declares_some(monkeypatch, people):
    monkeypatch.undo()
    monkeypatch.setattr(facts, "find_spec", lambda name: name == "cairn.people.lists")
    monkeypatch.setattr(facts, "import_module", lambda _name: SimpleNamespace(TABLES=[people]))

    assert facts.tables() == {"people": people}
