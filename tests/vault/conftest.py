"""People whose columns are sealed."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from django.conf import settings as house

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
    if house.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        server = {key: house.DATABASES["default"][key] for key in ("HOST", "PORT", "USER", "PASSWORD")}
        said = {"host": server["HOST"], "port": server["PORT"] or 5432, "user": server["USER"]}
        wire = psycopg.connect(**said, password=server["PASSWORD"], dbname="postgres", autocommit=True)
        wire.execute("DROP DATABASE IF EXISTS drill")
        wire.execute("CREATE DATABASE drill")
        address = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/drill".format(**server)
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
        wire.execute("DROP DATABASE drill WITH (FORCE)")
        wire.close()


_SETUP = "import django; django.setup()\n"
