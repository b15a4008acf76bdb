from dataclasses import replace

import pytest

from cairn.search import actions, facts
from cairn.search.models import Word
from cairn.search.shape import Axis, Wanted
from tests.search.factories import BREAD, keys, put

pytestmark = pytest.mark.django_db


def test_an_entry_takes_the_place_of_the_one_before():
    put()
    put(title="Salt and Words", facets={"country": ("FR",)})

    assert keys("salt") == ["bread-and-words"]
    assert keys('"bread and"') == []
    assert facts.find(Wanted()).facets[Axis.COUNTRY] == (("FR", 1),)


def test_nothing_is_left_of_what_was_dropped():
    put()
    actions.drop(key="bread-and-words")
    actions.drop(key="bread-and-words")

    assert keys() == keys("bread") == []
    assert facts.find(Wanted("braed")).read_as == ""
    assert facts.find(Wanted()).facets[Axis.COUNTRY] == ()
    assert not Word.objects.filter(uses__gt=0).exists()


def test_rebuilding_forgets_what_is_gone_and_says_how_far_it_is(monkeypatch):
    put("gone")
    monkeypatch.setattr(actions, "AT_ONCE", 2)
    heard = []

    count = actions.rebuild(entries=(replace(BREAD, key=f"n{n}") for n in range(3)), told=heard.append)

    assert (count, heard) == (3, [2, 3])
    assert set(keys("bread")) == {"n0", "n1", "n2"}
    assert facts.find(Wanted("bread")).facets[Axis.COUNTRY] == (("BE", 3),)
    assert facts.find(Wanted("braed")).read_as == "bread"
    assert actions.rebuild(entries=[]) == 0


def test_texts_longer_than_any_index_holds_are_still_found():
    put(text=" ".join(f"w{n} same" for n in range(10_000)) + " " + "long" * 40)

    assert keys("w9999") == keys("same") == keys("long" * 40) == ["bread-and-words"]


def test_an_axis_that_is_none_is_refused():
    with pytest.raises(ValueError, match="colour"):
        put(facets={"colour": ("red",)})
