"""One opening: opened, shown with its link and picture, changed, closed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cairn.activities.facts import sheets
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.practices.asking import may_here, practice_of
from cairn.practices.submitting import done
from cairn.voices import actions, listed
from cairn.voices.forms import OpenForm, OpenSessionForm, ReviseForm
from cairn.voices.views.loading import opening_of, session_of

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from cairn.voices.models import Opening


def open_session(request: SignedIn, pk: int) -> HttpResponse:
    session = session_of(request, pk, Permission.RECORD_SESSIONS)
    first = max(session.planned_on, timezone.localdate())
    initial = {
        "expected": sheets.on_sheet(session).count() or session.capacity,
        "closes_on": first + timedelta(days=actions.DAYS),
    }
    form = OpenSessionForm(request.POST or None, practice=session.activity.practice, initial=initial)
    made: list[Opening] = []
    if done(form, lambda: made.append(actions.open_session(session=session, by=request.user, **form.said))):
        return redirect(made[0])
    context = {"session": session, "practice": session.activity.practice, "form": form}
    return render(request, "voices/open.html", context, status=422 if form.is_bound else 200)


def new(request: SignedIn, practice: int) -> HttpResponse:
    """For partners, a consultation or all of a practice."""
    found, today = practice_of(request, practice, Permission.KEEP_RECORDS), timezone.localdate()
    initial = {"opens_on": today, "closes_on": today + 2 * timedelta(days=actions.DAYS)}
    form = OpenForm(request.POST or None, practice=found, initial=initial)
    made: list[Opening] = []
    if done(form, lambda: made.append(actions.open_for(practice=found, by=request.user, **form.said))):
        return redirect(made[0])
    return render(
        request, "voices/open.html", {"practice": found, "form": form}, status=422 if form.is_bound else 200
    )


def show(request: SignedIn, pk: int) -> HttpResponse:
    return page(request, opening_of(request, pk, Permission.SEE_RECORDS))


def page(request: SignedIn, opening: Opening, form: ReviseForm | None = None) -> HttpResponse:
    initial = {"expected": opening.expected, "closes_on": max(opening.closes_on, timezone.localdate())}
    context: dict[str, Any] = {
        "opening": opening,
        "practice": opening.practice,
        "line": listed.lines([opening])[0],
        "link": link_of(opening),
        "short": short_of(opening),
        "picture": picture_of(opening),
        "form": form or ReviseForm(initial=initial),
        "may_record": may_here(request, opening.practice, Permission.RECORD_SESSIONS),
    }
    return render(request, "voices/opening.html", context, status=422 if form else 200)


@require_POST
def close(request: SignedIn, pk: int) -> HttpResponse:
    opening = actions.close(opening=opening_of(request, pk, Permission.RECORD_SESSIONS), by=request.user)
    messages.success(request, _("It is closed. What was said can be read once five have answered."))
    return redirect(opening)


@require_POST
def revise(request: SignedIn, pk: int) -> HttpResponse:
    opening = opening_of(request, pk, Permission.RECORD_SESSIONS)
    form = ReviseForm(request.POST)
    if done(form, lambda: actions.revise(opening=opening, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect(opening)
    return page(request, opening, form)


def link_of(opening: Opening) -> str:
    return f"{settings.SITE_ADDRESS}{reverse('voice_ask', args=[opening.address])}"


def short_of(opening: Opening) -> str:
    """As it is typed from a poster."""
    return link_of(opening).split("://", 1)[-1].rstrip("/")


def picture_of(opening: Opening) -> SafeString:
    """A QR code of the link, as SVG."""
    drawn = segno.make(link_of(opening), error="m", micro=False).svg_inline(
        omitsize=True, border=4, light="#fff"
    )
    return mark_safe(drawn)  # noqa: S308  # drawn from our own address
