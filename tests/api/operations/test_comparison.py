"""Published practices side by side, for programs."""

import pytest

from tests.api.conftest import Program
from tests.comparison.factories import shown

pytestmark = pytest.mark.django_db


def test_practices_stand_side_by_side(organisation, coordinator):
    shown(organisation, coordinator, "Bread", A1_1="met")
    shown(organisation, coordinator, "Salt", A1_1="partly")

    answer = Program().get("comparison?practice=bread&practice=salt&practice=nobody").json()

    assert [(line["slug"], line["met"], line["decided"]) for line in answer["practices"]] == [
        ("bread", 1, 1),
        ("salt", 0, 1),
    ]
    assert answer["items"][0] == {
        "id": "A1.1",
        "text": "Stone A1.1 lies well.",
        "criterion": "Criterion A",
        "differs": True,
        "marks": ["met", "partly"],
    }
    assert answer["problems"] == ["There is nothing to compare under “nobody”."]


def test_one_alone_is_no_comparison(organisation, coordinator):
    shown(organisation, coordinator, "Bread")

    answer = Program().get("comparison?practice=bread")

    assert answer.status_code == 409
