"""What authors are told is what the compiler takes."""

from pathlib import Path

import pytest

from cairn.surveys import headings, subset
from cairn.surveys.logic import working
from cairn.surveys.showing import FACES

GUIDE = (Path(__file__).resolve().parents[2] / "docs/guides/form-author.md").read_text()
APPEARANCES = [
    word for word in sorted(subset.APPEARANCES) if not word.startswith("w") or word in {"w1", "w10"}
]
COLUMNS = [
    name for table in (headings.IN_LANGUAGES, headings.PLAIN) for names in table.values() for name in names
]
HARMLESS = [name for name in headings.HARMLESS if not name.startswith("sms_")]


@pytest.mark.parametrize(
    "names",
    [working.FUNCTIONS, APPEARANCES, COLUMNS, HARMLESS, FACES, set(subset.SIMPLE.values())],
    ids=["functions", "appearances", "columns", "harmless", "faces", "types"],
)
def test_the_guide_names_them_all(names):
    assert [name for name in names if f"`{name}`" not in GUIDE] == []
