"""How items stood on days that are over: State rows as they would have been kept then."""

from cairn.evidence.enums import Outcome, Strength
from cairn.evidence.models import State

STRENGTHS = {"supported": Strength.COUNTED, "partly": Strength.TOLD}


def stood(practice, since, framework="good-practice-criteria", **outcomes):
    """By item, without the dot, or with a line in its place: stood(practice, day, P21="partly")."""
    for name, outcome in outcomes.items():
        State.objects.create(
            practice=practice,
            framework=framework,
            item=name.replace("_", ".") if "_" in name else f"{name[:2]}.{name[2:]}",
            since=since,
            outcome=Outcome(outcome),
            strength=STRENGTHS[outcome],
            stale=False,
            backdated=False,
            said={},
            digest="0" * 64,
        )
