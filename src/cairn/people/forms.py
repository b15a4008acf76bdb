"""What is asked when someone is given a role."""

from django import forms
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
