"""What is asked when a document is attached."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import LANGUAGES, language_name
from cairn.passages.enums import Sort
from cairn.practices.forms import DateInput


def _languages() -> list[tuple[str, object]]:
    return [("", _("As the text tells")), *((tag, language_name(tag)) for tag in LANGUAGES)]


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
    language = forms.ChoiceField(label=_("Language"), choices=_languages, required=False)
    dated_on = forms.DateField(label=_("Dated on"), required=False, widget=DateInput())
