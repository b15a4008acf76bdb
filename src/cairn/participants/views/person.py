"""One person's page: what is known of them, and who looked at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from cairn.common import tables
from cairn.common.countries import country_name
from cairn.common.languages import language_name
from cairn.participants import actions, facts
from cairn.participants.enums import About, Channel
from cairn.participants.forms import STATELESS, ProfileForm
from cairn.participants.opening import opened
from cairn.participants.submitting import tried
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import may
from cairn.trail import facts as trail
from cairn.trail.enums import Deed

if TYPE_CHECKING:
    from cairn.participants.models import Consent, Contact, Participant

ON_A_PAGE = 50
LAST = 5
"""Looks that the page itself shows."""


class Way(NamedTuple):
    channel: Channel
    rule: Contact | None
    now: bool
    """Whether it may be used at this moment."""


class Matter(NamedTuple):
    about: About
    stands: bool | None
    """What the newest decision says today; None where nobody asked. Each body of sharing is asked apart: always None."""
    decisions: list[tuple[Consent, bool]]
    """Newest first, each with whether it holds today."""


def show(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)
    context = {
        "participant": participant,
        "gaps": facts.gaps_of(facts.with_gaps(facts.assigned_to(request.user)).get(pk=pk)),
        "nationality": _nationality(participant),
        "languages": [(one, language_name(one.tag)) for one in participant.languages.all()],
        "adjustments": participant.adjustments.all(),
        "matters": _matters(participant),
        "ways": _ways(participant),
        "assignments": participant.assignments.filter(facts.lasting()).select_related("worker"),
        "looks": trail.of(participant.thing)[:LAST],
    }
    return render(request, "participants/person.html", context)


def _nationality(participant: Participant) -> str:
    """The country's name; "stateless" and what is no country's code as it is."""
    said = participant.nationality
    if said == STATELESS:
        return str(dict(ProfileForm().fields["nationality"].choices)[STATELESS])  # type: ignore[attr-defined]  # a ChoiceField
    return country_name(said)


def _matters(participant: Participant) -> list[Matter]:
    today, decided = timezone.localdate(), list(participant.consents.all())
    found = []
    for about in About:
        decisions = [(one, one.holds_on(today)) for one in decided if one.about == about]
        newest = decisions[0][1] if decisions and about != About.SHARING else None
        found.append(Matter(about, newest, decisions))
    return found


def _ways(participant: Participant) -> list[Way]:
    """Every channel: where there is no rule, never."""
    rules, now = {rule.channel: rule for rule in participant.contacts.all()}, timezone.now()
    return [
        Way(channel, rule, bool(rule and rule.may_be_used(now)))
        for channel in Channel
        for rule in [rules.get(channel)]
    ]


def profile(request: SignedIn, pk: UUID) -> HttpResponse:
    participant = opened(by=request.user, pk=pk)

    def act(form: Any) -> None:
        actions.revise(
            thing=participant, revision=form.cleaned_data["revision"] or 0, by=request.user, **form.said
        )

    outcome = tried(request, lambda data: ProfileForm(data, instance=copy_of(participant)), act)
    if outcome.done:
        return redirect("participant", pk)
    context = {"participant": participant, "form": outcome.form, "clashes": outcome.clashes}
    return render(request, "participants/profile.html", context, status=outcome.status)


def copy_of(thing: Any) -> Any:
    """Forms write what was typed into what they are given; the record itself stays as it is until the action has agreed."""
    return type(thing)._default_manager.get(pk=thing.pk)  # noqa: SLF001  # Django's public name


def looked(request: SignedIn, pk: UUID) -> HttpResponse:
    """Everyone who opened or changed the record, newest first: the person may ask for it."""
    participant = opened(by=request.user, pk=pk)
    page = Paginator(trail.of(participant.thing), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "participant": participant,
        "page": page,
        "query": "",
        "may_export": may(request.user, Permission.EXPORT_RECORDS, participant.practice.organisation),
    }
    return render(request, "participants/looked.html", context)


def export_looks(request: SignedIn, pk: UUID, kind: str) -> HttpResponse:
    participant = opened(by=request.user, pk=pk, deed=Deed.EXPORTED, permission=Permission.EXPORT_RECORDS)
    return tables.answer(kind, f"looks-{participant.code}", trail.COLUMNS, trail.of(participant.thing))
