import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.passages import actions
from cairn.passages.models import AcceptedQuote, Document
from tests.assessments.factories import a_framework, an_assessment, group, item, mark, question
from tests.passages.factories import REPORT, attached
from tests.reading.extract.test_kind import zipped


@pytest.fixture
def assessment(organisation, coordinator, practice):
    return an_assessment(organisation, coordinator, practice=practice)


@pytest.fixture
def signed(client, coordinator):
    client.force_login(coordinator)
    return client


def sent(client, practice, data=None, name="report.txt"):
    file = SimpleUploadedFile(name, REPORT.encode() if data is None else data)
    return client.post(reverse("practice_documents", args=[practice.pk]), {"file": file, "sort": "report"})


def test_a_document_is_attached_listed_and_taken_away(signed, practice):
    answer = sent(signed, practice)

    document = Document.objects.get()
    page = signed.get(answer["Location"]).content.decode()
    file = signed.get(reverse("document_download", args=[document.pk]))
    assert "report.txt" in page
    assert b"".join(file.streaming_content) == REPORT.encode()
    assert file["Content-Disposition"] == 'attachment; filename="report.txt"'
    assert file["X-Content-Type-Options"] == "nosniff"


def test_refusals_are_said_in_a_sentence(signed, practice):
    assert "is empty" in sent(signed, practice, b"").content.decode()
    assert sent(signed, practice, b"words", "a.pdf").status_code == 422
    sent(signed, practice)
    assert "here already" in sent(signed, practice).content.decode()


def a_bomb():
    return zipped(("word/document.xml", b"\0" * 200 * 2**20))


def a_locked_pdf():
    """A PDF whose dictionary of encryption fits no empty password; PDFium mends the missing table of places."""
    lock = f"/Filter /Standard /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}>"
    return f"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >> endobj
