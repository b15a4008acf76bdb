"""Somebody of the team was told something serious and hands it on. They do not see it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from cairn.activities.facts.offering import sessions_visible_to
from cairn.listening.actions import reports as actions
from cairn.listening.facts import reports
from cairn.listening.forms.reports import TellForm
from cairn.people.asking import SignedIn
from cairn.people.enums import Permission
from cairn.people.facts import people_who_may
from cairn.practices import facts as practices
from cairn.practices.submitting import done

SESSIONS = 60
"""So many of the latest sessions are offered."""


def tell(request: SignedIn, practice: int) -> HttpResponse:
    found = get_object_or_404(practices.visible_to(request.user, Permission.SEE_RECORDS), pk=practice)
    today = timezone.localdate()
    past = sessions_visible_to(request.user).filter(activity__practice=found, planned_on__lte=today)
    sessions = {one.pk: one for one in past.order_by("-planned_on", "-pk")[:SESSIONS]}
    handlers = {one.pk: one for one in people_who_may(Permission.HANDLE_REPORTS, found.organisation)}
    form = TellForm(
        request.POST or None,
        sessions=sessions.values(),
        handlers=handlers.values(),
        initial={"received_on": today, "language": request.LANGUAGE_CODE},
    )

    def act() -> None:
        said = dict(form.cleaned_data)
        report = actions.take_in(
            practice=found,
            by=request.user,
            session=sessions.get(said.pop("session")),
            kept_from=[handlers[pk] for pk in said.pop("kept_from", ())],
            **said,
        )
        if reports.handlers_of(report):
            messages.success(request, _("It was handed on. You will not find it here again."))
        else:
            messages.warning(
                request, _("It is kept safe, but nobody here may open it yet. Ask your coordinator for one.")
            )

    if done(form, act):
        return redirect("report_tell", practice)
    context = {"practice": found, "form": form, "handled": bool(handlers)}
    return render(request, "listening/tell.html", context, status=422 if form.is_bound else 200)
