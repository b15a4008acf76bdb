"""What is asked about results. What cannot be is the actions' to refuse; here it is made easy to say."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cairn.people.enums import Permission
from cairn.people.facts import may, people_who_may
from cairn.practices.forms import DateInput
from cairn.results import facts
from cairn.results.enums import Dimension, Direction, Frequency, Gathering, Level, Measure
from cairn.results.exporting import ORGANISATION_TYPES
from cairn.results.measures import all_measures
from cairn.results.models import DIGITS, PLACES
from cairn.results.reckoning import CATEGORIES

if TYPE_CHECKING:
    from django.http import QueryDict

    from cairn.common.conflict import Conflict
    from cairn.people.models import Person
    from cairn.practices.models import Practice
    from cairn.results.models import Indicator, Objective

UNSAID = ("", _("Not yet recorded"))
YES_NO = [(Decimal(1), _("Yes")), (Decimal(0), _("No"))]


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=DateInput(), help_text=help_text)


def _long(label: Any, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(
        label=label, required=required, max_length=2_000, widget=widget, help_text=help_text
    )


def _number(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=required, max_digits=DIGITS, decimal_places=PLACES, help_text=help_text
    )


class Revised(forms.Form):
    """A form of something that two people may change at once."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    clashes: tuple[tuple[Any, Any], ...] = ()
    """What somebody else wrote meanwhile: label and what now stands."""

    @property
    def said(self) -> dict[str, Any]:
        """As the actions take it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}

    @property
    def seen(self) -> int:
        return self.cleaned_data["revision"] or 0

    def meet(self, conflict: Conflict) -> None:
        """Shows what stands now; saving once more means having seen it."""
        names = [name.removesuffix("_id") for name in conflict.fields]
        self.clashes = tuple((self[name].label, _words(conflict.theirs, name)) for name in names)
        data = cast("QueryDict", self.data).copy()
        data["revision"] = str(conflict.theirs.revision)
        self.data = data


def _words(thing: Any, name: str) -> Any:
    """What stands in a field, as people read it."""
    in_words = getattr(thing, f"get_{name}_display", None)
    return in_words() if in_words else getattr(thing, name)


class ObjectiveForm(Revised):
    words = forms.CharField(
        label=_("What is to be reached"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What will be different at the end, and for whom. One sentence, no names."),
    )
    owner = forms.ChoiceField(label=_("Who sees to it"), required=False)
    due_on = _day(_("By when"), required=False)
    budget_line = forms.ChoiceField(label=_("Paid from"), required=False)
    position = forms.IntegerField(label=_("Place in the list"), min_value=1, max_value=999)

    def __init__(self, *arguments: Any, practice: Practice, by: Person, **named: Any) -> None:
        super().__init__(*arguments, **named)
        team = people_who_may(Permission.SEE_RECORDS, practice.organisation).values_list("pk", "name")
        self.fields["owner"].choices = [UNSAID, *team]  # type: ignore[attr-defined]  # a ChoiceField
        if may(by, Permission.MANAGE_MONEY, practice.organisation):
            lines = facts.budget_lines(practice.pk)
            self.fields["budget_line"].choices = [UNSAID, *lines]  # type: ignore[attr-defined]  # a ChoiceField
        else:
            del self.fields["budget_line"]

    @property
    def said(self) -> dict[str, Any]:
        """Without the budget line where the person does not see money: it stays as it is."""
        linked = [name for name in ("owner", "budget_line") if name in self.fields]
        plain = {name: self.cleaned_data[name] for name in ("words", "due_on", "position")}
        return plain | {f"{name}_id": int(self.cleaned_data[name] or 0) or None for name in linked}


def initial_of_objective(objective: Objective) -> dict[str, Any]:
    names = ("words", "due_on", "position", "revision")
    linked = {"owner": objective.owner_id or "", "budget_line": objective.budget_line_id or ""}
    return {name: getattr(objective, name) for name in names} | linked


class IndicatorForm(Revised):
    words = forms.CharField(label=_("What is measured"), max_length=300)
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices, widget=forms.RadioSelect)
    computed_by = forms.ChoiceField(
        label=_("Where values come from"),
        required=False,
        help_text=_("What is computed from records says itself what kind of value it is, in which unit, and how values go together."),
    )  # fmt: skip
    measure = forms.ChoiceField(label=_("Kind of value"), choices=Measure.choices, initial=Measure.NUMBER)
    unit = forms.CharField(
        label=_("Unit"), max_length=60, required=False, help_text=_("Of a number: what is counted, such as people or hours.")
    )  # fmt: skip
    scale_top = forms.IntegerField(
        label=_("Highest step"), min_value=2, max_value=100, required=False, help_text=_("Of a scale only.")
    )
    gathering = forms.ChoiceField(
        label=_("How values go together"),
        choices=Gathering.choices,
        widget=forms.RadioSelect,
        initial=Gathering.ADDS,
    )
    direction = forms.ChoiceField(
        label=_("Direction"), choices=Direction.choices, widget=forms.RadioSelect, initial=Direction.UP
    )
    counts_people = forms.BooleanField(
        label=_("It counts people"),
        required=False,
        help_text=_("Then small values are shown only to those who work with the people."),
    )
    disaggregation = forms.MultipleChoiceField(
        label=_("Told apart by"),
        choices=Dimension.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    baseline = _number(
        _("Value before it began"), required=False, help_text=_("Leave it empty where it is not known. Yes is 1, no is 0.")
    )  # fmt: skip
    baseline_on = _day(_("Day of that value"), required=False)
    method = _long(_("How it is measured"), help_text=_("So that two people counting would find the same."))
    means = _long(_("Where it can be checked"))
    frequency = forms.ChoiceField(
        label=_("How often"), choices=Frequency.choices, initial=Frequency.HALF_YEAR
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        offered = sorted((str(one.name), key) for key, one in all_measures().items())
        by_hand = ("", _("Entered by hand"))
        self.fields["computed_by"].choices = [by_hand, *((key, name) for name, key in offered)]  # type: ignore[attr-defined]  # a ChoiceField


def initial_of_indicator(indicator: Indicator) -> dict[str, Any]:
    return {name: in_form(getattr(indicator, name)) for name in IndicatorForm.base_fields}


def in_form(value: Any) -> Any:
    """A number without zeros that say nothing, as people would type it."""
    return Decimal(f"{value.normalize():f}") if isinstance(value, Decimal) else value


class TargetForm(Revised):
    value = _number(_("How much"))
    starts_on = _day(_("Counted from"), help_text=_("From this day on the way to the target is reckoned."))
    due_on = _day(_("By when"))

    def __init__(self, *arguments: Any, indicator: Indicator, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if indicator.measure == Measure.YES_NO:
            self.fields["value"] = _yes_no(_("How it should be"))
        else:
            self.fields["value"].help_text = indicator.unit


class ReviseTargetForm(TargetForm):
    reason = _long(_("Why it changes"), help_text=_("Needed once the target has been due."))


def _yes_no(label: Any, *, required: bool = True) -> forms.Field:
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        coerce=Decimal,
        empty_value=None,
        required=required,
        widget=forms.RadioSelect,
    )


class PeriodForm(forms.Form):
    starts_on = _day(_("From"))
    ends_on = _day(_("To"))


class MeasureForm(Revised):
    """A value for a period whose days are chosen already, or why there is none."""

    value = _number(_("Value"), required=False)
    unknown_because = forms.CharField(
        label=_("Or why it is not known"),
        max_length=500,
        required=False,
        help_text=_("Not known is never zero."),
    )
    source = forms.CharField(label=_("Source"), max_length=300, required=False)

    def __init__(
        self, *arguments: Any, indicator: Indicator, offered: Decimal | None = None, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.indicator = indicator
        if indicator.measure == Measure.YES_NO:
            self.fields["value"] = _yes_no(_("Value"), required=False)
        else:
            self.fields["value"].help_text = indicator.unit
        if offered is not None:
            self.fields["other_because"] = forms.CharField(
                label=_("Why not what the records say"), max_length=500, required=False
            )
        for name, _dimension, _code, label in self._cells():
            self.fields[name] = forms.IntegerField(label=label, min_value=0, required=False)

    @property
    def main(self) -> list[forms.BoundField]:
        """What is asked first; hidden fields left out."""
        apart = {name for name, *_rest in self._cells()}
        return [field for field in self.visible_fields() if field.name not in apart]

    @property
    def parts(self) -> list[forms.BoundField]:
        """By what people are told apart."""
        return [self[name] for name, *_rest in self._cells()]

    def _cells(self) -> list[tuple[str, str, str, Any]]:
        return [
            (f"{dimension}-{category.value or 'unknown'}", dimension, category.value, f"{Dimension(dimension).label}: {category.label}")
            for dimension in self.indicator.disaggregation
            for category in CATEGORIES[dimension]
        ]  # fmt: skip

    @property
    def said(self) -> dict[str, Any]:
        names = ("value", "unknown_because", "source", "other_because", "reason")
        plain = {name: self.cleaned_data[name] for name in names if name in self.fields}
        cells: dict[str, dict[str, int]] = {}
        for name, dimension, code, _label in self._cells():
            if self.cleaned_data[name] is not None:
                cells.setdefault(dimension, {})[code] = self.cleaned_data[name]
        return plain | {"cells": cells}


class RemeasureForm(MeasureForm):
    reason = _long(_("Why it changes"), required=True)


class RetakeForm(Revised):
    reason = _long(_("Why it changes"), required=True)


class ExplainForm(forms.Form):
    reason = _long(_("Why it went otherwise than planned"), required=True)


class IatiForm(forms.Form):
    """What IATI asks for and the records do not say."""

    organisation = forms.RegexField(
        r"^[A-Z]{2,3}-[A-Z0-9_]+-\S+$",
        label=_("Identifier of the organisation"),
        max_length=100,
        help_text=_("As in the register of its country, with the register’s code: BE-BCE_KBO-0123456789. See org-id.guide."),
        error_messages={"invalid": _("Write country, register and number with hyphens between: BE-BCE_KBO-0123456789.")},
    )  # fmt: skip
    organisation_type = forms.ChoiceField(label=_("Kind of organisation"), choices=ORGANISATION_TYPES)
    language = forms.ChoiceField(
        label=_("Language of your words"),
        choices=settings.LANGUAGES,
        help_text=_("In which objectives, indicators and reasons are written."),
    )

    def __init__(self, *arguments: Any, practice: Practice, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.practice = practice

    def clean(self) -> dict[str, Any]:
        if self.practice.starts_on is None:
            raise forms.ValidationError(
                _("IATI asks for the day on which the practice began. Choose “Change the facts” there first.")
            )
        return self.cleaned_data
