"""A house's own templates: brought, used, replaced, taken out of use."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cairn.progress import bringing, facts
from tests.progress.factories import OWN, a_report, a_word_file


@pytest.fixture
def own(organisation, coordinator):
    return bringing.keep_layout(organisation=organisation, text=OWN, by=coordinator)


@pytest.fixture
def word(organisation, coordinator):
    return bringing.keep_word(organisation=organisation, name="City", content=a_word_file(), by=coordinator)


def page(visit, person, name, practice, *more, said=None):
    return visit(person, reverse(name, args=[practice.pk, *more]), said)


class TestActions:
    def test_a_template_is_offered_beside_ours(self, organisation, own):
        assert [layout.key for layout in facts.offered_to(organisation)] == [
            "six-monthly",
            "quarterly",
            "ours",
        ]
        assert "what_we_learned" in facts.sections_of(organisation)
        assert str(own) == "ours"

    def test_brought_again_it_takes_the_place_of_the_former(self, organisation, coordinator, own):
        text = OWN.replace("What we learned", "Otherwise")

        bringing.keep_layout(organisation=organisation, text=text, by=coordinator)

        assert [slot.title for layout in facts.offered_to(organisation)[2:] for slot in layout.slots] == [
            "Otherwise"
        ]

    def test_ours_are_not_overwritten(self, organisation, coordinator):
        with pytest.raises(ValidationError, match="“quarterly” comes with Cairn"):
            bringing.keep_layout(
                organisation=organisation, text=OWN.replace("ours", "quarterly"), by=coordinator
            )

    def test_a_report_keeps_the_template_it_was_begun_with(self, practice, organisation, coordinator, own):
        report = a_report(practice, coordinator, layout=facts.offered_to(organisation)[2])

        bringing.retire(brought=own, by=coordinator)

        assert [section.title for section in facts.paper_of(report).sections] == ["What we learned"]
        assert len(facts.offered_to(organisation)) == 2

    def test_a_word_file_of_the_same_name_takes_the_place_of_the_former(
        self, organisation, coordinator, word
    ):
        bringing.keep_word(organisation=organisation, name="City", content=b"other", by=coordinator)

        assert [bytes(one.content) for one in facts.words_of(organisation)] == [b"other"]
        assert str(word) == "City"


class TestPages:
    def test_what_there_is(self, visit, practice, coordinator, own, word):
        text = page(visit, coordinator, "progress_templates", practice).content.decode()

        assert "Six-monthly report" in text
        assert "Ours" in text
        assert "City" in text

    def test_nothing_of_ones_own_yet(self, visit, practice, coordinator):
        assert "No Word file yet" in page(visit, coordinator, "progress_templates", practice).content.decode()

    def test_bringing_a_template(self, visit, practice, organisation, coordinator):
        assert "id: quarterly" in page(visit, coordinator, "progress_layout_new", practice).content.decode()
        file = SimpleUploadedFile("ours.yaml", OWN.encode())

        answer = page(visit, coordinator, "progress_layout_new", practice, said={"file": file})

        assert answer["Location"] == reverse("progress_templates", args=[practice.pk])
        assert facts.layouts_of(organisation).get().key == "ours"

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"\xff\xfe\x00", "not a text in UTF-8"),
            (b"x" * 200_001, "larger than a template"),
            (b"id: a\nname: a\nsections: [{title: A, figures: [x]}]", "There are no figures"),
        ],
    )
    def test_what_is_wrong_with_it(self, visit, practice, coordinator, content, said):
        file = SimpleUploadedFile("ours.yaml", content)

        answer = page(visit, coordinator, "progress_layout_new", practice, said={"file": file})

        assert answer.status_code == 422
        assert said in answer.content.decode()

    @pytest.mark.parametrize("key", ["quarterly", "ours"])
    def test_taking_a_template_away(self, visit, practice, coordinator, own, key):
        answer = page(visit, coordinator, "progress_layout", practice, key)

        assert f"id: {key}" in answer.content.decode()

    def test_no_such_template(self, visit, practice, coordinator):
        assert page(visit, coordinator, "progress_layout", practice, "strange").status_code == 404

    def test_taking_a_word_file_away(self, visit, practice, coordinator, word):
        answer = page(visit, coordinator, "progress_word", practice, word.pk)

        assert answer.content == bytes(word.content)

    def test_every_word(self, visit, practice, coordinator, own):
        text = page(visit, coordinator, "progress_words", practice).content.decode()

        assert "{{ people.unique }}" in text
        assert "{{ tables.budget.categories }}" in text
        assert "{{ texts.what_we_learned }}" in text
        assert "{{ texts.summary }}" in text

    def test_out_of_use(self, visit, practice, organisation, coordinator, own, word):
        page(visit, coordinator, "progress_layout_retire", practice, own.pk, said={})
        page(visit, coordinator, "progress_word_retire", practice, word.pk, said={})

        assert not facts.layouts_of(organisation)
        assert not facts.words_of(organisation)
