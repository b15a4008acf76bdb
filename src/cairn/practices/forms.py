"""What people say of a practice, in a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.common.countries import country_choices
from cairn.common.languages import LANGUAGES, language_name, language_tag
from cairn.people.models import Organisation
from cairn.practices.enums import IntegrationArea, LegalStatus, TargetGroup
from cairn.practices.models import Practice


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Lines(forms.CharField):
    """Several short texts, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]


class Languages(forms.CharField):
    """Languages by name or tag, with commas between; kept as tags."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(language_name, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [word.strip() for word in (value or "").replace("\n", ",").split(",") if word.strip()]

    def clean(self, value: Any) -> Any:
        words = super().clean(value)
        tags = {word: _tag(word) for word in words}
        if strange := [word for word, tag in tags.items() if tag is None]:
            raise forms.ValidationError(
                _(
                    "We do not know this language: %(names)s. Write its name in English or its tag, such as “ti”."
                ),
                params={"names": ", ".join(strange)},
            )
        return list(dict.fromkeys(tags.values()))


def _tag(word: str) -> str | None:
    """`French (fr-BE)` as we write it ourselves, else a name or a tag."""
    inside = word.rpartition("(")[2].rstrip(")") if word.endswith(")") else ""
    return language_tag(word) or (language_tag(inside) if inside else None)


class PracticeForm(forms.ModelForm):  # type: ignore[type-arg]  # Django has no generic form at run time
    places = Lines(
        label=_("Places"),
        required=False,
        help_text=_("One a line."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    languages = Languages(
        label=_("Languages of the practice"),
        required=False,
        help_text=_("Names with commas between, for example: French, Tigrinya, Dari."),
        widget=forms.TextInput(attrs={"list": "languages", "autocomplete": "off"}),
    )
    country = forms.ChoiceField(label=_("Country"), required=False, choices=country_choices)
    target_groups = forms.MultipleChoiceField(
        label=_("Who takes part"),
        required=False,
        choices=TargetGroup.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    legal_statuses = forms.MultipleChoiceField(
        label=_("Their legal status"),
        required=False,
        choices=LegalStatus.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    integration_areas = forms.MultipleChoiceField(
        label=_("Areas of integration"),
        required=False,
        choices=IntegrationArea.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    website = forms.URLField(label=_("Website"), required=False, max_length=500, assume_scheme="https")
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Practice
        fields = [
            "title",
            "summary",
            "objectives",
            "country",
            "places",
            "starts_on",
            "ends_on",
            "target_groups",
            "legal_statuses",
            "integration_areas",
            "languages",
            "funding",
            "website",
            "contact",
        ]
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 5}),
            "objectives": forms.Textarea(attrs={"rows": 5}),
            "starts_on": DateInput(),
            "ends_on": DateInput(),
            "funding": forms.Textarea(attrs={"rows": 3}),
            "contact": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "summary": _(
                "What is done, for whom and to what end, in a few sentences. It opens the public page."
            ),
            "objectives": _("What is to be reached, in numbers where you have them."),
            "ends_on": _("Leave it empty while the practice goes on."),
            "contact": _("Shown to everyone. Give an office, not a person’s private address."),
        }

    @property
    def facts(self) -> Any:
        """What was said, as the actions take it."""
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class NewPracticeForm(PracticeForm):
    """Also asks whose practice it is, where the person may answer for several organisations."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None
    )
    field_order = ["organisation"]

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]  # of ModelChoiceField


def language_suggestions() -> list[str]:
    return sorted(str(language.name) for language in LANGUAGES.values())
