import pytest
from django.core.management import CommandError, call_command

from cairn.people import facts


def test_a_key_is_printed(coordinator, capsys):
    call_command("token", coordinator.email.upper(), "nightly export")

    assert facts.token_of(capsys.readouterr().out.strip()).person == coordinator


@pytest.mark.django_db
def test_a_key_for_nobody_is_refused():
    with pytest.raises(CommandError, match="Nobody signs in as nobody"):
        call_command("token", "nobody@example.org", "x")
