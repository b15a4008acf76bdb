"""What is asked about money. What must not be is the actions' to refuse; here it is made easy to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cairn.money import currencies, facts, schemes
from cairn.practices.forms import DateInput, Lines

if TYPE_CHECKING:
    from cairn.money.models import Category, Grant

NONE_YET = ("", "—")


def _amount(label: Any, help_text: Any = "", *, required: bool = True) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=required,
        max_digits=15,
        decimal_places=3,
        widget=widget,
    )


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=DateInput(), help_text=help_text)


def _why(help_text: Any = "") -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=_("Why"), max_length=2_000, widget=widget, help_text=help_text)


class GrantForm(forms.Form):
    funder = forms.CharField(label=_("Funder"), max_length=200)
    reference = forms.CharField(label=_("Number of the grant"), max_length=100, required=False)
    currency = forms.ChoiceField(
        label=_("Currency"),
        choices=currencies.choices,
        help_text=_("In which the budget is written. It cannot be changed afterwards."),
    )
    starts_on = _day(_("Starts on"))
    ends_on = _day(_("Ends on"))
    scheme = forms.ChoiceField(
        label=_("How costs are sorted"), choices=schemes.choices, widget=forms.RadioSelect
    )
    own = Lines(
        label=_("Your own categories"),
        required=False,
        help_text=_(
            "Only where you chose your own. One a line: a code, a colon, words, such as “A: Staff”. A per cent at the end makes a "
            "flat rate of all other categories, such as “E: Overheads 7%”."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class GrantEditForm(forms.Form):
    funder = forms.CharField(label=_("Funder"), max_length=200)
    reference = forms.CharField(label=_("Number of the grant"), max_length=100, required=False)
    starts_on = _day(_("Starts on"))
    ends_on = _day(_("Ends on"))
    reason = _why(_("For example the number and day of the amendment."))
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class LineForm(forms.Form):
    category = forms.ChoiceField(label=_("Category"))
    words = forms.CharField(
        label=_("What for"), max_length=300, help_text=_("For example: two mediators, half time.")
    )
    amount = _amount(_("Budget"))

    def __init__(self, *arguments: Any, grant: Grant, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.categories = {str(one.pk): one for one in grant.categories.all()}
        choices = [(key, str(one)) for key, one in self.categories.items()]
        self.fields["category"].choices = [NONE_YET, *choices]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["amount"].label = _("Budget in %(currency)s") % {"currency": grant.currency}

    @property
    def said(self) -> dict[str, Any]:
        category: Category = self.categories[self.cleaned_data["category"]]
        return self.cleaned_data | {"category": category}


class LineEditForm(forms.Form):
    words = forms.CharField(label=_("What for"), max_length=300)
    amount = _amount(_("Budget"))
    reason = _why(_("It stands in the history of this line."))
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ExpenseForm(forms.Form):
    line = forms.ChoiceField(label=_("Budget line"))
    paid_on = _day(_("Paid on"))
    amount = _amount(_("Amount"))
    currency = forms.ChoiceField(label=_("Currency"))
    words = forms.CharField(
        label=_("What was bought"),
        max_length=300,
        help_text=_("Write no names of participants, here or in the number of the document."),
    )
    document = forms.CharField(label=_("Number of the document"), max_length=100, required=False)
    rate = forms.DecimalField(
        label=_("Rate"),
        required=False,
        max_digits=15,
        decimal_places=8,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    rate_on = _day(
        _("Day of the rate"), required=False, help_text=_("The day for which the rate was published.")
    )
    over = forms.BooleanField(
        label=_("Enter it all the same: the line is overspent on purpose"),
        required=False,
        widget=forms.HiddenInput,
    )
    """Shown only once it is needed."""

    def __init__(self, *arguments: Any, grant: Grant, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.lines = {str(one.pk): one for one in facts.bookable_lines(grant)}
        choices = [(key, str(one)) for key, one in self.lines.items()]
        self.fields["line"].choices = [NONE_YET, *choices]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["currency"].choices = currencies.choices(grant.currency)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["rate"].help_text = _(
            "Only where it was paid in another currency: what one unit of it was in %(currency)s. It is kept with the expense."
        ) % {"currency": grant.currency}

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"line": self.lines[self.cleaned_data["line"]]}

    def ask_about_overspending(self) -> None:
        self.fields["over"].widget = forms.CheckboxInput()


class CorrectForm(forms.Form):
    amount = _amount(_("How much is taken back"))
    words = forms.CharField(label=_("Why"), max_length=300)


class TimeForm(forms.Form):
    line = forms.ChoiceField(label=_("Budget line"))
    staff = forms.CharField(
        label=_("Code of the member of staff"),
        max_length=20,
        help_text=_("Such as M1. Names are kept with the timesheets, not here."),
    )
    month = forms.TypedChoiceField(label=_("Month"))
    hours = forms.DecimalField(label=_("Hours"), max_digits=5, decimal_places=2)

    def __init__(self, *arguments: Any, grant: Grant, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.lines = {str(one.pk): one for one in facts.bookable_lines(grant)}
        self.months = {day.isoformat(): day for day in reversed(facts.months_of(grant))}
        choices = [(key, str(one)) for key, one in self.lines.items()]
        self.fields["line"].choices = [NONE_YET, *choices]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["month"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            NONE_YET,
            *((key, date_format(day, "YEAR_MONTH_FORMAT")) for key, day in self.months.items()),
        ]

    @property
    def said(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return cleaned | {"line": self.lines[cleaned["line"]], "month": self.months[cleaned["month"]]}


class TimeEditForm(forms.Form):
    hours = forms.DecimalField(label=_("Hours"), max_digits=5, decimal_places=2)
    reason = _why(_("It stands in the history of these hours."))
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReasonForm(forms.Form):
    reason = _why(_("One or two sentences, as they can stand in the report."))


class PeriodForm(forms.Form):
    since = _day(_("From"), required=False)
    until = _day(_("To"), required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", _("The period cannot end before it begins."))
        return said


class ExpenseFilter(PeriodForm):
    line = forms.ChoiceField(label=_("Budget line"), required=False)
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    words = forms.CharField(label=_("Words or number of the document"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[
            ("", _("All")),
            ("corrections", _("Corrections")),
            ("undocumented", _("Without a document")),
        ],
    )

    def __init__(self, *arguments: Any, grant: Grant, **named: Any) -> None:
        super().__init__(*arguments, **named)
        every = ("", _("All"))
        lines = [(str(one.pk), str(one)) for one in facts.bookable_lines(grant)]
        used = facts.currencies_of(grant)
        self.fields["line"].choices = [every, *lines]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["currency"].choices = [every, *((code, code) for code in used)]  # type: ignore[attr-defined]  # a ChoiceField
        self.order_fields(["line", "since", "until", "currency", "kind", "words"])
