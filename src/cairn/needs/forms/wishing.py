"""What is said of wishes for work, and how an occupation is looked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.needs.enums import Wish
from cairn.needs.models.wishing import NOTE
from cairn.needs.occupations import chosen, group_choices, search, sector_choices
from cairn.practices.forms import DateInput


class WishForm(forms.Form):
    """What is said of a sector or a profession."""

    wanted = forms.TypedChoiceField(
        label=_("Does the person want this?"),
        choices=(("yes", _("Wanted")), ("no", _("Not wanted"))),
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
    )
    said_on = forms.DateField(label=_("Said on"), widget=DateInput())
    note = forms.CharField(
        label=_("In the person’s words"),
        required=False,
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        help_text=_("Sealed: only who works with this person can read it."),
    )

    @property
    def _of_any(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("wanted", "said_on", "note")}


class SectorForm(WishForm):
    key = forms.ChoiceField(label=_("Sector"), choices=sector_choices)

    field_order = ["key"]

    @property
    def said(self) -> dict[str, Any]:
        return {"key": self.cleaned_data["key"]} | self._of_any


class LookingForm(forms.Form):
    """An occupation is looked for by words, then chosen; or a group is chosen at once. Works without scripts: a button looks."""

    looked_for = forms.CharField(
        label=_("Look for an occupation"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("The beginning of a word is enough, and small slips are forgiven."),
    )
    occupation = forms.CharField(label=_("Occupation"))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        words = (self["looked_for"].value() or "").strip()
        found = search(words) if words else []
        self.found_nothing = bool(words) and not found
        offered = {one.key: one for one in (*found, chosen(self["occupation"].value() or "")) if one}
        field = self.fields["occupation"]
        if offered:
            field.widget = forms.RadioSelect(
                choices=[
                    (one.key, f"{one.name} ({one.hint})" if one.hint else one.name)
                    for one in offered.values()
                ]
            )
        else:
            field.label = _("Group of occupations")
            field.widget = forms.Select(choices=[("", "—"), *group_choices()])
        field.widget.is_required = field.required

    def clean_occupation(self) -> str:
        key = str(self.cleaned_data["occupation"])
        if chosen(key) is None:
            raise forms.ValidationError(_("Choose one from the list."))
        return key


class ProfessionForm(LookingForm, WishForm):
    field_order = ["looked_for", "occupation"]

    @property
    def said(self) -> dict[str, Any]:
        return {"key": self.cleaned_data["occupation"]} | self._of_any


FORM_OF_WISH: dict[str, type[SectorForm | ProfessionForm]] = {
    Wish.SECTOR: SectorForm,
    Wish.PROFESSION: ProfessionForm,
}
