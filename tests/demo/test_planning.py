"""What becomes of a pressing need that no goal of the demo answers."""

from datetime import date

from cairn.demo.chance import Chance
from cairn.demo.stories.needing import talk
from cairn.demo.stories.planning import Plans
from cairn.needs.actions.assessing import Said
from cairn.needs.enums import Answer, Domain, Source, Status
from cairn.needs.models import Need
from cairn.practices import actions as practices
from tests.participants.factories import a_participant, a_worker

DAY = date(2026, 3, 2)


def test_who_can_help_with_safety_is_asked(organisation, coordinator):
    practice = practices.create(
        organisation=organisation, by=coordinator, title="Steps", starts_on=date(2025, 1, 1)
    )
    worker = a_worker(practice)
    participant = a_participant(practice, coordinator, worker=worker)
    chance = Chance(1, "story")
    talk(participant, {Domain.SAFETY: Said(Answer.HIGH, Source.SAID)}, chance, on=DAY, by=worker)

    plans = Plans(participant, chance, worker, DAY, "C")

    assert Need.objects.get(participant=participant).status == Status.REFERRED
    assert plans.aims == []
