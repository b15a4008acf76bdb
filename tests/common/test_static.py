"""Files that are sent as they are."""

import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "src/cairn/common/static/common"
KIB = 1024
# A direction of the screen in a declaration; the logical names follow the reading direction by themselves.
PHYSICAL = re.compile(
    r"(?:^|[;{\s])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height))\s*:|(?:float|text-align):\s*(?:left|right)",
    re.MULTILINE,
)


def manifest() -> dict[str, str]:
    lines = (STATIC / "v/MANIFEST").read_text().splitlines()
    return {line.split()[0]: line.split()[-1] for line in lines if not line.startswith("#")}


def test_files_made_elsewhere_are_the_ones_we_listed():
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (STATIC / "v").glob("*.js")}

    assert found == manifest()


def test_no_declaration_names_a_side_of_the_screen():
    css = re.sub(r"/\*.*?\*/|@media[^{]*", "", (STATIC / "cairn.css").read_text(), flags=re.DOTALL)

    assert PHYSICAL.findall(css) == []


@pytest.mark.parametrize(("name", "most"), [("cairn.css", 22 * KIB), ("cairn.js", 1.6 * KIB)])
def test_our_own_files_stay_small(name, most):
    assert (STATIC / name).stat().st_size <= most
