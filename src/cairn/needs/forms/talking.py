"""What is asked in a talk about needs: one domain a screen, for a thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cairn.needs.actions.assessing import Said
from cairn.needs.enums import Answer, Because, Domain, Place, Source, Status
from cairn.needs.models.needing import LONG
from cairn.practices.forms import DateInput

if TYPE_CHECKING:
    from django.http import QueryDict

    from cairn.needs.models import Finding, Need, NeedsAssessment

UNSAID = ("", _("Not talked about"))
YES_NO = (("", _("Not recorded")), ("yes", _("Yes")), ("no", _("No")))


class AboutForm(forms.Form):
    """When and how one talks."""

    assessed_on = forms.DateField(label=_("Day of the talk"), widget=DateInput())
    place = forms.ChoiceField(
        label=_("Where"), choices=Place.choices, required=False, widget=forms.RadioSelect
    )
    with_interpreter = forms.TypedChoiceField(
        label=_("With an interpreter or mediator"),
        choices=YES_NO,
        required=False,
        widget=forms.RadioSelect,
        coerce=lambda said: said == "yes",
        empty_value=None,
    )
    note = forms.CharField(
        label=_("Note on the talk"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_(
            "Sealed: only who works with this person can read it. Leave out what was done to the person."
        ),
    )


def initial_about(draft: NeedsAssessment) -> dict[str, Any]:
    interpreter = {None: "", True: "yes", False: "no"}[draft.with_interpreter]
    return {
        "assessed_on": draft.assessed_on,
        "place": draft.place,
        "with_interpreter": interpreter,
        "note": draft.note,
    }


class FindingForm(forms.Form):
    """One need of a domain, or that there is none."""

    answer = forms.ChoiceField(
        label=_("Is help needed, and how urgently?"),
        choices=[UNSAID, *Answer.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    source = forms.ChoiceField(
        label=_("Who said it?"), choices=Source.choices, required=False, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        help_text=_("Sealed: only who works with this person can read it."),
    )
    need = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, known: Need | None = None, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.known = known
        if known:
            self.fields["answer"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
                UNSAID,
                (Answer.NONE, _("No need any more")),
                *[choice for choice in Answer.choices if choice[0] != Answer.NONE],
            ]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("answer") not in {None, "", Answer.NONE} and not said.get("source"):
            self.add_error("source", _("Say who said it."))
        if said.get("note") and not said.get("answer") and not self.errors:
            self.add_error("answer", _("There is a note: say whether help is needed."))
        return said

    def said(self) -> Said | None:
        """None where the domain was not talked about."""
        if not self.cleaned_data["answer"]:
            return None
        return Said(**self.cleaned_data)


def finding_forms(
    domain: Domain, findings: list[Finding], needs: list[Need], data: QueryDict | None
) -> list[FindingForm]:
    """What the draft says of the domain already, then needs known from before, then room for one more."""
    told = {finding.need_id for finding in findings}
    rows: list[tuple[Need | None, dict[str, Any]]] = [
        (finding.need, {name: getattr(finding, name) for name in ("answer", "source", "note")})
        for finding in findings
    ]
    rows += [(need, {}) for need in needs if need.pk not in told]
    rows.append((None, {}))
    return [
        FindingForm(
            data,
            prefix=f"{domain}-{number}",
            known=need,
            initial=initial | {"need": need.pk if need else None},
        )
        for number, (need, initial) in enumerate(rows)
    ]


class SettleForm(forms.Form):
    """Where a need stands from one day on."""

    status = forms.ChoiceField(label=_("Where it stands"), choices=Status.choices, widget=forms.RadioSelect)
    on = forms.DateField(label=_("Since"), widget=DateInput())
    because = forms.ChoiceField(
        label=_("Why it is unmet"),
        choices=[("", _("Not unmet")), *Because.choices],
        required=False,
        help_text=_("Only where it is unmet. The kinds are counted, so that gaps in support are seen."),
    )
    reason = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_(
            "Sealed: only who works with this person can read it. Where it was referred, say to what kind of service."
        ),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
