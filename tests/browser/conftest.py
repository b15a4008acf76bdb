"""A real browser, the distribution's own, in front of a running server; see `./cairn browser`."""

import os
import shutil
from importlib import import_module

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

GUARDS = [
    import_module(f"cairn.{room}.migrations.{name}")
    for room, name in (
        ("frameworks", "0003_immutable"),
        ("publications", "0003_immutable"),
        ("listening", "0002_reports_stay"),
        ("surveys", "0003_immutable"),
        ("surveys", "0006_files_stay"),
        ("progress", "0002_signed_stays"),
        ("evidence", "0005_frozen"),
        ("trail", "0002_only_grows"),
    )
]
AGAIN = {
    "cairn.publications.migrations.0003_immutable": import_module("cairn.publications.migrations.0004_marks")
}
"""Guards that a later migration set otherwise."""


@pytest.fixture(scope="session", autouse=True)
def _tables_beside_a_loop():
    """The browser's driver runs a loop in this thread; the tests' own look at the tables is no danger to it."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, tmp_path_factory):
    """SQLite's tables in a file, as people have them. In memory the server's thread would share one connection with the story's:
    one of them waits in SQLite for the other, which waits in Python for the first, for ever."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("tables") / "cairn.sqlite3")


@pytest.fixture(scope="package", autouse=True)
def _guards_lifted(django_db_setup, django_db_blocker):
    """After a story with a server all tables are emptied, which the guards of what is frozen refuse."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for guard in GUARDS:
            guard.allow(None, editor)
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        for guard in GUARDS:
            AGAIN.get(guard.__name__, guard).forbid(None, editor)


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
