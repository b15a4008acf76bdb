"""What is asked about activities, sessions and who takes part in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cairn.activities.actions.planning import MOST
from cairn.activities.actions.writing import ACTIVITY_FIELDS, SESSION_FIELDS, Staffing
from cairn.activities.enums import (
    Adaptation,
    CancelReason,
    InclusionAnswer,
    InclusionQuestion,
    LeavingReason,
    StaffRole,
    Support,
)  # fmt: skip
from cairn.activities.models import Activity, Session
from cairn.needs.enums import Domain
from cairn.participants.codes import read_code
from cairn.practices.forms import DateInput, Languages

if TYPE_CHECKING:
    from cairn.people.models import Person

EMPTY = ("", "—")
NONE = "none"
"""Among several to tick: that it was asked, and nothing of it was needed."""


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class _Form(forms.ModelForm):  # type: ignore[type-arg]  # Django has no generic form at run time
    """Of something that several people may change at once."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def parts_of(self, name: str) -> list[str]:
        """The form's fields in which one field of the history is asked."""
        return [each for each in self.fields if each == name or each.startswith(f"{name}-")]


class ActivityForm(_Form):
    domains = forms.MultipleChoiceField(
        label=gettext_lazy("Needs that it covers"),
        choices=Domain.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Activity
        fields = ("title", "kind", "topic", "aim", "starts_on", "ends_on", "domains", "gap")
        widgets = {
            "aim": forms.Textarea(attrs={"rows": 3}),
            "starts_on": DateInput(),
            "ends_on": DateInput(),
            "gap": forms.TextInput(attrs={"list": "gaps", "autocomplete": "off"}),
        }
        help_texts = {
            "ends_on": gettext_lazy("Leave it empty while it goes on."),
            "gap": gettext_lazy("As it is called in your gap analysis, where there is one."),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for question in InclusionQuestion:
            self.fields[f"inclusion-{question}"] = forms.ChoiceField(
                label=question.label,
                choices=InclusionAnswer.choices,
                required=False,
                initial=self.instance.inclusion.get(question.value, ""),
            )

    @property
    def said(self) -> dict[str, Any]:
        """As the actions take it."""
        said = {name: self.cleaned_data[name] for name in ACTIVITY_FIELDS if name != "inclusion"}
        answers = {each.value: self.cleaned_data[f"inclusion-{each}"] for each in InclusionQuestion}
        return said | {"inclusion": {key: answer for key, answer in answers.items() if answer}}

    @property
    def about(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if not field.name.startswith("inclusion-")]

    @property
    def inclusion(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name.startswith("inclusion-")]


class Several(forms.MultipleChoiceField):
    """Several to tick, of which nothing may be needed: a list, an empty one where that was said, None where nobody said."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, choices: Iterable[tuple[str, Any]], label: Any, none: Any) -> None:
        super().__init__(label=label, choices=[*choices, (NONE, none)], required=False)

    def prepare_value(self, value: Any) -> Any:
        return [NONE] if value == [] else value

    def clean(self, value: Any) -> Any:
        ticked = super().clean(value)
        if NONE in ticked and len(ticked) > 1:
            raise ValidationError(_("Either nothing was needed, or what you ticked. Untick one of them."))
        return [each for each in ticked if each != NONE] if ticked else None


class SessionForm(_Form):
    """When, where and how a session takes place, and who is to be there."""

    languages = Languages(
        label=gettext_lazy("Languages"),
        required=False,
        help_text=gettext_lazy("Names with commas between, for example: French, Tigrinya, Dari."),
        widget=forms.TextInput(attrs={"list": "languages", "autocomplete": "off"}),
    )
    adaptations = Several(
        label=gettext_lazy("How it is fitted to those who come"),
        choices=Adaptation.choices,
        none=gettext_lazy("Asked, and nothing needed"),
    )
    support = Several(
        label=gettext_lazy("What is given so that people can come and follow"),
        choices=Support.choices,
        none=gettext_lazy("Asked, and nothing needed"),
    )

    class Meta:
        model = Session
        fields = SESSION_FIELDS
        widgets = {"planned_on": DateInput(), "starts_at": TimeInput(), "ends_at": TimeInput()}
        help_texts = {
            "hours": gettext_lazy("Follows from the times where you leave it empty."),
            "capacity": gettext_lazy("How many participants fit; empty where there is no limit."),
            "place": gettext_lazy("What sort of place. Write down nowhere where it is."),
        }

    field_order: tuple[str, ...] = (
        "planned_on", "starts_at", "ends_at", "hours", "place", "capacity", "participation", "languages",
        "mediator_needed", "adaptations", "support",
    )  # fmt: skip

    def __init__(self, *arguments: Any, team: Iterable[Person], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.team = {str(person.pk): person for person in team}
        standing = _staff_of(self.instance)
        self.team |= {str(one.person.pk): one.person for one in standing if one.person}
        asked = sum(name.startswith("staff-role-") for name in self.data)
        for number in range(min(asked, MOST) or len(standing) + 2):
            self._ask_for_staff(number, standing[number] if number < len(standing) else None)

    def _ask_for_staff(self, number: int, stands: Staffing | None) -> None:
        people = [EMPTY, *((pk, person.name) for pk, person in self.team.items())]
        self.fields[f"staff-who-{number}"] = forms.ChoiceField(
            label=_("One of the team"), choices=people, required=False,
            initial=str(stands.person.pk) if stands and stands.person else "",
        )  # fmt: skip
        self.fields[f"staff-code-{number}"] = forms.CharField(
            label=_("Or someone from outside, by a code of yours"), max_length=20, required=False,
            initial=stands.code if stands else "",
        )  # fmt: skip
        self.fields[f"staff-role-{number}"] = forms.ChoiceField(
            label=_("Role"), choices=[EMPTY, *StaffRole.choices], required=False,
            initial=stands.role if stands else "",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self.staff: list[Staffing] = []
        for number in range(len(self.parts_of("staff-role"))):
            who, code, role = (cleaned.get(f"staff-{part}-{number}", "") for part in ("who", "code", "role"))
            if who and code:
                self.add_error(f"staff-code-{number}", _("Either one of the team or a code, not both."))
            elif (who or code) and not role:
                self.add_error(f"staff-role-{number}", _("Say in which role."))
            elif who or code:
                self.staff.append(Staffing(self.team.get(who), code, role))
        return cleaned

    @property
    def said(self) -> dict[str, Any]:
        """As the actions take it."""
        return {name: self.cleaned_data[name] for name in SESSION_FIELDS} | {"staff": self.staff}

    @property
    def about(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if not field.name.startswith("staff-")]

    @property
    def staff_lines(self) -> list[list[forms.BoundField]]:
        numbers = range(len(self.parts_of("staff-role")))
        return [[self[f"staff-{part}-{number}"] for part in ("who", "code", "role")] for number in numbers]


def _staff_of(session: Session) -> list[Staffing]:
    if not session.pk:
        return []
    return [Staffing(one.person, one.code, one.role) for one in session.staff.select_related("person")]


class PlanForm(SessionForm):
    """Several alike, a week apart."""

    times = forms.IntegerField(
        label=gettext_lazy("How many sessions, a week apart"), min_value=1, max_value=MOST, initial=1
    )
    field_order = ("planned_on", "times", *SessionForm.field_order[1:])

    @property
    def said(self) -> dict[str, Any]:
        return super().said | {"times": self.cleaned_data["times"]}


class RepeatForm(forms.Form):
    times = forms.IntegerField(
        label=gettext_lazy("How many more, in the weeks that follow"), min_value=1, max_value=MOST, initial=1
    )


class HoldForm(forms.Form):
    hours = forms.DecimalField(
        label=gettext_lazy("Hours it took"), max_digits=5, decimal_places=2, min_value=0, required=False
    )


class CancelForm(forms.Form):
    reason = forms.ChoiceField(
        label=gettext_lazy("Why it is cancelled"), choices=[EMPTY, *CancelReason.choices]
    )


class Codes(forms.Field):
    """Codes of participants, with commas, blanks or new lines between, however they were typed."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> Any:
        typed = str(value or "").replace(",", " ").replace(";", " ").split()
        codes = {word: read_code(word) for word in typed}
        if wrong := [word for word, code in codes.items() if code is None]:
            raise ValidationError(
                _("There must be a slip in this code: %(codes)s. Compare it with the person’s card."),
                params={"codes": ", ".join(wrong)},
            )
        return list(dict.fromkeys(code for code in codes.values() if code))


class EnrolForm(forms.Form):
    codes = Codes(
        label=gettext_lazy("Codes"),
        help_text=gettext_lazy("One or several, with commas or blanks between."),
        widget=forms.Textarea(
            attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}
        ),
    )
    since = forms.DateField(label=gettext_lazy("Take part since"), widget=DateInput())


class LeaveForm(forms.Form):
    until = forms.DateField(label=gettext_lazy("Last day"), widget=DateInput())
    reason = forms.ChoiceField(label=gettext_lazy("Why it ended"), choices=[EMPTY, *LeavingReason.choices])


class PeriodForm(forms.Form):
    since = forms.DateField(label=gettext_lazy("From"), widget=DateInput())
    until = forms.DateField(label=gettext_lazy("Until, that day included"), widget=DateInput())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if {"since", "until"} <= cleaned.keys() and cleaned["until"] < cleaned["since"]:
            self.add_error("until", _("The last day lies before the first."))
        return cleaned
