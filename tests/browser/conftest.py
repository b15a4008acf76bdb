"""A real browser, the distribution's own, in front of a running server; see `./cairn browser`."""

import os
import shutil
from importlib import import_module

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

frameworks = import_module("cairn.frameworks.migrations.0003_immutable")
editions = import_module("cairn.publications.migrations.0003_immutable")
marks = import_module("cairn.publications.migrations.0004_marks")
surveys = import_module("cairn.surveys.migrations.0003_immutable")
files = import_module("cairn.surveys.migrations.0006_files_stay")
trail = import_module("cairn.trail.migrations.0002_only_grows")
reports = import_module("cairn.listening.migrations.0002_reports_stay")


@pytest.fixture(scope="session", autouse=True)
def _tables_beside_a_loop():
    """The browser's driver runs a loop in this thread; the tests' own look at the tables is no danger to it."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="package", autouse=True)
def _guards_lifted(django_db_setup, django_db_blocker):
    """After a story with a server all tables are emptied, which the guards of what is frozen refuse."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        frameworks.allow(None, editor)
        editions.allow(None, editor)
        reports.allow(None, editor)
        files.allow(None, editor)
        surveys.allow(None, editor)
        trail.allow(None, editor)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        frameworks.forbid(None, editor)
        marks.forbid(None, editor)
        reports.forbid(None, editor)
        files.forbid(None, editor)
        surveys.forbid(None, editor)
        trail.forbid(None, editor)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {
        "executable_path": os.environ.get("CAIRN_BROWSER") or shutil.which("chromium"),
        "args": ["--no-sandbox"],
    }


@pytest.fixture
def page_of(new_context, live_server):
    """A page in a window of its own: page_of(person, "/path/"); nobody is signed in where the person is None."""

    def page_of(person, path, **more):
        context = new_context(base_url=live_server.url, **more)
        if person:
            client = Client()
            client.force_login(person)
            session = client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
            )
        page = context.new_page()
        page.set_default_timeout(7_000)
        page.goto(path)
        return page

    return page_of
