"""What is asked when a form is brought in, and when it is changed without a spreadsheet."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import is_rtl
from cairn.surveys.enums import Purpose
from cairn.surveys.keeping.drafting import Rewording
from cairn.surveys.media import fitting, pictures, recordings
from cairn.surveys.media.naming import PICTURES, RECORDINGS, refusal
from cairn.surveys.writing import editing
from cairn.surveys.writing.editing import SIMPLE, Line

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.forms import BoundField

    from cairn.surveys.shape import Sheets


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        clean = super().clean
        return [file for file in (clean(each, initial) for each in data or [None]) if file]


def files_field(*, required: bool) -> FilesField:
    endings = ",".join(f".{ending}" for ending in ("zip", *PICTURES, *RECORDINGS))
    said = {
        "picture": pictures.MOST_BYTES // 2**20,
        "recording": recordings.MOST_BYTES // 2**20,
        "all": fitting.MOST_BYTES // 2**20,
    }
    return FilesField(
        label=_("Pictures and recordings"),
        required=required,
        help_text=format_lazy(
            _(
                "The files that media::image and media::audio name, one by one or in a .zip. Pictures: PNG, JPEG, WebP or GIF up to "
                "{picture} MB, made small here and freed of what a camera adds. Recordings: MP3, M4A, AAC, Ogg or WAV up to "
                "{recording} MB. All together up to {all} MB."
            ),
            **said,
        ),
        widget=SeveralFiles(attrs={"accept": endings}),
    )


class FilesForm(forms.Form):
    media_files = files_field(required=True)


class WorkbookForm(forms.Form):
    workbook = forms.FileField(
        label=_("Workbook"),
        allow_empty_file=True,
        help_text=_(
            "An .xlsx file as XLSForm has it, with the sheets survey, choices and settings; or a .zip of it and its files."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.zip"}),
    )
    media_files = files_field(required=False)


class NewForm(WorkbookForm):
    purpose = forms.ChoiceField(label=_("What it is for"), choices=Purpose.choices)
    key = forms.SlugField(
        label=_("Short name"),
        max_length=60,
        help_text=_("Letters without accents, digits, - and _. It stays the same from version to version."),
    )
    anonymous = forms.BooleanField(
        label=_("Nobody is to be recognised by it"),
        required=False,
        initial=True,
        help_text=_("Then it is answered without a name, and answers are shown only together."),
    )


class Entry(NamedTuple):
    """One text to be said in one language, beside how the default language says it."""

    place: str
    tag: str
    name: str
    """What it is, for people."""
    source: str
    words: str


class Words(forms.CharField):
    """Lines end alike, however the browser sends them, so that nothing seems changed that is not."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


def name_of(entry: Entry) -> str:
    """Of its field: the same text has the same name, whatever was added or moved meanwhile."""
    return f"text-{zlib.crc32(f'{entry.place} {entry.tag}'.encode()):08x}"


def seen(field: BoundField) -> str:
    """What stood there when the page was opened."""
    return str(field.form.data.get(field.html_initial_name, "")).replace("\r\n", "\n")


class WordsForm(forms.Form):
    """A field per text. Each carries along what stood there, so that only what somebody changed is written."""

    def __init__(self, *arguments: Any, entries: Iterable[Entry], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.entries = list(entries)
        for entry in self.entries:
            direction = "rtl" if is_rtl(entry.tag) else "ltr"
            self.fields[name_of(entry)] = Words(  # type: ignore[call-arg]  # the stubs do not know template_name
                label=entry.name,
                required=False,
                initial=entry.words,
                max_length=2000,
                show_hidden_initial=True,
                template_name="surveys/parts/text.html",
                widget=forms.Textarea(attrs={"rows": 2, "lang": entry.tag, "dir": direction}),
            )

    def rows(self) -> Iterator[tuple[Entry, BoundField]]:
        for entry in self.entries:
            yield entry, self[name_of(entry)]

    def edited(self, sheets: Sheets) -> Sheets:
        """What was asked for besides words: here nothing."""
        return sheets

    @property
    def rewordings(self) -> list[Rewording]:
        return [
            Rewording(entry.place, entry.tag, seen(field), self.cleaned_data[field.name])
            for entry, field in self.rows()
            if field.name in self.changed_data
        ]


def file_name_field(column: str, label: Any, initial: str) -> forms.CharField:
    def fits(name: str) -> None:
        if words := refusal(name, column):
            raise ValidationError(words)

    return forms.CharField(
        label=label,
        required=False,
        initial=initial,
        show_hidden_initial=True,
        validators=[fits],
        help_text=_(
            "The name of a file. Bring the file itself once the draft is in use, before people are asked by it."
        ),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )


class QuestionForm(WordsForm):
    """The words of one question in the default language, whether it has to be answered, its answers, and what is beside it."""

    def __init__(self, *arguments: Any, line: Line, choices: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.line = line
        if not line.is_group and line.type != "note":
            self.fields["required"] = forms.BooleanField(
                label=_("It has to be answered"),
                required=False,
                initial=line.required,
                show_hidden_initial=True,
            )
        if line.list_name:
            self.fields["more"] = forms.CharField(label=_("One more answer"), required=False, max_length=300)
            self.fields["gone"] = forms.MultipleChoiceField(
                label=_("Answers to take away"),
                required=False,
                choices=choices,
                widget=forms.CheckboxSelectMultiple,
            )
        if not line.is_group:
            self.fields["picture"] = file_name_field(editing.IMAGE, _("Picture beside it"), line.picture)
            self.fields["recording"] = file_name_field(editing.AUDIO, _("Recording of it"), line.recording)

    def edited(self, sheets: Sheets) -> Sheets:
        """What was asked for besides words. Raises ValidationError where it cannot be."""
        said = self.cleaned_data
        if "required" in self.changed_data:
            sheets = editing.with_required(sheets, self.line.name, required=said["required"])
        if said.get("more"):
            sheets = editing.with_choice(sheets, self.line.list_name, said["more"])
        for field, column in (("picture", editing.IMAGE), ("recording", editing.AUDIO)):
            if field in self.changed_data:
                sheets = editing.with_file(sheets, self.line.name, column, said[field])
        for name in said.get("gone", []):
            sheets = editing.without_choice(sheets, self.line.list_name, name)
        return sheets


class AddForm(forms.Form):
    label = forms.CharField(
        label=_("Question"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
    kind = forms.ChoiceField(label=_("How it is answered"), choices=SIMPLE.items)
    choices = forms.CharField(
        label=_("Answers to choose from"),
        required=False,
        max_length=5000,
        help_text=_("Each on a line of its own. Only where there are answers to choose from."),
        widget=forms.Textarea(attrs={"dir": "auto"}),
    )
    required = forms.BooleanField(label=_("It has to be answered"), required=False)

    def edited(self, sheets: Sheets) -> Sheets:
        said = self.cleaned_data
        choices = [line.strip() for line in said["choices"].splitlines() if line.strip()]
        return editing.with_question(
            sheets, said["kind"], said["label"], required=said["required"], choices=choices
        )
