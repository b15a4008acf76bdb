"""What the practice rests on: its papers and standards, what is known about needs and gaps, and what went wrong."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cairn.demo.diary import Story
from cairn.demo.world import World
from cairn.practices.days import months_later

if TYPE_CHECKING:
    from cairn.registers.models import Record

PAPERS = (
    ("Code of conduct", "conduct"),
    ("Protection of adults and children", "safeguarding"),
    ("Impact of our records on people’s privacy", "data"),
    ("Fair to everyone", "equality"),
    ("How to complain", "complaints"),
    ("Safe house, safe way home", "security"),
    ("How participants decide with us", "participation"),
    ("Handbook of the house", "manual"),
    ("Handing over a key role", "handover"),
    ("Do no harm: people, neighbours, surroundings", "harm"),
)
STANDARDS = (
    ("Guide to first talks in Veldhaven", "Town of Veldhaven", "local", "First talks"),
    ("Quality of guidance at work", "Regional employment service", "regional", "Job club"),
    ("Recognition of skills", "Ministry of education", "national", "Certificates in the trade"),
    (
        "EU Skills Profile Tool for Third Country Nationals",
        "European Commission",
        "international",
        "Talks about skills",
    ),
    (
        "Common European Framework of Reference for Languages",
        "Council of Europe",
        "international",
        "Levels of Dutch",
    ),
)
GAPS = (
    ("Nobody reads letters with people", "papers", "activity", "Letters and papers", ""),
    ("No childcare before half past eight", "childcare", "activity", "Crèche next door", ""),
    ("Waiting lists for somebody to talk to", "health", "referral", "", ""),
    (
        "Rooms that landlords give to newcomers",
        "housing",
        "not-ours",
        "",
        "The town builds; we go along to look.",
    ),
    ("Trades beyond cleaning and catering", "work", "activity", "Joinery, elder care, bookbinding", ""),
)
GRANTS = (
    ("Grant of the integration fund", 8, 412_000, "signed"),
    ("Share of the town", 1, 138_000, "promised"),
)
"""Title, the place of the funder on the map of partners, euros, and how certain it is."""
WENT_WRONG = {
    5: ("accident", "minor", "A finger under the press; the press has a guard now."),
    12: ("data", "serious", "A list left in the printer; the printer asks for a code now."),
    18: ("conflict", "minor", "Two tables, two doors."),
}


def stories(world: World) -> list[Story]:
    return [
        written(world),
        rights(world),
        known(world),
        *(analysed(world, months) for months in range(6, world.size.months + 1, 6)),
        *(went_wrong(world, months) for months in WENT_WRONG),
        paid_for(world),
    ]


def written(world: World) -> Story:
    """Papers and standards before the first day; the papers are looked at again each ten months. A report each half-year."""
    on = world.begins - timedelta(days=40)
    yield on
    for title, sort in PAPERS:
        world.record("document", title=title, type=sort, version="1", adopted_on=on, reviewed_on=on, unconditional=True,
                     review_by=months_later(on, 12))  # fmt: skip
    for title, body, level, used_for in STANDARDS:
        handbook = world.ids("document")[7]
        world.record("standard", title=title, body=body, level=level, version="2024", current=True, used_for=used_for,
                     used_in=[handbook], used_on=on)  # fmt: skip
    papers = list(world.records["document"])
    for months in range(3, world.size.months, 3):
        on = months_later(world.begins, months) + timedelta(days=15)
        yield on
        for record in world.records["standard"]:
            world.revise(record, used_on=on)
        if months % 9 == 0:
            for record in papers:
                world.revise(record, reviewed_on=on, review_by=months_later(on, 12))
        if months % 6 == 0:
            world.record(
                "document",
                title=f"Report of the half-year to {on:%Y-%m}",
                type="report",
                version="1",
                adopted_on=on,
            )


def rights(world: World) -> Story:
    """Once a year signed by the one who answers for it, and read by a second person."""
    for months in range(0, world.size.months, 11):
        on = months_later(world.begins, months) + timedelta(days=1)
        yield on
        world.record(
            "rights_checklist",
            title=f"Rights, {on.year}",
            signed_on=on,
            signed_by=world.team.coordinator.pk,
            second_reader=world.team.workers[0].pk,
            standards=world.ids("standard")[2:4],
            free=True,
            unconditional=True,
            consent=True,
            complaints=True,
            nobody_left_out=True,
            review_by=months_later(on, 12),
        )


def known(world: World) -> Story:
    """What support is missing in the town, and how many people it could be for; found out before; what is missing, again each year."""
    on = world.begins - timedelta(days=90)
    yield on
    world.record("area_estimate", area="Veldhaven and Oosterbrug: women who look for a first job here", as_of=on, least=260,
                 most=400, source="Job centre and shelters, counted together", renew_by=months_later(on, 24))  # fmt: skip
    analysis = searched(world, on)
    yield world.begins + timedelta(days=5)
    for what, domain, answer, activity, reason in GAPS:
        partner = world.ids("stakeholder")[5:6] if answer == "referral" else []
        world.record("gap", what=what, analysis=[str(analysis.pk)], domain=domain, answer=answer, activity=activity,
                     partner=partner, reason=reason)  # fmt: skip
    for months in range(12, world.size.months, 12):
        on = months_later(world.begins, months)
        yield on
        searched(world, on)


def searched(world: World, on: date) -> Record:
    return world.record("gap_analysis", title="What is missing in Veldhaven", made_on=on, area="Veldhaven",
                        sources=["participants", "partners", "statistics"],
                        method="Twelve talks, one table of services.", repeat_by=months_later(on, 12))  # fmt: skip


def analysed(world: World, months: int) -> Story:
    """Each half-year all needs are looked at together, and something is done otherwise."""
    on = months_later(world.begins, months) - timedelta(days=6)
    yield on
    analysis = world.record(
        "needs_analysis",
        title=f"Needs in the half-year to {on:%Y-%m}",
        made_on=on,
        from_on=months_later(world.begins, months - 6),
        until_on=on,
        people=len(world.active),
        domains=["work", "language", "papers", "housing"],
        unmet=["housing", "health"],
        findings="Language and papers come first; whoever has both finds work within half a year.",
        shared_on=on,
    )
    world.record(
        "activity_change",
        what="The level test moves to the first week" if months % 12 else "A second table in the job club",
        changed_on=on,
        because=[str(analysis.pk)],
        reason="It was asked for in most talks.",
    )


def went_wrong(world: World, months: int) -> Story:
    """Settled within days, with what was changed so that it does not happen again."""
    sort, seriousness, measures = WENT_WRONG[months]
    on = months_later(world.begins, months) + timedelta(days=13)
    yield on
    record = world.record("incident", type=sort, happened_on=on, seriousness=seriousness, people=1, told=["lead"],
                          settle_by=on + timedelta(days=14))  # fmt: skip
    yield (settled_on := on + timedelta(days=6))
    world.revise(record, measures=measures)
    world.close(record, settled_on)


def paid_for(world: World) -> Story:
    on = world.begins - timedelta(days=20)
    yield on
    for title, funder, amount, certainty in GRANTS:
        world.record("funding", title=title, funder=[world.ids("stakeholder")[funder]], type="grant",
                     certainty=certainty, noted_on=on, amount=amount, currency="EUR", from_on=world.begins,
                     until_on=months_later(world.begins, 36))  # fmt: skip
