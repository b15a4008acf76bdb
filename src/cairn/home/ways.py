"""Where the records of a practice are kept: every list, what it is for, and who finds it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cairn.people.enums import Permission


class Way(NamedTuple):
    name: str | Promise
    purpose: str | Promise
    page: str
    permissions: frozenset[Permission]
    """Any of these opens it."""


class Shelf(NamedTuple):
    name: str | Promise
    ways: tuple[Way, ...]


SEE = frozenset({Permission.SEE_RECORDS})
PEOPLE = frozenset({Permission.WORK_WITH_PARTICIPANTS, Permission.MANAGE_PARTICIPANTS})
SHELVES = (
    Shelf(
        _("People"),
        (
            Way(
                _("Participants"),
                _("Who takes part, by code: consents, safe contact, adjustments."),
                "participants",
                PEOPLE,
            ),
            Way(_("Needs"), _("What people said they need, and what became of it."), "needs_figures", SEE),
            Way(
                _("Work plans"), _("Goals, steps, reviews, and how people fare after leaving."), "plans", SEE
            ),
        ),
    ),
    Shelf(
        _("Work"),
        (
            Way(
                _("Activities"),
                _("Courses, workshops and visits, and who takes part in them."),
                "activities",
                SEE,
            ),
            Way(
                _("Sessions"),
                _("Week by week: what is planned, and what waits for its sheet."),
                "sessions",
                SEE,
            ),
            Way(
                _("Forms"),
                _("What people are asked, in many languages: yours, and those that come with Cairn."),
                "forms",
                SEE,
            ),
            Way(
                _("Brought by phones"),
                _("Forms that staff filled in without a network, with ODK Collect."),
                "submissions",
                SEE,
            ),
            Way(
                _("Registers"),
                _("Staff, risks, partners, meetings, consultations and whatever else is to be shown later."),
                "registers",
                SEE,
            ),
        ),
    ),
    Shelf(
        _("What people say"),
        (
            Way(
                _("Answers"),
                _("What people answered in forms: five at least together, never one alone."),
                "answers",
                SEE,
            ),
            Way(
                _("Feedback"),
                _("Ask participants after a session, or partners, without names; see how many answered."),
                "voices",
                SEE,
            ),
            Way(
                _("Points and answers"),
                _("What people said, what was decided, and what they were told."),
                "points",
                SEE,
            ),
            Way(
                _("Reports in confidence"),
                _("What must be seen to in time; only the safeguarding lead reads it."),
                "reports",
                frozenset({Permission.HANDLE_REPORTS, Permission.MANAGE_PEOPLE}),
            ),
            Way(
                _("Hand a report on"),
                _("When somebody tells you something serious."),
                "report_tell",
                SEE,
            ),
        ),
    ),
    Shelf(
        _("Results and money"),
        (
            Way(
                _("Evidence"),
                _("What these records say of each item of the criteria, and what would make it stronger."),
                "evidence",
                SEE,
            ),
            Way(
                _("Figures"),
                _("Progress, satisfaction, attendance and budgets, drawn side by side."),
                "figures",
                SEE,
            ),
            Way(_("Results"), _("Objectives, indicators, targets and what was measured."), "results", SEE),
            Way(
                _("Money"),
                _("Grants, budgets, expenses and the time of staff."),
                "money",
                frozenset({Permission.MANAGE_MONEY}),
            ),
            Way(
                _("Reports to funders"),
                _("Filled from records, written, read by a second person and signed."),
                "progress",
                frozenset({Permission.WRITE_REPORTS, Permission.APPROVE, Permission.SEE_RELEASED}),
            ),
            Way(
                _("Released tables"),
                _("Tables that funders may read, without small figures."),
                "releases",
                frozenset({Permission.SEE_RELEASED}),
            ),
        ),
    ),
    Shelf(
        _("All records"),
        (
            Way(
                _("Sheets"),
                _("Bring lists in from a sheet, or take them away."),
                "sheets",
                frozenset({Permission.EXPORT_RECORDS, Permission.IMPORT_RECORDS}),
            ),
            Way(
                _("Trail"),
                _("Who looked at which record, and who changed it."),
                "trail",
                frozenset({Permission.READ_TRAIL}),
            ),
            Way(
                _("Retention"),
                _("How long records are kept, and what is due to be erased."),
                "retention",
                frozenset({Permission.MANAGE_PARTICIPANTS}),
            ),
        ),
    ),
)


class Found(NamedTuple):
    way: Way
    address: str


def open_to(
    allowed: frozenset[Permission], practice_id: int, instead: Mapping[str, str] = MappingProxyType({})
) -> list[tuple[str | Promise, list[Found]]]:
    """The shelves and ways that these permissions open; a shelf on which nothing is open is left out.

    `instead` holds, by page, another address to which its way leads in this practice.
    """
    shelves = (
        (
            shelf.name,
            [
                Found(way, instead.get(way.page) or reverse(way.page, args=[practice_id]))
                for way in shelf.ways
                if way.permissions & allowed
            ],
        )
        for shelf in SHELVES
    )
    return [(name, ways) for name, ways in shelves if ways]
