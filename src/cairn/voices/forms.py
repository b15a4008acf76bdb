"""What the team says when it opens a form for answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cairn.common.languages import language_name
from cairn.practices.forms import DateInput
from cairn.registers import facts as registers
from cairn.surveys import facts as surveys
from cairn.surveys.media import facts as media
from cairn.voices.enums import OpeningKind, Way

if TYPE_CHECKING:
    from cairn.practices.models import Practice
    from cairn.surveys.models import Form
    from cairn.voices.models import Opening

WHOLE = [choice for choice in OpeningKind.choices if choice[0] != OpeningKind.SESSION]
BY_THE_TEAM = [choice for choice in Way.choices if choice[0] in {Way.PAPER, Way.HELPER, Way.CALL}]
NOBODYS = _(
    "People present, or asked. Nobody can answer once so many have; after a session the attendance sheet decides."
)


class _Expected(forms.Form):
    expected = forms.IntegerField(
        label=_("How many may answer"), min_value=1, max_value=10_000, help_text=NOBODYS
    )
    closes_on = forms.DateField(label=_("Open until"), widget=DateInput(), help_text=_("The last day."))


class ReviseForm(_Expected):
    """Of an opening that is there."""


class OpenSessionForm(_Expected):
    form = forms.ChoiceField(label=pgettext_lazy("questions", "Form"))
    field_order = ["form", "expected", "closes_on"]

    def __init__(self, *args: Any, practice: Practice, **more: Any) -> None:
        super().__init__(*args, **more)
        self.offered = {str(form.pk): form for form in _forms(practice)}
        _choice(self, "form").choices = [(key, _title(form)) for key, form in self.offered.items()]

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"form": self.offered[self.cleaned_data["form"]]}


class OpenForm(OpenSessionForm):
    kind = forms.ChoiceField(label=_("Who is asked"), choices=WHOLE)
    opens_on = forms.DateField(label=_("Open from"), widget=DateInput())
    consultation = forms.ChoiceField(
        label=_("Consultation"), required=False, help_text=_("Where it is one: its entry in the register.")
    )
    field_order = ["kind", "consultation", "form", "expected", "opens_on", "closes_on"]

    def __init__(self, *args: Any, practice: Practice, **more: Any) -> None:
        super().__init__(*args, practice=practice, **more)
        found = registers.records(practice, "consultation")
        _choice(self, "consultation").choices = [
            ("", "—"),
            *((str(row.id), f"{row['title']}, {row['held_on']}") for row in found),
        ]

    @property
    def said(self) -> dict[str, Any]:
        chosen = self.cleaned_data["consultation"]
        return super().said | {"consultation": UUID(chosen) if chosen else None}


class EnterForm(forms.Form):
    """In which language and how somebody said what is being entered."""

    way = forms.ChoiceField(label=_("How it came"), choices=BY_THE_TEAM)
    lang = forms.ChoiceField(label=_("Language of the answers"))

    def __init__(self, *args: Any, opening: Opening, **more: Any) -> None:
        super().__init__(*args, **more)
        _choice(self, "lang").choices = [(tag, language_name(tag)) for tag in opening.version.languages]


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    return cast("forms.ChoiceField", form.fields[name])


def _forms(practice: Practice) -> list[Form]:
    """Those that ask nobody who they are and are ready; the practice's own first."""
    found = surveys.forms_of(practice).filter(anonymous=True, versions__isnull=False).distinct()
    return sorted(found, key=lambda form: form.practice_id is None)


def _title(form: Form) -> str:
    """With what is missing, because once it is opened nothing can be added to it."""
    version = surveys.version_in_use(form)
    title = surveys.title_in(version, get_language() or "") if version else form.key
    lost = len({cell.name for cell in media.missing(version)}) if version else 0
    words = ngettext(
        "%(title)s (%(n)s picture or recording missing)",
        "%(title)s (%(n)s pictures or recordings missing)",
        lost,
    )
    return words % {"title": title, "n": lost} if lost else title
