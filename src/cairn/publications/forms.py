"""What is asked before an edition is withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it withdrawn?"),
        help_text=_("Everyone who comes to the page reads this sentence. Name no one."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
    )
