from unittest.mock import patch

from cairn.evidence.enums import Outcome, Strength
from cairn.transfer import actions as transfer
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.more import at, granted, noon
from tests.factories import a_person, an_organisation
from tests.publications.factories import a_publication


def published(world, days=50):
    with patch("django.utils.timezone.now", return_value=noon(world.ago(days))):
        return a_publication(world.practice.organisation, world.by, practice=world.practice)


def packed(world, days=60, late=0):
    """Everything but the edition; the manual is returned."""
    granted(world)
    world.record("staff_role", world.ago(days), day="set_on", late=late)
    return world.record("document", world.ago(days), day="adopted_on", type="manual", late=late)


def whole(world, late=0):
    published(world)
    return packed(world, late=late)


def adapted(world, state):
    stan = a_person("Stan", an_organisation("Somewhere Else"))
    house = stan.memberships.get().organisation
    packed(world)
    begun = transfer.begin(publication=published(world), organisation=house, title="Elsewhere", by=stan)
    transfer.revise(adaptation=begun, revision=begun.revision, said={"state": state}, by=stan)
    at(begun, world.ago(20))


def used(world, *, manual, late=0):
    sources = [manual.pk] if manual else None
    world.record("adoption", world.ago(30), day="confirmed_on", sources=sources, late=late)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("a published edition only", published, Outcome.PARTLY, Strength.TOLD),
    Case("the pack is complete, nobody has used it", whole, Outcome.PARTLY, Strength.TOLD),
    Case("and somebody uses something else", lambda world: (whole(world), used(world, manual=None)), Outcome.PARTLY, Strength.TOLD),
    Case("another place has a draft of an adaptation", lambda world: adapted(world, "draft"), Outcome.PARTLY, Strength.TOLD),
    Case("another place is adapting it", lambda world: adapted(world, "under_way"), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("another place confirmed that it works by the manual", lambda world: used(world, manual=whole(world)), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: used(world, manual=whole(world, late=70), late=70), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "S5", "cairn-sustainability")
