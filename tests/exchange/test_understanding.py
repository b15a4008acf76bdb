from datetime import date

import pytest

from cairn.exchange.understanding import span_of, understood
from cairn.reading.shape import PracticeReading


def test_facts_that_are_sure_are_taken_over():
    facts = understood(
        PracticeReading(
            title="Open Kitchen",
            summary="Cooking together.",
            country="Belgium",
            period="March 2022 – June 2024",
            website="www.example.org/kitchen",
            funding="A city",
            contact="The office",
            objectives="Sixty meals",
        ),
        "kitchen",
    )

    assert facts.kept == ()
    assert facts.fields == {
        "title": "Open Kitchen",
        "summary": "Cooking together.",
        "objectives": "Sixty meals",
        "funding": "A city",
        "contact": "The office",
        "country": "BE",
        "starts_on": date(2022, 3, 1),
        "ends_on": date(2024, 6, 30),
        "website": "https://www.example.org/kitchen",
    }


def test_what_is_not_sure_is_kept_as_it_stands():
    facts = understood(
        PracticeReading(country="Several", period="for two years", website="ask at the office"), "kitchen"
    )

    assert facts.fields["title"] == "kitchen"
    assert facts.kept == ("Country: Several", "Period: for two years", "Website: ask at the office")


def test_a_title_that_is_too_long_is_cut_and_kept_whole():
    facts = understood(
        PracticeReading(title="x" * 201, website=f"https://example.org/{'y' * 500}"), "kitchen"
    )

    assert len(facts.fields["title"]) == 200
    assert facts.kept[0] == "x" * 201
    assert facts.kept[1].startswith("Website: https://example.org/yyy")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("02/2024", "2024-02-01", "2024-02-29"),
        ("Sept. 2023", "2023-09-01", "2023-09-30"),
        ("1 January 2022", "2022-01-01", "2022-01-01"),
        ("2022-05-04", "2022-05-04", "2022-05-04"),
        ("04.05.2022", "2022-05-04", "2022-05-04"),
        ("25/12/2022", "2022-12-25", "2022-12-25"),
        ("05/05/2022", "2022-05-05", "2022-05-05"),
    ],
)
def test_a_day_a_month_and_a_year(words, first, last):
    assert span_of(words) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["04/05/2022", "31.02.2022", "Summer 2022", "13/2022", "soon", ""])
def test_a_day_that_is_not_sure(words):
    assert span_of(words) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2022-2024", "2022-01-01", "2024-12-31"),
        ("2022-01-15 to 2023-02-01", "2022-01-15", "2023-02-01"),
        ("01/2022 - 12/2023.", "2022-01-01", "2023-12-31"),
        ("2022", "2022-01-01", "2022-12-31"),
    ],
)
def test_a_period_has_two_ends(words, first, last):
    fields = understood(PracticeReading(period=words), "kitchen").fields

    assert (fields["starts_on"].isoformat(), fields["ends_on"].isoformat()) == (first, last)


@pytest.mark.parametrize("words", ["2022 –", "2022 to present"])
def test_a_period_with_an_open_end_has_no_end(words):
    facts = understood(PracticeReading(period=words), "kitchen")

    assert facts.fields["starts_on"] == date(2022, 1, 1)
    assert "ends_on" not in facts.fields


@pytest.mark.parametrize("words", ["2024 – 2022", "2021 – 2022 – 2023", "–"])
def test_a_period_that_cannot_be_is_kept_in_words(words):
    assert understood(PracticeReading(period=words), "kitchen").kept == (f"Period: {words}",)
