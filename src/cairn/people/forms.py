"""What is asked when someone is given a role, or wants a key for a program."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.people.roles import ROLES


class MemberForm(forms.Form):
    email = forms.EmailField(label=_("Email address"))
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=200,
        help_text=_("Needed only for someone who has no account here yet."),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(key, role.name) for key, role in ROLES.items()],
        widget=forms.RadioSelect,
    )


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("What it is for"),
        max_length=100,
        help_text=_("So that you know later which program uses it."),
    )
    expires_at = forms.DateField(
        label=_("Works until"),
        required=False,
        help_text=_("The end of this day. Without a day it works until you revoke it."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def clean_expires_at(self) -> datetime | None:
        """The last moment of the day that was named."""
        day = self.cleaned_data["expires_at"]
        if day is None:
            return None
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return timezone.make_aware(datetime.combine(day, time.max))
