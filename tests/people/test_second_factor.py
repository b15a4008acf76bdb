"""A stolen password opens nothing where a second factor is set up; where the house demands one, nothing opens without."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from cairn.people.second_factor import Factors
from cairn.vault import keystore
from tests.factories import PASSWORD


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def signed_in(person):
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def set_up(client):
    """Sets up the app with codes, as its page asks for: the password again, then a code. Returns the secret."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    secret = re.search(r'id="authenticator_secret"[^>]*value="([A-Z2-7]+)"', page)[1]
    answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return secret


def test_a_password_alone_opens_nothing_any_more(coordinator):
    set_up(signed_in(coordinator))

    thief = signed_in(coordinator)

    assert thief.get(reverse("desk")).status_code == 302
    wrong = thief.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "error-summary" in wrong.content.decode()
    assert thief.get(reverse("desk")).status_code == 302


def test_with_a_recovery_code_its_person_comes_in_once(coordinator):
    client = signed_in(coordinator)
    set_up(client)
    codes = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()

    back = signed_in(coordinator)
    back.post(reverse("mfa_authenticate"), {"code": codes[-1]})
    again = signed_in(coordinator)
    again.post(reverse("mfa_authenticate"), {"code": codes[-1]})

    assert back.get(reverse("desk")).status_code == 200
    assert again.get(reverse("desk")).status_code == 302


def test_its_secret_cannot_be_read_in_the_database(coordinator):
    secret = set_up(signed_in(coordinator))
    kept = Authenticator.objects.get(user=coordinator, type=Authenticator.Type.TOTP).data["secret"]

    assert secret not in kept
    assert Factors().decrypt(kept) == secret
    keystore.destroy("second-factors")
    with pytest.raises(keystore.Forgotten):
        Factors().decrypt(kept)


def test_where_it_is_demanded_nothing_opens_before(coordinator, settings):
    settings.SECOND_FACTOR = True
    client = signed_in(coordinator)

    assert client.get(reverse("desk"))["Location"] == reverse("mfa_index")
    assert client.get(reverse("publication_list")).status_code == 200
    assert "Your house demands one" not in client.get(reverse("mfa_index")).content.decode()
    set_up(client)
    assert client.get(reverse("desk")).status_code == 200
    assert "A second factor is set up" in client.get(reverse("account")).content.decode()


def test_the_last_one_stays_where_it_is_demanded(coordinator, settings):
    client = signed_in(coordinator)
    set_up(client)
    settings.SECOND_FACTOR = True

    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=coordinator, type=Authenticator.Type.TOTP).exists()

    settings.SECOND_FACTOR = False
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=coordinator).exists()


@pytest.mark.parametrize("name", ["mfa_index", "mfa_activate_totp", "mfa_list_webauthn", "mfa_add_webauthn"])
def test_its_pages_stand_in_our_frame(coordinator, name):
    client = signed_in(coordinator)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    page = client.get(reverse(name)).content.decode()

    assert 'class="site-head"' in page
    assert page.count("<h1") == 1


def test_the_square_to_scan_stands_on_white():
    assert 'fill="#fff"/><path' in Factors().build_totp_svg("otpauth://totp/a")


def test_codes_are_shown_and_made_anew(coordinator):
    client = signed_in(coordinator)
    set_up(client)

    assert 'id="recovery_codes"' in client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert client.post(reverse("mfa_generate_recovery_codes")).status_code == 302
