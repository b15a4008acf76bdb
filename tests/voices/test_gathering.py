"""Those who send at the same time are written together, and each hears of their own."""

import threading

import pytest
from django.core.exceptions import ValidationError

from cairn.voices import gathering, intake
from cairn.voices.enums import Taken, Way
from cairn.voices.gathering import Gathering
from cairn.voices.intake import Submission
from cairn.voices.models import Answer, Remark


def sent(opening, token, words=""):
    return Submission(opening, token, "en", Way.PHONE, {"today": token}, {"words": words})


class Database:
    """In place of the real one: writes when it is let, and remembers what it was given at once."""

    def __init__(self, but=""):
        self.let, self.begun = threading.Event(), threading.Event()
        self.batches, self.but = [], but

    def take_in_all(self, submissions):
        self.batches.append([each.token for each in submissions])
        self.begun.set()
        self.let.wait(10)
        if self.but in self.batches[-1]:
            raise ZeroDivisionError
        return [ValidationError("full") if each.token == "full" else Taken.NOW for each in submissions]


@pytest.fixture
def database(monkeypatch):
    made = Database(but="broken")
    monkeypatch.setattr(intake, "take_in_all", made.take_in_all)
    return made


def heard(database, *tokens):
    """What each hears, when the first is being written while the others come."""
    room, told = Gathering(), {}

    def come(token):
        try:
            told[token] = room.take_in(sent(1, token))
        except (ValidationError, ZeroDivisionError) as refusal:
            told[token] = type(refusal)

    threads = [threading.Thread(target=come, args=[token], daemon=True) for token in tokens]
    threads[0].start()
    assert database.begun.wait(10)
    for thread in threads[1:]:
        thread.start()
    while len(room._waiting) < len(tokens) - 1:
        pass
    database.let.set()
    for thread in threads:
        thread.join(10)
    return told


def test_whoever_comes_meanwhile_is_written_at_once(database):
    assert heard(database, "first", "a", "b", "c") == dict.fromkeys(("first", "a", "b", "c"), Taken.NOW)
    assert [sorted(batch) for batch in database.batches] == [["first"], ["a", "b", "c"]]


def test_a_refusal_is_told_to_the_one_who_sent_it(database):
    assert heard(database, "first", "a", "full") == {
        "first": Taken.NOW,
        "a": Taken.NOW,
        "full": ValidationError,
    }


def test_what_cannot_be_written_hinders_no_other(database):
    told = heard(database, "first", "a", "broken", "b")

    assert told == {"first": Taken.NOW, "a": Taken.NOW, "broken": ZeroDivisionError, "b": Taken.NOW}
    assert sorted(map(len, database.batches)) == [1, 1, 1, 1, 3]


def test_not_all_the_world_at_once(database, monkeypatch):
    monkeypatch.setattr(gathering, "MOST", 2)

    assert len(heard(database, *"abcdef")) == 6
    assert [len(batch) for batch in database.batches] == [1, 2, 2, 1]


@pytest.mark.django_db
class TestManyAtOnce:
    def test_of_one_opening_and_of_others(self, opening, practice, form, coordinator, today):
        other = intake.Opening.objects.create(
            practice=practice, version=form.versions.get(), kind="partners", address="abcdefgh", opens_on=today,
            closes_on=today, expected=2, made_by=coordinator,
        )  # fmt: skip
        before = [sent(opening.pk, "0", "Well"), sent(other.pk, "9")]
        assert intake.take_in_all(before) == [Taken.NOW] * 2

        told = intake.take_in_all(
            [sent(opening.pk, "1"), sent(other.pk, "8"), sent(opening.pk, "2", " So "), sent(opening.pk, "0")]
        )

        assert told == [Taken.NOW, Taken.NOW, Taken.NOW, Taken.BEFORE]
        said = sorted((each.opening_id, each.said["today"]) for each in Answer.objects.all())
        assert said == sorted(
            [(opening.pk, "0"), (opening.pk, "1"), (opening.pk, "2"), (other.pk, "8"), (other.pk, "9")]
        )
        assert sorted(remark.text for remark in Remark.objects.all()) == ["So", "Well"]

    def test_no_more_than_may_answer_and_no_token_twice(self, opening):
        intake.Opening.objects.update(expected=2)

        told = intake.take_in_all([sent(opening.pk, token) for token in ("1", "1", "2", "3")])

        assert told[:3] == [Taken.NOW, Taken.BEFORE, Taken.NOW]
        assert told[3].code == "full"
        assert Answer.objects.count() == 2
