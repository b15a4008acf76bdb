from dataclasses import replace

import pytest
from django.db import transaction

from cairn.search import actions, facts, shelf
from cairn.search.shape import Axis, Sort, Wanted
from tests.search.factories import BREAD, keys, put


def countries():
    return dict(facts.find(Wanted()).facets[Axis.COUNTRY])


@pytest.mark.django_db(transaction=True)
def test_what_is_published_and_withdrawn_is_added_to_the_copy_and_taken_from_it():
    put("be")
    put("fr", facets={"country": ("FR",)})
    assert countries() == {"BE": 1, "FR": 1}

    put("pl", facets={"country": ("PL",)})
    assert countries() == {"BE": 1, "FR": 1, "PL": 1}
    assert set(shelf.shelf().ids) == set(shelf.shelf().bearers)

    actions.drop(key="fr")
    assert countries() == {"BE": 1, "PL": 1}
    assert keys() == ["pl", "be"]
    assert keys(sort=Sort.TITLE) == ["be", "pl"]


@pytest.mark.django_db(transaction=True)
def test_much_that_is_new_is_read_anew(monkeypatch):
    monkeypatch.setattr(shelf, "AT_ONCE", 1)
    put("gone")
    assert keys() == ["gone"]

    actions.rebuild(entries=(replace(BREAD, key=f"n{n}") for n in range(3)))

    assert countries() == {"BE": 3}
    assert keys() == ["n2", "n1", "n0"]


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_back_is_forgotten():
    put("be")
    with transaction.atomic():
        put("fr", facets={"country": ("FR",)})
        assert countries() == {"BE": 1, "FR": 1}
        transaction.set_rollback(True)

    assert countries() == {"BE": 1}
    put("pl", facets={"country": ("PL",)})
    assert countries() == {"BE": 1, "PL": 1}


@pytest.mark.django_db
def test_the_copy_is_kept_until_something_changes(django_assert_num_queries):
    put()
    kept = shelf.shelf()

    with django_assert_num_queries(1):
        assert shelf.shelf() is kept


@pytest.mark.django_db
def test_what_the_copy_does_not_know_is_told():
    put()
    held = shelf.shelf()

    assert held.known(held.ids).tolist() == [True]
    assert held.known(held.ids + 1).tolist() == held.known(held.ids - 1).tolist() == [False]
