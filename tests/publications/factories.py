"""Publications for tests, made through the actions that people use."""

from dataclasses import replace

from cairn.assessments.facts import portrait_of
from cairn.publications import actions
from cairn.publications.models import Publication
from tests.assessments.factories import a_practice, an_assessment


def a_publication(organisation, by, **facts) -> Publication:
    """The next edition of a practice with two criteria; `facts` are said of the practice in its portrait."""
    practice = facts.pop("practice", None) or a_practice(
        organisation, by, title=facts.get("title", "Bread and Words")
    )
    portrait = portrait_of(an_assessment(organisation, by, practice=practice))
    said = replace(portrait.practice, slug=practice.slug, **facts)
    return actions.freeze(practice=practice, portrait=replace(portrait, practice=said), by=by)
