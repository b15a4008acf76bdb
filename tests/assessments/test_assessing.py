from cairn.assessments.templatetags.assessing import counts_of
from tests.assessments.factories import mark


def test_only_standings_that_are_there_are_counted(assessment, coordinator):
    mark(assessment, coordinator, A1_1="met", A1_2="not-met")

    assert counts_of(assessment) == [
        ("met", "Met", 1),
        ("not_met", "Not met", 1),
        ("unknown", "Not decided", 3),
    ]
