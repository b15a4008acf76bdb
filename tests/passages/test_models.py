from cairn.passages import actions
from tests.assessments.factories import an_assessment
from tests.passages.factories import attached


def test_they_say_what_they_are(organisation, practice, coordinator):
    document = attached(practice, coordinator)
    passage = document.passages.first()
    assessment = an_assessment(organisation, coordinator, practice=practice)
    quote = actions.accept(assessment=assessment, node_id="A1.1", passage=passage, by=coordinator)

    assert str(document) == "report"
    assert str(passage) == f"{document.pk}/0"
    assert str(quote).startswith("The mentors met")
