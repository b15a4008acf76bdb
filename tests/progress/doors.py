"""Who comes in at the doors of reports to funders (tests/test_doors.py)."""

from datetime import date

from cairn.progress import bringing
from tests.progress.factories import OWN, a_report, a_word_file, sent, signed

HALF_BEFORE = (date(2024, 7, 1), date(2024, 12, 31))
WRITERS, SIGNERS = {"coordinator"}, {"coordinator", "reviewer"}
READERS = SIGNERS | {"funder"}
OF_A_PRACTICE = (
    "progress", "progress_new", "progress_templates", "progress_layout_new", "progress_words", "progress_word_new",
)  # fmt: skip
MAY = {
    "progress": READERS,
    "progress_export": READERS,
    "progress_new": WRITERS,
    **dict.fromkeys(
        ("progress_templates", "progress_layout_new", "progress_words", "progress_layout", "progress_word"),
        WRITERS,
    ),
    "progress_word_new": WRITERS,
    "progress_filled": READERS,
    "progress_report": READERS,
    "progress_file": READERS,
    "progress_refresh": WRITERS,
    "progress_reasons": WRITERS,
    "progress_write": WRITERS,
    "progress_send_back": SIGNERS,
    "progress_sign": SIGNERS,
}
POSTED = (
    "progress_discard",
    "progress_submit",
    "progress_take_back",
    "progress_layout_retire",
    "progress_word_retire",
)
DEEDS = dict.fromkeys(POSTED, WRITERS)
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
    **{
        each: ["practice"]
        for each in ("progress_templates", "progress_layout_new", "progress_words", "progress_word_new")
    },
    "progress_layout": ["practice", "own_key"],
    "progress_layout_retire": ["practice", "own_layout"],
    **{each: ["practice", "word_template"] for each in ("progress_word", "progress_word_retire")},
    "progress_filled": ["practice", "signed_report", "word_template"],
    "progress_write": ["practice", "draft_report", "=summary"],
    **{
        each: ["practice", "sent_report"]
        for each in ("progress_send_back", "progress_sign", "progress_take_back")
    },
}
NOTHING = dict.fromkeys(
    ("draft_report", "sent_report", "signed_report", "own_layout", "word_template"), 987_654
) | {"own_key": "nowhere"}


def furnish(at):
    """The social worker of this world wrote the one that waits, so that both signers may sign it."""
    layouts = ("quarterly", "six-monthly")
    draft, waits = (
        a_report(at.practice, by, layout=layout)
        for by, layout in zip((at.coordinator, at.social_worker), layouts, strict=True)
    )
    done = a_report(at.practice, at.social_worker, days=HALF_BEFORE)
    house = at.practice.organisation
    own = bringing.keep_layout(organisation=house, text=OWN, by=at.coordinator)
    word = bringing.keep_word(organisation=house, name="Form", content=a_word_file(), by=at.coordinator)
    return {
        "own_key": own.key,
        "own_layout": own.pk,
        "word_template": word.pk,
        "draft_report": draft.pk,
        "sent_report": sent(waits).pk,
        "signed_report": signed(done, at.coordinator).pk,
    }
