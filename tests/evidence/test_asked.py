"""What a page of evidence is about: a framework that has rules and is loaded here."""

import pytest
from django.http import Http404

from cairn.evidence.rules import asked
from cairn.evidence.views.asked import framework_or_404, item_or_404

MAIN = "good-practice-criteria"


def test_a_framework_with_rules_is_found(criteria):
    assert framework_or_404(MAIN).id == MAIN


def test_a_framework_without_rules_has_no_page(criteria):
    with pytest.raises(Http404):
        framework_or_404("no-such-framework")


@pytest.mark.parametrize("framework_id", asked())
def test_a_framework_that_is_not_loaded_has_no_page(db, framework_id):
    with pytest.raises(Http404):
        framework_or_404(framework_id)


def test_an_item_is_found_in_its_framework(criteria):
    framework, item = item_or_404(MAIN, framework_or_404(MAIN).items[0].id)
    assert item in framework.items


def test_an_item_that_is_not_there_has_no_page(criteria):
    with pytest.raises(Http404):
        item_or_404(MAIN, "X9.9")
