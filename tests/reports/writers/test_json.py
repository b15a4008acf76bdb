from cairn.publications.portrait import from_text
from cairn.reports import facts


def test_the_portrait_reads_back_whole(portrait):
    assert from_text(facts.written(portrait, "json").content.decode()) == portrait
