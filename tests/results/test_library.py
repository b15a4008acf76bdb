import pytest
from django.utils import translation

from cairn.results import library
from cairn.results.forms import IndicatorForm
from tests.results.factories import an_indicator

pytestmark = pytest.mark.django_db
ALL = [one for _theme, suggestions in library.by_theme() for one in suggestions]


@pytest.mark.parametrize("suggestion", ALL, ids=lambda one: one.key)
def test_every_suggestion_makes_an_indicator(suggestion, objective, coordinator):
    form = IndicatorForm({key: value for key, value in suggestion.said.items() if value is not None})

    assert form.is_valid(), form.errors
    made = an_indicator(objective, coordinator, **form.said)
    assert made.words == suggestion.words
    assert made.method


def test_each_has_a_key_of_its_own_and_a_source():
    assert len({one.key for one in ALL}) == len(ALL) >= 25
    assert all(one.source for one in ALL)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_it_speaks_the_readers_language(language):
    with translation.override(language):
        words = [one.words for _theme, suggestions in library.by_theme() for one in suggestions]

    assert len(set(words)) == len(words)


def test_a_key_that_is_not_there():
    assert library.suggested("wishes") is None
