"""What is asked when a sheet is brought in or a list taken away."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from cairn.sheets.models import Import
    from cairn.sheets.shape import Table


class UploadForm(forms.Form):
    sheet = forms.FileField(
        label=_("Sheet"),
        allow_empty_file=True,
        help_text=_("An .xlsx or .csv file with titles in its first row, at most 20 MB and 100,000 rows."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class PurposeForm(forms.Form):
    purpose = forms.CharField(
        label=_("What you need it for"),
        max_length=300,
        help_text=_("It is written down with your name: this list holds people’s records."),
    )


class MatchForm(forms.Form):
    """One field per column of the sheet: which of ours it is."""

    def __init__(self, *arguments: Any, sheet: Import, table: Table, **named: Any) -> None:
        super().__init__(*arguments, **named)
        choices = [("", _("leave it out")), *((c.key, c.title) for c in table.columns if c.taken_in)]
        rows = json.loads(sheet.cells)
        for place, title in enumerate(rows[0]):
            first = next((row[place] for row in rows[1:] if place < len(row) and row[place] is not None), "")
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=str(title or _("Column %(number)s") % {"number": place + 1}),
                choices=choices,
                required=False,
                initial=sheet.matching.get(str(place), ""),
                help_text=_("For example: %(cell)s") % {"cell": escape(str(first)[:60])}
                if first != ""
                else "",
            )

    @property
    def columns(self) -> dict[int, str]:
        return {int(name.removeprefix("column-")): key for name, key in self.cleaned_data.items() if key}
