"""What is asked about evidence."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.practices.forms import DateInput


class SignForm(forms.Form):
    role = forms.CharField(
        label=_("As what you sign"), max_length=120, help_text=_("Your office or function.")
    )
    words = forms.CharField(
        label=_("What you state, and what you base it on"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Nothing by which a participant could be recognised."),
    )
    expires_on = forms.DateField(
        label=_("It holds until"), widget=DateInput(), help_text=_("At most a year; then it is signed anew.")
    )
