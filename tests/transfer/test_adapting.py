import csv
import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cairn.assessments.facts import portrait_of
from cairn.common.conflict import Conflict
from cairn.publications import actions as publications
from cairn.publications.portrait import Tool
from cairn.transfer import actions, facts
from cairn.transfer.beginning import parts_of
from cairn.transfer.enums import Choice, State
from cairn.transfer.models import Adaptation, Element
from tests.assessments.factories import an_assessment, say
from tests.publications.factories import a_publication


@pytest.fixture
def publication(organisation, coordinator):
    return a_publication(organisation, coordinator, funding="A city fund.")


@pytest.fixture
def adapt(publication, stranger):
    def one(title="Bread in Ghent"):
        house = stranger.memberships.get().organisation
        return actions.begin(publication=publication, organisation=house, title=title, by=stranger)

    return one


@pytest.fixture
def adapter(client, stranger):
    client.force_login(stranger)
    return client


def read(client, name, *arguments):
    return client.get(reverse(name, args=arguments)).content.decode()


def write(client, name, *arguments, **said):
    return client.post(reverse(name, args=arguments), said)


def element(adaptation, label):
    return adaptation.elements.get(label=label)


def everything(adaptation, **said):
    """What the page of the elements sends, with some of it changed."""
    sent = {"revision": adaptation.revision}
    for row in adaptation.elements.all():
        key = f"element-{row.pk}"
        sent |= {f"{key}-choice": row.choice, f"{key}-what": row.what, f"{key}-why": row.why}
    return sent | said


def test_every_part_of_the_source_waits_for_a_decision(adapt):
    adaptation = adapt()

    assert str(adaptation) == "Bread in Ghent"
    assert adaptation.source_title == "Bread and Words"
    labels = [str(each) for each in adaptation.elements.all()]
    assert {"Staff and volunteers", "Funding", "Does A1 hold?", "Does B1 hold?"} <= set(labels)
    assert element(adaptation, "Funding").source == "A city fund."
    assert set(adaptation.elements.values_list("choice", flat=True)) == {Choice.OPEN}
    assert str(adaptation.changes.get()) == f"{adaptation.pk} r1"


