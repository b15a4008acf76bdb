"""What is true of reports: who may read which, what they say, and what they still lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.common.tables import Column
from cairn.money import facts as money
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may, permissions_in
from cairn.progress.enums import State, Writing
from cairn.progress.figures import Asking, all_groups, filled
from cairn.progress.layouts import Layout, Slot, from_kept, read, shipped
from cairn.progress.models import Block, OwnLayout, Report, WordTemplate
from cairn.progress.shape import Ask, Count, Figure, Paper, Part, Reason, Section, by_key, from_text
from cairn.progress.shape import from_kept as parts_from
from cairn.releases.facts import published_of

if TYPE_CHECKING:
    from datetime import date

    from cairn.money.models import Grant
    from cairn.people.models import Organisation, Person
    from cairn.practices.models import Practice

WRITE, SIGN, READ = Permission.WRITE_REPORTS, Permission.APPROVE, Permission.SEE_RELEASED


def may_find(person: Person, practice: Practice) -> bool:
    return bool({WRITE, SIGN, READ} & permissions_in(person, practice.organisation))


def allowed_to(person: Person, practice: Practice) -> frozenset[Permission]:
    return permissions_in(person, practice.organisation)


def may_write(person: Person, practice: Practice) -> bool:
    return WRITE in permissions_in(person, practice.organisation)


def readable_by(person: Person, practice: Practice) -> QuerySet[Report]:
    """Who writes finds all, who signs what was sent to review, who pays what was signed; newest period first."""
    found = Report.objects.filter(practice=practice).select_related(
        "practice__organisation", "grant", "written_by", "signed"
    )
    allowed = permissions_in(person, practice.organisation)
    if WRITE in allowed:
        return found
    seen = Q(state=State.SIGNED) if {READ, SIGN} & allowed else Q(pk__in=[])
    return found.filter(seen | ~Q(state=State.DRAFT) if SIGN in allowed else seen)


def may_sign(person: Person, report: Report) -> bool:
    """Somebody else than who wrote in it last, unless the organisation decided to do without a second person."""
    house = report.practice.organisation
    second = report.written_by_id != person.pk or not house.four_eyes
    return report.state == State.IN_REVIEW and second and SIGN in permissions_in(person, house)


def signers_of(report: Report) -> list[Person]:
    house = report.practice.organisation
    return [
        person
        for person in people_who_may(SIGN, house)
        if person.pk != report.written_by_id or not house.four_eyes
    ]


def layouts_of(house: Organisation) -> QuerySet[OwnLayout]:
    """Its own templates that are in use."""
    return OwnLayout.objects.filter(organisation=house, retired_at=None).select_related("made_by")


def offered_to(house: Organisation) -> list[Layout]:
    """Ours and its own, in the reader's language."""
    return [*shipped(), *(read(own.text) for own in layouts_of(house))]


def words_of(house: Organisation) -> QuerySet[WordTemplate]:
    """Its Word templates that are in use."""
    return WordTemplate.objects.filter(organisation=house, retired_at=None).select_related("made_by")


def sections_of(house: Organisation) -> set[str]:
    """Under which names Word templates find the texts of all sections that its reports can have."""
    return {text_name(slot.key) for layout in offered_to(house) for slot in layout.slots}


def text_name(key: str) -> str:
    """A key without hyphens, which templates would take for a minus."""
    return key.replace("-", "_")


def grants_of(practice: Practice) -> QuerySet[Grant]:
    return money.grants_of(practice.pk)


def told_by(practice: Practice) -> list[Count]:
    """Every count of people that signed reports told of the practice, each under its report's title."""
    signed = Report.objects.filter(practice=practice, state=State.SIGNED)
    papers = [from_text(report.signed.text) for report in signed.select_related("signed")]
    return [replace(one, title=paper.title) for paper in papers for part in paper.parts for one in part.told]


def before(practice: Practice) -> tuple[Count, ...]:
    """Every count of people that was told of the practice so far, in signed reports and in released tables."""
    own = told_by(practice)
    known = [one.published for one in own]
    others = [one for one in published_of(practice) if one not in known]
    return (*own, *(Count(one.title, one.until, dict(one.counts), one.since, one.rounded) for one in others))


def parts_of(layout: Layout, asking: Asking) -> tuple[Part, ...]:
    """Every group of figures that the template names, once, in its order."""
    keys = dict.fromkeys(key for slot in layout.slots for key in slot.figures)
    return tuple(filled(all_groups()[key], asking) for key in keys)


def asking_of(report: Report) -> Asking:
    return Asking(
        practice=report.practice,
        starts_on=report.starts_on,
        ends_on=report.ends_on,
        today=timezone.localdate(),
        grant=report.grant,
        before=before(report.practice),
    )


def taken_now(report: Report) -> tuple[Part, ...]:
    """Its figures as the records give them now, beside those of the report before, in its language."""
    with translation.override(report.language):
        parts = parts_of(from_kept(report.layout), asking_of(report))
    return beside(parts, parts_from(report.follows.figures)) if report.follows else parts


