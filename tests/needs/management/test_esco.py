"""./cairn esco import FILE"""

import pytest
from django.core.management import CommandError, call_command

from cairn.needs.models import Occupation
from tests.needs.occupations.esco import LINES, line, sheet

pytestmark = pytest.mark.django_db


def load(file, capsys, **more):
    call_command("esco", "import", str(file), **more)
    return capsys.readouterr()


def test_a_second_time_nothing_is_doubled(tmp_path, capsys):
    assert "5 new, 0 changed, 0 as they were" in load(sheet(tmp_path), capsys).out
    again = sheet(tmp_path, line(1, "7115", "house carpenter"), *LINES[1:], line(6, "7121", "roofer"))

    assert "1 new, 1 changed, 4 as they were" in load(again, capsys).out
    assert Occupation.objects.count() == 6
    assert Occupation.objects.get(uri__endswith="/1").name == "house carpenter"


def test_languages_stand_side_by_side(tmp_path, capsys):
    load(sheet(tmp_path), capsys)

    assert "Occupations in fr: 5 new" in load(sheet(tmp_path), capsys, language="fr").out


def test_how_far_it_is_is_told_by_the_thousand(tmp_path, capsys):
    many = sheet(tmp_path, *(line(number, "7115", f"carpenter {number}") for number in range(1200)))

    told = load(many, capsys).err

    assert "1000 rows read" in told
    assert "1000 occupations stored" in told


def test_with_a_fault_nothing_is_loaded_and_the_first_twenty_are_told(tmp_path, capsys):
    wrong = sheet(tmp_path, line(0, "7115", "carpenter"), *(line(n, "x", "roofer") for n in range(1, 23)))

    with pytest.raises(CommandError) as refused:
        load(wrong, capsys)

    assert "Row 3, column iscoGroup: A group" in str(refused.value)
    assert "And 2 more." in str(refused.value)
    assert not Occupation.objects.exists()


def test_one_fault_is_told_alone(tmp_path, capsys):
    with pytest.raises(CommandError) as refused:
        load(sheet(tmp_path, line(1, "x", "roofer")), capsys)

    assert "more" not in str(refused.value)


def test_the_language_is_asked_for_where_the_name_does_not_tell_it(tmp_path, capsys):
    with pytest.raises(CommandError, match="--language"):
        load(sheet(tmp_path, name="list.csv"), capsys)


def test_a_file_that_is_something_else_is_refused(tmp_path, capsys):
    with pytest.raises(CommandError, match="Columns are missing"):
        load(sheet(tmp_path, titles="a,b"), capsys)
