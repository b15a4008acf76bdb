import csv
import io

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from cairn.assessments import actions as assessments
from cairn.common.conflict import Conflict
from cairn.curation import actions, facts
from cairn.curation.models import Collection, Place
from cairn.publications import actions as publications
from tests.assessments.factories import a_practice, an_assessment, mark


@pytest.fixture
def collection(organisation, editor):
    return actions.begin(
        organisation=organisation,
        title="Words first",
        introduction="For *beginners*.",
        language="en",
        by=editor,
    )


@pytest.fixture
def publish(organisation, coordinator):
    def one(title):
        assessment = an_assessment(
            organisation, coordinator, practice=a_practice(organisation, coordinator, title=title)
        )
        mark(assessment, coordinator, A1_1="met", A1_2="not-met")
        return assessments.publish(assessment=assessment, by=coordinator)

    return one


def gathered(collection, editor, *publications_):
    return [
        actions.put(collection=collection, practice=one.practice, reason=f"Why {one.title}", by=editor)
        for one in publications_
    ]


def titles(collection):
    return [shown.place.practice.title for shown in facts.contents(collection)]


def test_an_editor_gathers_practices_in_an_order(collection, editor, publish):
    gathered(collection, editor, publish("Bread"), publish("Words"), publish("Gardens"))
    third = collection.places.last()

    actions.move_up(place=third)

    assert titles(collection) == ["Bread", "Gardens", "Words"]
    assert str(third) == "Words first: Gardens"
    actions.move_up(place=collection.places.first())
    assert titles(collection) == ["Bread", "Gardens", "Words"]
    actions.take_out(place=collection.places.first())
    assert titles(collection) == ["Gardens", "Words"]


def test_a_practice_stands_once_and_gets_the_later_reason(collection, editor, publish):
    bread = publish("Bread")
    gathered(collection, editor, bread)

    actions.put(collection=collection, practice=bread.practice, reason="A better one", by=editor)

    assert [place.reason for place in collection.places.all()] == ["A better one"]


