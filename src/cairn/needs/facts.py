"""What is true of needs. Reads only; whoever asks about a person came through `participants.opening`.

Months are calendar months; shares are counts, so that a caller decides whether a percentage may be told at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.needs.enums import Answer, Asked, Domain, Priority, Source, Status, Wish
from cairn.needs.models import Finding, Need, NeedsAssessment, Preference, SkillEntry, SkillSection
from cairn.needs.occupations import group_name, names_of, sector_name
from cairn.needs.skills import SECTIONS, Entry, Part, Section
from cairn.needs.skills import told as told_in_words
from cairn.participants import facts as participants
from cairn.participants.counting import Share
from cairn.practices.days import months_later

if TYPE_CHECKING:
    from cairn.participants.models import Participant
    from cairn.people.models import Person

MONTHS = 6
"""After so many months needs are asked about again (design, evidence rules, R1.1)."""


def fault_of_day(day: date, participant: Participant) -> str:
    """Why nothing on this person can have happened on that day; empty where it can."""
    begun = participant.practice.starts_on
    if begun and day < begun:
        return _("The practice had not begun on that day.")
    if day > timezone.localdate():
        return _("This day is still to come.")
    return ""


def assessments_of(participant: UUID) -> QuerySet[NeedsAssessment]:
    """The finished ones of one person, newest first."""
    return NeedsAssessment.objects.filter(participant=participant, finished_at__isnull=False).select_related(
        "by"
    )


def draft_of(participant: UUID, by: Person) -> NeedsAssessment | None:
    """What this author began to write down and has not finished."""
    drafts = NeedsAssessment.objects.select_related("participant__practice")
    return drafts.filter(participant=participant, by=by, finished_at__isnull=True).first()


def needs_of(participant: UUID) -> QuerySet[Need]:
    """All needs ever found of one person, also those that are met."""
    return Need.objects.filter(participant=participant)


def open_needs_of(participant: UUID) -> list[Need]:
    """What is not met, the most pressing first; within a priority in the order of the domains."""
    found = needs_of(participant).exclude(status=Status.MET)
    return sorted(found, key=lambda need: (-RANK[Priority(need.priority)], ORDER[need.domain]))


RANK = {Priority.LOW: 1, Priority.MEDIUM: 2, Priority.HIGH: 3}
ORDER = {domain.value: place for place, domain in enumerate(Domain)}


def last_notes(participant: UUID) -> dict[UUID, str]:
    """What was last noted on each need, by the need; opened, so for whoever is assigned only."""
    said = Finding.objects.filter(participant=participant, assessment__finished_at__isnull=False)
    newest = said.filter(need__isnull=False).order_by("assessment__assessed_on", "assessment__made_at")
    return {finding.need_id: finding.note for finding in newest if finding.need_id}


def by_domain(assessment: NeedsAssessment) -> list[tuple[Domain, list[Finding]]]:
    """What one talk says, domain by domain; an empty list where a domain was not talked about."""
    said: dict[str, list[Finding]] = {domain.value: [] for domain in Domain}
    for finding in assessment.findings.all():
        said[finding.domain].append(finding)
    return [(domain, said[domain]) for domain in Domain]


def needs_in(practice: int) -> QuerySet[Need]:
    """Every need of everyone in a practice: to be counted, never shown one by one to those not assigned."""
    return Need.objects.filter(participant__in=participants.of_practice(practice))


def met_by(needs: QuerySet[Need], start: date, end: date) -> QuerySet[Need]:
    """Those of these needs that are met since a day from one to another, both counted."""
    return needs.filter(status=Status.MET, status_on__range=(start, end))


def unmet_in(practice: int) -> QuerySet[Need]:
    return needs_in(practice).filter(status=Status.UNMET)


def last_assessed(practice: int) -> dict[UUID, date]:
    """Per participant, the day of the last finished assessment."""
    days = finished_in(practice).values("participant").annotate(day=Max("assessed_on"))
    return dict(days.values_list("participant", "day"))


def reassessed(practice: int) -> Share:
    """Of those with a finished assessment, how many have a second one within six months of the first."""
    days: dict[UUID, list[date]] = {}
    for participant, day in (
        finished_in(practice).order_by("assessed_on").values_list("participant", "assessed_on")
    ):
        days.setdefault(participant, []).append(day)
    again = sum(1 for each in days.values() if len(each) > 1 and each[1] <= due_after(each[0]))
    return Share(again, len(days))


def said_by_the_person(practice: int, start: date, end: date) -> Share:
    """Of the needs found in talks from one day to another (both counted), how many the person said themselves."""
    said = findings_in(practice).exclude(answer=Answer.NONE)
    sources = Counter(
        said.filter(assessment__assessed_on__range=(start, end)).order_by().values_list("source", flat=True)
    )
    return Share(sources[Source.SAID], sources.total())


def findings_in(practice: int) -> QuerySet[Finding]:
    """Of every finished talk: to be counted."""
    return Finding.objects.filter(assessment__in=finished_in(practice)).order_by()


def due_after(day: date) -> date:
    """The same day of the month six months later, or the month's last."""
    return months_later(day, MONTHS)


def due(practice: int, today: date) -> set[UUID]:
    """Participants whose needs are to be asked about: never assessed, or six months ago."""
    last = last_assessed(practice)
    everyone = participants.of_practice(practice).values_list("pk", flat=True)
    return {pk for pk in everyone if pk not in last or due_after(last[pk]) <= today}


def finished_in(practice: int) -> QuerySet[NeedsAssessment]:
    """Every talk of a practice that is finished: to be counted."""
    return NeedsAssessment.objects.filter(
        participant__in=participants.of_practice(practice), finished_at__isnull=False
    ).order_by()


