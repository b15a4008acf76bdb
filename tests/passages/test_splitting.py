from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cairn.passages.splitting import LONGEST, spans
from cairn.reading.lines import Line


def quotes(*lines):
    text = "\n".join(line.text for line in lines)
    return [text[span.start : span.end] for span in spans(lines)]


def test_sentences_are_passages_and_short_ones_go_together():
    first = "The group met in the old library on every second Tuesday of the month."
    short = "It was warm. People came. Some brought bread and others brought their children along."

    assert quotes(Line(f"{first} {short}")) == [first, short]


def test_headings_are_context():
    lines = [Line("Who came", level=1, page=1), Line("Forty people.", page=2), Line("")]

    (span,) = spans(lines)

    assert (span.heading, span.page, span.start) == ("Who came", 2, 9)


def test_full_stops_inside_a_sentence_do_not_end_it():
    words = (
        "Together with Dr. Amal and J. Berg we counted 3. visits, e.g. those of the women's group in spring."
    )

    assert quotes(Line(words)) == [words]


def test_other_scripts_have_their_own_full_stops():
    arabic = "هل شارك السكان المحليون في تخطيط الأنشطة وتنفيذها طوال العام الماضي كله؟ نعم، شاركوا في كل لقاء وفي كل زيارة وفي كل احتفال."

    assert len(quotes(Line(arabic))) == 2


def test_a_long_sentence_is_cut_at_a_pause_or_at_a_space_or_anywhere():
    for glue in (", and then ", " ", ""):
        found = quotes(Line(glue.join(["words"] * 300)))

        assert len(found) > 1
        assert all(len(quote) <= LONGEST for quote in found)


@given(st.lists(st.text(max_size=700)))
def test_passages_never_overlap_and_lose_no_letter(texts):
    lines = [Line(text.replace("\n", " ")) for text in texts]
    whole = "\n".join(line.text for line in lines)

    found = list(spans(lines))

    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join("".join(whole[span.start : span.end].split()) for span in found) == "".join(whole.split())
