"""Nothing that lies in the database tells who answered, when, or in what order."""

import hashlib
import random
from statistics import correlation
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection, connections

from cairn.vault import sealing
from cairn.voices import actions, facts, shuffling
from cairn.voices.models import Answer, Opening, Remark, Spent
from tests.voices.factories import say

pytestmark = pytest.mark.django_db
NAMELESS = (Answer, Remark, Spent)
MANY = 100
on_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'")
on_postgresql = pytest.mark.skipif("connection.vendor != 'postgresql'")


def rank(values):
    """The place of each by size; those alike share the middle of their places."""
    places = {}
    for place, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in values]


def rho(values):
    """Spearman's correlation of what lies there, first submission first, with the order of submission."""
    ranks = rank(list(values))
    return 0.0 if len(set(ranks)) == 1 else correlation(ranks, range(len(ranks)))


def test_the_measure_measures():
    assert rho(range(10)) == pytest.approx(1)
    assert rho("jihgfedcba") == pytest.approx(-1)
    assert rho([7] * 10) == 0


@pytest.fixture
def known_chance(monkeypatch):
    """A hundred by chance may lie in order by chance: with this seed they do not, nor with most."""
    chance = random.Random(5)  # noqa: S311  # no secret: known on purpose
    monkeypatch.setattr(shuffling, "chance", chance)
    monkeypatch.setattr(sealing, "secrets", SimpleNamespace(token_bytes=chance.randbytes))


def submitted(opening):
    """A hundred submissions; the n-th says so in its answer, its words and its token."""
    Opening.objects.filter(pk=opening.pk).update(expected=MANY)
    for number in range(MANY):
        say(opening, token=f"token {number}", today=f"marker-{number:03}", words=f"Word {number:03}")
    tokens = {hashlib.sha256(f"token {number}".encode()).hexdigest(): number for number in range(MANY)}
    return {
        Answer: {row.pk: int(row.said["today"][-3:]) for row in Answer.objects.all()},
        Remark: {row.pk: int(row.text[-3:]) for row in Remark.objects.all()},
        Spent: tokens,
    }


def by_order(order, found):
    """What was found by key, first submission first."""
    assert len(found) == MANY
    return [found[key] for key in sorted(order, key=order.get)]


def test_no_column_and_no_order_of_rows_tells_the_order_of_submission(opening, known_chance):
    orders = submitted(opening)

    for table, order in orders.items():
        rows = list(table.objects.order_by().values())
        told = {name: rho(by_order(order, {row[table._meta.pk.name]: str(row[name]) for row in rows
                                          })) for name in rows[0] if name != "said"}  # fmt: skip
        told["order of rows"] = rho(
            by_order(order, {row[table._meta.pk.name]: n for n, row in enumerate(rows)})
        )
        assert {name: value for name, value in told.items() if abs(value) >= 0.2} == {}, table


@on_postgresql
def test_no_place_and_no_transaction_on_postgresql_tells_it(opening, known_chance):
    for table, order in submitted(opening).items():
        key = table._meta.pk.column
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {key}, ctid::text, xmin::text::bigint FROM {table._meta.db_table}")  # noqa: S608
            rows = cursor.fetchall()
        places = {row[0]: tuple(map(int, row[1].strip("()").split(","))) for row in rows}

        assert abs(rho(by_order(order, places))) < 0.2
        assert abs(rho(by_order(order, {row[0]: row[2] for row in rows}))) < 0.2


@pytest.fixture
def in_a_file(opening, tmp_path):
    """The story's tables in a file of their own, written as in earnest."""
    file = tmp_path / "cairn.sqlite3"
    memory = connections["default"]
    file.write_bytes(memory.connection.serialize())
    connections["default"] = type(memory)(memory.settings_dict | {"NAME": str(file)}, "default")
    yield file
    connections["default"].close()
    connections["default"] = memory


