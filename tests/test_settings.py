"""What the environment may say, and that a start stops where it says nonsense."""

import os
import runpy
import sqlite3
import stat
import subprocess
import sys
from importlib import import_module

import pytest
from environs import EnvError

from tests.test_house import PACKAGE, ROOT

LONG_ENOUGH = "a-key-of-at-least-thirty-two-characters"


@pytest.fixture
def started(monkeypatch, tmp_path):
    """Reads the settings anew, as a start with a data folder of its own and these variables would."""

    def started(**variables):
        for name in [name for name in os.environ if name.startswith("CAIRN_") or name == "DATABASE_URL"]:
            monkeypatch.delenv(name)
        for name, value in ({"CAIRN_DATA_DIR": str(tmp_path / "data")} | variables).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(PACKAGE / "settings.py"))

    return started


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CAIRN_DATA_DIR", "/dev/null/data"),
        ("CAIRN_DEBUG", "perhaps"),
        ("CAIRN_HTTPS", "perhaps"),
        ("CAIRN_SECRET_KEY", "short"),
        ("CAIRN_TIME_ZONE", "Moon/Tranquility"),
        ("CAIRN_STATIC_STORAGE", "under.the.Bed"),
        ("CAIRN_LOG_LEVEL", "whispering"),
        ("DATABASE_URL", "the-blue-one"),
        ("DATABASE_URL", "postgres://cairn@localhost:door/cairn"),
    ],
)
def test_a_value_that_cannot_be_read_stops_the_start_and_names_its_variable(started, name, value):
    with pytest.raises(EnvError, match=name):
        started(**{name: value})


def test_the_process_itself_stops_and_says_why(tmp_path):
    environment = os.environ | {
        "CAIRN_DATA_DIR": str(tmp_path),
        "CAIRN_DEBUG": "perhaps",
        "PYTHONPATH": "src",
    }

    start = subprocess.run(
        [sys.executable, "-m", "cairn", "check"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert start.returncode != 0
    assert "CAIRN_DEBUG" in start.stderr.splitlines()[-1]


def test_a_first_start_makes_a_secret_that_only_its_owner_reads(started, tmp_path):
    settings = started()

    file = tmp_path / "data" / "secret-key"
    assert settings["SECRET_KEY"] == file.read_text()
    assert len(settings["SECRET_KEY"]) >= 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_later_starts_keep_the_secret(started):
    assert started()["SECRET_KEY"] == started()["SECRET_KEY"]


def test_a_secret_that_is_given_leaves_nothing_on_disk(started, tmp_path):
    settings = started(CAIRN_SECRET_KEY=LONG_ENOUGH)

    assert settings["SECRET_KEY"] == LONG_ENOUGH
    assert not (tmp_path / "data" / "secret-key").exists()


def test_what_is_acknowledged_survives_a_power_cut(started, tmp_path):
    """The address and the opening words that Django hands to SQLite, tried on a file."""
    database = started()["DATABASES"]["default"]

    assert database["NAME"] == str(tmp_path / "data" / "cairn.sqlite3")
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    connection = sqlite3.connect(database["NAME"])
    connection.executescript(database["OPTIONS"]["init_command"])
    kept = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete")
    ]
    connection.close()
    full = 2
    assert kept == ["wal", full, 1]


def test_postgresql_is_one_address_away(started):
    database = started(DATABASE_URL="postgres://cora:s%40fe@db.example:5433/stones?sslmode=require")[
        "DATABASES"
    ]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("cora", "s@fe")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "stones")
    assert database["OPTIONS"] == {"sslmode": "require"}
    assert (database["CONN_MAX_AGE"], database["CONN_HEALTH_CHECKS"]) == (60, True)


def test_behind_https_nothing_travels_in_the_open(started):
    open_air, https = started(), started(CAIRN_HTTPS="yes")

    secured = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"]
    assert all(https[name] for name in secured)
    assert not any(open_air[name] for name in secured)


def test_hosts_are_named_by_whoever_runs_it(started):
    assert started(CAIRN_HOSTS="cairn.example,www.cairn.example")["ALLOWED_HOSTS"] == [
        "cairn.example",
        "www.cairn.example",
    ]


@pytest.mark.django_db
def test_a_server_is_given_the_application():
    application = import_module("cairn.wsgi").application

    answers = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/nowhere-at-all/", "SERVER_NAME": "localhost"}
    environ |= {"SERVER_PORT": "80", "wsgi.input": sys.stdin, "wsgi.url_scheme": "http"}
    application(environ, lambda status, _headers: answers.append(status))
    assert answers == ["404 Not Found"]


def test_the_package_is_run_as_manage_is(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["cairn", "check"])

    runpy.run_module("cairn", run_name="__main__")

    assert "no issues" in capsys.readouterr().out


def test_a_worker_that_reads_the_package_again_starts_no_second_server(monkeypatch, capsys):
    """Python's own workers read the main file once more, under another name."""
    monkeypatch.setattr(sys, "argv", ["cairn", "check"])

    runpy.run_module("cairn", run_name="__mp_main__")

    assert capsys.readouterr().out == ""
