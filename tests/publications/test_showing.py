"""A portrait in pictures and words: nothing unknown becomes a no, nothing left out becomes a stone."""

from dataclasses import replace

from cairn.frameworks.enums import NodeKind, Standing
from cairn.publications import showing
from cairn.publications.portrait import MarkPortrait, NodePortrait, Tally
from tests.publications.test_portrait import a_portrait


def test_an_undecided_share_is_a_dash_and_a_decided_one_is_rounded_down():
    assert showing.percent(Tally()) == "–"
    assert showing.percent(Tally(share=0.999)) == "99%"
    assert showing.percent(Tally(share=0.29)) == "29%"


def test_counts_are_said_in_sentences_and_only_where_there_is_something():
    tally = Tally(met=2, partly=1, unknown=1, left_out=3)

    assert showing.counted(tally) == (
        "2 items are met. 1 item is partly met. 1 item is not decided. 3 items were left out."
    )
    assert showing.legend(tally) == [(Standing.MET, 2), (Standing.PARTLY, 1), (Standing.UNKNOWN, 1)]


def test_every_item_is_a_stone_and_what_is_left_out_is_none():
    portrait = a_portrait()
    criterion = portrait.nodes[0]
    without = replace(portrait, nodes=(replace(criterion, left_out="Not our field."),))

    assert "Met: Fair chances." in showing.strip(portrait, key="s", labelled=True)
    assert "Inclusivity" in showing.strip(portrait, key="s", labelled=True)
    assert "Inclusivity" not in showing.strip(portrait, key="s", labelled=False)
    assert "Fair chances" not in showing.strip(without, key="s", labelled=True)
    assert "Left out" in showing.profile_of(without)


def test_an_item_at_the_top_is_a_stone_too_decided_or_not():
    decided = NodePortrait("T", NodeKind.ITEM, "On top.", mark=MarkPortrait(Standing.PARTLY))
    open_still = NodePortrait("U", NodeKind.ITEM, "Open.")

    wheel = showing.wheel_of(replace(a_portrait(), nodes=(decided, open_still)))

    assert "Partly met: On top." in wheel
    assert "Not decided: Open." in wheel


def test_a_criterion_of_which_nothing_is_judged_says_so():
    assert "Not decided" in showing.profile_of(a_portrait())