def places_in(file, *marks):
    """Where each of these bytes begins in the file, once everything is in it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = file.read_bytes()
    return {mark: list(_all(held, mark.encode())) for mark in marks}


def _all(held, mark):
    place = held.find(mark)
    while place >= 0:
        yield place
        place = held.find(mark, place + 1)


@on_sqlite
def test_no_place_in_the_file_tells_it(opening, in_a_file, known_chance):
    orders = submitted(opening)

    answers = places_in(in_a_file, *(f"marker-{number:03}" for number in range(MANY)))
    assert {len(places) for places in answers.values()} == {1}, "an answer taken out is still in the file"
    assert abs(rho(places[0] for places in answers.values())) < 0.2
    for table, order in orders.items():
        keys = [getattr(key, "hex", key) for key in sorted(order, key=order.get)]
        places = places_in(in_a_file, *keys)
        assert {len(found) for found in places.values()} == {2}, "the row and its place in the index"
        assert abs(rho(found[0] for found in places.values())) < 0.2, table
        assert abs(rho(found[1] for found in places.values())) < 0.2, table


@on_sqlite
def test_without_the_shuffling_the_file_would_tell_it(opening, in_a_file, monkeypatch):
    """Else the story above would prove nothing."""

    def plainly(lot):
        for answer in lot.answers:
            answer.opening = lot.opening
            answer.save(force_insert=True)

    monkeypatch.setattr(shuffling, "put_in", plainly)
    Opening.objects.filter(pk=opening.pk).update(expected=MANY)
    for number in range(12):
        say(opening, today=f"marker-{number:03}")

    answers = places_in(in_a_file, *(f"marker-{number:03}" for number in range(12)))
    assert rho(places[0] for places in answers.values()) == pytest.approx(-1)


@on_sqlite
@pytest.mark.parametrize("table", NAMELESS)
def test_rows_have_no_numbers(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [table._meta.db_table])
        assert cursor.fetchone()[0].rstrip().endswith("WITHOUT ROWID")


@pytest.mark.parametrize("table", NAMELESS)
def test_nothing_but_the_opening_is_known_of_a_row(table):
    assert [field.name for field in table._meta.concrete_fields if field.is_relation] == ["opening"]
    assert not [
        field
        for field in table._meta.concrete_fields
        if field.get_internal_type()
        in {"DateTimeField", "DateField", "TimeField", "GenericIPAddressField", "BigAutoField"}
    ]


def test_no_way_leads_from_here_to_a_participant():
    def reached(model, seen):
        for field in model._meta.concrete_fields:
            if field.is_relation and field.related_model not in seen:
                seen.add(field.related_model)
                reached(field.related_model, seen)
        return seen

    for model in apps.get_app_config("voices").get_models():
        assert {each._meta.label for each in reached(model, {model})} & {"participants.Participant"} == set()


class TestRepetition:
    def test_each_counts_once_however_often_and_in_whatever_order_it_comes(self, opening):
        sent = [f"token {number}" for number in range(10)] * 5
        random.Random(5).shuffle(sent)  # noqa: S311

        told = [say(opening, token=token, words="Thank you") for token in sent]

        assert (told.count("now"), told.count("before")) == (10, 40)
        assert (Answer.objects.count(), Remark.objects.count(), Spent.objects.count()) == (10, 10, 10)

    def test_it_is_recognised_also_when_all_have_answered_and_after_the_end(self, opening, coordinator):
        Opening.objects.filter(pk=opening.pk).update(expected=1)
        say(opening, token="mine")
        assert say(opening, token="mine") == "before"

        actions.close(opening=opening, by=coordinator)
        assert say(opening, token="mine") == "before"

    def test_what_comes_with_it_later_changes_nothing(self, opening):
        say(opening, token="mine", today="good")
        say(opening, token="mine", today="bad")

        assert Answer.objects.get().said == {"today": "good"}
        assert str(Answer.objects.get()) == str(Answer.objects.get().key)
        assert str(Spent.objects.get()) == Spent.objects.get().key

    def test_words_stay_readable_when_others_are_put_in_beside_them(self, opening):
        for number in range(4):
            say(opening, words=f"Word {number}")

        assert sorted(remark.text for remark in Remark.objects.all()) == [f"Word {n}" for n in range(4)]
        assert facts.counted([opening])[opening.pk].answers == 4
