"""A practice with a form of its own, and somebody who keeps it."""

import pytest
from django.urls import reverse

from cairn.surveys import actions
from cairn.surveys.keeping import drafting
from tests.surveys.factories import a_practice
from tests.surveys.sheets import SHEETS


@pytest.fixture
def practice(organisation, coordinator):
    return a_practice(organisation, coordinator)


@pytest.fixture
def version(practice, coordinator):
    return actions.bring_form(
        practice=practice, key="today", purpose="session", anonymous=True, sheets=SHEETS, by=coordinator
    )


@pytest.fixture
def shipped():
    """One that comes with Cairn, in a language that a person has read and one that nobody has."""
    form = actions.make_form(practice=None, key="wishes", purpose="wishes", anonymous=True, by=None)
    return actions.publish_version(form=form, sheets=SHEETS, by=None)


@pytest.fixture
def draft(version, coordinator):
    return drafting.begin(form=version.form, by=coordinator)


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.fixture
def at(version):
    """The address of something of the form."""

    def address(name, *rest):
        return reverse(name, args=[version.form.practice_id, version.form_id, *rest])

    return address


def page(answer):
    return answer.content.decode()
