from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cairn.people import actions, facts
from cairn.people.enums import Permission
from cairn.people.models import Person


def test_people_organisations_and_roles_are_named(coordinator, organisation):
    assert str(coordinator) == "Cora"
    assert str(organisation) == "House of Many Doors"
    assert str(coordinator.memberships.get()) == "Cora: coordinator, House of Many Doors"
    assert Person.objects.get_by_natural_key("CORA@example.org") == coordinator


def test_roles_allow_what_they_say(coordinator, assessor, reader, organisation, stranger):
    def may(person, permission):
        return facts.may(person, permission, organisation)

    assert may(coordinator, Permission.PUBLISH)
    assert may(assessor, Permission.ASSESS)
    assert not may(assessor, Permission.PUBLISH)
    assert not may(reader, Permission.ASSESS)
    assert not may(stranger, Permission.SEE_PRACTICE)


@pytest.mark.parametrize("role", ["coordinator", "reader"])
def test_someone_signs_in_with_address_and_password(client, request, role):
    person = request.getfixturevalue(role)

    answer = client.post(
        reverse("account_login"), {"login": person.email, "password": "a long sentence for tests"}
    )

    assert answer.url == reverse("desk")


def test_strangers_cannot_make_themselves_an_account(client, db):
    page = client.get(reverse("account_signup"))

    assert "password1" not in page.content.decode()


def test_a_token_works_until_it_expires_or_its_person_goes(coordinator):
    token, secret = actions.make_token(person=coordinator, name="night job")

    assert str(token) == "night job"
    assert facts.token_of(secret) == token
    assert facts.token_of("something else") is None

    token.expires_at = timezone.now() - timedelta(seconds=1)
    token.save()
    assert facts.token_of(secret) is None

    token.expires_at = None
    token.save()
    coordinator.is_active = False
    coordinator.save()
    assert facts.token_of(secret) is None
