"""A demo in small, lived through once for all stories that only look at it."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings

from cairn.demo.building import build
from cairn.demo.size import Size

TODAY = date(2026, 6, 15)
SMALL = Size(people=8, months=13, seed=12)


@pytest.fixture(scope="module")
def lived(django_db_setup, django_db_blocker, tmp_path_factory):
    """The practice, its days, and a folder of its own for keys and sign-ins."""
    with django_db_blocker.unblock(), living(SMALL, tmp_path_factory.mktemp("demo")) as lived:
        yield lived


@contextmanager
def living(size, folder):
    """A demo of this size, taken back afterwards."""
    hashers = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    own = override_settings(
        DATA_DIR=folder, KEYS_DIR=folder / "keys", MASTER_KEYS=[], PASSWORD_HASHERS=hashers
    )
    with transaction.atomic():
        days = []
        with own:
            practice = build(size=size, today=TODAY, told=days.append)
        yield practice, days, folder
        transaction.set_rollback(True)


@pytest.fixture
def practice(lived, db, settings):
    practice, _days, folder = lived
    settings.DATA_DIR, settings.KEYS_DIR = folder, folder / "keys"
    return practice
