"""What people send on the way to the public.

No field has a `max_length`: browsers would cut what is pasted without a word. The actions say what is too long.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cairn.assessments.enums import State
from cairn.people.models import Person
from cairn.practices.forms import DateInput
from cairn.review.places import Choices


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "dir": "auto"})


class StepForm(forms.Form):
    """One step, from the state that the person had before them."""

    seen = forms.ChoiceField(choices=State.choices, widget=forms.HiddenInput)
    note = forms.CharField(label=_("Note"), required=False, widget=_words(3))

    def clean_seen(self) -> State:
        return State(self.cleaned_data["seen"])


class SubmitForm(StepForm):
    open_is_fine = forms.BooleanField(label=_("Submit it although something is still open"), required=False)


class ReturnForm(StepForm):
    note = forms.CharField(
        label=_("What has to change"),
        widget=_words(5),
        error_messages={"required": _("Say what has to change before it can be approved.")},
        help_text=_("Everyone who wrote part of it can read this."),
    )
    nodes = forms.MultipleChoiceField(
        label=_("Questions and items that need work"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, nodes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.MultipleChoiceField", self.fields["nodes"]).choices = nodes


class ApproveForm(StepForm):
    digest = forms.CharField(widget=forms.HiddenInput)


class DayForm(forms.Form):
    due_on = forms.DateField(
        label=_("To be published by"),
        required=False,
        widget=DateInput(),
        help_text=_("Leave it empty to take the day away."),
    )

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return day


class AssignForm(forms.Form):
    node_id = forms.ChoiceField(label=_("Criterion or question"))
    person = forms.ModelChoiceField(
        label=_("Who"), queryset=Person.objects.none(), empty_label=_("Choose a person")
    )
    due_on = forms.DateField(label=_("Until"), required=False, widget=DateInput())
    note = forms.CharField(label=_("Note"), required=False, widget=_words(3))

    def __init__(self, *args: Any, nodes: Choices, people: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["node_id"]).choices = nodes
        cast("forms.ModelChoiceField[Person]", self.fields["person"]).queryset = people


class CommentForm(forms.Form):
    text = forms.CharField(
        label=_("Comment"),
        error_messages={"required": _("Nothing is written here yet.")},
        strip=False,
        widget=_words(5),
        help_text=_("Write @ and a name to tell someone. *Emphasis*, lists and links work."),
    )
    ticked = forms.ModelMultipleChoiceField(
        label=_("Tell these people"),
        required=False,
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = sorted(people, key=lambda person: (person.name, person.pk))
        ticked = cast("forms.ModelMultipleChoiceField[Person]", self.fields["ticked"])
        ticked.queryset = Person.objects.filter(pk__in=[person.pk for person in known])
        # A page has such a form for each conversation; they need not all ask for the same people.
        ticked.choices = [(person.pk, str(person)) for person in known]

    def clean_text(self) -> str:
        """Browsers send two characters for the end of a line; people count one."""
        return cast("str", self.cleaned_data["text"]).replace("\r\n", "\n")


class FourEyesForm(forms.Form):
    reason = forms.CharField(
        label=_("Why"),
        widget=_words(3),
        help_text=_("Everyone who manages people here is told, and the reason is kept."),
    )
    wanted = forms.BooleanField(required=False, widget=forms.HiddenInput)
