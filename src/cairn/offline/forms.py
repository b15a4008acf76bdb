"""What is asked before a phone may fetch forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.practices.forms import DateInput


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Which phone, or whose"),
        max_length=100,
        help_text=_("So that you know later which one to shut out. One for each phone."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    expires_on = forms.DateField(
        label=_("Works until"),
        help_text=_("The last day, at most a year from now."),
        widget=DateInput(),
    )
