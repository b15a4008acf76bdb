"""What somebody could do to the trail who writes the database but holds no key."""

from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module

from cairn.trail.models import Entry

guard = import_module("cairn.trail.migrations.0002_only_grows")


class Editor:
    """Runs a migration's statements inside a story's transaction."""

    def __init__(self, connection):
        self.connection = connection

    def execute(self, statement, params=None):
        with self.connection.cursor() as cursor:
            cursor.execute(statement)


@contextmanager
def without_guard(connection):
    """Whoever owns the database can take the triggers away; then only the chain is left."""
    guard.allow(None, Editor(connection))
    yield
    guard.forbid(None, Editor(connection))


def edit(chance):
    entry = Entry.objects.get(number=chance.randint(1, 40))
    field, value = chance.choice(
        [
            ("reason", "because"),
            ("thing", "participant:x"),
            ("practice", 99),
            ("at", entry.at - timedelta(days=1)),
        ]
    )
    Entry.objects.filter(pk=entry.pk).update(**{field: value})


def delete(chance):
    Entry.objects.filter(number=chance.randint(1, 39)).delete()


def swap(chance):
    one, two = chance.sample(range(1, 41), 2)
    Entry.objects.filter(number=one).update(number=1_000)
    Entry.objects.filter(number=two).update(number=one)
    Entry.objects.filter(number=1_000).update(number=two)


def truncate(chance):
    Entry.objects.filter(number__gt=40 - chance.randint(1, 20)).delete()


def insert(chance):
    like = Entry.objects.get(number=chance.randint(1, 40))
    like.number = 41
    like.save(force_insert=True)


TAMPERINGS = {"edit": edit, "delete": delete, "swap": swap, "truncate": truncate, "insert": insert}
