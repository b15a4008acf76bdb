"""What is asked of a document when it is attached, and later."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import LANGUAGES, language_name
from cairn.passages.enums import Sort
from cairn.practices.forms import DateInput


def _languages(unsaid: object) -> list[tuple[str, object]]:
    return [("", unsaid), *((tag, language_name(tag)) for tag in LANGUAGES)]


class AttachForm(forms.Form):
    file = forms.FileField(
        label=_("Document"),
        allow_empty_file=True,
        max_length=1_000,
        help_text=_("PDF, Word (.docx), HTML or plain text, at most 20 MB. The file is kept."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.html,.htm,.txt"}),
    )
    title = forms.CharField(
        label=_("Title"), max_length=200, required=False, help_text=_("The file's name, where empty.")
    )
    sort = forms.ChoiceField(label=_("Kind of document"), choices=Sort.choices)
    language = forms.ChoiceField(
        label=_("Language"), choices=lambda: _languages(_("As the text tells")), required=False
    )
    dated_on = forms.DateField(label=_("Dated on"), required=False, widget=DateInput())


class DescribeForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    sort = forms.ChoiceField(label=_("Kind of document"), choices=Sort.choices)
    language = forms.ChoiceField(
        label=_("Language"),
        choices=lambda: _languages(_("Choose a language")),
        help_text=_("The document is searched by the framework's words in this language."),
    )
    dated_on = forms.DateField(label=_("Dated on"), required=False, widget=DateInput())
