"""The small world in which the tests' stories happen."""

from importlib.util import find_spec

import pytest
from django.utils import translation

from cairn.frameworks import actions as frameworks
from cairn.frameworks import facts as framework_facts
from tests.factories import (
    Assessor,
    Coordinator,
    Editor,
    Funder,
    Reader,
    Reviewer,
    Safeguarding,
    SocialWorker,
    a_person,
    an_organisation,
)
from tests.tables import Kept

# Browser tests need more than `./cairn test` installs; `./cairn browser` brings it.
collect_ignore = [] if find_spec("axe_playwright_python") else ["browser"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, request):
    """Before the tables are made: they are taken from where they are kept."""
    return Kept(request.config.cache.mkdir("tables"))


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Hashing is slow on purpose; stories need not wait for it."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _language_of_the_next_story():
    """A request leaves its reader's language behind in the thread; the next story begins with ours."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _keys_of_the_story(settings, tmp_path):
    """Keys are kept apart from the database, so the database's rollback does not undo them."""
    settings.KEYS_DIR = tmp_path / "keys"
    settings.MASTER_KEYS = []


@pytest.fixture
def cupboard(settings, tmp_path):
    """A folder of the story's own, where attached documents are kept."""
    settings.DATA_DIR = tmp_path
    settings.STORAGES = dict(settings.STORAGES)  # so that the storage is made anew
    return tmp_path / "documents"


@pytest.fixture
def organisation(db):
    return an_organisation()


@pytest.fixture
def coordinator(organisation):
    return a_person("Cora", organisation, Coordinator)


@pytest.fixture
def assessor(organisation):
    return a_person("Asad", organisation, Assessor)


@pytest.fixture
def reader(organisation):
    return a_person("Rosa", organisation, Reader)


@pytest.fixture
def reviewer(organisation):
    return a_person("Rian", organisation, Reviewer)


@pytest.fixture
def editor(organisation):
    return a_person("Edda", organisation, Editor)


@pytest.fixture
def social_worker(organisation):
    return a_person("Sol", organisation, SocialWorker)


@pytest.fixture
def funder(organisation):
    return a_person("Fay", organisation, Funder)


@pytest.fixture
def safeguarding_lead(organisation):
    return a_person("Sara", organisation, Safeguarding)


@pytest.fixture
def stranger(db):
    """A coordinator too, but of another organisation."""
    return a_person("Stan", an_organisation("Somewhere Else"), Coordinator)


@pytest.fixture
def criteria(db):
    """The Good Practice Criteria, loaded."""
    return frameworks.load(
        framework=framework_facts.shipped_framework("good-practice-criteria"), shipped=True
    )
