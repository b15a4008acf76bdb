from cairn.evidence.enums import Outcome, Strength
from tests.evidence.cases import Case, compare, nothing
from tests.evidence.people import people

TI = {"tag": "ti", "speaks": "first", "reads": "not"}
FR = {"tag": "fr-BE", "speaks": "little", "reads": "some"}
LEAFLET = {"languages": ["fr"], "format": "text", "channels": ["print", "website"]}
SOUND = {"languages": ["ti", "en"], "format": "audio", "channels": ["messages"]}


def item(world, ago=60, late=0, **said):
    world.record(
        "information_item", world.ago(ago), day="reviewed_on", late=late, **({"discreet": True} | said)
    )


def both(world, **more):
    item(world, **LEAFLET, **more)
    item(world, **SOUND, **more)


def reaching(world, **more):
    people(world, 1, languages=[TI])
    people(world, 1, languages=[FR])
    both(world, **more)


def heard(world):
    reaching(world)
    people(world, 1, languages=[FR], heard_via="paper", ago=100)
    people(world, 1, languages=[TI], heard_via="person", ago=100)


def leaflet_only(world):
    people(world, 4, languages=[FR])
    people(world, 1, languages=[TI])
    item(world, **LEAFLET)


CASES = [
    Case("nothing", nothing, Outcome.NO_DATA, Strength.NOTHING),
    Case("people, and no information", lambda world: people(world, 2), Outcome.NO_DATA, Strength.NOTHING),
    Case("one leaflet, which four of five can read", leaflet_only, Outcome.PARTLY, Strength.TOLD),
    Case("leaflet and sound, each for who reads or hears it", reaching, Outcome.SUPPORTED, Strength.COUNTED),
    Case("and people came through two channels", heard, Outcome.SUPPORTED, Strength.CONFIRMED),
    Case("not checked whether it is safe to be seen with", lambda world: reaching(world, discreet=None), Outcome.PARTLY, Strength.TOLD),
    Case("last checked long ago", lambda world: reaching(world, ago=400), Outcome.PARTLY, Strength.NOTHING, stale=True),
    Case("entered months later", lambda world: reaching(world, late=40), Outcome.SUPPORTED, Strength.TOLD, backdated=True),
]  # fmt: skip


def test_case(world, case):
    compare(world, case, "I1.2")
