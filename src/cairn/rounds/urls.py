from django.urls import URLPattern, URLResolver, path, re_path

from cairn.rounds.views import (
    agreement,
    begin_agreeing,
    close,
    differences,
    export,
    hand_in,
    invite,
    judge,
    listing,
    open_round,
    outcome,
    own,
    remind,
    reopen,
    revise,
    seat,
    settle,
    show,
    take_over,
)

urlpatterns: list[URLPattern | URLResolver] = [
    # Whoever moderates.
    path("assessments/<int:pk>/rounds/", listing.listing, name="rounds"),
    path("assessments/<int:pk>/rounds/open/", open_round.open_round, name="round_open"),
    path("rounds/<int:pk>/", show.show, name="round"),
    path("rounds/<int:pk>/change/", revise.revise, name="round_revise"),
    path("rounds/<int:pk>/invite/", invite.invite, name="round_invite"),
    path("rounds/<int:pk>/remind/", remind.remind, name="round_remind"),
    path("rounds/<int:pk>/seats/<int:seat>/open-again/", reopen.reopen, name="seat_reopen"),
    path("rounds/<int:pk>/end-judging/", begin_agreeing.begin_agreeing, name="round_agreeing"),
    path("rounds/<int:pk>/agreement/", agreement.agreement, name="round_agreement"),
    path("rounds/<int:pk>/differences/", differences.differences, name="round_differences"),
    path("rounds/<int:pk>/take-over/", take_over.take_over, name="round_take_over"),
    path("rounds/<int:pk>/items/<str:item_id>/", settle.settle, name="round_item"),
    path("rounds/<int:pk>/close/", close.close, name="round_close"),
    re_path(
        r"^rounds/(?P<pk>\d{1,18})/(?P<what>judgements|agreement)\.(?P<kind>csv|xlsx)$",
        export.export,
        name="round_export",
    ),
    # Whoever was asked to judge.
    path("judging/", own.own, name="judging"),
    path("judging/<int:pk>/", seat.seat, name="seat"),
    path("judging/<int:pk>/nodes/<str:node_id>/", judge.judge, name="seat_question"),
    path("judging/<int:pk>/hand-in/", hand_in.hand_in, name="seat_hand_in"),
    path("judging/<int:pk>/outcome/", outcome.outcome, name="seat_outcome"),
]