@dataclass(frozen=True, slots=True)
class Row:
    """Needs in one domain, counted over a practice."""

    domain: Domain
    people: int
    """Participants with a need there that is not met."""
    high: int
    """Needs of high priority that are not met."""
    counts: dict[str, int]
    """Needs by where they stand."""


def table(practice: int) -> list[Row]:
    """One row a domain, in two queries."""
    needs = list(needs_in(practice).order_by().values_list("domain", "status", "priority", "participant"))
    open_ = [need for need in needs if need[1] != Status.MET]
    counts = Counter((domain, status) for domain, status, _priority, _who in needs)
    high = Counter(domain for domain, _status, priority, _who in open_ if priority == Priority.HIGH)
    return [
        Row(
            domain,
            len({who for where, _status, _priority, who in open_ if where == domain}),
            high[domain],
            {status: counts[domain, status] for status in Status.values},
        )
        for domain in Domain
    ]


def wishes_of(participant: UUID) -> QuerySet[Preference]:
    """What one person wants and does not want for work as it stands, sectors apart from professions, the first first."""
    return Preference.objects.filter(participant=participant, until__isnull=True)


def past_wishes_of(participant: UUID) -> QuerySet[Preference]:
    """What stood once and does not any more, the newest first."""
    return Preference.objects.filter(participant=participant, until__isnull=False).order_by(
        "-until", "-said_on", "-made_at"
    )


def has_wishes(participant: UUID) -> bool:
    """Whether the person was asked what they want for work, and anything of it stands."""
    return wishes_of(participant).exists()


def with_wishes(practice: int) -> Share:
    """Of everyone in a practice, how many have a wish for work that stands."""
    everyone = participants.of_practice(practice)
    said = Preference.objects.filter(participant__in=everyone, until__isnull=True).order_by()
    return Share(said.values("participant").distinct().count(), everyone.count())


class Told(NamedTuple):
    wish: Preference
    name: str
    """What the sector, group or occupation is called in the reader's language."""


def told(wishes: Iterable[Preference]) -> list[Told]:
    """With their names, in one more query."""
    wishes = list(wishes)
    names = names_of(wish.occupation for wish in wishes)

    def name(wish: Preference) -> str:
        if wish.kind == Wish.SECTOR:
            return sector_name(wish.code)
        return names.get(wish.occupation) or group_name(wish.code)

    return [Told(wish, name(wish)) for wish in wishes]


class SkillsPart(NamedTuple):
    """A section of somebody's grid as it stands."""

    section: Section
    asked: str
    """A value of `Asked`; empty where it is simply asked."""
    entries: list[SkillEntry]

    @property
    def answered(self) -> bool:
        """Whether something is told, or that there is nothing to tell."""
        return bool(self.entries) or self.asked == Asked.NOTHING

    @property
    def filled(self) -> Share:
        """Fields said of fields asked, over all its entries."""
        said = sum(len(entry.said) for entry in self.entries)
        return Share(said, len(self.entries) * len(self.section.fields))


def skills_of(participant: UUID) -> list[SkillsPart]:
    """The whole grid of one person, hidden sections too, in two queries."""
    asked = dict(SkillSection.objects.filter(participant=participant).values_list("section", "asked"))
    entries: dict[str, list[SkillEntry]] = {key: [] for key in SECTIONS}
    for entry in entries_of(participant):
        entries[entry.section].append(entry)
    return [SkillsPart(one, asked.get(key, ""), entries[key]) for key, one in SECTIONS.items()]


def entries_of(participant: UUID) -> QuerySet[SkillEntry]:
    return SkillEntry.objects.filter(participant=participant).select_related("participant")


def completeness(parts: list[SkillsPart]) -> Share:
    """Of the sections that are asked of a person, how many are answered."""
    asked = [part for part in parts if part.asked != Asked.HIDDEN]
    return Share(sum(part.answered for part in asked), len(asked))


def skills_told(parts: list[SkillsPart], language: str) -> list[Part]:
    """What is asked of the person in words of one language."""
    return [
        told_in_words(
            part.section,
            [Entry(entry.pk, entry.said) for entry in part.entries],
            nothing=part.asked == Asked.NOTHING,
            language=language,
        )
        for part in parts
        if part.asked != Asked.HIDDEN
    ]


def sections_answered(practice: int) -> dict[str, Share]:
    """Section by section: of those of whom it is asked, how many have answered it. Three queries, no sealed word opened."""
    answered, hidden, everyone = _answers(practice)
    people = everyone.count()
    return {key: Share(len(answered[key]), people - len(hidden[key])) for key in SECTIONS}


def with_whole_grid(practice: int) -> set[UUID]:
    """Whose grid has an answer in every section that is asked of them; for the share that a rule of evidence asks for."""
    answered, hidden, _everyone = _answers(practice)
    anyone = set().union(*answered.values())
    return {
        person
        for person in anyone
        if all(person in answered[key] or person in hidden[key] for key in SECTIONS)
    }


def _answers(
    practice: int,
) -> tuple[dict[str, set[UUID]], dict[str, set[UUID]], QuerySet[Participant]]:
    """By section, who has answered it and from whom it is hidden; and everyone there is."""
    everyone = participants.of_practice(practice)
    answered: dict[str, set[UUID]] = {key: set() for key in SECTIONS}
    hidden: dict[str, set[UUID]] = {key: set() for key in SECTIONS}
    entries = SkillEntry.objects.filter(participant__in=everyone).order_by()
    for section, person in entries.values_list("section", "participant").distinct():
        answered[section].add(person)
    states = SkillSection.objects.filter(participant__in=everyone)
    for section, asked, person in states.values_list("section", "asked", "participant"):
        (hidden if asked == Asked.HIDDEN else answered)[section].add(person)
    return {key: answered[key] - hidden[key] for key in SECTIONS}, hidden, everyone
