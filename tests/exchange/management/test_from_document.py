import pytest
from django.core.management import call_command
from ruamel.yaml import YAML

from cairn.frameworks.shape import Framework
from cairn.reading.actions import read_file
from tests.reading.world import OWN


def test_a_drafted_framework_reads_its_own_document_by_equal_text(tmp_path):
    target = tmp_path / "own.yaml"

    call_command(
        "frameworks", "from-document", str(OWN), "-o", str(target), "--id", "own-words", "--title", "Our own"
    )

    framework = Framework.model_validate(YAML(typ="safe").load(target))
    assert (framework.id, framework.title, framework.status) == ("own-words", "Our own", "official")
    assert "TO FILL IN" in framework.source
    reading = read_file(OWN, framework)
    assert {item.matched_by for item in reading.items} == {"equal text"}
    assert len(reading.found) == 33


def test_it_is_printed_where_no_file_is_named(capsys):
    call_command("frameworks", "from-document", str(OWN))

    assert "cairn-framework-1" in capsys.readouterr().out


def test_what_cannot_be_drafted_is_said_in_one_sentence(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("words")

    with pytest.raises(SystemExit) as ended:
        call_command("frameworks", "from-document", str(tmp_path / "a.txt"))

    assert ended.value.code == 2
    assert "No question" in capsys.readouterr().err
