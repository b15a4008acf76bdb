"""I3.2: everyone can say what they think without fear, and hears what came of it.

Nobody has ever used it: then nothing is known of how safe it is, whatever is offered. That answers are told only from five on, and never
one session's alone, is how Cairn is made and needs no counting.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, signing, traced
from cairn.evidence.daily import active, languages, sessions
from cairn.evidence.enums import Side, Verdict
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Finding, Part, Task, Trace
from cairn.listening.facts.evidence import heard, looped, reported
from cairn.participants.counting import Share
from cairn.practices.days import months_later
from cairn.surveys.facts import forms_of, newest_versions

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cairn.practices.models import Practice
    from cairn.registers.facts import Row
    from cairn.surveys.models import FormVersion

OPEN = Task(_("Open feedback after each session"), "sessions")
CHANNEL = Task(_("Add a way to say what one thinks: without a name, and not run by whoever leads the session"), "record_new", ("feedback_channel",))  # fmt: skip
WORDS = Task(_("Ask for feedback in the languages of those who take part"), "answers")
REPORTS = Task(_("See to the reports that wait"), "reports")
POINTS = Task(_("Tell people what came of what they said"), "points")
TEST = Task(_("Let somebody independent test a channel, and record the day"), "register", ("feedback_channel",))  # fmt: skip


def parts(asking: Asking) -> Iterator[Part]:
    records, practice, since, today = asking.records, asking.practice.pk, asking.since, asking.today
    said = records.once(heard, asking.practice, since, today)
    days = tuple(Trace(day, day, Side.PARTICIPANTS) for day, _share in said.by_pool)
    held = sessions(asking)
    opened = [one for one in held if one.feedback_opened_at]
    for part in _channels(asking):
        yield part if said.response.part else replace(part, found=Finding(Verdict.NO_DATA))
    offered = Share(len(opened), len(held) if said.response.part else 0)
    yield must("opened", _("Feedback was opened after sessions"), blocks.share(offered, asking.limit("opened")), OPEN)  # fmt: skip
    answers = Share(said.response.part, said.response.whole if said.response.part else 0)
    yield must("answers", _("Enough of those who could answer did"), blocks.share(answers, asking.limit("answers"), traces=days), OPEN)  # fmt: skip
    kept = records.once(reported, practice, since, today, today)
    for key, asks, counted in (
        ("acknowledged", _("Sensitive reports were acknowledged in two working days"), kept.acknowledged),
        ("settled", _("They were settled or passed on in thirty days"), kept.settled),
    ):
        found = blocks.share(counted, asking.limit("reports"), 0.01)
        yield (must if counted.whole else should)(key, asks, found, REPORTS)
    told = records.once(looped, practice, since, today).told
    yield (must if told.whole else should)("told", _("People heard what came of points on which something can be done"), blocks.share(told, asking.limit("told")), POINTS)  # fmt: skip
    yield should("safe", _("People say that they can say safely what they think"), blocks.share(said.safe, asking.limit("safe"), enough=asking.number("enough")), OPEN)  # fmt: skip
    yield should("stated", _("Somebody says that the channels were tested"), blocks.exists(asking.statements()), signing(asking))  # fmt: skip


def _channels(asking: Asking) -> Iterator[Part]:
    ways = [row for row in asking.records.rows("feedback_channel") if row.is_open]
    apart = [row for row in ways if row["run_by"] in {"colleague", "outsider"}]
    a_year_ago = months_later(asking.today, -12)
    tested = [row for row in ways if row["tested_on"] and row["tested_on"] >= a_year_ago]
    yield must("channels", _("Several channels are open"), blocks.count(traced(ways), asking.number("channels")), CHANNEL)  # fmt: skip
    yield must("nameless", _("One of them without a name"), blocks.exists(traced(row for row in ways if row["anonymous"])), CHANNEL)  # fmt: skip
    yield must("apart", _("One not run by whoever leads the session"), blocks.exists(traced(apart)), CHANNEL)
    yield must("languages", _("It is asked in languages of those who take part"), _languages(asking, ways), WORDS)  # fmt: skip
    yield should("tested", _("Somebody independent tested a channel within the year"), blocks.exists(traced(tested)), TEST)  # fmt: skip


def _versions(practice: "Practice") -> "QuerySet[FormVersion]":
    return newest_versions(forms_of(practice))


def _languages(asking: Asking, ways: "list[Row]") -> Finding:
    """Those with a language in which a form or a channel speaks."""
    people = active(asking)
    forms = asking.records.some("languages", _versions, asking.practice)
    spoken = {tag for row in (*(row["languages"] for row in ways), *(one.languages for one in forms)) for tag in row}  # fmt: skip
    known = {tag.partition("-")[0] for tag in spoken}
    reached = {one.participant_id for one in languages(asking) if one.tag.partition("-")[0] in known} & set(
        people
    )
    return blocks.share(Share(len(reached), len(people)), asking.limit("languages"))


RULE = Rule(
    item="I3.2",
    limits={
        "opened": Limit(_("Share of sessions after which feedback was opened"), Unit.SHARE),
        "answers": Limit(_("Share of people who answered, of those who could"), Unit.SHARE),
        "channels": Limit(_("Channels for feedback"), Unit.COUNT),
        "languages": Limit(_("Share of people with a language of theirs"), Unit.SHARE),
        "reports": Limit(_("Share of sensitive reports seen to in time"), Unit.SHARE),
        "told": Limit(_("Share of points told back"), Unit.SHARE),
        "safe": Limit(_("Share of people who feel safe to speak"), Unit.SHARE),
        "enough": Limit(_("Answers needed to tell"), Unit.COUNT),
    },
    parts=parts,
)
