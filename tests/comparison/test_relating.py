"""Mappings: what asks for the same shares a row, everything else is said in words and moves nothing."""

import pytest
from django.urls import reverse

from cairn.frameworks import actions as frameworks
from cairn.frameworks.mapping import Mapping
from tests.assessments.factories import loaded
from tests.comparison.factories import another_framework, shown, the_next_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def mapped(organisation, coordinator):
    """Stones and Bridges: one item is the same, one belongs to the other, and a question touches another."""
    shown(organisation, coordinator, "Bread", A1_1="met", B1_1="met")
    shown(organisation, coordinator, "Arch", another_framework(), C1_1="not-met")
    loaded(another_framework())
    said = {
        "format": "cairn-mapping-1",
        "id": "m",
        "version": "1",
        "title": "M",
        "source": "Us",
        "status": "own",
    }
    pairs = [
        {"from": "A1.1", "relation": "same", "to": "C1.1"},
        {"from": "B1.1", "relation": "narrower", "to": "C1.1", "note": "Half of it."},
        {"from": "A1", "relation": "related", "to": "C1"},
    ]
    frameworks.load_mapping(
        mapping=Mapping.model_validate(said | {"from": "stones@1", "to": "bridges@1", "pairs": pairs})
    )


def test_mapped_frameworks_share_a_table(client, mapped):
    page = " ".join(client.get("/compare/", {"practice": ["bread", "arch"]}).content.decode().split())

    assert "2 practices are compared" in page
    assert "Stone A1.1 lies well." in page
    assert "Worded here:" in page
    assert "<bdi>C1.1</bdi> (<bdi>Bridges</bdi>): asks for a part of it" in page
    assert "Half of it." in page
    assert "touches the same matter" in page


def test_marks_meet_only_where_both_ask_for_the_same(client, mapped):
    address = reverse("comparison_public_export", args=["csv"])

    rows = client.get(address, {"practice": ["bread", "arch"]}).content.decode()

    assert "A1.1,Stone A1.1 lies well.,Met,Not met" in rows
    assert "B1.1,Stone B1.1 lies well.,Met,Not asked" in rows


def test_practices_of_a_mapped_framework_are_offered(client, mapped):
    assert "Add Arch" in " ".join(client.get("/compare/", {"practice": "bread"}).content.decode().split())


def test_versions_of_one_framework_need_no_mapping(client, organisation, coordinator):
    shown(organisation, coordinator, "Old", A1_1="met")
    shown(organisation, coordinator, "New", the_next_version(), A1_1="met")

    page = client.get("/compare/", {"practice": ["old", "new"]}).content.decode()

    assert "In the other framework" not in page
    assert "Stone A2.1 lies very well." in page
