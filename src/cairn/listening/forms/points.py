"""What is asked about a point and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import autonym
from cairn.listening.enums import PointKind, PointState
from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from cairn.activities.models import Activity
    from cairn.listening.models import Point, Theme

NONE = ("", _("none, or not known"))
ANY = ("", _("any"))


class PointForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    consultation = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=PointKind.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What people said"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In your own words; nothing by which somebody could be recognised."),
    )
    said_on = forms.DateField(
        label=_("Said on"), widget=DateInput(), help_text=_("Where the day could point to somebody, the first of the month.")
    )  # fmt: skip
    activity = forms.ChoiceField(label=_("Activity"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    actionable = forms.BooleanField(
        label=_("Something can be done about it, or answered"),
        required=False,
        help_text=_("Then people are to hear within sixty days what became of it."),
    )

    def __init__(
        self, *args: Any, activities: Iterable[Activity], themes: Iterable[Theme], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._known: dict[str, dict[str, Any]] = {
            "activity": {str(one.pk): one for one in activities},
            "theme": {str(one.pk): one for one in themes},
        }
        for name, known in self._known.items():
            choices = [NONE, *((key, str(one)) for key, one in known.items())]
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def said(self) -> dict[str, Any]:
        """What was said, as the actions take it."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "revision"}
        return said | {name: known.get(said[name]) for name, known in self._known.items()}


def initial_of(point: Point) -> dict[str, Any]:
    said = {
        name: getattr(point, name)
        for name in ("kind", "words", "said_on", "actionable", "revision", "consultation")
    }
    return said | {"activity": str(point.activity_id or ""), "theme": str(point.theme_id or "")}


class DecideForm(forms.Form):
    decision = forms.CharField(
        label=_("What was decided, and why"), max_length=1_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    on = forms.DateField(label=_("Decided on"), widget=DateInput())


class TellBackForm(forms.Form):
    """One text per language that people read under the public address."""

    def __init__(self, *args: Any, languages: Iterable[str], told: dict[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        for tag in languages:
            self.fields[f"text-{tag}"] = forms.CharField(
                label=autonym(tag),
                required=False,
                max_length=600,
                initial=told.get(tag, ""),
                widget=forms.Textarea(attrs={"rows": 2, "lang": tag, "dir": "auto"}),
            )

    @property
    def texts(self) -> dict[str, str]:
        return {name.removeprefix("text-"): text for name, text in self.cleaned_data.items()}


class FilterForm(forms.Form):
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[ANY, *PointState.choices, ("overdue", _("overdue"))],
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[ANY, *PointKind.choices])
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    activity = forms.ChoiceField(label=_("Activity"), required=False)

    def __init__(
        self, *args: Any, activities: Iterable[Activity], themes: Iterable[Theme], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        for name, known in (("theme", themes), ("activity", activities)):
            choices = [ANY, *((str(one.pk), str(one)) for one in known)]
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField


class ThemeForm(forms.Form):
    title = forms.CharField(label=_("Theme"), max_length=80)
