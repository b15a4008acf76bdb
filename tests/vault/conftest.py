"""People whose columns are sealed."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import psycopg
import pytest
from django.db import connection

from cairn.participants import actions as participants
from cairn.practices import actions as practices

ROOT = Path(__file__).parents[2]


@pytest.fixture
def practice(organisation, coordinator):
    return practices.create(organisation=organisation, by=coordinator, title="Steady Steps")


@pytest.fixture
def participant(practice, coordinator):
    return participants.enrol(
        practice=practice, enrolled_on=date(2025, 3, 1), by=coordinator, nationality="ER"
    )


@pytest.fixture
def another(practice, coordinator):
    return participants.enrol(
        practice=practice, enrolled_on=date(2025, 3, 1), by=coordinator, nationality="SO"
    )


@pytest.fixture
def earnest(tmp_path, django_db_blocker):
    """Runs Cairn in a house of its own: earnest("command", …), or earnest(script=…)."""
    address = None
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("CAIRN_", "DATABASE"))
    }
    if connection.vendor == "postgresql":
        there = connection.get_connection_params()
        said = {key: there[key] for key in ("host", "port", "user", "password") if there.get(key)}
        wire = psycopg.connect(**said, dbname="postgres", autocommit=True)
        name = f"drill_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
        wire.execute(f"DROP DATABASE IF EXISTS {name}")
        wire.execute(f"CREATE DATABASE {name}")
        address = f"postgres:///{name}?{urlencode(said)}"
        environment["DATABASE_URL"] = address
    environment |= {"CAIRN_DATA_DIR": str(tmp_path / "data"), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    environment["DJANGO_SETTINGS_MODULE"] = "cairn.settings"

    def run(*arguments, script=None):
        command = ["-m", "cairn", *map(str, arguments)] if script is None else ["-c", _SETUP + script]
        done = subprocess.run(
            [sys.executable, *command], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        return SimpleNamespace(code=done.returncode, said=done.stdout + done.stderr)

    yield run
    if address:
        wire.execute(f"DROP DATABASE {name} WITH (FORCE)")
        wire.close()


_SETUP = "import django; django.setup()\n"
