"""Passages in other words and other languages, by a model of the tests' own."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from cairn.passages import actions, finding, vectors
from cairn.passages.finding import Library
from cairn.passages.management.commands import embeddings
from cairn.passages.models import Passage, Vector
from tests.assessments.factories import an_assessment
from tests.passages.factories import attached
from tests.passages.tiny import Tiny

GERMAN = (
    "Jeder Stein, der gut liegt, wurde vor dem Winter von zwei Menschen genau angesehen. "
    "Der Wagen hält jeden Morgen vor dem Haus und fährt um halb zehn wieder weg."
)


@pytest.fixture
def model(monkeypatch):
    made = Tiny()
    for place in (finding, embeddings):
        monkeypatch.setattr(place, "embedder", lambda: made)
    return made


@pytest.fixture
def assessment(organisation, coordinator, practice):
    return an_assessment(organisation, coordinator, practice=practice)


@pytest.fixture
def german(practice, coordinator):
    return attached(practice, coordinator, text=GERMAN, name="bericht.txt", title="Bericht", language="de")


def starts(assessment, node_id="A1.1"):
    (found,) = Library(assessment).found(node_id).values()
    return [one.start for one in found]


def test_what_lies_near_is_found_in_another_language(assessment, german, model):
    assert starts(assessment) == []

    vectors.reckon(embedder=model)

    assert starts(assessment) == [0]


def test_nothing_is_found_where_nothing_lies_near(assessment, practice, coordinator, model):
    attached(practice, coordinator, text="Der Wagen hält jeden Morgen vor dem Haus.", language="de")

    vectors.reckon(embedder=model)

    assert starts(assessment) == []


def test_ranks_by_words_and_by_meaning_are_fused(assessment, practice, coordinator, model):
    attached(practice, coordinator)
    words = starts(assessment)

    vectors.reckon(embedder=model)

    assert starts(assessment) == words != []


def test_a_language_that_the_model_never_learnt_is_left_to_words(assessment, german):
    vectors.reckon(embedder=Tiny("en"))

    assert not Vector.objects.exists()


def test_each_text_is_reckoned_once(assessment, practice, coordinator, german, model):
    told = []
    first = vectors.reckon(embedder=model, told=lambda *said: told.append(said))
    asked = list(model.asked)

    attached(
        practice,
        coordinator,
        text=f"{GERMAN} Und nun zu etwas ganz anderem, das noch niemand wusste.",
        language="de",
    )
    second = vectors.reckon(embedder=model)

    assert told == [(first, first)]
    assert len(set(asked)) == len(asked) == first == Vector.objects.count() - 1
    assert (second, model.asked[len(asked) :]) == (
        1,
        ["Und nun zu etwas ganz anderem, das noch niemand wusste."],
    )


def test_work_is_kept_batch_by_batch(assessment, german, model, monkeypatch):
    monkeypatch.setattr(vectors, "AT_ONCE", 1)

    def break_off(done, _whole):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vectors.reckon(embedder=model, told=break_off)

    assert Vector.objects.count() == 2


def test_another_model_reckons_everything_anew(assessment, german, model):
    before = vectors.reckon(embedder=model)
    other = Tiny()
    other.name = "tiny 2"

    assert vectors.reckon(embedder=other) == before
    assert set(Vector.objects.values_list("model", flat=True)) == {"tiny 2"}


def test_what_was_reckoned_goes_with_the_document(assessment, practice, coordinator, german, model):
    other = attached(
        practice, coordinator, text=GERMAN.split(". ", maxsplit=1)[0] + ".", name="kurz.txt", language="de"
    )
    vectors.reckon(embedder=model)
    gone, shared = german.passages.last().digest, other.passages.get().digest

    actions.remove(document=german, reason="It names a person.", by=coordinator)

    kept = set(Vector.objects.values_list("digest", flat=True))
    assert shared in kept
    assert gone not in kept


def test_what_nobody_says_any_more_is_forgotten(assessment, german, model):
    vectors.reckon(embedder=model)
    Passage.objects.filter(order=1).delete()

    vectors.reckon(embedder=model)

    assert not any(
        "Wagen" in text for text in (german.text[one.start : one.end] for one in german.passages.all())
    )
    assert str(Vector.objects.get(digest=german.passages.get().digest)) == german.passages.get().digest
    assert not Vector.objects.filter(digest=vectors.digest(GERMAN.split(". ")[1])).exists()


def test_readers_are_warned_only_while_a_document_is_not_compared(
    assessment, practice, coordinator, german, model
):
    somali = attached(
        practice, coordinator, text="Warbixin ku saabsan dhagaxa.", name="so.txt", language="so"
    )
    assert set(Library(assessment).untranslated) == {german, somali}

    vectors.reckon(embedder=model)

    assert Library(assessment).untranslated == [somali]


def test_the_overview_asks_the_database_as_often_with_a_model(
    client, assessment, practice, coordinator, german, model, django_assert_max_num_queries
):
    vectors.reckon(embedder=model)
    client.force_login(coordinator)
    address = reverse("assessment_passages", args=[assessment.pk])
    page = client.get(address).content.decode()

    with django_assert_max_num_queries(25):
        client.get(address)

    assert "1 passage found" in page


def test_the_command_says_how_far_it_is(assessment, german, model, monkeypatch):
    def said():
        out = StringIO()
        call_command("embeddings", stdout=out)
        return out.getvalue()

    first, second = said(), said()
    monkeypatch.setattr(embeddings, "embedder", lambda: None)

    assert first.startswith(f"{Vector.objects.count()} of {Vector.objects.count()} …\ntiny 1: ")
    assert second.startswith("tiny 1: 0 texts in ")
    assert said() == "Passages are compared by their words alone.\n"