4 0 obj << {lock} >> endobj
trailer << /Root 1 0 R /Size 5 /Encrypt 4 0 R /ID [<{"33" * 16}> <{"33" * 16}>] >>
%%EOF""".encode()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("locked.pdf", a_locked_pdf, "The PDF is encrypted; save it without a password"),
        ("bomb.docx", a_bomb, "far more than a document needs"),
        ("report.docx", lambda: b"%PDF-1.7", "its content is"),
    ],
)
def test_locked_files_bombs_and_false_types_are_refused_at_upload(
    signed, practice, cupboard, name, data, says
):
    answer = sent(signed, practice, data(), name)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not cupboard.exists()


def test_removing_needs_a_reason(signed, practice, coordinator):
    document = attached(practice, coordinator)
    remove = reverse("document_remove", args=[document.pk])

    assert signed.post(remove).status_code == 422
    page = signed.post(remove, {"reason": "It names a person."}, follow=True).content.decode()

    assert "It names a person." in page
    assert signed.get(reverse("document_download", args=[document.pk])).status_code == 404


def test_passages_are_found_marked_accepted_and_taken_back(signed, assessment, practice, coordinator):
    attached(practice, coordinator)
    item = reverse("assessment_quotes", args=[assessment.pk, "A1.1"])

    page = signed.get(item)
    quote = page.context["quotes"][0]
    accepted = signed.post(
        reverse("quote_accept", args=[assessment.pk, "A1.1"]), {"passage": quote.passage.pk}, follow=True
    )

    assert "<mark>stone</mark>" in page.content.decode()
    assert quote.before.startswith("The mentors")
    assert quote.after.startswith("The bus")
    assert "Accepted as evidence" in accepted.content.decode()
    signed.post(reverse("quote_take_back", args=[assessment.pk, AcceptedQuote.objects.get().pk]))
    assert not signed.get(item).context["accepted"]


def test_nothing_found_says_in_how_many_documents(signed, assessment, practice, coordinator):
    attached(practice, coordinator, text="The bus leaves at nine and the lamp is green.")

    page = signed.get(reverse("assessment_quotes", args=[assessment.pk, "A1.1"])).content.decode()

    assert "Nothing found in 1 document." in page


@pytest.mark.parametrize("address", ["assessment_passages", "assessment_quotes"])
def test_without_documents_the_next_step_is_shown(signed, assessment, practice, address):
    more = ["A1.1"] if address == "assessment_quotes" else []

    page = signed.get(reverse(address, args=[assessment.pk, *more])).content.decode()

    assert "No documents yet" in page
    assert reverse("practice_documents", args=[practice.pk]) in page
    assert "othing found" not in page


def test_evidence_stays_in_sight_when_its_document_is_gone(signed, assessment, practice, coordinator):
    document = attached(practice, coordinator)
    actions.accept(assessment=assessment, node_id="A1.1", passage=document.passages.first(), by=coordinator)
    actions.remove(document=document, reason="Old.", by=coordinator)

    page = signed.get(reverse("assessment_passages", args=[assessment.pk])).content.decode()

    assert "No documents yet" in page
    assert "1 quote accepted" in page


def test_what_is_no_item_is_not_there(signed, assessment):
    assert signed.get(reverse("assessment_quotes", args=[assessment.pk, "A1"])).status_code == 404
    assert signed.post(reverse("quote_accept", args=[assessment.pk, "A1"])).status_code == 404
    assert signed.post(reverse("quote_accept", args=[assessment.pk, "A1.1"])).status_code == 404


def test_a_published_assessment_says_that_it_is_closed(signed, assessment, practice, coordinator):
    passage = attached(practice, coordinator).passages.first()
    quote = actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)
    mark(assessment, coordinator, A1_1="met")
    assessments.publish(assessment=assessment, by=coordinator)

    first = signed.post(
        reverse("quote_accept", args=[assessment.pk, "A1.2"]), {"passage": passage.pk}, follow=True
    )
    second = signed.post(reverse("quote_take_back", args=[assessment.pk, quote.pk]), follow=True)

    assert "is published" in first.content.decode()
    assert "is published" in second.content.decode()


@pytest.mark.parametrize("name", ["practice_documents", "assessment_passages"])
def test_lists_ask_the_database_the_same_for_one_and_three(signed, assessment, practice, coordinator, name):
    address = reverse(name, args=[assessment.pk if name == "assessment_passages" else practice.pk])
    counts = []
    for number in (1, 2, 3):
        attached(practice, coordinator, text=f"{REPORT} {number}")
        with CaptureQueriesContext(connection) as queries:
            assert signed.get(address).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_an_item_asks_the_database_the_same_for_one_and_three_accepted_quotes(
    signed, assessment, practice, coordinator
):
    address = reverse("assessment_quotes", args=[assessment.pk, "A1.1"])
    counts = []
    for number in (1, 2, 3):
        passage = attached(practice, coordinator, text=f"{REPORT} {number}").passages.all()[1]
        actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)
        with CaptureQueriesContext(connection) as queries:
            page = signed.get(address)
        assert len(page.context["accepted"]) == number
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_the_list_can_be_taken_away(signed, practice, coordinator):
    document = attached(practice, coordinator)

    table = signed.get(reverse("documents_export", args=[practice.pk, "csv"])).content.decode()

    assert document.digest in table


def test_the_overview_can_be_taken_away(signed, assessment, practice, coordinator):
    passage = attached(practice, coordinator, title="Winter").passages.all()[1]
    actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)

    answer = signed.get(reverse("passages_export", args=[assessment.pk, "csv"]))

    first, last = (answer.content.decode().splitlines()[row].split(",") for row in (1, 5))
    assert first == ["A1.1", "Stone A1.1 lies well.", "Does A1 hold?", "1", "Winter", "1"]
    assert last[0] == "B1.1"
    assert last[-1] == "0"
    assert 'filename="passages-bread-and-words.csv"' in answer["Content-Disposition"]


def test_items_stand_under_their_questions(signed, organisation, practice, coordinator):
    framework = a_framework(question("Q", item("Q.1"), item("Q.2")), group("G", item("G.1")), item("I"))
    assessment = an_assessment(organisation, coordinator, framework, practice=practice)
    attached(practice, coordinator)

    page = signed.get(reverse("assessment_passages", args=[assessment.pk]))

    assert [row.question and row.question.id for row in page.context["rows"]] == ["Q", "Q", "G", None]
    assert '<h2 id="Q">Does Q hold?</h2>' in page.content.decode()


def test_a_question_leads_to_its_passages(signed, assessment):
    page = signed.get(reverse("assessment_question", args=[assessment.pk, "A1"])).content.decode()

    assert f'href="{reverse("assessment_passages", args=[assessment.pk])}#A1"' in page


def test_what_is_said_of_a_document_is_corrected(signed, practice, coordinator):
    document = attached(practice, coordinator)
    address = reverse("document_describe", args=[document.pk])
    said = {"title": "Hiver", "sort": "plan", "language": "fr", "dated_on": "2024-02-01"}

    shown = signed.get(address).context["form"]
    page = signed.post(address, said, follow=True).content.decode()

    assert shown.initial["title"] == "report"
    assert shown.initial["language"] == "en"
    for words in ("Hiver", "Plan", "French", "Feb. 1, 2024"):
        assert words in page


def test_a_correction_without_a_title_is_not_saved(signed, practice, coordinator):
    document = attached(practice, coordinator)

    answer = signed.post(
        reverse("document_describe", args=[document.pk]), {"title": " ", "sort": "plan", "language": "en"}
    )

    assert answer.status_code == 422
    assert Document.objects.get().sort == "report"


def test_a_document_removed_meanwhile_is_not_corrected(signed, practice, coordinator, monkeypatch):
    document = attached(practice, coordinator)
    address = reverse("document_describe", args=[document.pk])
    describe = actions.describe

    def too_late(*, document, **said):
        actions.remove(document=document, reason="Old.", by=coordinator)
        return describe(document=document, **said)

    monkeypatch.setattr(actions, "describe", too_late)
    page = signed.post(address, {"title": "New", "sort": "plan", "language": "en"})

    assert page.status_code == 422
    assert "This document was removed." in page.content.decode()
    assert signed.get(address).status_code == 404


@pytest.mark.parametrize("address", ["assessment_passages", "assessment_quotes"])
def test_documents_in_a_language_without_the_framework_s_words_are_named(
    signed, assessment, practice, coordinator, address
):
    attached(practice, coordinator, title="Winter report")
    address = reverse(address, args=[assessment.pk, *(["A1.1"] if address == "assessment_quotes" else [])])
    before = signed.get(address).content.decode()

    attached(practice, coordinator, text="Der Stein liegt gut.", title="Winterbericht", language="de")
    after = signed.get(address).content.decode()

    assert "Hardly anything can be found" not in before
    assert "Hardly anything can be found" in after
    assert "<bdi>Winterbericht</bdi> (German)" in after
    assert "<bdi>Winter report</bdi> (" not in after
