from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.money.factories import a_grant


def granted(world):
    a_grant(world.practice, world.by, starts_on=world.ago(300), ends_on=world.ago(-90))


def money(world, months, *titles, certainty="signed", amount="1000", late=0, currency="EUR", after=90):
    """Money for so many months beyond the present grant, from each of these sources."""
    for title in titles:
        world.record("funding", world.ago(20), day="noted_on", late=late, title=title, certainty=certainty, amount=amount, currency=currency, from_on=world.ago(-after), until_on=world.ago(-90 - 31 * months))  # fmt: skip


def two(world):
    granted(world)
    money(world, 13, "City", "Fund")


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("a grant only", granted, Outcome.NO_DATA, Strength.NOTHING),
    Case("asked for, not signed", lambda world: money(world, 13, "City", certainty="asked"), Outcome.NOT_SUPPORTED, Strength.NOTHING),
    Case("half a year beyond the grant", lambda world: (granted(world), money(world, 6, "City", "Fund")), Outcome.PARTLY, Strength.TOLD),
    Case("a year, one funder alone", lambda world: (granted(world), money(world, 13, "City")), Outcome.PARTLY, Strength.TOLD),
    Case("a year, in two currencies", lambda world: (two(world), money(world, 13, "Canton", currency="CHF")), Outcome.PARTLY, Strength.TOLD),
    Case("a year, after a gap of half a year", lambda world: (granted(world), money(world, 18, "City", "Fund", after=270)), Outcome.PARTLY, Strength.TOLD),
    Case("a year, two funders", two, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("without a grant, a year from today", lambda world: money(world, 13, "City", "Fund", after=0), Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("entered months later", lambda world: (granted(world), money(world, 13, "City", "Fund", late=40)), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "S1", "cairn-sustainability")
