"""The attendance sheet as a form: one line for each person, one for each of the staff, and who else came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.actions.attending import Said, Sheet
from cairn.activities.enums import AbsenceReason, Presence
from cairn.activities.forms import Codes

if TYPE_CHECKING:
    from django.http import QueryDict

    from cairn.activities.models import Session, SessionStaff
    from cairn.participants.models import Participant

THERE = [
    ("yes", gettext_lazy("Was there")),
    ("no", gettext_lazy("Was not there")),
    ("", gettext_lazy("Not known")),
]
SAID = {"yes": True, "no": False, "": None}
KEPT = {kept: said for said, kept in SAID.items()}


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the sheet, as it is drawn."""

    code: str
    state: forms.BoundField
    reason: forms.BoundField
    early: forms.BoundField
    theirs: str
    """What someone else wrote meanwhile, in words; else empty."""


class SheetForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    hours = forms.DecimalField(
        label=gettext_lazy("Hours it took"), max_digits=5, decimal_places=2, min_value=0, required=False
    )
    newcomers = Codes(
        label=gettext_lazy("Codes of others who came"),
        required=False,
        help_text=gettext_lazy("They are noted as present, and take part in the activity from this day on."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
    )

    def __init__(
        self,
        sent: QueryDict | None = None,
        *,
        session: Session,
        people: Iterable[Participant],
        theirs: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(sent, initial={"revision": session.sheet_revision, "hours": session.hours})
        self.people, self.staff = list(people), list(session.staff.select_related("person"))
        self.theirs = theirs or {}
        sheet = Sheet(session)
        for person in self.people:
            self._ask_about(person, Said(*sheet.stands(str(person.pk))))
        for one in self.staff:
            self.fields[f"staff-{one.pk}"] = forms.ChoiceField(
                label=_staff_label(one), choices=THERE, required=False, initial=KEPT[one.present]
            )

    def _ask_about(self, person: Participant, stands: Said) -> None:
        self.fields[f"state-{person.pk}"] = forms.ChoiceField(
            label=person.code, choices=Presence.choices, required=False, initial=stands.state
        )
        self.fields[f"reason-{person.pk}"] = forms.ChoiceField(
            label=_("Reason"), choices=AbsenceReason.choices, required=False, initial=stands.reason
        )
        self.fields[f"early-{person.pk}"] = forms.BooleanField(
            label=_("Left early"), required=False, initial=stands.left_early
        )

    @property
    def lines(self) -> list[Line]:
        return [
            Line(
                person.code,
                self[f"state-{person.pk}"],
                self[f"reason-{person.pk}"],
                self[f"early-{person.pk}"],
                self.theirs.get(str(person.pk), ""),
            )
            for person in self.people
        ]

    @property
    def staff_lines(self) -> list[forms.BoundField]:
        return [self[f"staff-{one.pk}"] for one in self.staff]

    @property
    def clashing(self) -> list[Line]:
        return [line for line in self.lines if line.theirs]

    @property
    def said(self) -> dict[UUID, Said]:
        """What is said of each person, as the action takes it."""
        cleaned = self.cleaned_data
        return {
            person.pk: Said(
                cleaned[f"state-{person.pk}"] or Presence.UNKNOWN,
                cleaned[f"reason-{person.pk}"],
                cleaned[f"early-{person.pk}"],
            )
            for person in self.people
        }

    @property
    def present_staff(self) -> dict[int, bool | None]:
        return {one.pk: SAID[self.cleaned_data[f"staff-{one.pk}"]] for one in self.staff}


def _staff_label(one: SessionStaff) -> str:
    return _("%(who)s: %(role)s") % {"who": one.person or one.code, "role": one.get_role_display()}


def rest_present(sent: QueryDict, people: Iterable[Participant]) -> QueryDict:
    """The same with everyone as present of whom nothing is said: one button instead of a tap for each."""
    data = sent.copy()
    for person in people:
        if data.get(f"state-{person.pk}", Presence.UNKNOWN) == Presence.UNKNOWN:
            data[f"state-{person.pk}"] = Presence.PRESENT
    return data


def as_they_stand(sent: QueryDict, sheet: Sheet, keys: Iterable[str]) -> QueryDict:
    """The same, with the lines of these people as they stand now, and the revision as seen."""
    data = sent.copy()
    data["revision"] = str(sheet.session.sheet_revision)
    for key in keys:
        state, reason, left_early = sheet.stands(key)
        data[f"state-{key}"], data[f"reason-{key}"] = state, reason
        data.pop(f"early-{key}", None)
        if left_early:
            data[f"early-{key}"] = "on"
    return data


def in_words(said: Iterable[Any]) -> str:
    """One line as it stands: “Absent, Children or family”."""
    state, reason, left_early = said
    told = [str(Presence(state).label)]
    told += [str(AbsenceReason(reason).label)] if reason else []
    told += [_("Left early")] if left_early else []
    return ", ".join(told)
