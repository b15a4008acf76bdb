"""Pages as the worker sees them."""

import pytest
from django.test import Client


@pytest.fixture
def entered(worker):
    client = Client()
    client.force_login(worker)
    return client
