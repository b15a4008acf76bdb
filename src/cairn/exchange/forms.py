"""What is asked when a document is brought in."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.frameworks.models import FrameworkVersion
from cairn.people.models import Organisation

LARGEST = 20 * 1024 * 1024
"""Bytes of a document."""
ENDINGS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".json")


class UploadForm(forms.Form):
    document = forms.FileField(
        label=_("Document"),
        allow_empty_file=True,
        help_text=_("Word, PDF, HTML or plain text, at most 20 MB. It is read here and not kept."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    framework = forms.ModelChoiceField(
        label=_("Criteria it answers to"),
        queryset=FrameworkVersion.objects.filter(withdrawal=None).defer("content"),
        empty_label=_("Whichever fits the document best"),
        required=False,
    )
    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None
    )
    field_order = ["document", "framework", "organisation"]

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]  # of ModelChoiceField
        self.fields["framework"].label_from_instance = _named  # type: ignore[attr-defined]  # as above

    def clean_document(self) -> Any:
        document = self.cleaned_data["document"]
        if PurePath(document.name).suffix.lower() not in ENDINGS:
            raise forms.ValidationError(
                _(
                    "We read Word (.docx), PDF, HTML and plain text files, and our own JSON; this file is of another kind."
                )
            )
        if document.size > LARGEST:
            raise forms.ValidationError(_("This file is larger than 20 MB."))
        return document


def _named(version: FrameworkVersion) -> str:
    return f"{version.title} ({version.version})"
