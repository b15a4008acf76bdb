import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


@pytest.fixture
def signed_in(client, worker):
    client.force_login(worker)
    return client


@pytest.fixture
def heading(client, coordinator):
    client.force_login(coordinator)
    return client


def at(name, *parts):
    return reverse(name, args=parts)


def words(answer):
    """What a page says, without the breaks between its lines."""
    return " ".join(answer.content.decode().split())


def questions(ask):
    """How often the database is asked."""
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)
