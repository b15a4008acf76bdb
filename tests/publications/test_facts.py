import pytest

from cairn.publications import actions, facts
from cairn.publications.models import Publication
from tests.publications.factories import a_publication


def test_the_latest_is_the_newest_edition_that_stands(organisation, coordinator):
    first = a_publication(organisation, coordinator)
    second = a_publication(organisation, coordinator, practice=first.practice, summary="More.")

    assert facts.latest("bread-and-words") == second
    actions.withdraw(publication=second, by=coordinator, reason="Too early.")
    assert facts.latest("bread-and-words") == first
    actions.withdraw(publication=first, by=coordinator, reason="Outdated.")
    assert facts.latest("bread-and-words") == second
    assert facts.latest("nowhere") is None


def test_every_practice_is_listed_once_by_its_newest_standing_edition(organisation, coordinator):
    first = a_publication(organisation, coordinator)
    second = a_publication(organisation, coordinator, practice=first.practice, summary="More.")
    other = a_publication(organisation, coordinator, title="Steady Steps")
    gone = a_publication(organisation, coordinator, title="Gone")
    actions.withdraw(publication=gone, by=coordinator, reason="Outdated.")

    assert list(facts.published()) == [other, second]


def test_a_search_wants_every_word_somewhere(organisation, coordinator):
    bread = a_publication(organisation, coordinator, summary="Women bake and learn the language.")
    a_publication(organisation, coordinator, title="Steady Steps", summary="Walking together.")

    assert list(facts.search("bread LANGUAGE")) == [bread]
    assert not facts.search("bread walking")
    assert facts.search(" ").count() == 2
    assert list(facts.search("langauge")) == [bread]


def test_only_who_may_publish_may_withdraw(organisation, coordinator, assessor, stranger):
    edition = a_publication(organisation, coordinator)

    assert list(facts.withdrawable_by(coordinator)) == [edition]
    assert not facts.withdrawable_by(assessor)
    assert not facts.withdrawable_by(stranger)


def test_a_text_that_was_touched_is_not_intact(organisation, coordinator):
    edition = a_publication(organisation, coordinator)

    assert facts.intact(edition)
    edition.text += " "
    assert not facts.intact(edition)


def test_an_edition_is_found_by_its_number_and_the_newest_without(organisation, coordinator):
    first = a_publication(organisation, coordinator)
    second = a_publication(organisation, coordinator, practice=first.practice, summary="More.")

    assert facts.edition_of("bread-and-words", 1) == first
    assert facts.edition_of("bread-and-words") == second
    with pytest.raises(Publication.DoesNotExist):
        facts.edition_of("bread-and-words", 3)
