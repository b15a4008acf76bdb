import hashlib
import stat

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages

from cairn.assessments import actions as assessments
from cairn.passages import actions
from cairn.passages.models import AcceptedQuote, Document, Passage
from cairn.reading.lines import Unreadable
from tests.assessments.factories import a_practice, an_assessment, mark
from tests.passages.factories import REPORT, attached


@pytest.fixture
def document(practice, coordinator):
    return attached(practice, coordinator)


@pytest.fixture
def assessment(organisation, coordinator, practice):
    return an_assessment(organisation, coordinator, practice=practice)


def test_a_document_is_kept_under_a_name_of_its_own(document, cupboard):
    kept = cupboard / document.stored_as

    assert kept.read_bytes() == REPORT.encode()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert document.file_name == "report.txt"
    assert document.title == "report"
    assert document.digest == hashlib.sha256(REPORT.encode()).hexdigest()
    assert document.language == "en"


def test_passages_are_places_in_the_kept_text(document):
    passages = list(document.passages.all())

    quotes = [document.text[one.start : one.end] for one in passages]
    assert [quote.split()[1] for quote in quotes] == ["mentors", "stone", "bus"]
    assert passages[0].digest == hashlib.sha256(quotes[0].encode()).hexdigest()
    assert "famili" in passages[0].stems.split()


def test_the_same_file_is_noticed(document, practice, coordinator):
    with pytest.raises(actions.Held) as held:
        attached(practice, coordinator, name="again.txt")

    assert held.value.document == document


def test_the_same_file_is_noticed_when_two_bring_it_at_once(
    document, practice, coordinator, cupboard, monkeypatch
):
    answers = iter([None, document])
    monkeypatch.setattr(actions, "held_already", lambda *_: next(answers))

    with pytest.raises(actions.Held):
        attached(practice, coordinator)

    assert [file.name for file in cupboard.iterdir()] == [document.stored_as]


def test_the_database_s_other_refusals_are_not_taken_for_the_same_file(
    document, practice, coordinator, monkeypatch
):
    monkeypatch.setattr(actions, "held_already", lambda *_: None)

    with pytest.raises(actions.IntegrityError):
        attached(practice, coordinator)


@pytest.mark.parametrize("name", ["words.pdf", "empty.txt", "own.json", "program.exe"])
def test_what_cannot_be_read_is_not_kept(practice, coordinator, cupboard, name):
    data = {"empty.txt": "", "own.json": "{}"}.get(name, "words")

    with pytest.raises(Unreadable, match=r"\.$"):
        attached(practice, coordinator, text=data, name=name)

    assert not Document.objects.exists()
    assert not cupboard.exists()


def test_a_failure_half_way_leaves_no_file(practice, coordinator, cupboard, monkeypatch):
    def fails(*_arguments, **_named):
        raise OSError("the disk is full")

    monkeypatch.setattr(Passage.objects, "bulk_create", fails)

    with pytest.raises(OSError, match="full"):
        attached(practice, coordinator)

    assert list(cupboard.iterdir()) == []
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "name", ["../../etc/x.txt", "a\0b.txt", "safe\u202etxt.exe.txt", "n" * 300 + ".txt", "..\\..\\x.txt"]
)
def test_hostile_names_are_harmless(practice, coordinator, cupboard, name):
    document = attached(practice, coordinator, name=name)

    assert [file.name for file in cupboard.iterdir()] == [document.stored_as]
    assert not set(document.file_name) & {"/", "\\", "\0", "\u202e"}
    assert len(document.file_name) < 140


def test_in_another_language_the_words_are_stemmed_anew(practice, coordinator):
    document = attached(
        practice, coordinator, text="Les participantes préparent ensemble une fête.", language="en"
    )
    before = document.passages.get().stems

    actions.describe(document=document, title="Fête", sort="plan", language="fr", dated_on=None)

    assert document.passages.get().stems != before
    assert Document.objects.get().title == "Fête"


def test_another_title_leaves_the_words_alone(document):
    before = [passage.stems for passage in document.passages.all()]

    actions.describe(document=document, title="Winter", sort="plan", language="en", dated_on=None)

    assert [passage.stems for passage in document.passages.all()] == before


def test_removing_deletes_the_file_and_keeps_the_reason(
    document, coordinator, assessment, cupboard, django_capture_on_commit_callbacks
):
    quote = actions.accept(
        assessment=assessment, node_id="A1.1", passage=document.passages.first(), by=coordinator
    )

    with django_capture_on_commit_callbacks(execute=True):
        removed = actions.remove(document=document, reason="It names a person.", by=coordinator)

    assert list(cupboard.iterdir()) == []
    assert removed.text == ""
    assert removed.removed_reason == "It names a person."
    assert not Passage.objects.exists()
    assert AcceptedQuote.objects.get(pk=quote.pk).text.startswith("The mentors")


def test_removing_asks_for_a_reason_and_happens_once(document, coordinator):
    with pytest.raises(ValidationError):
        actions.remove(document=document, reason=" ", by=coordinator)
    actions.remove(document=document, reason="Old.", by=coordinator)

    again = actions.remove(document=document, reason="Other.", by=coordinator)

    assert again.removed_reason == "Old."
    with pytest.raises(ValidationError):
        actions.describe(document=document, title="New", sort="plan", language="en", dated_on=None)


def test_a_removed_file_may_come_back(document, practice, coordinator):
    actions.remove(document=document, reason="Old.", by=coordinator)

    again = attached(practice, coordinator)

    assert storages["documents"].exists(again.stored_as)


def test_a_quote_is_accepted_once_and_marks_nothing(document, assessment, coordinator):
    first, second = (
        actions.accept(
            assessment=assessment, node_id="A1.1", passage=document.passages.first(), by=coordinator
        )
        for _ in range(2)
    )

    assert first == second
    assert not assessment.entries.exists()


def test_a_quote_taken_back_stays_in_the_history(document, assessment, coordinator):
    passage = document.passages.first()
    quote = actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)

    taken = actions.take_back(quote=quote, by=coordinator)
    again = actions.take_back(quote=quote, by=coordinator)
    anew = actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)

    assert taken.taken_back_at == again.taken_back_at
    assert anew != quote
    assert AcceptedQuote.objects.count() == 2


def test_documents_of_another_practice_are_no_evidence(organisation, coordinator, assessment):
    other = attached(a_practice(organisation, coordinator, title="Other"), coordinator)

    with pytest.raises(ValidationError):
        actions.accept(assessment=assessment, node_id="A1.1", passage=other.passages.first(), by=coordinator)


def test_a_published_assessment_accepts_nothing_more(document, assessment, coordinator):
    passage = document.passages.first()
    quote = actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)
    mark(assessment, coordinator, A1_1="met")
    assessments.publish(assessment=assessment, by=coordinator)
    assessment.refresh_from_db()
    quote.refresh_from_db()

    with pytest.raises(actions.Closed):
        actions.accept(assessment=assessment, node_id="A1.2", passage=passage, by=coordinator)
    with pytest.raises(actions.Closed):
        actions.take_back(quote=quote, by=coordinator)
