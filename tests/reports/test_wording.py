from dataclasses import replace

from cairn.frameworks.enums import Standing
from cairn.publications.portrait import MarkPortrait, Tally
from cairn.reports import wording


def test_results_say_what_is_open_and_never_no_for_unknown():
    assert wording.result(Tally(unknown=2)) == "Nothing has been judged yet. 2 items are not decided."
    assert wording.result(Tally(met=1, left_out=1)) == "1 of 1 item that counts is met. 1 item was left out."
    assert wording.result(Tally(met=3, not_met=1, passed=True)) == (
        "3 of 4 items that count are met. By the framework's own rule this is passed."
    )
    assert "This fails because of: I1.3." in wording.result(
        Tally(not_met=1, passed=False, vetoed_by=("I1.3",))
    )


def test_a_share_is_rounded_down_so_that_all_means_all():
    assert wording.share(Tally(share=0.999)) == "99%"
    assert wording.share(Tally(share=1.0)) == "100%"
    assert wording.share(Tally()) == ""


def test_marks_are_a_sign_and_a_word():
    assert wording.mark_text(MarkPortrait(Standing.NOT_MET)) == "– Not met"
    assert wording.mark_text(MarkPortrait(Standing.MET, "3", "Conforms")) == "✓ Conforms"


def test_only_what_is_known_of_the_practice_is_told(portrait):
    bare = replace(
        portrait, practice=replace(portrait.practice, country=None, starts_on=None, summary="a\x00b")
    )

    facts = {fact.key: fact.value for fact in wording.practice_facts(bare)}

    assert "country" not in facts
    assert "starts_on" not in facts
    assert facts["ends_on"] == "28 February 2023"
    assert facts["summary"] == "ab"


def test_the_writing_runs_as_the_language_does():
    assert wording.direction("ar-SY") == "rtl"
    assert wording.direction("ti") == "ltr"
