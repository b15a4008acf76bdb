"""Keys and seals: who can read what, after what."""

import base64
import secrets
import sqlite3

import pytest
from django.core.exceptions import FieldError
from django.db import connection, transaction

from cairn.vault import keystore
from cairn.vault.keystore import Forgotten, Unreadable
from cairn.vault.sealing import blind, is_sealed, seal, unseal


def a_master(name: str) -> str:
    return f"{name}:{base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()}"


def test_words_come_back_at_their_own_place_only():
    sealed = seal("allergic to nuts", owner="p:1", place="table.column.1")

    assert is_sealed(sealed)
    assert "nuts" not in sealed
    assert unseal(sealed, owner="p:1", place="table.column.1") == "allergic to nuts"
    with pytest.raises(Unreadable):
        unseal(sealed, owner="p:1", place="table.column.2")


def test_the_same_words_never_look_the_same():
    assert seal("yes", owner="p:1", place="x") != seal("yes", owner="p:1", place="x")


@pytest.mark.parametrize("broken", ["sealed:1:AAAA", "plain words", "sealed:1:é", "sealed:x:AAAA"])
def test_what_was_not_sealed_here_is_refused(broken):
    keystore.ensure("p:1")
    with pytest.raises((Unreadable, Forgotten)):
        unseal(broken, owner="p:1", place="x")


def test_after_its_key_is_destroyed_nothing_opens(settings):
    sealed = seal("allergic to nuts", owner="p:1", place="x")
    wrapped = (
        sqlite3.connect(settings.KEYS_DIR / "keys.sqlite3")
        .execute("SELECT wrapped FROM data_key")
        .fetchone()[0]
    )

    keystore.destroy("p:1")

    with pytest.raises(Forgotten):
        unseal(sealed, owner="p:1", place="x")
    assert wrapped not in (settings.KEYS_DIR / "keys.sqlite3").read_bytes()


def test_a_new_master_opens_everything_and_the_old_one_nothing(settings):
    sealed = seal("words", owner="p:1", place="x")
    old = (settings.KEYS_DIR / "master").read_text().split()

    assert keystore.change_master() == 1

    assert unseal(sealed, owner="p:1", place="x") == "words"
    settings.MASTER_KEYS = old
    with pytest.raises(Unreadable):
        unseal(sealed, owner="p:1", place="x")


def test_masters_can_come_from_outside(settings):
    first, second = a_master("one"), a_master("two")
    settings.MASTER_KEYS = [first]
    sealed = seal("words", owner="p:1", place="x")

    settings.MASTER_KEYS = [second, first]
    keystore.change_master()
    settings.MASTER_KEYS = [second]

    assert unseal(sealed, owner="p:1", place="x") == "words"


def test_a_wrapped_key_that_was_changed_is_noticed(settings):
    keystore.ensure("p:1")
    with sqlite3.connect(settings.KEYS_DIR / "keys.sqlite3") as store:
        store.execute("UPDATE data_key SET wrapped = zeroblob(60)")

    with pytest.raises(Unreadable):
        keystore.key_of("p:1")


def test_older_versions_of_a_key_open_what_they_closed():
    sealed = seal("words", owner="p:1", place="x")
    keystore.renew("p:1")

    assert unseal(sealed, owner="p:1", place="x") == "words"
    keystore.drop_older("p:1")
    with pytest.raises(Forgotten):
        unseal(sealed, owner="p:1", place="x")
    assert keystore.owners() == ["p:1"]


def test_a_blind_index_finds_the_same_words_and_tells_nothing():
    assert blind(" Amina ", owner="names") == blind("amina", owner="names")
    assert blind("amina", owner="names") != blind("amina", owner="others")


@pytest.mark.django_db
class TestSealedColumn:
    def test_the_database_never_sees_the_words(self, participant, django_assert_num_queries):
        with connection.cursor() as cursor:
            cursor.execute("SELECT nationality FROM participants_participant")
            (kept,) = cursor.fetchone()
        assert is_sealed(kept)
        with django_assert_num_queries(1):
            assert type(participant).objects.get().nationality == "ER"

    def test_a_row_read_and_saved_keeps_its_seal(self, participant):
        again = type(participant).objects.get()
        again.save()
        again.refresh_from_db()

        assert again.nationality == "ER"
        assert again.own_words == ""

    def test_words_moved_to_another_row_do_not_open(self, participant, another):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nationality FROM participants_participant WHERE code = %s", [participant.code]
            )
            cursor.execute(
                "UPDATE participants_participant SET nationality = %s WHERE code = %s",
                [*cursor.fetchone(), another.code],
            )
        with pytest.raises((Unreadable, Forgotten)):
            _ = type(another).objects.get(code=another.code).nationality

    def test_it_cannot_be_looked_up_nor_changed_past_the_seal(self, participant):
        with pytest.raises(FieldError):
            type(participant).objects.filter(nationality="ER")
        with pytest.raises(FieldError), transaction.atomic():
            type(participant).objects.update(nationality="SO")
        assert type(participant).objects.filter(nationality__isnull=False).exists()


def test_a_store_brought_back_takes_the_place_of_the_one_at_hand(settings):
    """A thread has the store open; another file under its name is noticed."""
    seal("words", owner="p:1", place="x")
    store = settings.KEYS_DIR / "keys.sqlite3"
    store.rename(settings.KEYS_DIR / "old")

    with pytest.raises(Forgotten):
        keystore.key_of("p:1")

    store.unlink()
    (settings.KEYS_DIR / "old").rename(store)
    assert keystore.key_of("p:1").version == 1
