import pytest
from django.core.management import CommandError, call_command

from cairn.demo import building
from cairn.demo.management.commands import serve
from cairn.demo.size import Size
from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Person
from cairn.publications import facts as publications
from cairn.search import actions as index
from tests.factories import a_person


@pytest.fixture(autouse=True)
def _data_dir(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(building, "FIRST_LOOK", Size(people=1, months=1))


@pytest.fixture
def became(monkeypatch):
    """What the process turned into, instead of turning into it."""
    commands = []
    monkeypatch.setattr(serve.os, "execv", lambda program, arguments: commands.append(arguments))
    monkeypatch.setattr(serve.webbrowser, "open", lambda address: commands.append([address]))
    return commands


@pytest.fixture
def free(monkeypatch):
    """Sockets are closed to tests: every port is free."""

    class Trial:
        def __init__(self, family, kind):
            self.family = family

        def __enter__(self):
            return self

        def __exit__(self, *args):
            return None

        def setsockopt(self, *args):
            return None

        def bind(self, address):
            if address[1] == 81:
                raise OSError(98, "Address already in use")

    monkeypatch.setattr(serve.socket, "socket", Trial)


def test_an_empty_folder_becomes_a_demo_that_answers(db, free, became, capsys):
    call_command("serve", port=8321)

    said = capsys.readouterr().out
    assert "Cairn is at http://127.0.0.1:8321/" in said
    assert "This is a demo" in said
    assert "mira@harbour-lane.example" in said
    assert FrameworkVersion.objects.exists()
    assert became[0][1:6] == ["-m", "granian", "--interface", "wsgi", "--host"]
    assert became[0][-1] == "cairn.wsgi:application"


def test_where_people_are_there_is_no_demo(db, free, became, capsys):
    a_person("Cora")

    call_command("serve", host="0.0.0.0", open=True)  # noqa: S104  # a name to be shown, nothing listens

    assert "demo" not in capsys.readouterr().out
    assert Person.objects.count() == 1
    assert became[0] == ["http://localhost:8000/"]


def test_what_an_earlier_cairn_published_can_be_found(db, free, became):
    call_command("serve")
    index.rebuild(entries=())
    assert not publications.indexed()

    call_command("serve")

    assert publications.indexed()


def test_an_empty_house_may_stay_empty(db, free, became, capsys):
    call_command("serve", host="::1", no_demo=True)

    assert "http://[::1]:8000/" in capsys.readouterr().out
    assert not Person.objects.exists()


def test_a_port_in_use_is_one_sentence(db, free, became):
    with pytest.raises(
        CommandError, match=r"Cannot listen on 127.0.0.1, port 81: Address already in use"
    ) as refusal:
        call_command("serve", port=81)

    assert "--port 82" in str(refusal.value)
    assert became == []


def test_files_are_collected_where_they_are_named_by_content(db, free, became, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "files"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }

    call_command("serve", no_demo=True)

    assert (tmp_path / "files" / "staticfiles.json").exists()
