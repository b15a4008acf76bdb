"""What is asked about how records end."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cairn.participants.enums import HoldReason, Retention
from cairn.participants.forms import CodeField
from cairn.participants.models import LONGEST_TERM


class RetentionForm(forms.Form):
    retention = forms.ChoiceField(label=_("How long records are kept"), choices=Retention.choices)


class TermsForm(forms.Form):
    """Months of every class."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for retention in Retention:
            self.fields[retention.value] = forms.IntegerField(
                label=retention.label,
                min_value=1,
                max_value=LONGEST_TERM,
                help_text=_("Months after they left."),
            )


class HoldForm(forms.Form):
    reason = forms.ChoiceField(label=_("Why records must be kept"), choices=HoldReason.choices)


class EraseForm(forms.Form):
    """Asks for the code, so that nobody erases by a slip of the thumb."""

    code = CodeField(label=_("Type the code of the person"))

    def __init__(self, *arguments: Any, expected: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._expected = expected

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if code != self._expected:
            raise ValidationError(_("This is the code of somebody else. Nothing was erased."))
        return code
