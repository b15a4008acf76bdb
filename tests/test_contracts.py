"""Each architecture contract is broken on purpose in a copy of the house, to show that it would be noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LINTER = Path(sys.executable).parent / "lint-imports"


@pytest.fixture
def copy_of_the_house(tmp_path):
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "static", "locale")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contracts_broken_in(house: Path) -> list[str]:
    answer = subprocess.run(
        [LINTER, "--no-cache"],
        cwd=house,
        env={"PYTHONPATH": "src", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return [line.removesuffix(" BROKEN") for line in answer.stdout.splitlines() if line.endswith(" BROKEN")]


def test_all_contracts_are_kept(copy_of_the_house):
    assert contracts_broken_in(copy_of_the_house) == []


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("practices/facts.py", "import cairn.exchange.actions", "Imports point down"),
        ("assessments/models.py", "import cairn.assessments.facts", "Inside a room"),
        ("api/urls.py", "import cairn.assessments.models", "Only a room itself"),
        ("publications/facts.py", "import cairn.assessments.enums", "The public side"),
        ("people/facts.py", "import cairn.frameworks.facts", "Imports point down"),
    ],
)
def test_a_broken_contract_is_noticed(copy_of_the_house, file, line, contract):
    target = copy_of_the_house / "src" / "cairn" / file
    target.touch()
    target.write_text(f"{target.read_text()}\n{line}\n")
    imported = line.split()[-1].split(".")
    (copy_of_the_house.joinpath("src", *imported).with_suffix(".py")).touch()

    broken = contracts_broken_in(copy_of_the_house)

    assert any(name.startswith(contract) for name in broken), broken


def test_a_cycle_between_two_files_is_noticed(copy_of_the_house):
    room = copy_of_the_house / "src" / "cairn" / "common"
    (room / "left.py").write_text("import cairn.common.right\n")
    (room / "right.py").write_text("import cairn.common.left\n")

    assert any(name.startswith("No cycles") for name in contracts_broken_in(copy_of_the_house))
