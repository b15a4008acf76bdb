"""R2.5: discrimination is answered, rights are known, and questions that keep coming up get an answer for all.

Where no discrimination and no question is written down, nothing is known of that part, and it is not needed. Whether people know
more than before is left out: answers are anonymous, so first and last cannot be paired.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.activities.facts.held import came_to, held
from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.daily import active, of_sessions, sessions
from cairn.evidence.rows import begun
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share

if TYPE_CHECKING:
    from uuid import UUID

TOPIC = "rights"
HOLD = Task(_("Hold a session on rights and equal treatment"), "sessions")
ACT = Task(_("Do something about each discrimination event, and write it down"), "register", ("discrimination_event",))  # fmt: skip
LOG = Task(_("Write down where somebody is treated worse than others, without names"), "record_new", ("discrimination_event",))  # fmt: skip
ANSWER = Task(_("Answer questions that keep coming up in an information item"), "register", ("question",))
BRIEF = Task(_("Brief employers or officials on rights and discrimination"), "record_new", ("capacity_action",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    records, people = asking.records, active(asking)
    window = asking.practice.pk, asking.since, asking.today
    rights = [one for one in sessions(asking) if one.topic == TOPIC]
    reached = set(people) & records.once(_reached, *window)
    within = asking.number("acted_days")
    events = [row for row in records.lately("discrimination_event") if row["action_on"] or row["happened_on"] + timedelta(days=within) < asking.today]  # fmt: skip
    waits = [(row["action_on"] - row["happened_on"]).days if row["action_on"] else None for row in events]
    recurring = [row for row in records.lately("question") if row["times"] >= asking.number("recurs")]
    answered = [row for row in recurring if row["answers"]]
    briefed = [row for row in records.lately("capacity_action") if row["type"] == "briefing"]
    yield must(
        "rights",
        _("A session on rights in every quarter"),
        blocks.cadence(of_sessions(rights), begun(asking), asking.today, every=asking.number("every")),
        HOLD,
    )
    yield must(
        "reached",
        _("They reach at least half of those who take part"),
        blocks.share(Share(len(reached), len(people) if rights else 0), asking.limit("reached"), 0.01),
        HOLD,
    )
    yield (must if events else should)(
        "acted",
        _("Something was done in time about discrimination"),
        blocks.both(blocks.lag(waits, within, asking.limit("acted")), blocks.exists(traced(events))),
        ACT if events else LOG,
    )
    yield (must if recurring else should)(
        "answered",
        _("Questions that keep coming up are answered in an information item"),
        blocks.share(Share(len(answered), len(recurring)), asking.limit("answered"), traces=traced(answered)),
        ANSWER,
    )
    yield should("briefed", _("Employers or officials were briefed"), blocks.exists(traced(briefed)), BRIEF)


def _reached(practice_id: int, since: date, until: date) -> "set[UUID]":
    return came_to(held(practice_id, since, until).filter(activity__topic=TOPIC))


RULE = Rule(
    item="R2.5",
    limits={
        "every": Limit(_("At least one session on rights in so many months"), Unit.MONTHS),
        "reached": Limit(_("Share of people who came to one"), Unit.SHARE),
        "acted_days": Limit(_("Days within which something is done"), Unit.DAYS),
        "acted": Limit(_("Share of events acted on in time"), Unit.SHARE),
        "recurs": Limit(_("So often asked, a question keeps coming up"), Unit.COUNT),
        "answered": Limit(_("Share of such questions with an answer"), Unit.SHARE),
    },
    parts=parts,
)
