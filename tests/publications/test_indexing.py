from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from cairn.frameworks.enums import NodeKind
from cairn.publications import actions, facts
from cairn.publications.indexing import entry_of
from cairn.publications.portrait import Labelled, NodePortrait, Tally, Tool, to_text
from cairn.search import actions as index
from cairn.search.shape import Axis
from tests.publications.factories import a_publication


def found(words):
    return [publication.edition for publication in facts.search(words)]


def test_what_is_published_is_found_and_what_is_withdrawn_is_not(organisation, coordinator):
    first = a_publication(organisation, coordinator, summary="Baking.")
    second = a_publication(organisation, coordinator, practice=first.practice, summary="Walking.")

    assert (found("baking"), found("walking")) == ([], [2])
    actions.withdraw(publication=second, by=coordinator, reason="Too early.")
    assert (found("baking"), found("walking")) == ([1], [])
    actions.withdraw(publication=first, by=coordinator, reason="Outdated.")
    assert found("baking") == []
    assert facts.indexed()


def test_the_index_can_be_made_anew(organisation, coordinator):
    a_publication(organisation, coordinator, summary="Baking.")
    index.drop(key="bread-and-words")
    said = StringIO()

    assert not facts.indexed()
    call_command("index", stdout=said)

    assert said.getvalue() == "1 …\nPractices that can be found: 1\n"
    assert found("baking") == [1]


def test_what_can_be_found_is_compared_practice_by_practice(organisation, coordinator):
    a_publication(organisation, coordinator)
    said = StringIO()

    call_command("index", check=True, stdout=said)
    index.drop(key="bread-and-words")

    assert said.getvalue() == "Exactly what is published can be found.\n"
    with pytest.raises(CommandError, match=r"differ in 1 .*: bread-and-words"):
        call_command("index", check=True)


def test_a_start_asks_the_same_few_questions_however_much_is_published(
    organisation, coordinator, django_assert_num_queries
):
    first = a_publication(organisation, coordinator)
    a_publication(organisation, coordinator, practice=first.practice, summary="Again.")

    with django_assert_num_queries(2):
        assert facts.indexed()


@pytest.mark.parametrize(
    ("met", "not_met", "stands_out"),
    [(4, 1, True), (2, 0, True), (3, 1, False), (1, 0, False), (0, 0, False)],
)
def test_a_criterion_stands_out_by_four_of_five(organisation, coordinator, met, not_met, stands_out):
    publication = a_publication(organisation, coordinator)
    portrait = facts.portrait(publication)
    node = NodePortrait("I1", NodeKind.GROUP, "Inclusive", tally=Tally(met=met, not_met=not_met))
    publication.text = to_text(
        replace(portrait, practice=replace(portrait.practice, country=None), nodes=(node,))
    )

    codes = entry_of(publication).facets[Axis.CRITERION]

    assert codes == ((f"{portrait.framework.id}:I1",) if stands_out else ())


def test_all_that_people_wrote_can_be_found(organisation, coordinator):
    publication = a_publication(organisation, coordinator)
    portrait = facts.portrait(publication)
    said = replace(
        portrait.practice, country=Labelled("BE", "Belgium"), places=("Ghent",), objectives="Learn."
    )
    node = NodePortrait("I1.1", NodeKind.QUESTION, "How?", narrative="Ovens.", tools=(Tool("Leaflet"),))
    publication.text = to_text(replace(portrait, practice=said, nodes=(node,)))

    entry = entry_of(publication)

    assert entry.text == "Learn.\nGhent\nWomen\nBelgium\nOvens.\nLeaflet"
    assert entry.facets[Axis.COUNTRY] == ("BE",)
    assert entry.facets[Axis.ORGANISATION] == (organisation.slug,)
