"""Mappings, withdrawals and new versions on the pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.frameworks import actions, facts, uses
from cairn.frameworks.mapping import read_mapping
from cairn.frameworks.models import FrameworkVersion, LoadedMapping
from cairn.frameworks.reading import read_yaml
from tests.frameworks.test_mapping import MAPPING
from tests.frameworks.upgraded import FIRST, SECOND

pytestmark = pytest.mark.django_db


@pytest.fixture
def tea():
    return actions.load(framework=read_yaml(FIRST, "tea.yaml").framework)


def sent(text, name="mine.yaml"):
    return {"file": SimpleUploadedFile(name, text.encode())}


def test_everyone_reads_the_mappings(client, criteria):
    page = client.get(reverse("mappings")).content.decode()

    assert "Good Practice Criteria and OECD-DAC" in page
    assert "Asking for needs comes before answering them." in page
    assert reverse("mappings") in client.get(reverse("framework_list")).content.decode()


def test_a_mapping_to_a_framework_that_is_not_at_hand_shows_ids(client, coordinator):
    mapping = read_mapping(MAPPING, "m.yaml", lambda *_: None).mapping
    actions.load_mapping(mapping=mapping)

    page = client.get(reverse("mappings")).content.decode()

    assert "tea@1" in page
    assert "Q.1" in client.get(reverse("mapping_export", args=["tea-to-criteria", "csv"])).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_mappings_asks_a_fixed_number_of_questions(client, count, django_assert_num_queries):
    for number in range(count):
        text = MAPPING.replace("tea-to", f"tea{number}-to")
        actions.load_mapping(mapping=read_mapping(text, "m.yaml", lambda *_: None).mapping)

    with django_assert_num_queries(2):
        client.get(reverse("mappings"))


def test_a_mapping_is_taken_away_and_reads_back_the_same(client):
    for kind in ("yaml", "json"):
        answer = client.get(reverse("mapping_export", args=["criteria-to-dac", kind]))
        read = read_mapping(answer.content.decode(), "m", facts.of_shipped).mapping
        assert read == facts.mapping("criteria-to-dac")
    assert (
        b"Needs are found" in client.get(reverse("mapping_export", args=["criteria-to-dac", "csv"])).content
    )
    assert client.get(reverse("mapping_export", args=["criteria-to-dac", "xlsx"])).status_code == 200
    assert client.get(reverse("mapping_export", args=["criteria-to-dac", "exe"])).status_code == 404
    assert client.get(reverse("mapping_export", args=["tarot", "csv"])).status_code == 404


def test_a_framework_says_what_it_maps_to(client, criteria):
    page = client.get(reverse("framework", args=["good-practice-criteria", "1"])).content.decode()

    assert "How it maps to other frameworks" in page


def test_a_mapping_is_brought_in_where_frameworks_are(client, coordinator, tea):
    client.force_login(coordinator)

    wrong = client.post(reverse("framework_load"), sent(MAPPING.replace("Q.1", "Q.99")))
    answer = client.post(reverse("framework_load"), sent(MAPPING))

    assert "tea@1 has no node" in wrong.content.decode()
    assert answer["Location"] == reverse("mappings")
    assert LoadedMapping.objects.count() == 1
    again = client.post(reverse("framework_load"), sent(MAPPING.replace("Steam", "Some steam")))
    assert again.status_code == 422


def test_a_new_version_that_drops_an_item_is_just_a_new_version(client, coordinator, tea, monkeypatch):
    monkeypatch.setattr(uses, "_counts", {"stories": lambda _person, version: 12 if version == tea else 0})
    client.force_login(coordinator)

    page = client.post(reverse("framework_load"), sent(SECOND), follow=True).content.decode()

    assert "It has no place for these items of version 1: Q.6." in page
    assert "12 assessments use the former version; they keep it." in page
    assert "What changed since version 1" in page
    assert "Leaves and smoke are two things." in page
    assert FrameworkVersion.objects.count() == 2


def test_a_new_version_that_drops_nothing_says_nothing_of_it(client, coordinator, tea, monkeypatch):
    monkeypatch.setattr(uses, "_counts", {})
    client.force_login(coordinator)
    text = FIRST.replace('version: "1"', 'version: "2"')

    page = client.post(reverse("framework_load"), sent(text), follow=True).content.decode()

    assert "no place for" not in page
    assert "former version" not in page


def test_a_coordinator_takes_a_version_out_of_use_and_back(client, coordinator, tea):
    client.force_login(coordinator)
    address = reverse("framework_withdraw", args=["tea", "1"])

    assert "This field is required." in client.post(address, {"reason": ""}).content.decode()
    page = client.post(address, {"reason": "A wrong word."}, follow=True).content.decode()
    assert "not offered for new assessments" in page
    assert "A wrong word." in page
    assert "out of use" in client.get(reverse("framework_list")).content.decode()
    assert "A wrong word." in client.get(address).content.decode()
    client.post(address)

    assert list(facts.offered()) == [tea]


def test_the_page_says_how_many_go_by_it(client, coordinator, tea, monkeypatch):
    monkeypatch.setattr(uses, "_counts", {})
    uses.told_by("stories", lambda _person, _version: 3)
    client.force_login(coordinator)

    page = client.get(reverse("framework_withdraw", args=["tea", "1"])).content.decode()

    assert "3 assessments of your organisation go by it." in page


def test_others_find_nothing_there(client, reader, tea):
    client.force_login(reader)

    assert client.get(reverse("framework_withdraw", args=["tea", "1"])).status_code == 404
