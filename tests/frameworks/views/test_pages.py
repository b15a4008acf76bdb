"""Frameworks on the pages: open to read, loaded only by those who may."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.frameworks import actions, facts
from cairn.frameworks.models import FrameworkVersion
from cairn.frameworks.reading import read_any
from cairn.frameworks.workbook import as_workbook
from cairn.frameworks.writing import as_yaml

pytestmark = pytest.mark.django_db


@pytest.fixture
def sustainability():
    return facts.shipped_framework("cairn-sustainability")


def sent(content, name="mine.yaml"):
    return {"file": SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())}


def test_everyone_reads_the_frameworks(client, criteria):
    assert "Good Practice Criteria" in client.get(reverse("framework_list")).content.decode()

    page = client.get(reverse("framework", args=["good-practice-criteria", "1"])).content.decode()

    for item in facts.framework_of(criteria).items:
        assert item.id in page
    assert "sustainability" in page
    assert client.get(reverse("framework", args=["tarot", "1"])).status_code == 404


def test_gates_and_flat_trees_are_shown(client):
    actions.load_shipped()

    page = client.get(reverse("framework", args=["ewsi-selection", "1"])).content.decode()

    assert 'id="G-4"' in page


def test_an_empty_list_says_what_to_do(client):
    assert "No framework is loaded yet" in client.get(reverse("framework_list")).content.decode()


@pytest.mark.parametrize("kind", ["yaml", "xlsx", "json"])
def test_what_is_taken_away_reads_back_the_same(client, criteria, kind):
    answer = client.get(reverse("framework_download", args=["good-practice-criteria", "1", kind]))

    assert read_any(answer.content, f"x.{kind}").framework == facts.framework_of(criteria)
    assert "attachment" in answer["Content-Disposition"]


def test_other_kinds_are_not_there(client, criteria):
    assert (
        client.get(reverse("framework_download", args=["good-practice-criteria", "1", "exe"])).status_code
        == 404
    )


def test_the_template_is_sound(client):
    assert read_any(client.get(reverse("framework_template")).content, "x.xlsx").usable


def test_a_coordinator_loads_a_framework(client, coordinator, sustainability):
    client.force_login(coordinator)

    assert reverse("framework_load") in client.get(reverse("framework_list")).content.decode()
    assert client.get(reverse("framework_load")).status_code == 200
    answer = client.post(reverse("framework_load"), sent(as_workbook(sustainability), "mine.xlsx"))

    assert answer["Location"] == reverse("framework", args=["cairn-sustainability", "1"])
    assert FrameworkVersion.objects.get().title == "Cairn Sustainability"


def test_faults_are_told_with_place_and_fix_and_nothing_is_kept(client, coordinator, sustainability):
    client.force_login(coordinator)

    answer = client.post(
        reverse("framework_load"), sent(as_yaml(sustainability).replace("kind: group", "kind: grup"))
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "mine.yaml:" in page
    assert "use one of" in page
    assert not FrameworkVersion.objects.exists()


def test_other_content_under_a_loaded_name_is_refused(client, coordinator, sustainability):
    client.force_login(coordinator)
    actions.load(framework=sustainability)

    answer = client.post(
        reverse("framework_load"), sent(as_yaml(sustainability.model_copy(update={"title": "Other"})))
    )

    assert answer.status_code == 422
    assert "loaded already with other content" in answer.content.decode()


def test_other_files_and_large_ones_are_refused(client, coordinator):
    client.force_login(coordinator)

    assert "neither YAML" in client.post(reverse("framework_load"), sent("x", "x.exe")).content.decode()
    assert (
        "larger than 5 MB"
        in client.post(reverse("framework_load"), sent("x" * (5 * 2**20 + 1))).content.decode()
    )


def test_readers_do_not_load_frameworks(client, reader):
    client.force_login(reader)

    assert client.get(reverse("framework_load")).status_code == 404
    assert reverse("framework_load") not in client.get(reverse("framework_list")).content.decode()