def beside(parts: Sequence[Part], earlier: Sequence[Part]) -> tuple[Part, ...]:
    """The same figures, each with what the report before said."""
    known = by_key(earlier)

    def figures(part: Part) -> Iterator[Figure]:
        for one in part.figures:
            old = known[part.key].figure(one.key) if part.key in known else None
            yield replace(one, before=old.words if old else "")

    return tuple(replace(part, figures=tuple(figures(part))) for part in parts)


def draft_of(slot: Slot, parts: Sequence[Part]) -> str:
    """The figures of a section in sentences."""
    known = by_key(parts)
    return "\n\n".join(known[key].draft for key in slot.figures if key in known and known[key].draft)


def asks_of(report: Report) -> list[Ask]:
    """What went otherwise by more than a fifth and has no reason in the records."""
    return [ask for part in parts_from(report.figures) for ask in part.asks]


def paper_of(report: Report) -> Paper:
    """The report as it reads: as it was signed, else as it stands."""
    if report.state == State.SIGNED:
        return from_text(report.signed.text)
    layout, parts = from_kept(report.layout), by_key(parts_from(report.figures))
    words = {block.key: block.words for block in report.blocks.all()}
    return Paper(
        title=report.title,
        practice=report.practice.title,
        organisation=report.practice.organisation.name,
        grant=str(report.grant or ""),
        starts_on=report.starts_on,
        ends_on=report.ends_on,
        language=report.language,
        figures_on=report.figures_on,
        sections=tuple(
            _section(
                slot, [parts[key] for key in slot.figures if key in parts], words.get(slot.key, ""), report
            )
            for slot in layout.slots
        ),
        written_by=report.written_by.name,
    )


def _section(slot: Slot, parts: Sequence[Part], words: str, report: Report) -> Section:
    asks = [ask for part in parts for ask in part.asks]
    return Section(
        slot.key,
        slot.title,
        words,
        tuple(parts),
        tuple(Reason(ask.words, report.reasons.get(ask.key, "")) for ask in asks),
    )


def block_of(report: Report, key: str) -> tuple[Slot, Block] | None:
    """A section that has words, with them; None where there is none of that key."""
    slot = next((one for one in from_kept(report.layout).slots if one.key == key), None)
    if slot is None or slot.writing == Writing.NONE:
        return None
    return slot, report.blocks.get(key=key)


@dataclass(frozen=True, slots=True)
class Lack:
    """What a report needs before it goes to review, and the section where it is done; "" where it is in none."""

    words: str
    section: str = ""


def lacks_of(report: Report, today: date) -> list[Lack]:
    found = [*_day_lacks(report, today)]
    blocks = {block.key: block for block in report.blocks.all()}
    for slot in from_kept(report.layout).slots:
        block = blocks.get(slot.key)
        if block and block.carried:
            found.append(
                Lack(
                    _("“%(title)s” still says what the last report said: read it and save it.")
                    % {"title": slot.title},
                    slot.key,
                )
            )
        elif slot.writing == Writing.REQUIRED and not (block and block.words.strip()):
            found.append(Lack(_("“%(title)s” has no words yet.") % {"title": slot.title}, slot.key))
    unsaid = [ask for ask in asks_of(report) if not report.reasons.get(ask.key)]
    return found + [Lack(_("Say why: %(what)s.") % {"what": ask.words}) for ask in unsaid]


def _day_lacks(report: Report, today: date) -> Iterator[Lack]:
    if report.ends_on > today:
        day = date_format(report.ends_on, "DATE_FORMAT")
        yield Lack(
            _("The period lasts until %(day)s. Send the report to review after that day.") % {"day": day}
        )
    elif report.figures_on < report.ends_on:
        day = date_format(report.figures_on, "DATE_FORMAT")
        yield Lack(
            _("The figures were taken on %(day)s, before the period was over: take them again.")
            % {"day": day}
        )


def signed_days(practice_id: int, until: date) -> list[date]:
    """On which days a report was signed, the newest first."""
    signed = Report.objects.filter(practice=practice_id, state=State.SIGNED).order_by("-signed__at")
    days = [timezone.localdate(at) for at in signed.values_list("signed__at", flat=True)]
    return [day for day in days if day <= until]


COLUMNS = (
    Column(gettext_lazy("Report"), lambda report: report.title),
    Column(gettext_lazy("From"), lambda report: report.starts_on),
    Column(gettext_lazy("To"), lambda report: report.ends_on),
    Column(gettext_lazy("Grant"), lambda report: str(report.grant or "")),
    Column(gettext_lazy("State"), lambda report: str(report.get_state_display())),
    Column(
        gettext_lazy("Signed on"),
        lambda report: timezone.localdate(report.signed.at) if report.state == State.SIGNED else None,
    ),
)
"""What a list of reports takes along."""
