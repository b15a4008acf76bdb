from dataclasses import replace

import pytest

from cairn.assessments import actions as assessments
from cairn.publications import actions as publications
from cairn.reports import facts
from cairn.reports.faults import ReportFault


def test_every_folder_is_a_writer():
    assert set(facts.writers()) == {"docx", "html", "json", "jsonld", "pdf", "xlsx"}


def test_files_are_named_plainly(portrait):
    assert facts.file_name(portrait, "pdf") == "steady-steps-2024-05-02.pdf"
    assert facts.file_name(portrait, "pdf", edition=2) == "steady-steps-edition-2.pdf"

    nameless = replace(portrait, assessed_on=None, practice=replace(portrait.practice, slug="", title="!"))
    assert facts.file_name(nameless, "pdf") == "practice.pdf"


def test_an_unknown_format_is_told_with_those_there_are(portrait):
    with pytest.raises(ReportFault, match=r"no format “odt”.*docx, html, json"):
        facts.written(portrait, "odt")


def test_only_some_formats_take_a_template(portrait):
    with pytest.raises(ReportFault, match="“pdf” takes no template"):
        facts.written(portrait, "pdf", b"")
    assert facts.own_template("docx")[:2] == b"PK"


def test_reports_are_asked_for_by_number_or_name(assessment, coordinator):
    assert facts.named(str(assessment.pk)).edition is None

    publication = assessments.publish(assessment=assessment, by=coordinator)

    assert facts.named("steady-steps").edition == publication.edition
    assert facts.named("steady-steps@1").portrait == facts.named("steady-steps").portrait


def test_a_withdrawn_edition_is_not_written_again(assessment, coordinator):
    publication = assessments.publish(assessment=assessment, by=coordinator)
    publications.withdraw(publication=publication, by=coordinator, reason="A place could be recognised.")

    with pytest.raises(ReportFault, match="Edition 1 was withdrawn"):
        facts.named("steady-steps")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["999999", "nowhere", "nowhere@1", "nowhere@x"])
def test_a_report_of_nothing_is_refused(name):
    with pytest.raises(ReportFault, match="There is no assessment or publication"):
        facts.named(name)
