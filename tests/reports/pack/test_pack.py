from datetime import date

import pypdfium2
import pytest
from django.urls import reverse
from django.utils.translation import override

from cairn.publications import actions as publications
from cairn.reports import pack
from cairn.transfer import actions, facts
from tests.publications.factories import a_publication

SLY = '#panic("run") #read("/etc/passwd") $x$ @ref <b>bold</b> = *no* \\ "quoted"'


@pytest.fixture
def publication(organisation, coordinator):
    return a_publication(organisation, coordinator, funding="A city fund.")


@pytest.fixture
def adaptation(publication, stranger):
    house = stranger.memberships.get().organisation
    return actions.begin(publication=publication, organisation=house, title="Bread in Ghent", by=stranger)


@pytest.fixture
def taken(client, stranger, adaptation):
    """The answer with the pack in it, in a language."""
    client.force_login(stranger)

    def taken(language="en"):
        answer = client.get(
            reverse("adaptation_pack", args=[adaptation.pk]), headers={"Accept-Language": language}
        )
        assert answer.status_code == 200
        return answer

    return taken


def revise(adaptation, by, **said):
    adaptation.refresh_from_db()
    return actions.revise(adaptation=adaptation, revision=adaptation.revision, said=said, by=by)


def words_of(answer):
    pages = pypdfium2.PdfDocument(answer.content)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_pack_says_what_is_taken_over_and_why(taken, adaptation, publication, stranger):
    row = adaptation.elements.get(label="Funding")
    key = f"element-{row.pk}"
    choice = {f"{key}-choice": "changed", f"{key}-what": "Two towns pay.", f"{key}-why": "No city fund here."}
    place = {"country": "BE", "place": "Ghent", "needs": "A hundred people wait.", "money": "Still missing."}
    revise(adaptation, stranger, assess_on=date(2031, 5, 1), **place, **choice)
    learnt = {
        "on": date(2030, 1, 2),
        "with_whom": "The coordinator",
        "how": "A visit",
        "learnt": "Start small.",
    }
    actions.log(adaptation=adaptation, by=stranger, **learnt)
    actions.add_step(
        adaptation=adaptation, what="Visit them", due_on=date(2030, 2, 1), who="Team", by=stranger
    )

    answer = taken()

    assert answer["Content-Disposition"] == 'attachment; filename="bread-in-ghent-pack.pdf"'
    words = words_of(answer)
    for said in (
        *("Bread in Ghent", "Somewhere Else", "Bread and Words", "1 of 13 parts decided", "Belgium"),
        *("A hundred people wait.", "Two towns pay.", "No city fund here.", "Not decided yet"),
        *("Still missing.", "Start small.", "Jan. 2, 2030", "Visit them", "Feb. 1, 2030", "May 1, 2031"),
        "3 entries in its history say who changed what.",
    ):
        assert said in words
    assert f"http://testserver{publication.get_absolute_url()}" in words.replace(" ", "")


def test_the_pack_is_tagged_and_titled(taken):
    content = taken().content

    assert pypdfium2.PdfDocument(content).get_metadata_value("Title") == "Bread in Ghent"
    assert b"pdfuaid" in content
    assert b"/StructTreeRoot" in content


def test_an_early_pack_says_what_is_missing(taken, adaptation):
    adaptation.elements.all().delete()

    words = words_of(taken())

    assert "Not yet recorded" in words
    assert "No part of the practice is listed." in words
    assert "Nobody was spoken to yet." in words
    assert "No step is planned yet." in words


def test_what_people_write_is_printed_and_never_run(taken, adaptation, stranger):
    revise(adaptation, stranger, title=SLY, needs=SLY)
    actions.add_element(adaptation=adaptation, label=SLY, what=SLY, why=SLY, by=stranger)

    assert SLY in words_of(taken())


def test_an_arabic_pack_runs_from_right_to_left(taken, adaptation, stranger):
    revise(
        adaptation, stranger, title="خبز في المدينة", needs="123\nلا", audience="Families", know_how="2031"
    )

    answer = taken("ar")

    assert b"/Lang(ar)" in answer.content
    page = pypdfium2.PdfDocument(answer.content)[0]
    text = page.get_textpage()
    assert "Families" in text.get_text_range()
    assert any("\u0600" <= letter <= "\u06ff" or letter >= "\ufb50" for letter in text.get_text_range())


def test_addresses_and_names_keep_their_own_order_in_an_arabic_pack(adaptation, stranger):
    seen = facts.visible_to(stranger).get()

    with override("ar"):
        words = pack.words_of(seen, address="http://testserver/a/1/", source_address="http://testserver/b/")

    assert words["rtl"]
    assert words["history"]["address"] == {"text": "http://testserver/a/1/", "dir": "ltr"}
    assert words["heading"] == {"text": "Bread in Ghent", "dir": "ltr"}
    assert words["history"]["text"]["dir"] == "rtl"


def test_what_became_of_the_source_is_printed(
    taken, adaptation, publication, organisation, coordinator, stranger
):
    a_publication(organisation, coordinator, practice=publication.practice)
    publications.withdraw(publication=publication, by=coordinator, reason="A name was in it.")
    revise(adaptation, stranger, state="stopped", reason="No money.")

    words = words_of(taken())

    assert "This edition was withdrawn since: A name was in it." in words
    assert "The source has a newer edition, number 2." in words
    assert "No money." in words


def test_others_get_no_pack(client, adaptation, coordinator):
    client.force_login(coordinator)

    assert client.get(reverse("adaptation_pack", args=[adaptation.pk])).status_code == 404
