"""I1.2: everyone can find out what is offered, in a language and a form that reaches them."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from cairn.evidence import blocks
from cairn.evidence.asking import Asking, must, should, traced
from cairn.evidence.daily import active, dated, everyone, languages
from cairn.evidence.enums import Side
from cairn.evidence.rule import Limit, Rule, Unit
from cairn.evidence.shape import Part, Task
from cairn.participants.counting import Share
from cairn.practices.days import months_later

HEARD = {"audio", "video", "spoken", "pictures"}
"""Formats that one need not read."""
AWAY_FROM_SCREENS = {"in-person", "print", "phone", "partner"}
READS, HEARS = {"some", "fluent"}, {"first", "well", "everyday"}
ADD = Task(_("Add an information item in a language or form that is missing"), "record_new", ("information_item",))  # fmt: skip
CHECK = Task(_("Check the information items again: still right, and safe to be seen with"), "register", ("information_item",))  # fmt: skip
ASK = Task(_("Record how participants heard of the practice"), "participants")


def parts(asking: Asking) -> Iterator[Part]:
    """A language counts for whoever reads it, where there is text, or hears it, where there is sound; dialects count as one."""
    items = [row for row in asking.records.rows("information_item") if row.is_open]
    since = months_later(asking.today, -asking.number("checked_within"))
    fresh = [row for row in items if row.happened_on and row.happened_on >= since]
    checked = [row for row in fresh if row["discreet"]]
    read = {_main(tag) for row in fresh if row["format"] not in HEARD for tag in row["languages"]}
    heard = {_main(tag) for row in fresh if row["format"] in HEARD for tag in row["languages"]}
    people = active(asking)
    reached = {one.participant_id for one in languages(asking) if _reaches(one, read, heard)} & set(people)
    came = [one for one in everyone(asking) if asking.since < one.enrolled_on <= asking.today and one.heard_via]  # fmt: skip
    formats = {row["format"]: row for row in items}
    channels = {channel: row for row in items for channel in row["channels"]}
    yield must(
        "reached",
        _("Everyone who takes part has current information in a language they read or hear"),
        blocks.share(
            Share(len(reached), len(people) if items else 0),
            asking.limit("reached"),
            asking.limit("reached_partly"),
            traces=traced(fresh),
        ),
        ADD,
    )
    yield must("formats", _("In several forms"), blocks.count(traced(formats.values()), asking.number("formats")), ADD)  # fmt: skip
    yield must("channels", _("Through several channels"), blocks.count(traced(channels.values()), asking.number("channels")), ADD)  # fmt: skip
    yield must(
        "away",
        _("At least one of them away from screens"),
        blocks.exists(traced(row for row in items if AWAY_FROM_SCREENS & set(row["channels"]))),
        ADD,
    )
    yield must(
        "checked",
        _("Each was checked within the year, also that it is safe to be seen with"),
        blocks.share(Share(len(checked), len(items)), asking.limit("checked"), 0.01, traces=traced(checked)),
        CHECK,
    )
    yield should(
        "heard_via",
        _("Several channels work, as those who came tell"),
        blocks.count(
            dated({one.heard_via: one for one in came}.values(), "enrolled_on", Side.PARTICIPANTS),
            asking.number("working"),
        ),
        ASK,
    )
    yield should(
        "unread",
        _("Something for those who read little"),
        blocks.exists(traced(row for row in items if row["format"] in HEARD)),
        ADD,
    )


def _main(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _reaches(language: Any, read: Collection[str], heard: Collection[str]) -> bool:
    tag = _main(language.tag)
    return (tag in read and language.reads in READS) or (tag in heard and language.speaks in HEARS)


RULE = Rule(
    item="I1.2",
    limits={
        "reached": Limit(_("Share of people with information in a language of theirs"), Unit.SHARE),
        "reached_partly": Limit(_("From this share on, partly"), Unit.SHARE),
        "formats": Limit(_("Different forms"), Unit.COUNT),
        "channels": Limit(_("Different channels"), Unit.COUNT),
        "checked": Limit(_("Share of items that were checked"), Unit.SHARE),
        "checked_within": Limit(_("Checked within so many months"), Unit.MONTHS),
        "working": Limit(_("Channels through which people came"), Unit.COUNT),
    },
    parts=parts,
)
