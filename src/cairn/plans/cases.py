"""A sheet of cases like those of the Human Trafficking Case Data Standard 2.0 (IOM), in the few columns that Cairn may hold.

Going out it tells one's own people, one row each. Coming in it enrols people with their referral and a first goal; whatever else
such sheets have is refused by name (sheets/matching.py) or left out. Consent is asked anew, and closed cases do not come in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ruamel.yaml import YAML

from cairn.common.languages import LANGUAGES
from cairn.participants import facts as participants
from cairn.participants.enums import About
from cairn.participants.lists.arriving import arrival
from cairn.participants.lists.reading import judged, kept, unless_in_use
from cairn.people.enums import Permission
from cairn.people.models import Person
from cairn.plans import facts
from cairn.plans.enums import Chooser, GoalKind, Unit
from cairn.plans.models import Exit, Goal, Step, WorkPlan
from cairn.practices.models import Practice
from cairn.sheets.shape import Change, Column, Judged, Kind, Row, Table, Value

USUAL = 180
"""Days until a goal is due where the sheet does not say."""
FILE = Path(__file__).parent / "data" / "cases.yaml"
LATER = gettext_lazy("Goes out only.")
STATUS = (
    ("Active", gettext_lazy("takes part")),
    ("FollowUp", gettext_lazy("left, and is asked how they fare")),
    ("Closed", gettext_lazy("closed")),
    ("ClosedReferred", gettext_lazy("went on to another service")),
)
COLUMNS = (
    Column("code", gettext_lazy("Code"), taken_in=False, help=LATER),
    Column("cas_Status", gettext_lazy("Case status"), Kind.CHOICE, choices=STATUS),
    Column("cas_IncomingReferralDate", gettext_lazy("Incoming referral date"), Kind.DATE, required=True),
    Column("org_Type", gettext_lazy("Type of the referring organisation")),
    Column("prs_Gender", gettext_lazy("Gender")),
    Column("prs_PrimaryLanguage", gettext_lazy("Primary language"), help=gettext_lazy("Three letters of ISO 639-2.")),
    Column("prs_NumberOfChildren", gettext_lazy("Number of children"), Kind.WHOLE),
    Column("sup_Type", gettext_lazy("Type of support plan")),
    Column("sup_Objective", gettext_lazy("Objective of the support plan"), help=gettext_lazy("Comes in only: it is sealed.")),
    Column("sup_Actions", gettext_lazy("Actions of the support plan"), help=gettext_lazy("Comes in only: they are sealed.")),
    Column("sup_PlannedEndDate", gettext_lazy("Planned end of the support plan"), Kind.DATE),
    Column("sup_ActualEndDate", gettext_lazy("Actual end of the support plan"), Kind.DATE, taken_in=False, help=LATER),
    Column("con_Consent", gettext_lazy("Consent that records are kept"), Kind.YES_NO, taken_in=False, help=gettext_lazy("Goes out only: consent is asked anew.")),
)  # fmt: skip


@cache
def maps() -> dict[str, dict[str, list[str]]]:
    return dict(YAML(typ="safe").load(FILE.read_text(encoding="utf-8")))


def _theirs(kind: str, ours: str) -> str | None:
    said = maps()[kind].get(ours)
    return said[0] if said else (ours or None)


def _ours(kind: str, row: Row, column: str) -> str:
    """Raises ValidationError for what stands for nothing that we know."""
    said = str(row.values.get(column) or "").strip()
    folded = said.replace(" ", "").casefold()
    known = {word.casefold(): ours for ours, words in maps()[kind].items() for word in (ours, *words)}
    if folded and folded not in known:
        listed = ", ".join(words[0] for words in maps()[kind].values())
        raise ValidationError(
            {column: _("“%(cell)s” is not on the list: %(list)s.") % {"cell": said[:40], "list": listed}}
        )
    return known[folded] if folded else ""


def _rows(practice: Practice, person: Person) -> Iterator[Mapping[str, Value]]:
    people = {one.pk: one for one in participants.assigned_to(person).filter(practice=practice).prefetch_related("consents")}  # fmt: skip
    keys = list(people)
    referrals = {one.participant_id: one for one in participants.referrals_of(practice.pk)}
    spoken: dict[Any, str] = {}
    for each in participants.languages_of(practice.pk).order_by("speaks", "tag"):
        spoken.setdefault(each.participant_id, each.tag)
    exits = {one.participant_id: one for one in Exit.objects.filter(participant__in=keys, back_on=None)}
    goals: dict[Any, Goal] = {}
    for goal in Goal.objects.filter(participant__in=keys).order_by("due_on"):
        goals.setdefault(goal.participant_id, goal)
    today = timezone.localdate()
    for key, one in people.items():
        referral, goal_ = referrals.get(key), goals.get(key)
        yield {
            "code": one.code,
            "cas_Status": _status(exits.get(key), one.ended_on),
            "cas_IncomingReferralDate": referral.received_on if referral else one.enrolled_on,
            "org_Type": _theirs("organisation", referral.referrer) if referral else None,
            "prs_Gender": _theirs("gender", one.sex),
            "prs_PrimaryLanguage": _theirs("language", spoken.get(key, "")),
            "prs_NumberOfChildren": one.children,
            "sup_Type": _theirs("plan", goal_.kind) if goal_ else None,
            "sup_PlannedEndDate": goal_.due_on if goal_ else None,
            "sup_ActualEndDate": goal_.closed_on if goal_ else None,
            "con_Consent": participants.consented(one, About.KEEPING, today),
        }


def _status(exit_: Exit | None, ended_on: date | None) -> str:
    if ended_on is None:
        return "Active"
    if exit_ is None:
        return "Closed"
    return "ClosedReferred" if exit_.reason == "other_service" else "FollowUp"


def _judge(practice: Practice, person: Person, rows: Sequence[Row]) -> Judged:
    def weigh(row: Row) -> Iterator[Change]:
        said: dict[str, Any] = dict(row.values)
        if str(said.get("cas_Status") or "").startswith("Closed"):
            raise ValidationError(
                {"cas_Status": _("Only who takes part comes in; leave closed cases where they are.")}
            )
        since = said["cas_IncomingReferralDate"]
        try:
            participant, changes = arrival(
                row.number,
                practice,
                since=since,
                referrer=_ours("organisation", row, "org_Type"),
                sex=_ours("gender", row, "prs_Gender"),
                children=said.get("prs_NumberOfChildren"),
                language=_language(row),
            )
        except ValidationError as fault:
            raise ValidationError(
                {OURS.get(name, name): words for name, words in fault.message_dict.items()}
            ) from fault
        yield from changes
        yield from _plan(row, participant, since, person)

    return judged(rows, weigh)


OURS = {"enrolled_on": "cas_IncomingReferralDate", "children": "prs_NumberOfChildren"}
"""Their columns, by our fields."""


def _language(row: Row) -> str:
    """Our tag. Raises ValidationError for a code that we do not know."""
    said = str(row.values.get("prs_PrimaryLanguage") or "").strip().lower()
    known = {code: ours for ours, codes in maps()["language"].items() for code in codes}
    if said in known or not said:
        return known.get(said, "")
    if len(said) == 3 and said in LANGUAGES:
        return said
    raise ValidationError({"prs_PrimaryLanguage": _("We do not know this: %(cell)s") % {"cell": said[:40]}})


def _plan(row: Row, participant: Any, since: date, person: Person) -> Iterator[Change]:
    """A work plan with one goal and its steps, where the sheet tells of one."""
    said: dict[str, Any] = dict(row.values)
    told = ("sup_Type", "sup_Objective", "sup_Actions", "sup_PlannedEndDate")
    if not any(said.get(name) for name in told):
        return
    if not said.get("sup_Objective"):
        raise ValidationError({"sup_Objective": _("Something must stand here.")})
    common = {"participant": participant, "by": person}
    plan = WorkPlan(begun_on=since, review_on=since + timedelta(days=facts.REVIEW_EVERY), **common)
    goal = Goal(
        plan=plan,
        words=said["sup_Objective"],
        kind=_ours("plan", row, "sup_Type") or GoalKind.OTHER,
        chosen_by=Chooser.TOGETHER,
        quantity=Decimal(1),
        unit=Unit.TIMES,
        baseline=Decimal(0),
        due_on=said.get("sup_PlannedEndDate") or since + timedelta(days=USUAL),
        **common,
    )
    if "due_on" in facts.faults_of(goal):
        raise ValidationError({"sup_PlannedEndDate": _("The plan had not begun on that day.")})
    yield Change(row.number, plan)
    yield Change(row.number, goal)
    actions = str(said.get("sup_Actions") or "").replace("\n", ";").split(";")
    for words in filter(None, (action.strip() for action in actions)):
        yield Change(row.number, Step(goal=goal, words=words, **common))


CASES = Table(
    "cases", gettext_lazy("Cases, as other organisations exchange them (HTCDS)"), COLUMNS, (), _rows, _judge,
    may_bring=Permission.MANAGE_PARTICIPANTS, on_people=True, lift=kept, lower=unless_in_use,
)  # fmt: skip
