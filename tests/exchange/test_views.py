import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.assessments import facts as assessments
from cairn.exchange.models import Intake
from cairn.frameworks.enums import Standing
from cairn.practices import actions as practices
from cairn.practices.models import Practice
from cairn.reading.lines import Unreadable
from cairn.reading.shape import PracticeReading, QuestionReading
from tests.exchange.factories import a_reading, item


@pytest.fixture
def reads(monkeypatch):
    """What the reader answers; by default a reading made by hand."""

    def set_up(answer=None):
        def read_bytes(name, data, framework, among):
            if isinstance(answer, Exception):
                raise answer
            return answer or a_reading()

        monkeypatch.setattr("cairn.exchange.actions.read_bytes", read_bytes)

    return set_up


@pytest.fixture
def upload(client, coordinator, organisation, version):
    client.force_login(coordinator)

    def send(name="kitchen.txt", content=b"words", query="", **more):
        return client.post(
            reverse("import_upload") + query,
            {
                "document": SimpleUploadedFile(name, content),
                "framework": version.pk,
                "organisation": organisation.pk,
                **more,
            },
        )

    return send


def text_of(answer):
    return answer.content.decode()


def test_the_page_says_what_will_happen(client, coordinator, version):
    client.force_login(coordinator)

    page = text_of(client.get(reverse("import_upload")))

    assert "a new practice and its assessment" in page
    assert "Stones (1)" in page


def test_readers_and_strangers_cannot_import(client, reader, stranger, organisation, coordinator):
    practice = practices.create(organisation=organisation, by=coordinator, title="Open Kitchen")
    client.force_login(reader)
    assert client.get(reverse("import_upload")).status_code == 404
    client.force_login(stranger)
    assert client.get(reverse("import_upload") + f"?practice={practice.pk}").status_code == 404
    assert client.get(reverse("import_upload") + "?practice=all").status_code == 404


@pytest.mark.parametrize(
    ("name", "size", "sentence"),
    [
        ("kitchen.exe", 5, "this file is of another kind"),
        ("kitchen.pdf", 20 * 1024 * 1024 + 1, "larger than 20 MB"),
    ],
)
def test_a_refusal_is_one_sentence_and_nothing_is_stored(upload, name, size, sentence):
    answer = upload(name=name, content=b"x" * size)

    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not Intake.objects.exists()


def test_what_cannot_be_read_is_said_in_one_sentence(upload, reads):
    reads(Unreadable("The file holds no text."))

    answer = upload()

    assert answer.status_code == 422
    assert "The file holds no text." in text_of(answer)


def test_the_preview_shows_what_was_read_and_what_needs_a_person(client, upload, reads):
    reads()

    page = text_of(client.get(upload().url))

    assert "These need you" in page
    assert "The mark could not be read." in page
    assert "Our wording of A1.1" in page
    assert "A line about the weather" in page
    assert "One mark is a picture." in page
    assert "The document does not hold this question." in page
    assert not Practice.objects.exists()


def test_a_sure_reading_says_so(client, upload, reads):
    answered = QuestionReading(id="A1", text="Does A1 hold?", narrative="Yes.", items=(item("A1.1"),))
    facts = PracticeReading(
        title="Kitchen",
        organisation="Doors",
        country="Somewhere",
        period="2022",
        website="example.org",
        funding="A city",
        contact="The office",
        summary="Cooking.",
        objectives="Meals.",
    )
    reads(a_reading(questions=(answered,), unmatched=(), notes=(), practice=facts))

    page = text_of(client.get(upload().url))

    assert "Every mark was read for sure" in page
    assert "Country: Somewhere" in page


def test_what_was_checked_becomes_an_assessment_once(client, upload, reads):
    reads()
    intake = upload().url
    commit = intake + "commit/"

    first = client.post(commit, {"mark.A2.2": "met", "left_out": ["B1"]})
    second = client.post(commit, {"mark.A2.2": "not-met"})

    practice = Practice.objects.get()
    assessment = practice.assessments.get()
    assert first.url == second.url == assessment.get_absolute_url()
    assert assessments.standing_of(assessment, "A2.2") == Standing.MET
    assert client.get(intake).url == assessment.get_absolute_url()


def test_a_failed_commit_keeps_what_was_chosen(client, upload, reads):
    reads()
    commit = upload().url + "commit/"

    answer = client.post(commit, {"mark.A2.2": "excellent", "mark.A2.1": "partly", "left_out": ["B1"]})

    page = text_of(answer)
    assert answer.status_code == 422
    assert "Nothing was stored" in page
    assert "excellent is not on this item" in page
    assert not Practice.objects.exists()
    assert client.post(commit, {}).status_code == 302


def test_a_practice_that_cannot_be_is_told(client, upload, reads):
    reads(a_reading(practice=PracticeReading(title=" "), language="x" * 99))

    answer = client.post(upload().url + "commit/")

    assert answer.status_code == 422
    assert "Nothing was stored" in text_of(answer)


def test_a_document_is_added_to_a_practice(client, upload, reads, organisation, coordinator):
    reads()
    practice = practices.create(organisation=organisation, by=coordinator, title="Our Kitchen")
    assert "a new assessment of Our Kitchen" in text_of(
        client.get(reverse("import_upload") + f"?practice={practice.pk}")
    )

    client.post(upload(query=f"?practice={practice.pk}").url + "commit/")

    assert practice.assessments.count() == 1
    assert Practice.objects.count() == 1


def test_the_same_document_again_is_noticed(client, upload, reads):
    reads()
    client.post(upload().url + "commit/")

    page = text_of(client.get(upload(name="copy.txt").url))

    assert "imported before" in page


def test_nobody_else_sees_what_waits(client, upload, reads, assessor):
    reads()
    waiting = upload().url
    client.force_login(assessor)

    assert client.get(waiting).status_code == 404
    assert client.post(waiting + "commit/").status_code == 404


def test_what_waits_to_be_checked_is_listed(client, upload, reads):
    reads()
    waiting = upload(name="kitchen.txt").url

    page = text_of(client.get(reverse("import_upload")))
    client.post(waiting + "commit/")

    assert f'href="{waiting}"' in page
    assert "not checked yet" not in text_of(client.get(reverse("import_upload")))


def test_the_title_can_be_mended_before_anything_is_made(client, upload, reads):
    reads()
    preview = upload().url

    assert 'value="Open Kitchen"' in text_of(client.get(preview))
    client.post(preview + "commit/", {"title": " Kitchen of the World "})

    assert Practice.objects.get().title == "Kitchen of the World"


def test_criteria_that_the_document_does_not_know_are_said_so(client, upload, reads):
    reads(a_reading(questions=(), unmatched=(), notes=()))

    assert "Nothing of these criteria was found" in text_of(client.get(upload().url))


def test_without_a_choice_the_loaded_framework_that_fits_best_is_used(upload, criteria):
    from tests.reading.world import OWN  # noqa: PLC0415  # only this story reads it

    answer = upload(name="steady.txt", content=OWN.read_bytes(), framework="")

    assert answer.status_code == 302
    assert Intake.objects.get().framework_version == criteria


def test_an_export_judged_by_a_framework_that_is_not_here_is_refused(upload, reads):
    reads(a_reading(framework="tarot"))

    answer = upload()

    assert "tarot@1, which is not loaded here" in text_of(answer)
    assert not Intake.objects.exists()
