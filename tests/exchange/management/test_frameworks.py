"""`./cairn frameworks`, as a person at the terminal meets it."""

import json

import polib
import pytest
from django.core.management import call_command

from cairn.frameworks import mapping
from cairn.frameworks.facts import DATA
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.writing import schema
from tests.frameworks.test_mapping import MAPPING
from tests.frameworks.upgraded import FIRST, SECOND

SUSTAINABILITY = DATA / "cairn-sustainability" / "1" / "framework.yaml"

RULES = """format: cairn-rules-1
framework: open-kitchen
rules:
  K.2:
    must:
      - key: met
        asks: They met
        exists: {what: meeting}
    examples:
      - {says: Nothing recorded, gives: no_data}
"""


@pytest.fixture
def told(capsys):
    """Runs the command and gives exit code, output and error output."""

    def run(*arguments):
        code = 0
        try:
            call_command("frameworks", *map(str, arguments))
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def faulty(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(SUSTAINABILITY.read_text().replace("kind: group", "kind: grup"))
    return file


def test_sound_files_are_said_to_be_sound(told):
    assert told("check", DATA) == (
        0,
        "".join(f"{file}: sound\n" for file in sorted(DATA.rglob("*.yaml"))),
        "",
    )


def test_examples_beside_rules_are_tried(told, tmp_path):
    file = tmp_path / "open-kitchen.yaml"
    file.write_text(RULES)
    assert told("check", file) == (0, f"K.2: Nothing recorded: no_data 0\n{file}: sound\n", "")

    file.write_text(RULES.replace("no_data", "supported"))
    assert told("check", file)[:2] == (
        1,
        f"K.2: Nothing recorded: no_data 0, not supported 0\n{file}: sound\n",
    )

    file.write_text(RULES.replace("what: meeting", "what: party"))
    assert told("check", file)[1].startswith(f"{file}:8: There is no register “party” — use one of: ")


def test_a_fault_names_file_line_and_fix(told, faulty):
    code, out, _err = told("check", faulty)

    line = 1 + next(n for n, text in enumerate(faulty.read_text().splitlines()) if "grup" in text)
    assert code == 1
    assert out.startswith(f"{faulty}:{line}: “kind” cannot be “grup” — use one of: ")


def test_what_is_not_there_or_holds_nothing_ends_with_two(told, tmp_path):
    assert told("check", tmp_path / "none.yaml")[::2] == (
        2,
        f"{tmp_path}/none.yaml cannot be read: No such file or directory.\n",
    )
    assert told("check", tmp_path)[0] == 2


def test_the_list_names_what_comes_with_cairn(told):
    assert "good-practice-criteria@1: Good Practice Criteria, 33 items" in told("list")[1]


def test_the_schema_is_printed(told):
    assert json.loads(told("schema")[1]) == schema()


def test_the_schema_of_mappings_is_printed(told):
    assert json.loads(told("schema", "--mapping")[1]) == json.loads(mapping.schema_text())


def test_a_later_file_may_speak_of_an_earlier_one(told, tmp_path):
    (tmp_path / "1.yaml").write_text(FIRST)
    (tmp_path / "2.yaml").write_text(SECOND.replace("from: [Q.6]", "from: [Q.9]"))
    (tmp_path / "3.yaml").write_text(MAPPING)

    code, out, _err = told("check", tmp_path)

    assert code == 1
    assert "tea@1 has no node “Q.9”" in out
    assert f"{tmp_path}/3.yaml: sound" in out


@pytest.mark.django_db
def test_a_mapping_is_loaded_as_a_framework_is(told, tmp_path):
    file = tmp_path / "m.yaml"
    file.write_text(MAPPING)

    assert told("load", file)[1] == "Loaded tea-to-criteria@1.\n"
    file.write_text(MAPPING.replace("Steam", "Some steam"))
    assert "is taken by other content" in told("load", file)[2]
    file.write_text("format: cairn-mapping-1\n")
    assert told("load", file)[0] == 1


def test_a_template_is_written_and_sound(told, tmp_path):
    target = tmp_path / "start.xlsx"

    assert told("template", "-o", target)[0] == 0
    assert told("check", target)[0] == 0
    assert told("template")[0] == 2
    assert "No framework tarot" in told("template", "--from", "tarot", "-o", target)[2]
    assert "cannot be written" in told("template", "-o", tmp_path / "no" / "x.xlsx")[2]


def test_a_catalogue_for_translators_is_written(told, tmp_path):
    target = tmp_path / "pl.po"

    told("catalogue", "cairn-sustainability", "pl", "-o", target)

    assert "S1/text" in [entry.msgctxt for entry in polib.pofile(str(target))]
    assert told("catalogue", "tarot", "pl")[0] == 2


@pytest.mark.django_db
def test_a_framework_is_loaded_once_and_for_ever(told, tmp_path, faulty):
    assert told("load", SUSTAINABILITY)[1] == "Loaded cairn-sustainability@1.\n"

    other = tmp_path / "other.yaml"
    other.write_text(SUSTAINABILITY.read_text().replace("title: Cairn Sustainability", "title: Another"))
    code, _out, err = told("load", other)

    assert code == 2
    assert "loaded already with other content" in err
    assert told("load", faulty)[0] == 1
    assert FrameworkVersion.objects.count() == 1
