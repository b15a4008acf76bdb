"""What is asked of those who adapt a practice: one form a section, made from the fields it holds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from cairn.common.countries import country_choices
from cairn.people.models import Organisation
from cairn.practices.forms import DateInput
from cairn.transfer.actions import OF_ELEMENT, OF_STEP
from cairn.transfer.facts import SECTIONS
from cairn.transfer.models import Adaptation, Exchange

HELP = {
    "place": _("A town, a region, or “the whole country”."),
    "audience": _("Who will take part there. Describe a group, never a person."),
    "differs": _("Laws, services, languages, distances: whatever is not as it was at the source."),
    "needs": _("What is known of the needs of those for whom it is meant."),
    "needs_how": _("Talks, figures, visits: and who was asked."),
    "money": _("What it costs, who pays, and what is still missing. Lack of money stops most transfers."),
    "know_how": _("What people have to be able to do, who can teach it, and what is still missing."),
    "assess_how": _("Regular assessment helps a transfer to hold."),
    "reason": _("Only where you stop it."),
}


class BeginForm(forms.Form):
    title = forms.CharField(
        label=_("Title"), max_length=200, help_text=_("What it will be called where you take it.")
    )
    organisation = forms.ModelChoiceField(
        label=_("In the name of"), queryset=Organisation.objects.none(), empty_label=None
    )

    def __init__(self, *arguments: Any, organisations: QuerySet[Organisation], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]  # a ModelChoiceField


class SectionForm(forms.Form):
    """The fields of one section, each under the key by which the history knows it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, adaptation: Adaptation, section: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.initial["revision"] = adaptation.revision
        self.rows: list[tuple[Any, list[str]]] = []
        for row, prefix, fields in _rows(adaptation, section):
            for name, field in fields_for_model(type(row), fields=fields, widgets=_widgets(fields)).items():
                self.fields[prefix + name] = _told(name, field)
                self.initial[prefix + name] = getattr(row, f"{name}_id", None) or getattr(row, name)
            self.rows.append((row, [prefix + name for name in fields]))

    @property
    def parts(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Each row with its fields, for the page."""
        return [(row, [self[name] for name in names]) for row, names in self.rows]


def _rows(adaptation: Adaptation, section: str) -> list[tuple[Any, str, tuple[str, ...]]]:
    if section == "elements":
        return [(row, f"element-{row.pk}-", OF_ELEMENT) for row in adaptation.elements.all()]
    if section == "schedule":
        return [(row, f"step-{row.pk}-", OF_STEP) for row in adaptation.steps.all()]
    return [(adaptation, "", SECTIONS[section])]


def _widgets(fields: tuple[str, ...]) -> dict[str, type[forms.Widget] | forms.Widget]:
    dates: dict[str, type[forms.Widget] | forms.Widget] = {
        name: DateInput() for name in fields if name.endswith("_on")
    }
    return dates | {name: forms.Textarea(attrs={"rows": 2}) for name in fields if name in {"why", "reason"}}


def _told(name: str, field: Any) -> forms.Field:
    if name == "country":
        return forms.ChoiceField(label=field.label, required=False, choices=country_choices)
    field.help_text = HELP.get(name, "")
    made: forms.Field = field
    return made


class ElementForm(forms.Form):
    label = forms.CharField(label=_("Part that you add"), max_length=500)
    what = forms.CharField(
        label=_("How it will be"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    why = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class StepForm(forms.Form):
    what = forms.CharField(label=_("Step"), max_length=500)
    due_on = forms.DateField(label=_("By when"), required=False, widget=DateInput())
    who = forms.CharField(label=_("Who sees to it"), required=False, max_length=200)


class ExchangeForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no generic form at run time
    class Meta:
        model = Exchange
        fields = ("on", "with_whom", "how", "learnt")
        widgets = {"on": DateInput(), "learnt": forms.Textarea(attrs={"rows": 3})}  # as Django asks
        help_texts = {
            "with_whom": _(
                "A role or an organisation, such as “coordinator, House of Many Doors”: no private data."
            ),
            "how": _("A visit, a call, a shared training …"),
        }


ADDING: dict[str, type[ElementForm] | type[StepForm]] = {"elements": ElementForm, "schedule": StepForm}
"""Which sections take new rows, and what is asked for one."""
