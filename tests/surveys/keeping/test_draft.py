import pytest

from cairn.common.conflict import Conflict
from cairn.surveys import actions, checking, facts
from cairn.surveys.keeping import drafting
from cairn.surveys.models import Draft, FormVersion
from cairn.surveys.writing import wording
from tests.surveys.keeping.conftest import page

pytestmark = pytest.mark.django_db


def names(draft):
    draft.refresh_from_db()
    return [row.get("name", "-") for row in draft.sheets["survey"]]


def test_a_draft_is_begun_once_and_discarded(signed_in, version, at):
    for _twice in range(2):
        assert signed_in.post(at("form_draft_begin")).url == at("form_draft")
    assert Draft.objects.count() == 1
    assert "Go on changing it" in page(signed_in.get(at("form")))

    signed_in.post(at("form_draft_discard"))
    assert Draft.objects.count() == 0
    assert FormVersion.objects.count() == 1
    assert signed_in.get(at("form_draft")).status_code == 404


def test_questions_move_and_go(signed_in, draft, at):
    assert "Draft: How was it?" in page(signed_in.get(at("form_draft")))

    signed_in.post(at("form_draft_move"), {"revision": 1, "down": "today"})
    assert names(draft)[0] == "more"
    signed_in.post(at("form_draft_move"), {"revision": 2, "up": "today"})
    assert names(draft)[0] == "today"
    signed_in.post(at("form_draft_move"), {"revision": 3, "remove": "thanks"})
    assert "thanks" not in names(draft)
    refused = signed_in.post(at("form_draft_move"), {"revision": 4, "remove": "today"}, follow=True)
    assert "is asked for by" in page(refused)
    signed_in.post(at("form_draft_move"), {"revision": 4, "language": "ar"})
    draft.refresh_from_db()
    assert wording.languages_of(draft.sheets) == ("en",)
    assert signed_in.post(at("form_draft_move"), {"revision": 5}).url == at("form_draft")
    signed_in.post(at("form_draft_move"), {"revision": 5, "up": "today"})
    draft.refresh_from_db()
    assert draft.revision == 5


def test_what_somebody_else_changed_is_looked_at_first(signed_in, draft, at):
    signed_in.post(at("form_draft_move"), {"revision": 1, "down": "today"})

    late = signed_in.post(at("form_draft_move"), {"revision": "1", "remove": "thanks"}, follow=True)
    assert "Somebody else changed the draft meanwhile" in page(late)
    assert "thanks" in names(draft)
    late = signed_in.post(at("form_draft_use"), {"revision": "x"}, follow=True)
    assert "Somebody else changed the draft meanwhile" in page(late)
    assert FormVersion.objects.count() == 1


def test_put_into_use_it_is_one_new_version_that_keeps_what_was_checked(
    signed_in, version, draft, at, coordinator
):
    checking.confirm(version=version, tag="ar", places=["survey/today/label"], by=coordinator)
    early = signed_in.post(at("form_draft_use"), {"revision": 1}, follow=True)
    assert "Nothing was changed yet" in page(early)
    signed_in.post(at("form_draft_move"), {"revision": 1, "remove": "thanks"})

    answer = signed_in.post(at("form_draft_use"), {"revision": 2}, follow=True)

    assert "The new version is in use" in page(answer)
    following = facts.version_in_use(version.form)
    assert (following.number, following.made_by) == (2, coordinator)
    assert following.checked.get().by == coordinator
    assert not Draft.objects.exists()
    assert "Preview of version 1" in page(answer)


def test_a_draft_that_cannot_be_asked_says_what_to_mend(signed_in, draft, at, coordinator):
    broken = {**draft.sheets, "survey": [*draft.sheets["survey"], {"type": "geopoint", "name": "where"}]}
    drafting.change(draft=draft, revision=1, edit=lambda _sheets: broken, by=coordinator)

    for answer in (
        signed_in.post(at("form_draft_use"), {"revision": 2}),
        signed_in.get(at("form_draft_preview")),
    ):
        assert answer.status_code == 422
        assert "Cairn does not know the type “geopoint”" in page(answer)
    assert FormVersion.objects.count() == 1


def test_a_draft_is_seen_as_people_would(signed_in, draft, at):
    assert "The draft as people would see it" in page(signed_in.get(at("form_draft_preview")))
    assert 'dir="rtl"' in page(signed_in.get(at("form_draft_preview") + "?language=ar"))


