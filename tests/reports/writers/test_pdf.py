from dataclasses import replace

import pypdfium2
import pytest

from cairn.reports import facts


def words_of(content: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))


def test_the_pdf_is_tagged_titled_and_complete(portrait):
    content = facts.written(portrait, "pdf").content

    words = words_of(content)
    for item in portrait.items:
        assert (item.mark.wording or item.text) in words
    assert "<tags> and #hashes" in words
    assert "Not within this programme" in words
    assert pypdfium2.PdfDocument(content).get_metadata_value("Title") == "Steady Steps"
    assert b"pdfuaid" in content
    assert b"/StructTreeRoot" in content


@pytest.mark.parametrize("language", ["ar", "pt-BR", "ti"])
def test_other_languages_and_directions_are_set(portrait, language):
    assert facts.written(replace(portrait, language=language), "pdf").content.startswith(b"%PDF")


def test_a_narrative_is_never_run(portrait):
    first = portrait.nodes[0]
    question = replace(first.children[0], narrative='#panic("run") #read("/etc/passwd") $x$ @ref')
    sly = replace(portrait, nodes=(replace(first, children=(question,)),))

    assert '#panic("run") #read("/etc/passwd")' in words_of(facts.written(sly, "pdf").content)
