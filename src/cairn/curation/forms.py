"""What is asked of an editor."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cairn.people.models import Organisation


class WordsForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    introduction = forms.CharField(
        label=_("Introduction"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("For whom you put this together, and by which thought. *Emphasis* and lists work."),
    )
    language = forms.ChoiceField(label=_("Language of these words"), choices=settings.LANGUAGES, initial="en")
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class NewForm(WordsForm):
    organisation = forms.ModelChoiceField(
        queryset=Organisation.objects.none(), label=_("In the name of"), empty_label=None
    )

    def __init__(self, *arguments: object, organisations: QuerySet[Organisation], **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # handed on as they are
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]  # a ModelChoiceField


class PutForm(forms.Form):
    practice = forms.SlugField(widget=forms.HiddenInput, max_length=80)
    reason = forms.CharField(
        label=_("Why it belongs here"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A sentence for the readers."),
    )