def test_the_words_of_one_language_are_written_beside_the_default_one(signed_in, draft, at):
    assert signed_in.get(at("form_draft_languages")).status_code == 200
    assert signed_in.get(at("form_draft_languages") + "?language=Soomaali").url == at(
        "form_draft_language", "so"
    )
    unknown = signed_in.get(at("form_draft_languages") + "?language=Klingon")
    assert "“Klingon” is no language that Cairn knows" in page(unknown)
    assert signed_in.get(at("form_draft_language", "tlh")).status_code == 404
    assert "Anything." in page(signed_in.get(at("form_draft_language", "so")))

    form = signed_in.get(at("form_draft_language", "so")).context["asked"]
    field = next(field for entry, field in form.rows() if entry.place == "survey/today/label")
    answer = signed_in.post(at("form_draft_language", "so"), {field.name: "Sidee\r\nahayd?"})

    assert answer.url == at("form_draft")
    draft.refresh_from_db()
    assert wording.standing(draft.sheets)["survey/today/label", "so"] == "Sidee\nahayd?"
    assert draft.revision == 2
    assert "1 of 11 said" in page(signed_in.get(at("form_draft")))


def test_two_who_write_the_same_text_see_each_others_words(signed_in, draft, at):
    address = at("form_draft_language", "ar")
    form = signed_in.get(address).context["asked"]
    fields = {entry.place: field for entry, field in form.rows()}
    label, title = fields["survey/today/label"], fields["settings/shown_title"]
    seen = {label.html_initial_name: "كيف كان؟", title.html_initial_name: "كيف كان؟", title.name: "كيف كان؟"}
    signed_in.post(address, seen | {label.name: "كيف؟"})

    clash = signed_in.post(address, seen | {label.name: "كيف حالك؟"})
    assert clash.status_code == 409
    assert "كيف؟" in page(clash)
    assert "كيف حالك؟" in page(clash)
    draft.refresh_from_db()
    assert wording.standing(draft.sheets)["survey/today/label", "ar"] == "كيف؟"

    again = clash.context["asked"].data
    assert signed_in.post(address, again).status_code == 302
    draft.refresh_from_db()
    assert wording.standing(draft.sheets)["survey/today/label", "ar"] == "كيف حالك؟"
    assert wording.standing(draft.sheets)["settings/shown_title", "ar"] == "كيف كان؟"


def test_a_question_is_reworded_with_its_answers(signed_in, draft, at):
    address = at("form_question", "today")
    assert "One more answer" in page(signed_in.get(address))
    form = signed_in.get(address).context["asked"]
    said = {field.html_initial_name: field.initial for field in form if field.field.show_hidden_initial}
    said |= {entry_field.name: entry_field.initial for _entry, entry_field in form.rows()}

    signed_in.post(
        address, said | {"initial-required": "", "required": "on", "more": "So so", "gone": ["fair"]}
    )

    draft.refresh_from_db()
    assert draft.sheets["survey"][0]["required"] == "yes"
    assert [row["name"] for row in draft.sheets["choices"]] == ["good", "bad", "so_so"]
    refused = signed_in.post(address, said | {"gone": ["bad"]})
    assert refused.status_code == 422
    assert "depends on this answer" in page(refused)
    assert signed_in.get(at("form_question", "gone")).status_code == 404


def test_a_group_and_a_note_have_words_only(signed_in, draft, at):
    for name in ("more", "thanks"):
        assert "It has to be answered" not in page(signed_in.get(at("form_question", name)))
    assert "does not fit" in page(signed_in.get(at("form_question", "age")))


def test_a_question_is_added(signed_in, draft, at):
    assert "Add the question" in page(signed_in.get(at("form_question_new")))
    few = signed_in.post(at("form_question_new"), {"label": "Come again?", "kind": "one", "choices": "Yes"})
    assert few.status_code == 422
    assert "at least two answers" in page(few)

    signed_in.post(at("form_question_new"), {"label": "Come again?", "kind": "one", "choices": "Yes\n\nNo"})

    assert names(draft)[-1] == "come_again"
    signed_in.post(at("form_draft_use"), {"revision": 2})
    assert FormVersion.objects.count() == 2


def test_a_workbook_waits_while_a_draft_is_open(draft, version, coordinator):
    with pytest.raises(Exception, match="Put the draft into use or discard it"):
        actions.bring_version(form=version.form, sheets=version.sheets, by=coordinator)


def test_a_text_that_stands_otherwise_is_a_conflict(draft, coordinator):
    one = drafting.Rewording("survey/today/label", "ar", "something else", "كيف؟")
    with pytest.raises(Conflict) as conflict:
        drafting.reword(draft=draft, rewordings=[one], by=coordinator)

    assert conflict.value.fields == ("survey/today/label",)
    assert str(draft) == "today 1"
