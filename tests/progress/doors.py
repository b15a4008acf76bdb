"""Who comes in at the doors of reports to funders (tests/test_doors.py)."""

from datetime import date

from tests.progress.factories import a_report, sent, signed

HALF_BEFORE = (date(2024, 7, 1), date(2024, 12, 31))
WRITERS, SIGNERS = {"coordinator"}, {"coordinator", "reviewer"}
READERS = SIGNERS | {"funder"}
MAY = {
    "progress": READERS,
    "progress_export": READERS,
    "progress_new": WRITERS,
    "progress_report": READERS,
    "progress_file": READERS,
    "progress_refresh": WRITERS,
    "progress_reasons": WRITERS,
    "progress_write": WRITERS,
    "progress_send_back": SIGNERS,
    "progress_sign": SIGNERS,
}
DEEDS = dict.fromkeys(("progress_discard", "progress_submit", "progress_take_back"), WRITERS)
ADDRESSES = {
    "progress": ["practice"],
    "progress_export": ["practice", "=csv"],
    "progress_new": ["practice"],
    "progress_report": ["practice", "signed_report"],
    "progress_file": ["practice", "signed_report", "=xlsx"],
    **{
        each: ["practice", "draft_report"]
        for each in ("progress_refresh", "progress_reasons", "progress_discard", "progress_submit")
    },
    "progress_write": ["practice", "draft_report", "=summary"],
    **{
        each: ["practice", "sent_report"]
        for each in ("progress_send_back", "progress_sign", "progress_take_back")
    },
}
NOTHING = dict.fromkeys(("draft_report", "sent_report", "signed_report"), 987_654)


def furnish(at):
    """The social worker of this world wrote the one that waits, so that both signers may sign it."""
    layouts = ("quarterly", "six-monthly")
    draft, waits = (
        a_report(at.practice, by, layout=layout)
        for by, layout in zip((at.coordinator, at.social_worker), layouts, strict=True)
    )
    done = a_report(at.practice, at.social_worker, days=HALF_BEFORE)
    return {
        "draft_report": draft.pk,
        "sent_report": sent(waits).pk,
        "signed_report": signed(done, at.coordinator).pk,
    }
