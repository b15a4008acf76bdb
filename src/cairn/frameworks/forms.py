"""What is asked when a framework is brought in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LARGEST = 5 * 1024 * 1024
"""Bytes of a framework file; the largest shipped one has about 20 kB."""
ENDINGS = (".yaml", ".yml", ".json", ".xlsx")


class LoadForm(forms.Form):
    file = forms.FileField(
        label=_("Framework file"),
        help_text=_("YAML, JSON or an Excel workbook (.xlsx), at most 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError(_("This is neither YAML, JSON nor an Excel workbook (.xlsx)."))
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB."))
        return file
