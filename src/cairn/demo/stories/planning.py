"""A person's work plan: goals for what presses most, steps towards them, reviews, and how it ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from cairn.demo.chance import Chance
from cairn.demo.stories.needing import pressing, settle
from cairn.needs.enums import Domain, Priority, Status
from cairn.plans import actions
from cairn.plans.enums import Chooser, GoalKind, GoalState, Reason, Result, Support, Unit

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person
    from cairn.plans.models import Goal, Step


class Aim(NamedTuple):
    """What a goal for one domain of need looks like."""

    kind: GoalKind
    words: str
    unit: Unit
    baseline: int
    quantity: int
    days: tuple[int, int]
    """Due so many days after the plan began."""
    steps: tuple[str, ...]


AIMS = {
    Domain.LEGAL: Aim(
        GoalKind.PAPERS, "All papers for the work permit are handed in", Unit.DOCUMENTS, 0, 3, (60, 150),
        ("Sort the letters by date", "Have the diploma copied and stamped", "Hand the file in and keep the receipt"),
    ),
    Domain.LANGUAGE: Aim(
        GoalKind.LANGUAGE, "One level of Dutch further", Unit.LEVEL, 1, 2, (150, 300),
        ("Take the test that says where to begin", "Speak Dutch at the bakery for a week", "Sit the test of the level"),
    ),
    Domain.FAMILY: Aim(
        GoalKind.CHILDCARE, "Four mornings a week in a crèche", Unit.DAYS, 0, 4, (50, 140),
        ("Look at two crèches", "Fill in the form for the reduced fee", "Stay along for the first two mornings"),
    ),
    Domain.MONEY: Aim(
        GoalKind.ACCOUNT, "A bank account of her own, used for four weeks", Unit.WEEKS, 0, 4, (45, 120),
        ("Ask at the bank what they need to see", "Open the account", "Pay one bill from it"),
    ),
    Domain.HOUSING: Aim(
        GoalKind.HOUSING, "Four rooms looked at, with somebody who knows what to ask", Unit.TIMES, 0, 4, (90, 240),
        ("Write down what the room must have", "Call three landlords", "Look at a room and ask about the heating"),
    ),
    Domain.WORK: Aim(
        GoalKind.WORK, "Eight applications for work that she chose", Unit.APPLICATIONS, 0, 8, (120, 320),
        ("Write down what she can do", "Spend a day in a workshop", "Write the first application", "Ring and ask"),
    ),
    Domain.EDUCATION: Aim(
        GoalKind.TRAINING, "A first certificate in the trade", Unit.CERTIFICATES, 0, 1, (150, 320),
        ("Visit the school", "Choose between two courses", "Pass the first test"),
    ),
    Domain.HEALTH: Aim(
        GoalKind.HEALTH, "A doctor of her own, and the check-ups that wait", Unit.TIMES, 0, 3, (60, 200),
        ("Choose a doctor near by", "Go there with the mediator", "Go there alone"),
    ),
    Domain.PSYCHOSOCIAL: Aim(
        GoalKind.CONFIDENCE, "Six telephone calls made without help", Unit.CONVERSATIONS, 0, 6, (80, 220),
        ("Practise one call in the circle", "Make one call with somebody beside her", "Make one call alone"),
    ),
    Domain.SOCIAL: Aim(
        GoalKind.SOCIAL, "Four people outside the house to call on", Unit.CONTACTS, 1, 4, (100, 260),
        ("Go to the choir once", "Invite somebody for tea"),
    ),
}  # fmt: skip
TOWARDS_WORK = {GoalKind.WORK, GoalKind.TRAINING}
MOST = 5
"""Goals in one plan."""
SENTENCES = ("trying", "deciding", "speaking", "finding", "counting")
"""On which people rate themselves from 1 to 5: at the start, and with each review."""
STRENGTHS = (
    "Asks until she has understood.",
    "Was there every Tuesday, also in the rain.",
    "Explained the form to somebody else.",
    "Said no where she did not want to.",
    "Finishes what she begins, and shows it with pride.",
)
AGREED = "We go on as planned; the next step is hers."
EARLY = {Support.TOGETHER: 50, Support.PROMPT: 25, Support.FOR: 15, Support.ALONE: 10}
LATE = {Support.ALONE: 55, Support.PROMPT: 25, Support.TOGETHER: 18, Support.FOR: 2}
CHOSEN_BY = {Chooser.PERSON: 75, Chooser.TOGETHER: 18, Chooser.WORKER: 7}
WELL = {
    Result.JOB: 50,
    Result.PAID_TRAINING: 25,
    Result.STUDY: 12,
    Result.RECOGNITION: 8,
    Result.SELF_EMPLOYED: 5,
}
OTHERWISE = {Result.SEEKING: 65, Result.NONE: 20, Result.UNKNOWN: 15}
OTHER_WAYS = {Reason.MOVED: 40, Reason.OWN_WISH: 35, Reason.OTHER_SERVICE: 15, Reason.NO_CONTACT: 10}
PATIENCE = 60
"""Days after which a goal that was due is closed as it stands."""


class Aimed:
    """A goal, how fast it goes, and the steps that are still to be done."""

    def __init__(self, goal: Goal, pace: float, steps: list[Step]) -> None:
        self.goal, self.steps = goal, steps
        self.pace = pace
        """How much of the goal is done for each share of its time; at 1 it is reached on the day."""


class Plans:
    """The plan of one person, as the story remembers it."""

    def __init__(
        self, participant: Participant, chance: Chance, worker: Person, begun_on: date, sector: str
    ) -> None:
        self.participant, self.chance, self.worker, self.begun_on = participant, chance, worker, begun_on
        self.sector = sector
        """What they would like to work in; goals of work and training lead there."""
        self.plan = actions.begin(participant=participant, begun_on=begun_on, by=worker)
        needs = pressing(participant)
        answerable = [need for need in needs if need.domain in AIMS]
        self.aims = [self._aim(AIMS[Domain(need.domain)], need.pk) for need in answerable[:MOST]]
        for need in needs:
            if need not in answerable[:MOST] and need.priority == Priority.HIGH:
                settle(need, Status.REFERRED, on=begun_on, by=worker)
        self.well_left = False
        self.rated = {sentence: chance.between(1, 3) for sentence in SENTENCES}
        self._rate(begun_on)

    def _aim(self, aim: Aim, need: object) -> Aimed:
        goal = actions.set_goal(
            plan=self.plan,
            by=self.worker,
            kind=aim.kind,
            words=aim.words,
            unit=aim.unit,
            baseline=Decimal(aim.baseline),
            quantity=Decimal(aim.quantity),
            due_on=self.chance.days_after(self.begun_on, *aim.days),
            chosen_by=self.chance.weighted(CHOSEN_BY),
            need_id=need,
            sector=self.sector if aim.kind in TOWARDS_WORK else "",
        )
        steps = [actions.add_step(goal=goal, words=words, by=self.worker) for words in aim.steps]
        return Aimed(goal, self.chance.between(95, 180) / 100 if self.chance.likely(0.85) else 0.5, steps)

    def go_on(self, on: date, *, reviewing: bool) -> None:
        """One meeting: a step is ticked off, and now and then the whole plan is looked at."""
        support = LATE if (on - self.begun_on).days > 150 else EARLY
        for aimed in self.aims:
            if aimed.steps and self.chance.likely(0.5):
                actions.do_step(
                    step=aimed.steps.pop(0), support=self.chance.weighted(support), on=on, by=self.worker
                )
        if reviewing:
            self._review(on)

    def _rate(self, on: date) -> None:
        """How she sees herself, sentence by sentence, in her own judgement."""
        actions.rate(participant=self.participant, on=on, by=self.worker, **self.rated)

    def _review(self, on: date) -> None:
        open_ = [aimed for aimed in self.aims if aimed.goal.state == GoalState.OPEN]
        actions.review(
            plan=self.plan,
            on=on,
            by=self.worker,
            progress={aimed.goal.pk: self._quantity(aimed, on) for aimed in open_},
            strength=self.chance.one_of(*STRENGTHS) if self.chance.likely(0.9) else "",
            words=AGREED,
            mediator=self.chance.likely(0.7),
        )
        self.rated = {sentence: min(5, now + self.chance.likely(0.4)) for sentence, now in self.rated.items()}
        self._rate(on)
        for aimed in open_:
            aimed.goal.refresh_from_db(fields=["state", "revision"])
            overdue = (on - aimed.goal.due_on).days > PATIENCE
            if overdue and aimed.goal.state == GoalState.OPEN:
                actions.close_goal(goal=aimed.goal, state=GoalState.PARTLY, on=on, by=self.worker)

    def _quantity(self, aimed: Aimed, on: date) -> Decimal:
        """How far the goal is: a whole number between where it began and where it ends."""
        goal = aimed.goal
        begun = goal.baseline or Decimal(0)
        time = (on - self.begun_on).days / (goal.due_on - self.begun_on).days
        done = min(1.0, time * aimed.pace) if aimed.pace >= 0.95 else min(0.6, time * aimed.pace)
        return begun + (goal.quantity - begun) * Decimal(done).quantize(Decimal("0.01"))

    def leave(self, on: date) -> None:
        """Most who stayed long leave to work or to learn."""
        self.well_left = self.chance.likely(0.75 if (on - self.begun_on).days > 200 else 0.45)
        reason = Reason.COMPLETED if self.well_left else self.chance.weighted(OTHER_WAYS)
        result = self.chance.weighted(WELL if self.well_left else OTHERWISE)
        actions.leave(participant=self.participant, on=on, reason=reason, result=result, by=self.worker)
