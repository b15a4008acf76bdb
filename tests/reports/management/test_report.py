import pytest
from django.core.management import CommandError, call_command

from cairn.reports import facts


def test_a_report_is_written_to_a_file(assessment, tmp_path, capsys):
    target = tmp_path / "report.docx"
    template = tmp_path / "template.docx"

    call_command("report", "template", format="docx", output=str(template))
    call_command("report", str(assessment.pk), format="docx", output=str(target), template=str(template))

    assert target.read_bytes()[:2] == b"PK"
    assert f"Wrote {target}" in capsys.readouterr().out


def test_a_report_can_go_to_standard_output(assessment, capfdbinary):
    call_command("report", str(assessment.pk), format="json")

    assert (
        capfdbinary.readouterr().out.decode()
        == facts.written(facts.named(str(assessment.pk)).portrait, "json").content.decode()
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere"],
        ["template", "--format", "pdf"],
        ["template", "--format", "docx", "-o", "/no/such/folder/x"],
    ],
)
def test_faults_are_one_sentence_and_exit_code_two(arguments):
    with pytest.raises(CommandError) as fault:
        call_command("report", *arguments)

    assert fault.value.returncode == 2
    assert "\n" not in str(fault.value)
