"""What is asked about people, in forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cairn.common.countries import country_choices
from cairn.common.languages import language_name
from cairn.participants.codes import read_code
from cairn.participants.enums import About, Outcome, Refusal
from cairn.participants.models import (
    Adjustment,
    Consent,
    Contact,
    Language,
    Participant,
    Referral,
)  # fmt: skip
from cairn.practices.forms import DateInput, Languages

STATELESS = "stateless"
UNSAID = ("", _("not recorded"))


class CodeField(forms.CharField):
    """A code, however it was typed; a slip of the pen is told as such."""

    def __init__(self, **named: Any) -> None:
        attributes = {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "dir": "ltr",
        }
        usual: dict[str, Any] = {
            "label": _("Code"),
            "max_length": 30,
            "widget": forms.TextInput(attrs=attributes),
        }
        super().__init__(**usual | named)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return ""
        code = read_code(typed)
        if code is None:
            raise ValidationError(
                _(
                    "There is a slip in this code: its last sign checks the others, and it does not fit. A code has nine "
                    "signs, like K7Q2-9FXM-3. Compare it sign by sign with what you have on paper."
                )
            )
        return code


class OneLanguage(Languages):
    """One language by name or tag, kept as its tag."""

    def __init__(self, **named: Any) -> None:
        widget = forms.TextInput(attrs={"list": "languages", "autocomplete": "off"})
        usual: dict[str, Any] = {"label": _("Language"), "widget": widget}
        super().__init__(**usual | named)

    def prepare_value(self, value: Any) -> Any:
        return language_name(value) if value else value

    def clean(self, value: Any) -> Any:
        tags = super().clean(value)
        if len(tags) > 1:
            raise ValidationError(_("One language at a time, please."))
        return tags[0] if tags else ""


class _Kept(forms.ModelForm):  # type: ignore[type-arg]  # Django has no generic form at run time
    """With the revision that the person had before their eyes."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs |= {"rows": 2, "autocomplete": "off"}

    @property
    def said(self) -> dict[str, Any]:
        """As the actions take it."""
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}


class ProfileForm(_Kept):
    nationality = forms.ChoiceField(
        label=_("Nationality"),
        required=False,
        help_text=_("Only where your work needs it."),
        choices=lambda: [UNSAID, (STATELESS, _("stateless")), *country_choices()[1:]],
    )

    class Meta:
        model = Participant
        fields = (
            "age_band", "sex", "own_words", "nationality", "children", "childcare", "heard_via", "enrolled_on",
        )  # fmt: skip
        widgets = {"enrolled_on": DateInput(), "own_words": forms.TextInput(attrs={"autocomplete": "off"})}
        help_texts = {"children": _("Leave it empty where nobody asked.")}


class LanguageForm(_Kept):
    tag = OneLanguage()

    class Meta:
        model = Language
        fields = ("tag", "script", "speaks", "reads", "interpreter")


class AdjustmentForm(_Kept):
    class Meta:
        model = Adjustment
        fields = ("asked_on", "kind", "decision", "decided_on", "provided_on", "refusal")
        widgets = {"asked_on": DateInput(), "decided_on": DateInput(), "provided_on": DateInput()}
        help_texts = {
            "kind": _("What would make it possible, or easier, to take part. No diagnosis, no history."),
        }


class ConsentForm(_Kept):
    about = forms.ChoiceField(label=_("About"), choices=About.choices, widget=forms.RadioSelect)
    given = forms.TypedChoiceField(
        label=_("What the person decided"),
        choices=[("yes", _("gives it")), ("no", _("refuses it"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        help_text=_("Help depends on neither."),
    )
    language = OneLanguage(label=_("Language in which it was explained"))

    class Meta:
        model = Consent
        fields = (
            "about", "given", "decided_on", "body", "purpose", "language", "interpreter", "expires_on",
        )  # fmt: skip
        widgets = {"decided_on": DateInput(), "expires_on": DateInput()}
        help_texts = {
            "body": _("Only where something is shared: one body a decision."),
            "purpose": _("As it was explained to the person."),
            "expires_on": _("Leave it empty where it holds until it is withdrawn."),
        }

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        asks = said.get("about") in {About.SHARING, About.RESEARCH}
        if asks and said.get("given") and not said.get("purpose"):
            self.add_error("purpose", _("Say for what: nobody can agree to something without its purpose."))
        return said


class ContactForm(_Kept):
    language = OneLanguage(label=_("Language to use"), required=False)

    class Meta:
        model = Contact
        fields = (
            "channel", "allowed", "from_hour", "until_hour", "no_message", "safe_name", "address", "language",
        )  # fmt: skip
        widgets = {
            "from_hour": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "until_hour": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "safe_name": forms.TextInput(attrs={"autocomplete": "off"}),
            "address": forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr"}),
        }
        help_texts = {
            "allowed": _("Only where the person said so. Otherwise: never."),
            "until_hour": _("May go past midnight."),
            "safe_name": _("If somebody else answers."),
        }


LINES: dict[str, type[_Kept]] = {
    "language": LanguageForm,
    "adjustment": AdjustmentForm,
    "consent": ConsentForm,
    "contact": ContactForm,
}
"""Which form asks for which line, by the names of `actions.LINES`."""


class FindForm(forms.Form):
    code = CodeField(required=False)


class EmergencyForm(forms.Form):
    code = CodeField()
    reason = forms.CharField(
        label=_("Why it cannot wait"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("It stays in the trail, with your name. Write no names of others."),
    )


class WorkerForm(forms.Form):
    worker: Any = forms.ModelChoiceField(queryset=None, label=_("Who works with them"), empty_label="—")

    def __init__(self, *arguments: Any, workers: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["worker"].queryset = workers  # type: ignore[attr-defined]  # of ModelChoiceField


class EnrolForm(WorkerForm):
    referral: Any = forms.ModelChoiceField(
        queryset=None,
        required=False,
        label=_("Referral with which they came"),
        empty_label="—",
        help_text=_("Its age and sex or gender are taken over."),
    )
    enrolled_on = forms.DateField(label=_("Takes part since"), widget=DateInput())
    field_order = ["enrolled_on", "worker", "referral"]

    def __init__(self, *arguments: Any, referrals: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["worker"].required = False
        chosen: Any = self.fields["referral"]
        chosen.queryset = referrals
        chosen.label_from_instance = lambda one: (
            f"{date_format(one.received_on, 'DATE_FORMAT')}: {one.get_referrer_display()}"
        )


class ReferralForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no generic form at run time
    class Meta:
        model = Referral
        fields = ("received_on", "referrer", "age_band", "sex")
        widgets = {"received_on": DateInput()}


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What became of it"),
        choices=[(one.value, one.label) for one in (Outcome.ACCEPTED, Outcome.REFUSED)],
        widget=forms.RadioSelect,
    )
    decided_on = forms.DateField(label=_("Decided on"), widget=DateInput(), initial=timezone.localdate)
    refusal = forms.ChoiceField(
        label=_("Why it was refused"), required=False, choices=[("", "—"), *Refusal.choices[1:]]
    )
