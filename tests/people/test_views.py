import pytest
from django.urls import reverse

from cairn.people.models import Membership, Person


@pytest.fixture
def page_of(organisation):
    return lambda name, *args: reverse(name, args=[organisation.slug, *args])


def test_an_organisation_shows_who_works_there(client, reader, coordinator, organisation, page_of):
    client.force_login(reader)

    page = client.get(page_of("organisation")).content.decode()

    assert "Cora" in page
    assert coordinator.email not in page
    assert page_of("give_role") not in page


def test_a_coordinator_sees_addresses_and_takes_the_list_away(client, coordinator, organisation, page_of):
    organisation.website = "https://doors.example.org"
    organisation.save()
    client.force_login(coordinator)

    page = client.get(page_of("organisation")).content.decode()
    table = client.get(page_of("members_export", "csv")).content.decode("utf-8-sig")

    assert coordinator.email in page
    assert "https://doors.example.org" in page
    assert "Cora,cora@example.org,Coordinator" in table


def test_strangers_and_readers_find_nothing_to_manage(client, stranger, reader, page_of):
    client.force_login(stranger)
    assert client.get(page_of("organisation")).status_code == 404
    client.force_login(reader)
    assert client.get(page_of("give_role")).status_code == 404
    assert client.get(page_of("members_export", "csv")).status_code == 404


def test_someone_new_gets_an_account_and_a_password_shown_once(client, coordinator, page_of):
    client.force_login(coordinator)
    assert b"Give someone a role" in client.get(page_of("give_role")).content

    page = client.post(page_of("give_role"), {"email": "nia@example.org", "name": "Nia", "role": "reader"})

    nia = Person.objects.get(email="nia@example.org")
    assert nia.check_password(page.context["password"])
    assert nia.memberships.get().role == "reader"


def test_someone_known_gets_the_role(client, coordinator, stranger, organisation, page_of):
    client.force_login(coordinator)

    answer = client.post(page_of("give_role"), {"email": "STAN@example.org", "role": "assessor"})

    assert answer.url == page_of("organisation")
    assert Membership.objects.get(person=stranger, organisation=organisation).role == "assessor"


def test_someone_new_needs_a_name(client, coordinator, page_of):
    client.force_login(coordinator)

    page = client.post(page_of("give_role"), {"email": "nia@example.org", "role": "reader"}).content.decode()

    assert "please give the person’s name" in page
    assert not Person.objects.filter(email="nia@example.org").exists()


def test_the_last_manager_stays(client, coordinator, organisation, page_of):
    client.force_login(coordinator)

    page = client.post(page_of("give_role"), {"email": coordinator.email, "role": "reader"}).content.decode()

    assert "Nobody else could manage people" in page
    assert Membership.objects.get(person=coordinator).role == "coordinator"


def test_people_and_roles_read_well(coordinator, organisation):
    assert str(coordinator.memberships.get()) == "Cora: coordinator, House of Many Doors"