def test_the_tools_of_the_source_are_named(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    tools = (Tool("A word list", "https://example.org/words"), Tool("A game"))
    say(assessment, coordinator, "A1", tools=tools)

    parts = dict(parts_of(portrait_of(assessment)))

    assert parts["Tools and materials"] == "A word list (https://example.org/words)\nA game"


def test_what_was_withdrawn_cannot_be_adapted(publication, coordinator, adapt, adapter):
    publications.withdraw(publication=publication, by=coordinator, reason="It has ended.")
    publication.refresh_from_db()

    with pytest.raises(ValidationError, match="withdrawn"):
        adapt()
    begin = reverse("adaptation_begin", args=[publication.practice.slug, 1])
    assert adapter.get(begin).status_code == 404


def test_it_begins_on_the_public_page(adapter, publication, client):
    address = reverse("adaptation_begin", args=[publication.practice.slug, 1])
    assert address in adapter.get(publication.get_absolute_url()).content.decode()
    assert "Adapt this practice" in adapter.get(address).content.decode()
    house = facts.adapters(client.get(address).wsgi_request.user).get()

    answer = client.post(address, {"title": "Ours", "organisation": house.pk})

    assert answer.url == Adaptation.objects.get().get_absolute_url()


def test_whoever_departs_from_the_source_says_why(adapt, adapter):
    adaptation = adapt()
    key = f"element-{element(adaptation, 'Funding').pk}"

    refused = write(
        adapter,
        "adaptation_edit",
        adaptation.pk,
        "elements",
        **everything(adaptation, **{f"{key}-choice": "changed"}),
    )

    assert refused.status_code == 422
    assert "departs from the source" in refused.content.decode()
    said = {f"{key}-choice": "changed", f"{key}-what": "Two towns pay.", f"{key}-why": "No city fund here."}
    write(adapter, "adaptation_edit", adaptation.pk, "elements", **everything(adaptation, **said))
    page = read(adapter, "adaptation", adaptation.pk)
    assert "Why: No city fund here." in page
    assert "1 of 13 parts decided" in page
    with pytest.raises(IntegrityError), transaction.atomic():
        Element.objects.update(choice=Choice.LEFT_OUT, why="")


def test_parts_and_steps_are_added(adapt, adapter):
    adaptation = adapt()

    write(
        adapter, "adaptation_add", adaptation.pk, "elements", label="A garden", what="", why="There is land."
    )
    write(
        adapter,
        "adaptation_add",
        adaptation.pk,
        "schedule",
        what="Visit them",
        due_on="2030-02-01",
        who="Team",
    )
    refused = write(adapter, "adaptation_add", adaptation.pk, "schedule", what="")

    assert refused.status_code == 422
    assert element(adaptation, "A garden").choice == Choice.ADDED
    step = adaptation.steps.get()
    assert str(step) == "Visit them"
    said = {f"step-{step.pk}-what": "Visit them twice", f"step-{step.pk}-done": "on", "revision": 3}
    write(adapter, "adaptation_edit", adaptation.pk, "schedule", **said)
    page = read(adapter, "adaptation", adaptation.pk)
    assert "“Visit them” became “Visit them twice”" in page
    assert write(adapter, "adaptation_add", adaptation.pk, "needs").status_code == 404
    assert adapter.get(reverse("adaptation_edit", args=[adaptation.pk, "nowhere"])).status_code == 404
    with pytest.raises(ValidationError, match="Say why"):
        actions.add_element(adaptation=adaptation, label="Bees", what="", why="", by=adaptation.made_by)
    with pytest.raises(ValidationError):
        actions.add_step(adaptation=adaptation, what="", due_on=None, who="", by=adaptation.made_by)


def test_exchanges_are_logged(adapt, adapter):
    adaptation = adapt()

    refused = write(adapter, "adaptation_exchange", adaptation.pk, on="2030-01-01", with_whom="Coordinator")
    write(
        adapter,
        "adaptation_exchange",
        adaptation.pk,
        on="2030-01-01",
        with_whom="Coordinator",
        how="A visit",
        learnt="Start small.",
    )

    assert refused.status_code == 422
    assert str(adaptation.exchanges.get()) == "2030-01-01: Coordinator"
    assert "Start small." in read(adapter, "adaptation", adaptation.pk)


def test_it_is_stopped_for_a_reason(adapt, stranger):
    adaptation = adapt()
    with pytest.raises(ValidationError, match="Say why"):
        actions.revise(adaptation=adaptation, revision=1, said={"state": State.STOPPED}, by=stranger)

    said = {"state": State.STOPPED, "reason": "No money."}
    stopped = actions.revise(adaptation=adaptation, revision=1, said=said, by=stranger)
    again = actions.revise(adaptation=stopped, revision=2, said={"state": State.UNDER_WAY}, by=stranger)

    assert again.reason == ""
    assert again.changes.first().before == {"state": "stopped", "reason": "No money."}
    with pytest.raises(ValidationError):
        actions.revise(adaptation=adaptation, revision=3, said={"title": ""}, by=stranger)


def test_a_day_that_is_none_is_asked_again(adapt, adapter):
    adaptation = adapt()

    answer = write(adapter, "adaptation_edit", adaptation.pk, "assessment", revision=1, assess_on="soon")

    assert answer.status_code == 422
    assert 'value="soon"' in answer.content.decode()
    adaptation.refresh_from_db()
    assert (adaptation.assess_on, adaptation.revision) == (None, 1)


def test_two_people_do_not_write_over_each_other(adapt, adapter, stranger, criteria):
    adaptation = adapt()
    said = {"money": "Theirs", "know_how": "A course"}
    actions.revise(adaptation=adaptation, revision=1, said=said, by=stranger)
    with pytest.raises(Conflict):
        actions.revise(adaptation=adaptation, revision=1, said={"money": "Mine"}, by=stranger)
    same = actions.revise(adaptation=adaptation, revision=1, said={"money": "Theirs"}, by=stranger)
    assert same.revision == 2

    answer = write(
        adapter, "adaptation_edit", adaptation.pk, "conditions", revision=1, money="Mine", know_how=""
    )

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Someone else changed this meanwhile" in page
    assert "A course" in page
    write(
        adapter, "adaptation_edit", adaptation.pk, "conditions", revision=2, money="Mine", know_how="A course"
    )
    adaptation.refresh_from_db()
    assert adaptation.money == "Mine"
    plan = {"revision": 3, "assess_on": "2031-05-01", "framework": criteria.pk, "assess_how": "Yearly."}
    write(adapter, "adaptation_edit", adaptation.pk, "assessment", **plan)
    adaptation.refresh_from_db()
    assert (adaptation.assess_on, adaptation.framework) == (date(2031, 5, 1), criteria)
    assert "May 1, 2031" in read(adapter, "adaptation", adaptation.pk)
    place = {"revision": 4, "title": "Bread in Ghent", "country": "BE", "place": "Ghent"}
    write(adapter, "adaptation_edit", adaptation.pk, "context", **place)
    assert "Belgium" in read(adapter, "adaptation", adaptation.pk)


def test_what_became_of_the_source_is_said(adapt, adapter, publication, organisation, coordinator):
    adaptation = adapt()
    a_publication(organisation, coordinator, practice=publication.practice)
    publications.withdraw(publication=publication, by=coordinator, reason="A name was in it.")

    page = read(adapter, "adaptation", adaptation.pk)

    assert "Read edition 2" in " ".join(page.split())
    assert "A name was in it." in page
    assert "was withdrawn since" in page


def test_an_empty_list_says_where_to_begin(adapter):
    assert "No practice is adapted yet" in read(adapter, "adaptations")


def test_the_list_asks_the_same_number_of_questions_for_one_and_for_three(adapt, adapter):
    adapt()
    with CaptureQueriesContext(connection) as for_one:
        adapter.get(reverse("adaptations"))
    adapt("Second")
    adapt("Third")

    with CaptureQueriesContext(connection) as for_three:
        page = read(adapter, "adaptations")

    assert len(for_three) == len(for_one)
    assert "Second" in page
    table = adapter.get(reverse("adaptations_export", args=["csv"])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["Parts decided"] for row in rows] == ["0"] * 3


@pytest.mark.parametrize("place", [[], ["elements"], ["schedule"]])
def test_an_adaptation_asks_the_same_number_of_questions_with_three_rows(adapt, adapter, stranger, place):
    adaptation = adapt()

    def add(words):
        actions.add_element(adaptation=adaptation, label=words, what="", why="We can.", by=stranger)
        actions.add_step(adaptation=adaptation, what=words, due_on=None, who="", by=stranger)
        learnt = {"on": date(2030, 1, 2), "with_whom": words, "how": "A visit", "learnt": "Start small."}
        actions.log(adaptation=adaptation, by=stranger, **learnt)

    name = "adaptation_edit" if place else "adaptation"
    add("First")
    with CaptureQueriesContext(connection) as for_one:
        assert "First" in read(adapter, name, adaptation.pk, *place)
    add("Second")
    add("Third")

    with CaptureQueriesContext(connection) as for_three:
        assert "Third" in read(adapter, name, adaptation.pk, *place)

    assert len(for_three) == len(for_one)


def test_others_do_not_find_it(client, adapt, coordinator):
    adaptation = adapt()
    client.force_login(coordinator)

    assert client.get(adaptation.get_absolute_url()).status_code == 404
    assert "Bread in Ghent" not in read(client, "adaptations")


def test_a_practice_counts_what_others_make_of_it_once_they_have_begun(adapt, publication, stranger):
    adaptation = adapt()
    assert not facts.adapted(publication.practice_id)

    actions.revise(adaptation=adaptation, revision=1, said={"state": State.UNDER_WAY}, by=stranger)

    assert facts.adapted(publication.practice_id).get() == adaptation