def test_what_is_not_public_or_has_no_reason_is_refused(
    collection, editor, publish, organisation, coordinator
):
    with pytest.raises(ValidationError, match="Only published practices"):
        actions.put(
            collection=collection, practice=a_practice(organisation, coordinator), reason="x", by=editor
        )
    with pytest.raises(ValidationError, match="Say in a sentence why"):
        actions.put(collection=collection, practice=publish("Bread").practice, reason="  ", by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.create(
            collection=collection,
            practice=publish("More").practice,
            order=1,
            reason="",
            put_by=editor,
        )


def test_an_empty_collection_is_not_shown(collection, editor, publish):
    with pytest.raises(ValidationError, match="at least one practice"):
        actions.show(collection=collection)

    gathered(collection, editor, publish("Bread"))
    shown = actions.show(collection=collection)

    assert list(facts.shown()) == [shown]
    actions.hide(collection=shown)
    assert list(facts.shown()) == []


def test_two_editors_see_each_others_words(collection):
    actions.revise(collection=collection, revision=1, title="Theirs", introduction="", language="en")

    with pytest.raises(Conflict) as conflict:
        actions.revise(collection=collection, revision=1, title="Mine", introduction="", language="en")

    assert (conflict.value.theirs.title, conflict.value.fields) == ("Theirs", ("title",))
    same = actions.revise(collection=collection, revision=1, title="Theirs", introduction="", language="en")
    assert same.revision == 2


def test_a_withdrawn_practice_leaves_the_page_and_the_editor_is_told(
    client, collection, editor, publish, coordinator
):
    bread, words = publish("Bread"), publish("Words")
    gathered(collection, editor, bread, words)
    actions.show(collection=collection)
    publications.withdraw(publication=bread, by=coordinator, reason="It has ended.")

    page = Client().get(collection.get_absolute_url()).content.decode()

    assert "Why Words" in page
    assert "Why Bread" not in page
    client.force_login(editor)
    assert "withdrawn since" in client.get(reverse("collection_edit", args=[collection.pk])).content.decode()


def test_everyone_reads_what_is_shown_and_nobody_else_what_is_not(collection, editor, stranger, publish):
    gathered(collection, editor, publish("Bread"))
    address = collection.get_absolute_url()
    assert Client().get(address).status_code == 404
    foreign, own = Client(), Client()
    foreign.force_login(stranger)
    own.force_login(editor)
    assert foreign.get(address).status_code == 404
    assert "Edit this collection" in own.get(address).content.decode()

    actions.show(collection=collection)

    page = Client().get(address).content.decode()
    assert "<em>beginners</em>" in page
    assert "Edit this collection" not in page
    assert "Words first" in Client().get(reverse("collections")).content.decode()
    assert "Edit this collection" not in foreign.get(address).content.decode()


def test_a_collection_is_taken_away_as_a_table(client, collection, editor, publish):
    gathered(collection, editor, publish("Bread"))
    actions.show(collection=collection)

    answer = client.get(reverse("collection_export", args=[collection.slug, "csv"]))

    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (row["Practice"], row["Why it belongs here"]) == ("Bread", "Why Bread")
    assert (row["Items met"], row["Items judged"]) == ("1", "2")


def test_a_collection_is_made_without_scripts(client, editor, organisation, publish):
    publish("Bread and Words")
    client.force_login(editor)
    assert "No collection yet" in client.get(reverse("collections_own")).content.decode()

    said = {"organisation": organisation.pk, "title": "New", "introduction": "", "language": "fr"}
    address = client.post(reverse("collection_new"), said).url
    found = client.get(address, {"q": "bread"}).content.decode()
    assert 'name="bread-and-words-practice"' in found
    put = {"bread-and-words-practice": "bread-and-words", "bread-and-words-reason": "Because."}
    collection = Collection.objects.get()
    assert client.post(reverse("collection_put", args=[collection.pk]), put).url == address
    assert client.post(reverse("collection_show", args=[collection.pk])).url == address

    assert (collection.slug, collection.language, titles(collection)) == ("new", "fr", ["Bread and Words"])
    assert "Nothing else was found" in client.get(address, {"q": "bread"}).content.decode()
    assert "New" in client.get(reverse("collections_own")).content.decode()
    assert client.post(reverse("collection_show", args=[collection.pk])).url == address
    assert not facts.shown().exists()


def test_places_move_and_leave_from_the_page(client, collection, editor, publish):
    _first, second = gathered(collection, editor, publish("Bread"), publish("Words"))
    client.force_login(editor)

    client.post(reverse("collection_up", args=[collection.pk, second.pk]))
    assert titles(collection) == ["Words", "Bread"]
    client.post(reverse("collection_out", args=[collection.pk, second.pk]))

    assert titles(collection) == ["Bread"]


def test_what_cannot_be_done_is_said_and_nothing_is_lost(client, collection, editor, publish):
    publish("Bread")
    client.force_login(editor)
    address = reverse("collection_edit", args=[collection.pk])

    refused = client.post(reverse("collection_put", args=[collection.pk]), {"bread-practice": "bread"})
    assert refused.status_code == 400
    assert "Say in a sentence why it belongs here" in refused.content.decode()
    empty = client.post(reverse("collection_show", args=[collection.pk]))
    assert "at least one practice" in empty.content.decode()
    untitled = client.post(address, {"title": "", "introduction": "Kept words", "language": "en"})
    assert "Kept words" in untitled.content.decode()
    assert client.post(reverse("collection_new"), {"title": ""}).status_code == 200
    unknown = {"x-practice": "nowhere", "x-reason": "Because."}
    assert client.post(reverse("collection_put", args=[collection.pk]), unknown).status_code == 404


def test_words_that_clash_stay_in_the_form(client, collection, editor):
    actions.revise(collection=collection, revision=1, title="Theirs", introduction="", language="en")
    client.force_login(editor)
    address = reverse("collection_edit", args=[collection.pk])
    mine = {"title": "Mine", "introduction": "", "language": "en", "revision": "1"}

    page = client.post(address, mine)

    assert page.status_code == 409
    assert all(words in page.content.decode() for words in ("Theirs", 'value="Mine"', 'value="2"'))
    assert client.post(address, mine | {"revision": "2"}).status_code == 302
    assert str(Collection.objects.get()) == "Mine"


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same_at_any_length(
    client, collection, editor, publish, number, django_assert_num_queries
):
    gathered(collection, editor, *(publish(f"Bread {n}") for n in range(number)))
    actions.show(collection=collection)

    with django_assert_num_queries(3):
        page = Client().get(collection.get_absolute_url()).content.decode()
    assert page.count("Why Bread") == number
    for n in range(number - 1):
        other = actions.begin(
            organisation=collection.organisation, title=f"T{n}", introduction="", language="en", by=editor
        )
        actions.put(
            collection=other, practice=collection.places.first().practice, reason="As well", by=editor
        )
        actions.show(collection=other)
    with django_assert_num_queries(2):
        listed = Client().get(reverse("collections")).content.decode()
    assert listed.count('class="card"') == number
    client.force_login(editor)
    with django_assert_num_queries(6):
        client.get(reverse("collections_own"))


@pytest.mark.parametrize("number", [1, 3])
def test_a_workshop_costs_the_same_at_any_length(
    client, collection, editor, publish, number, django_assert_num_queries
):
    gathered(collection, editor, *(publish(f"Bread {n}") for n in range(number)))
    for n in range(number):
        publish(f"Salt {n}")
    client.force_login(editor)

    with django_assert_num_queries(9):
        page = client.get(reverse("collection_edit", args=[collection.pk]), {"q": "salt"}).content.decode()

    assert page.count("Why Bread") == number
    assert page.count("Put it in") == number


def test_without_collections_the_page_leads_on(client, db):
    assert "No collection is shown yet" in client.get(reverse("collections")).content.decode()


@pytest.mark.parametrize("name", ["collections_own", "collection_new"])
def test_who_edits_nowhere_finds_no_workshop(client, reader, name):
    client.force_login(reader)

    assert client.get(reverse(name)).status_code == 404
