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
        help_text=_(
            "A framework as YAML, JSON or an Excel workbook (.xlsx), or a mapping as YAML or JSON; at most 5 MB."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(ENDINGS):
            raise forms.ValidationError(_("This is neither YAML, JSON nor an Excel workbook (.xlsx)."))
        if file.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 5 MB."))
        return file


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is this version taken out of use?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2_000,
        help_text=_("Shown wherever the version is shown, and in the assessments that go by it."),
    )
