"""Names, where a house keeps them: one at a time, by few, with a reason, and gone with everything else."""

import sqlite3
from contextlib import closing

import pytest

from cairn.participants.codes import new_code
from cairn.participants.ending import erasing
from cairn.participants.names import store
from cairn.people.roles import NameKeeper
from cairn.trail import facts as trail
from cairn.trail.enums import Deed
from cairn.vault import keystore
from cairn.vault.sealing import unseal
from tests.factories import a_person
from tests.participants.factories import a_participant
from tests.participants.views.conftest import at, words

pytestmark = pytest.mark.django_db
NAME = "Almaz of the Blue House"


@pytest.fixture
def file(settings, tmp_path):
    settings.NAMES = tmp_path / "apart" / "names.sqlite3"
    return settings.NAMES


@pytest.fixture
def keeper(organisation):
    return a_person("Kim", organisation, NameKeeper)


@pytest.fixture
def keeping(client, keeper, file):
    client.force_login(keeper)
    return client


def say(client, practice, person, deed, **more):
    said = {"code": person.code, "deed": deed, "reason": "The lawyer asks."} | more
    return words(client.post(at("names", practice.pk), said))


class TestPage:
    def test_is_not_there_unless_the_house_keeps_names(self, client, keeper, practice):
        client.force_login(keeper)

        assert client.get(at("names", practice.pk)).status_code == 404
        assert at("names", practice.pk) not in words(client.get(practice.get_absolute_url()))

    def test_is_there_for_keepers_of_names_and_nobody_else(
        self, file, client, keeper, practice, coordinator, worker
    ):
        for person, status in ((keeper, 200), (coordinator, 404), (worker, 404)):
            client.force_login(person)
            assert client.get(at("names", practice.pk)).status_code == status

        client.force_login(keeper)
        assert at("names", practice.pk) in words(client.get(practice.get_absolute_url()))

    def test_a_name_is_kept_shown_and_erased_each_time_with_a_reason(
        self, keeping, keeper, practice, participant
    ):
        assert "no name is kept" in say(keeping, practice, participant, "look")
        kept = say(keeping, practice, participant, "put", name=NAME)
        assert "The name is kept." in kept
        assert NAME not in kept
        assert NAME in say(keeping, practice, participant, "look")
        assert "The name is erased" in say(keeping, practice, participant, "erase")
        assert "no name is kept" in say(keeping, practice, participant, "look")

        noted = [(one.deed, one.by, one.reason) for one in trail.of(participant.thing)[:5]]
        assert {one[1:] for one in noted} == {(keeper, "The lawyer asks.")}
        assert [one[0] for one in noted].count(Deed.NAME_WRITTEN) == 2
        assert [(by, deed) for _at, by, deed, _person, _why in store.looks()] == [
            (keeper.email, deed) for deed in ("read", "put", "read", "erased", "read")
        ]

    def test_nothing_happens_without_a_reason_or_a_name_or_a_person(self, keeping, practice, participant):
        assert "This field is required" in say(keeping, practice, participant, "put", name=NAME, reason="")
        assert "Say which name to keep." in say(keeping, practice, participant, "put")
        participant.code = new_code()
        assert "Nobody in this practice has this code." in say(keeping, practice, participant, "look")
        assert store.looks() == []


class TestStore:
    def test_the_file_does_not_hold_the_name_in_words(self, file, participant):
        store.put(participant.pk, NAME, by="kim", reason="")

        assert NAME.encode() not in file.read_bytes()
        assert file.stat().st_mode & 0o077 == 0

    def test_erasing_a_person_takes_the_name_along_also_from_an_older_copy(
        self, file, participant, practice, coordinator, django_capture_on_commit_callbacks
    ):
        other = a_participant(practice, coordinator)
        store.put(participant.pk, NAME, by="kim", reason="")
        store.put(other.pk, "Another", by="kim", reason="")
        copy = file.read_bytes()

        with django_capture_on_commit_callbacks(execute=True):
            erasing.erase(participant=participant, by=coordinator)

        assert store.look_up(participant.pk, by="kim", reason="") == ""
        assert store.look_up(other.pk, by="kim", reason="") == "Another"
        file.write_bytes(copy)
        with closing(sqlite3.connect(file)) as old:
            (sealed,) = old.execute(
                "SELECT sealed FROM name WHERE person = ?", (str(participant.pk),)
            ).fetchone()
        with pytest.raises(keystore.Forgotten):
            unseal(sealed, owner=store.owner_of(participant.pk), place=store.PLACE.format(participant.pk))

    def test_an_erasure_that_was_cut_off_is_ended_for_the_name_too(self, file, participant, coordinator):
        store.put(participant.pk, NAME, by="kim", reason="")
        erasing.erase(participant=participant, by=coordinator)
        assert erasing.half_erased() == [store.owner_of(participant.pk), participant.sealed_for]

        assert erasing.finish() == 2

        assert store.look_up(participant.pk, by="kim", reason="") == ""

    def test_a_key_without_its_store_goes_as_well(self, settings, file, participant, coordinator):
        store.put(participant.pk, NAME, by="kim", reason="")
        erasing.erase(participant=participant, by=coordinator)
        settings.NAMES = None

        erasing.finish()

        assert erasing.half_erased() == []
