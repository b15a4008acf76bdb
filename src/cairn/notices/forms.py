"""How one wants to be told."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class TellingForm(forms.Form):
    language = forms.ChoiceField(
        label=_("Language of your emails"),
        required=False,
        choices=[("", _("The site's own")), *settings.LANGUAGES],
    )
    wants_weekly = forms.BooleanField(
        label=_("Tell me each week what changed in the evidence of my practices"), required=False
    )
    wants_email = forms.BooleanField(label=_("Send me notices by email"), required=False)
