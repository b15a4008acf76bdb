"""The server is killed twelve times under eight people who send: nothing that was acknowledged is lost, nothing doubled."""

import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.db import connections

from cairn.surveys.actions import publish_version
from cairn.surveys.models import Form
from cairn.voices import actions
from tests.activities.factories import a_session

pytestmark = [pytest.mark.django_db, pytest.mark.skipif("connections['default'].vendor != 'sqlite'")]
ROOT = Path(__file__).parents[2]
SHEETS = {
    "survey": [
        {"type": "text", "name": "words", "label::English (en)": "What would you like to say?"},
        {"type": "integer", "name": "number", "label::English (en)": "How many?"},
    ],
    "choices": [],
    "settings": [{"form_title": "A form", "default_language": "English (en)"}],
}


@pytest.fixture
def house(tmp_path, activity, coordinator, today):
    """A folder with everything, and forty openings for thirty people each."""
    form = Form.objects.create(key="marks", purpose="session")
    publish_version(form=form, sheets=SHEETS, by=None)
    addresses = [
        actions.open_session(
            session=a_session(activity, coordinator, planned_on=today), form=form, expected=30, by=coordinator
        ).address
        for _ in range(40)
    ]
    (tmp_path / "cairn.sqlite3").write_bytes(connections["default"].connection.serialize())
    return tmp_path, addresses


def test_nothing_is_lost_and_nothing_doubled(house):
    folder, addresses = house
    port = 20_000 + os.getpid() % 10_000
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("CAIRN_", "DATABASE"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.voices.killing", str(folder), str(port), *addresses],
        env=environment | {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "DJANGO_SETTINGS_MODULE": "cairn.settings"},
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=200,
    )  # fmt: skip
    told = json.loads(done.stdout)
    acknowledged = Counter(mark for mark, status, _how in told if status == 303)

    with sqlite3.connect(folder / "cairn.sqlite3") as kept:
        rows = kept.execute("SELECT count(*), count(DISTINCT key) FROM voices_answer").fetchone()
        said = Counter(json.loads(row[0])["number"] for row in kept.execute("SELECT said FROM voices_answer"))
        spent = kept.execute("SELECT count(*) FROM voices_spent").fetchone()[0]
        sound = kept.execute("PRAGMA integrity_check").fetchone()[0]
    kept.close()

    sys.stdout.write(
        f"acknowledged {len(acknowledged)}, of them known from before a kill {sum(how == 'before' for *_, how in told)}"
    )
    assert {status for _mark, status, _how in told} <= {303, 410}
    assert max(said.values()) == 1, "doubled"
    assert set(acknowledged) == set(said), "lost, or kept without having been acknowledged"
    assert rows[0] == rows[1] == spent == len(said)
    assert sound == "ok"
