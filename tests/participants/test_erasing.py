"""Records end: by time, unless held, and in every backup."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from cairn.participants import actions, facts
from cairn.participants.ending import erasing
from cairn.participants.models import Term
from cairn.participants.opening import opened
from cairn.participants.signals import erasing as told
from cairn.practices.days import months_later
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from cairn.trail.models import Entry
from cairn.vault import keystore
from cairn.vault.keystore import Forgotten
from cairn.vault.sealing import unseal
from tests.participants.factories import a_participant
from tests.trail.tampering import without_guard

pytestmark = pytest.mark.django_db
CAME, ASKED, LEFT = date(2025, 3, 9), date(2025, 4, 9), date(2025, 6, 30)


@pytest.fixture
def gone(practice, coordinator, worker):
    """Was known well, and left."""
    person = a_participant(
        practice, coordinator, worker=worker, enrolled_on=CAME, nationality="ER", age_band="25-30", children=1
    )
    lines = (
        ("language", {"tag": "ti"}),
        ("contact", {"channel": "phone", "address": "0470 1"}),
        ("adjustment", {"asked_on": ASKED, "kind": "a ramp", "decision": "agreed", "decided_on": ASKED}),
        ("consent", {"about": "keep", "given": True, "decided_on": ASKED, "language": "ti"}),
    )
    for kind, said in lines:
        actions.add(participant=person, what=kind, by=worker, **said)
    actions.refer(practice=practice, by=worker, participant=person, received_on=ASKED, referrer="self")
    return actions.leave(participant=person, on=LEFT, by=worker, retention="brief")


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 6, 30), 6, date(2025, 12, 30)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2025, 12, 1), 36, date(2028, 12, 1)),
    ],
)
def test_months_end_on_the_same_day_or_the_last(day, months, later):
    assert months_later(day, months) == later


class TestTerms:
    def test_the_exit_starts_the_clock(self, practice, gone, participant):
        assert erasing.due_for_erasure(date(2025, 12, 29)) == []
        assert [due.participant for due in erasing.due_for_erasure(date(2025, 12, 30))] == [gone]

    def test_a_practice_has_terms_of_its_own(self, practice, gone, coordinator, participant):
        erasing.set_terms(practice=practice, months={"brief": 1}, by=coordinator)

        assert str(Term.objects.get(retention="brief")) == "brief: 1"
        assert erasing.terms_of(practice.pk) == {"brief": 1, "usual": 36, "long": 84}
        assert erasing.ends_of(practice.pk)[0].on == erasing.end_of(gone) == date(2025, 7, 30)
        assert erasing.end_of(participant) is None
        assert trail.of(f"terms:{practice.pk}").get().by == coordinator
        assert erasing.ends_of(practice.pk + 1) == []


class TestHold:
    def test_it_takes_two(self, gone, worker, coordinator):
        hold = erasing.ask_hold(participant=gone, reason="court", by=worker)
        assert str(hold) == f"{gone.code}: court"
        assert len(erasing.due_for_erasure(date(2026, 1, 1))) == 1
        with pytest.raises(ValidationError, match="Somebody else"):
            erasing.confirm_hold(hold=hold, by=worker)

        erasing.confirm_hold(hold=hold, by=coordinator)

        assert erasing.due_for_erasure(date(2026, 1, 1)) == []
        assert trail.of(gone.thing).first().deed == Deed.HELD
        with pytest.raises(ValidationError, match="legal hold"):
            erasing.erase(participant=gone, by=coordinator)

    def test_it_takes_two_to_lift_it(self, gone, worker, coordinator):
        hold = erasing.ask_hold(participant=gone, reason="court", by=worker)
        erasing.confirm_hold(hold=hold, by=coordinator)
        with pytest.raises(ValidationError, match="Two lift a hold"):
            erasing.lift_hold(hold=hold, by=coordinator)
        erasing.ask_lift(hold=hold, by=coordinator)
        with pytest.raises(ValidationError, match="Two lift a hold"):
            erasing.lift_hold(hold=hold, by=coordinator)
        assert erasing.due_for_erasure(date(2026, 1, 1)) == []

        erasing.lift_hold(hold=hold, by=worker)

        assert len(erasing.due_for_erasure(date(2026, 1, 1))) == 1
        assert trail.of(gone.thing).first().deed == Deed.LIFTED
        assert erasing.ask_hold(participant=gone, reason="audit", by=worker).reason == "audit"

    def test_one_that_nobody_confirmed_is_lifted_by_one(self, gone, worker):
        hold = erasing.ask_hold(participant=gone, reason="court", by=worker)

        assert erasing.lift_hold(hold=hold, by=worker).lifted_at

    def test_one_at_a_time(self, gone, worker):
        erasing.ask_hold(participant=gone, reason="court", by=worker)

        with pytest.raises(ValidationError):
            erasing.ask_hold(participant=gone, reason="audit", by=worker)


class TestErasure:
    def test_what_could_point_to_one_person_goes_and_what_figures_need_stays(
        self, practice, gone, coordinator, worker, django_capture_on_commit_callbacks
    ):
        heard = []
        told.connect(lambda participant, **_: heard.append(participant.pk), weak=False, dispatch_uid="story")

        with django_capture_on_commit_callbacks(execute=True):
            erasing.erase(participant=gone, by=coordinator)
        told.disconnect(dispatch_uid="story")

        left = facts.of_practice(practice.pk).get()
        assert (left.code, left.age_band, left.children) == ("", "25-30", None)
        assert (left.enrolled_on, left.ended_on) == (date(2025, 3, 1), date(2025, 6, 1))
        assert left.nationality == ""
        need = facts.adjustments_of(practice.pk).get()
        assert (need.kind, need.asked_on, need.provided_on) == ("", date(2025, 4, 1), None)
        lines = (left.languages, left.contacts, left.consents, left.holds)
        assert [rows.count() for rows in lines] == [0, 0, 0, 0]
        assert facts.referrals_of(practice.pk).get().participant is None
        assert heard == [gone.pk]

    def test_nobody_opens_it_and_the_trail_says_so_without_content(
        self, gone, worker, coordinator, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            erasing.erase(participant=gone, by=None)

        with pytest.raises(Http404):
            opened(by=worker, pk=gone.pk)
        entry = trail.of(gone.thing).first()
        assert (entry.deed, entry.by, entry.reason) == (Deed.ERASED, None, "")
        with pytest.raises(Forgotten):
            keystore.key_of(gone.sealed_for)

    def test_two_can_be_erased_in_one_practice(
        self, practice, gone, participant, coordinator, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            erasing.erase(participant=gone, by=coordinator)
            erasing.erase(participant=participant, by=coordinator)

        assert facts.of_practice(practice.pk).filter(code="").count() == 2
        assert facts.by_code(practice.pk).count() == 0

    def test_one_that_was_cut_off_is_finished(self, gone, coordinator):
        """The machine stopped after the rows were stored and before the key was destroyed."""
        erasing.erase(participant=gone, by=coordinator)
        assert erasing.half_erased() == [gone.sealed_for]

        assert erasing.finish() == 1

        assert erasing.half_erased() == []


def nationality_in(database, participant):
    """What a restored database says of somebody, opened with the keys of today."""
    (sealed,) = database.execute(
        "SELECT nationality FROM participants_participant WHERE code = ?", [participant.code]
    ).fetchone()
    place = f"participants.participant.nationality.{participant.pk}"
    return unseal(sealed, owner=participant.sealed_for, place=place)


@pytest.fixture
def stored(transactional_db):
    """The story is stored in earnest; afterwards its trail must go, which the database refuses otherwise."""
    yield
    with without_guard(connection):
        Entry.objects.all().delete()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a backup by SQLite's own way")
def test_a_backup_from_before_brings_nobody_back(stored, practice, gone, worker, coordinator):
    other = a_participant(practice, coordinator, worker=worker, nationality="SO")
    with closing(sqlite3.connect(":memory:")) as restored:
        connection.connection.backup(restored)
        assert nationality_in(restored, gone) == "ER"

        with CaptureQueriesContext(connection) as asked:
            erasing.erase(participant=gone, by=coordinator)

        assert asked[-1]["sql"] == "PRAGMA wal_checkpoint(TRUNCATE)"
        with pytest.raises(Forgotten):
            nationality_in(restored, gone)
        assert nationality_in(restored, other) == "SO"


def test_who_was_brought_back_by_a_backup_is_found_and_opened_by_nobody(gone, worker, participant):
    keystore.destroy(gone.sealed_for)

    with pytest.raises(Http404):
        opened(by=worker, pk=gone.pk)
    assert erasing.without_key() == [gone]
