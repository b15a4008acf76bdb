from datetime import date

import pytest
from django.core.management import call_command

from cairn.participants import actions as participants
from cairn.participants.models import Adjustment
from cairn.trail import facts as trail
from cairn.vault import actions, keystore
from cairn.vault.keystore import Forgotten
from cairn.vault.sealing import blind

pytestmark = pytest.mark.django_db


def test_everything_is_sealed_anew_and_the_old_keys_open_nothing(participant, another, settings):
    told = []
    before = keystore.key_of(participant.sealed_for)

    assert actions.reseal(told=told.append) == 2

    assert told[-1] == 2
    assert keystore.key_of(participant.sealed_for).version == before.version + 1
    with pytest.raises(Forgotten):
        keystore.key_of(participant.sealed_for, before.version)
    assert [row.nationality for row in type(participant).objects.order_by("made_at")] == ["ER", "SO"]


def test_who_was_erased_stays_unreadable(participant, another):
    keystore.destroy(participant.sealed_for)

    assert actions.reseal() == 1
    with pytest.raises(Forgotten):
        _ = type(participant).objects.get(pk=participant.pk).nationality


def test_the_trail_and_what_is_looked_up_blindly_are_not_touched(participant):
    before = blind("Alem", owner="names:1")

    actions.reseal()

    assert blind("Alem", owner="names:1") == before
    assert trail.fault() is None


def test_the_command_says_what_it_did(participant, capsys):
    call_command("keys", "rotate", "--values")

    said = capsys.readouterr()
    assert "wrapped with a new master key: 2" in said.out  # the person's own, and the trail's
    assert "sealed anew: 1" in said.out
    assert type(participant).objects.get().nationality == "ER"


def test_only_the_master_changes_where_nothing_more_is_asked(participant, capsys):
    call_command("keys", "rotate")

    assert "anew" not in capsys.readouterr().out.replace("wrapped", "")
    assert participants.new_code()


def test_ten_thousand_rows_can_be_read_afterwards_and_none_by_the_old_keys(participant, another):
    """The figure that safety asks for. They stand on two people, as a key costs a write to the disk."""
    Adjustment.objects.bulk_create(
        Adjustment(participant=person, asked_on=date(2025, 3, 2), kind=f"need {number}", decision="waiting")
        for person in (participant, another)
        for number in range(5_000)
    )
    before = dict(Adjustment.objects.values_list("pk", "kind"))

    assert actions.reseal() == 10_002

    rows = list(Adjustment.objects.all())
    assert {row.kind for row in rows} == {f"need {number}" for number in range(5_000)}
    old = [before[row.pk].split(":")[1] for row in rows]
    assert set(old) == {"1"}
    for owner in (participant.sealed_for, another.sealed_for):
        with pytest.raises(Forgotten):
            keystore.key_of(owner, 1)
