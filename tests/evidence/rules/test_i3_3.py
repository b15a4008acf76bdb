from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import signed


def asked(world, form, late=0, ago=60, **said):
    given = {"participants": 6, "understood": True, **said}
    return world.record("consultation", world.ago(ago), day="held_on", late=late, format=form, **given)


def offered(world, consultation, late=0, ago=60, **said):
    given = {"type": "voucher", "offered": 6, **said}
    world.record("compensation", world.ago(ago), day="given_on", late=late, source=[consultation.pk], **given)


def both(world, late=0, ago=60, paid=None, **said):
    for form in ("group", "creative"):
        offered(world, asked(world, form, late, ago, **said), late, ago, paid=paid)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("asked in one way", lambda world: asked(world, "group"), Outcome.PARTLY, Strength.TOLD),
    Case("in two ways, nothing offered", lambda world: (asked(world, "group"), asked(world, "single")), Outcome.PARTLY, Strength.TOLD),
    Case("in two ways, vouchers for all", both, Outcome.SUPPORTED, Strength.COUNTED),
    Case("a mediator was needed and not there", lambda world: both(world, mediator_needed=True), Outcome.PARTLY, Strength.TOLD),
    Case("and the mediator came", lambda world: both(world, mediator_needed=True, mediator_present=True), Outcome.SUPPORTED, Strength.COUNTED),
    Case("vouchers taken, no statement", lambda world: both(world, paid=4), Outcome.SUPPORTED, Strength.COUNTED),
    Case("entered months later", lambda world: both(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
    Case("long ago", lambda world: both(world, ago=250), Outcome.SUPPORTED, Strength.TOLD, stale=True),
    Case("vouchers taken, and a statement signed", lambda world: (both(world, paid=4), signed(world, "I3.3")), Outcome.SUPPORTED, Strength.CONFIRMED),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I3.3")
