"""What everyone judged, side by side, where they disagree first."""

from django.http import HttpResponse
from django.shortcuts import render

from cairn.people.asking import SignedIn
from cairn.rounds import facts
from cairn.rounds.asking import readable_or_404
from cairn.rounds.comparing import beside, worst_first


def differences(request: SignedIn, pk: int) -> HttpResponse:
    round_ = readable_or_404(request, pk)
    rows = beside(round_, facts.framework_of(round_), reader=request.user)
    context = {
        "round": round_,
        "rows": worst_first(rows),
        "alike": [row for row in rows if row.alike and not row.agreed],
        "open": [row for row in rows if not row.agreed],
        "waiting": facts.waiting_for(round_),
    }
    return render(request, "rounds/differences.html", context)
