"""Files for others' programs: by IATI's schema, with HXL's hashtags, and without a small count."""

import csv
import io
import os
import re
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from lxml import etree

from cairn.results import actions
from tests.results.factories import (
    HALF,
    SECOND,
    START,
    a_measurement,
    a_percentage,
    a_target,
    an_indicator,
    an_objective,
)

pytestmark = pytest.mark.django_db
SUBSET = Path(__file__).with_name("iati-subset.xsd")
OFFICIAL = os.environ.get("CAIRN_IATI_SCHEMA", "")
ASKED = {"organisation": "BE-BCE_KBO-0123456789", "organisation_type": "22", "language": "en"}
HASHTAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


@pytest.fixture
def results(practice, objective, coordinator):
    """One of every kind of value, some not known, some too small to leave the house."""
    people = an_indicator(
        objective, coordinator, counts_people=True, disaggregation=["sex", "age"], method="The list."
    )
    a_target(people, coordinator, value="40")
    a_measurement(
        people,
        coordinator,
        value="20",
        cells={"sex": {"woman": 12, "man": 8}, "age": {"18-24": 2, "25-30": 9, "": 9}},
    )
    late = a_measurement(people, coordinator, value="3", period=SECOND)
    actions.explain(measurement=late, reason="The <factory> closed.\x08", by=coordinator)
    share = a_percentage(objective, coordinator)
    a_target(share, coordinator, value="60", due_on=HALF[1])
    a_measurement(share, coordinator, value="57.5")
    a_measurement(share, coordinator, value=None, unknown_because="Nobody asked.", period=SECOND)
    second = an_objective(practice, coordinator, "They speak")
    scale = an_indicator(
        second, coordinator, level="output", measure="scale", scale_top=5, unit="", gathering="latest"
    )
    a_target(scale, coordinator, value="4")
    an_indicator(
        second,
        coordinator,
        level="input",
        measure="yes_no",
        unit="",
        gathering="latest",
        direction="down",
    )
    an_indicator(second, coordinator, level="impact")
    return practice


def taken(client, practice, **said):
    return client.get(reverse("results_iati", args=[practice.pk]), ASKED | said)


def faults(schema, answer):
    checked = etree.XMLSchema(etree.parse(schema))
    checked.validate(etree.fromstring(answer.content))
    return [str(fault) for fault in checked.error_log]


@pytest.fixture
def signed_in(client, coordinator):
    client.force_login(coordinator)
    return client


@pytest.mark.parametrize("ends_on", [None, date(2025, 12, 31), date(2999, 12, 31)])
@pytest.mark.parametrize("country", ["", "BE"])
def test_the_file_is_as_iati_wants_it(signed_in, results, ends_on, country):
    results.ends_on, results.country, results.summary = ends_on, country, "Step by step."
    results.save()

    answer = taken(signed_in, results)

    assert answer["Content-Type"].startswith("application/xml")
    assert faults(SUBSET, answer) == []


@pytest.mark.skipif(not OFFICIAL, reason="CAIRN_IATI_SCHEMA names no copy of iati-activities-schema.xsd")
def test_the_file_is_valid_by_the_official_schema(signed_in, results):
    assert faults(OFFICIAL, taken(signed_in, results)) == []


def test_what_it_says(signed_in, results):
    root = etree.fromstring(taken(signed_in, results, language="fr").content)

    def told(path):
        return root.xpath(path)

    assert told("//result/@type") == ["2", "1", "3", "9"]
    assert told("//indicator/@measure") == ["1", "2", "4", "1", "3"]
    assert told("//iati-activity/@xml:lang") == ["fr"]
    assert told("//iati-identifier/text()") == ["BE-BCE_KBO-0123456789-steady-steps"]
    assert told("//baseline/@value") == ["40"]
    women = "//indicator[1]//period[period-start/@iso-date='2025-01-01'][period-end/@iso-date='2025-06-30']/actual"
    assert told(f"({women})[1]/@value") == ["20"]
    assert told("//actual[dimension/@value='woman']/@value") == ["12"]
    assert told("//actual[comment/narrative='Nobody asked.']/@value") == []


def test_small_counts_stay_here(signed_in, results):
    iati = taken(signed_in, results).content.decode()
    table = signed_in.get(reverse("results_hxl", args=[results.pk])).content.decode()

    assert "Too few people to tell. The &lt;factory&gt; closed." in iati
    assert 'value="3"' not in iati
    assert 'value="18-24"' not in iati
    assert "3.0" not in table
    for line in csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))):
        assert line["18 to 24"] in {"#reached+ind+age_18_24", ""}


def test_what_iati_asks_for(signed_in, results):
    address = reverse("results_iati", args=[results.pk])
    assert "Identifier of the organisation" in signed_in.get(address).content.decode()
    wrong = taken(signed_in, results, organisation="we")
    results.starts_on = None
    results.save()
    dateless = taken(signed_in, results)

    assert (wrong.status_code, "BE-BCE_KBO" in wrong.content.decode()) == (422, True)
    assert (dateless.status_code, "Change the facts" in dateless.content.decode()) == (422, True)


def test_nothing_to_take(signed_in, practice):
    answer = taken(signed_in, practice)

    assert "Add an objective and its indicators first." in answer.content.decode()


def test_a_row_of_hashtags_below_the_titles(signed_in, results):
    answer = signed_in.get(reverse("results_hxl", args=[results.pk]))
    _titles, tags, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))

    assert all(HASHTAG.fullmatch(tag) for tag in tags)
    assert len(set(tags)) == len(tags)
    first = dict(zip(tags, rows[0], strict=True))
    assert (first["#date+start"], first["#reached+ind+total"], first["#reached+ind+f"]) == (
        str(START),
        "20.0",
        "12",
    )
    assert len(rows) == 4
