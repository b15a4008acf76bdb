import re
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from cairn.people import actions, facts
from cairn.people.models import AccessToken


def test_a_key_is_shown_once_and_then_only_its_name(client, coordinator):
    client.force_login(coordinator)
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = client.post(reverse("token_list"), {"name": "Our spreadsheet", "expires_at": tomorrow.isoformat()})
    secret = re.search(r"cairn_[\w-]+", page.content.decode()).group()

    assert facts.token_of(secret).name == "Our spreadsheet"
    again = client.get(reverse("token_list")).content.decode()
    assert "Our spreadsheet" in again
    assert secret not in again


def test_a_day_that_has_passed_is_refused(client, coordinator):
    client.force_login(coordinator)

    page = client.post(reverse("token_list"), {"name": "X", "expires_at": "2020-01-01"})

    assert "This day has passed." in page.content.decode()
    assert not AccessToken.objects.exists()


def test_a_key_need_not_end(client, coordinator):
    client.force_login(coordinator)

    client.post(reverse("token_list"), {"name": "X"})

    assert AccessToken.objects.get().expires_at is None
    assert str(AccessToken.objects.get()) == "X"
    assert "no end" in client.get(reverse("token_list")).content.decode()


def test_a_key_without_an_end_is_revoked_by_its_owner_only(client, coordinator, stranger):
    token, secret = actions.make_token(person=coordinator, name="X")

    client.force_login(stranger)
    assert client.post(reverse("token_revoke", args=[token.pk])).status_code == 404
    client.force_login(coordinator)
    client.post(reverse("token_revoke", args=[token.pk]))

    assert facts.token_of(secret) is None
