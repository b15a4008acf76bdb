import pytest
from django.core.management import CommandError, call_command

from cairn.practices.models import Practice
from cairn.reading.lines import Unreadable
from tests.exchange.factories import a_reading
from tests.factories import Assessor, a_person, an_organisation


@pytest.fixture
def document(tmp_path, monkeypatch):
    file = tmp_path / "open-kitchen.txt"
    file.write_text("words")
    read = "cairn.exchange.actions.read_bytes"
    monkeypatch.setattr(read, lambda name, data, framework, among: a_reading())
    return file


def test_a_document_is_imported(document, coordinator, version, capsys):
    call_command("import", document, framework="stones@1")

    said = capsys.readouterr().out
    assert "2 met, 1 not met, 1 unknown." in said
    assert "kept with it: 1." in said
    assert Practice.objects.get().title == "Open Kitchen"


def test_it_may_be_added_to_a_practice(document, coordinator, organisation, version):
    call_command("import", document, framework="stones")
    practice = Practice.objects.get()

    call_command("import", document, framework="stones", practice=practice.pk)

    assert practice.assessments.count() == 2


def test_a_twin_is_named(document, coordinator, version, capsys):
    call_command("import", document, framework="stones@1")
    assert capsys.readouterr().err == ""

    call_command("import", document, framework="stones@1")

    assert "Perhaps it is here already: Open Kitchen (House of Many Doors)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"framework": "pebbles"}, "No framework pebbles is loaded."),
        ({"organisation": "nowhere"}, "Say where to: --organisation, one of: house-of-many-doors."),
        ({"email": "nobody@example.org"}, "Say who imports"),
        ({"practice": 99}, "There is no practice 99"),
    ],
)
def test_what_is_not_there_is_told_in_one_sentence(document, coordinator, version, options, sentence):
    with pytest.raises(CommandError, match=sentence) as refusal:
        call_command("import", document, **{"framework": "stones"} | options)

    assert refusal.value.returncode == 2


def test_who_imports_is_asked_where_there_are_several(document, coordinator, version):
    a_person("Asad", an_organisation("Elsewhere"), Assessor)

    with pytest.raises(CommandError, match="Say who imports"):
        call_command("import", document, framework="stones")
    call_command("import", document, framework="stones", email="CORA@example.org")


def test_what_cannot_be_read_exits_with_two(document, coordinator, version, monkeypatch):
    def refuse(name, data, framework, among):
        raise Unreadable("The file holds no text.")

    monkeypatch.setattr("cairn.exchange.actions.read_bytes", refuse)

    with pytest.raises(CommandError, match="The file holds no text") as refusal:
        call_command("import", document, framework="stones")
    with pytest.raises(CommandError, match="cannot be opened"):
        call_command("import", document.parent / "missing.txt", framework="stones")
    assert refusal.value.returncode == 2
    assert not Practice.objects.exists()
