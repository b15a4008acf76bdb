import pytest
from django.utils.translation import override

from cairn.assessments import actions, facts
from cairn.frameworks.enums import Mode, Standing
from cairn.frameworks.shape import Applies
from cairn.people.enums import Permission
from cairn.practices import actions as practices
from cairn.publications.portrait import Tool
from tests.assessments.factories import a_framework, a_grid, an_assessment, item, mark, question, say


def test_people_see_the_assessments_of_their_organisation(assessment, reader, stranger):
    assert list(facts.visible_to(reader)) == [assessment]
    assert not facts.visible_to(reader, Permission.ASSESS).exists()
    assert not facts.visible_to(stranger).exists()


def test_commands_name_an_assessment_by_its_number(assessment):
    assert facts.numbered(assessment.pk) == assessment


def test_assessments_of_a_practice_come_newest_first(assessment, organisation, coordinator):
    later = an_assessment(organisation, coordinator, practice=assessment.practice)

    assert list(facts.assessments_of(assessment.practice)) == [later, assessment]


def test_history_is_newest_first_and_tells_what_was_undone(assessment, assessor, django_assert_num_queries):
    change = say(assessment, assessor, "A1.1", level="met").changes[0]
    undoing = actions.undo(change=change, by=assessor)

    with django_assert_num_queries(1):
        told = [(each, each.by.name, hasattr(each, "undone_by")) for each in facts.history(assessment)]

    assert told == [(undoing, "Asad", False), (change, "Asad", True)]


def test_a_portrait_holds_what_was_said(assessment, assessor):
    mark(assessment, assessor, A1_1="met", A1_2="not_applicable")
    say(assessment, assessor, "A1.1", note="Seen.", wording="Stones lie well here.")
    say(assessment, assessor, "A1", narrative="It *holds*.", tools=(Tool("Guide", "https://example.org"),))
    say(assessment, assessor, "B", left_out=True, left_out_reason="Another day.")

    portrait = facts.portrait_of(assessment)

    by_id = {node.id: node for node in portrait.walk()}
    assert by_id["A1.1"].mark.label == "Met"
    assert (by_id["A1.1"].mark.note, by_id["A1.1"].mark.wording) == ("Seen.", "Stones lie well here.")
    assert by_id["A1.2"].mark.label == "Does not apply"
    assert by_id["A1"].tools == (Tool("Guide", "https://example.org"),)
    assert by_id["B"].left_out == "Another day."
    assert (portrait.tally.met, portrait.tally.left_out, portrait.tally.unknown) == (1, 1, 2)
    assert portrait.assessed_on is not None


def test_wording_equal_to_the_frameworks_is_not_repeated(assessment, assessor):
    say(assessment, assessor, "A1.1", wording="Stone A1.1 lies well.")

    assert facts.portrait_of(assessment).items[0].mark.wording == ""


def test_a_portrait_names_codes_in_its_own_language(assessment):
    practice = facts.portrait_of(assessment).practice

    assert practice.country.label == "Belgium"
    assert [language.label for language in practice.languages] == ["French", "Tigrinya"]
    assert [group.label for group in practice.target_groups] == ["Women"]


def test_nothing_said_has_no_day_and_an_unnamed_place_no_country(organisation, coordinator):
    assessment = an_assessment(organisation, coordinator)
    assessment.practice.country = ""

    portrait = facts.portrait_of(assessment, "fr")

    assert portrait.assessed_on is None
    assert portrait.practice.country is None
    assert portrait.language == "fr"


def test_what_does_not_apply_to_the_practice_is_shown_so(organisation, coordinator):
    for_men = Applies(axis="target-groups", any_of=("men",))
    framework = a_framework(question("Q", item("Q.1"), applies=for_men), question("R", item("R.1")))
    assessment = an_assessment(organisation, coordinator, framework)
    mark(assessment, coordinator, Q_1="met", R_1="met")

    standings = [node.mark.standing for node in facts.portrait_of(assessment).items]

    assert standings == [Standing.NOT_APPLICABLE, Standing.MET]
    assert facts.score_of(assessment).overall.not_applicable == 1


@pytest.mark.parametrize("count", [3, 33])
def test_a_portrait_costs_one_query_whatever_its_size(
    organisation, coordinator, count, django_assert_num_queries
):
    an_assessment(organisation, coordinator, a_grid(count))
    assessment = facts.visible_to(coordinator).get()

    with django_assert_num_queries(1):
        facts.portrait_of(assessment)


def test_a_portrait_speaks_the_assessments_language_and_says_who_has_not_checked_it(
    criteria, organisation, coordinator
):
    practice = practices.create(organisation=organisation, by=coordinator, title="Pas à pas")
    assessment = actions.start(
        practice=practice, framework_version=criteria, mode=Mode.SELF, language="fr", by=coordinator
    )

    french = facts.portrait_of(assessment)
    english = facts.portrait_of(assessment, "en")

    assert french.framework.title == "Critères de bonne pratique"
    assert french.nodes[0].short == english.nodes[0].short == "Inclusion"
    assert french.nodes[0].text == "Inclusion et participation"
    assert french.framework.translation
    assert english.framework.translation == ""


def test_working_pages_speak_the_readers_language(criteria, organisation, coordinator):
    assessment = actions.start(
        practice=practices.create(organisation=organisation, by=coordinator, title="Pas à pas"),
        framework_version=criteria,
        mode=Mode.SELF,
        language="en",
        by=coordinator,
    )

    with override("ar"):
        assert facts.framework_shown(assessment).title == "معايير الممارسة الجيدة"
        assert facts.outline_of(assessment).framework.language == "ar"


def test_marks_are_named_in_the_language_of_the_portrait(criteria, organisation, coordinator):
    assessment = actions.start(
        practice=practices.create(organisation=organisation, by=coordinator, title="Pas à pas"),
        framework_version=criteria,
        mode=Mode.SELF,
        language="fr",
        by=coordinator,
    )
    mark(assessment, coordinator, I1_1="partly")

    def named(language):
        marks = [node.mark for node in facts.portrait_of(assessment, language).walk() if node.mark]
        return marks[0].level, marks[0].label

    assert named("fr") == ("partly", "Rempli en partie")
    assert named("ar") == ("partly", "مستوفى جزئيًا")
    assert named("de") == named("en") == ("partly", "Partly met")
