"""Frameworks in other languages, from gettext catalogues beside their data.

A catalogue is `data/<id>/<version>/locale/<language>.po`; the context of each entry is the id of what it translates and
the field, such as `I1.2/text`. Doubtful (fuzzy) entries are not used: the source text is shown instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

from cairn.frameworks.shape import Framework, Level, Node, Scale

DATA = Path(__file__).parent / "data"
CHECKED = "X-Checked-By"
"""Header of a catalogue that a person has read through: their name. Absent, the texts are shown as not checked."""
BETWEEN_TERMS = "; "
Words = Callable[[str, str], str]
"""Context and source text to the text to show."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a translation has come."""

    language: str
    share: float
    """Of the texts, 0 to 1."""
    checked_by: str
    """Empty where no person has checked it."""


def languages(framework: Framework) -> tuple[str, ...]:
    """Languages that a framework has catalogues in, beside its own."""
    return tuple(sorted(file.stem for file in _folder(framework).glob("*.po")))


def translated(framework: Framework, language: str) -> Framework:
    """The framework in another language, its own words where there is no translation. The id and version stay."""
    found = _catalogue(framework, language)
    if found is None:
        return framework
    return _said_in(framework, found)


def state(framework: Framework, language: str) -> State | None:
    """None where there is no catalogue."""
    found = _catalogue(framework, language)
    if found is None:
        return None
    texts = list(texts_of(framework))
    there = _entries(found)
    share = sum((context, text) in there for context, text in texts) / len(texts)
    return State(found.stem, share, _checked_by(found))


def unchecked(framework: Framework, language: str) -> bool:
    """Whether the texts in this language are a translation that no person has checked."""
    found = _catalogue(framework, language)
    return found is not None and not _checked_by(found)


def speaks(framework: Framework, language: str) -> bool:
    """Whether there are words in this language: the framework's own, or a catalogue's. A region makes no difference."""
    own, wanted = (tag.split("-", maxsplit=1)[0] for tag in (framework.language, language))
    return own == wanted or _catalogue(framework, language) is not None


def template(framework: Framework, language: str) -> str:
    """A catalogue for translators, with what is translated already."""
    found = _catalogue(framework, language)
    there = _entries(found) if found else {}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": framework.ref,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for context, text in texts_of(framework):
        catalogue.append(polib.POEntry(msgctxt=context, msgid=text, msgstr=there.get((context, text), "")))
    return str(catalogue)


def texts_of(framework: Framework) -> Iterator[tuple[str, str]]:
    """Every text that can be translated, with its context."""
    gathered: list[tuple[str, str]] = []

    def gather(context: str, text: str) -> str:
        if text:
            gathered.append((context, text))
        return text

    _with_words(framework, gather)
    return iter(gathered)


def _folder(framework: Framework) -> Path:
    return DATA / framework.id / framework.version / "locale"


def _catalogue(framework: Framework, language: str) -> Path | None:
    """The catalogue of a language, or of the language without its region."""
    if language == framework.language:
        return None
    wanted = (language, language.split("-", maxsplit=1)[0])
    return next((_folder(framework) / f"{name}.po" for name in wanted if name in languages(framework)), None)


@cache
def _checked_by(file: Path) -> str:
    return polib.pofile(str(file)).metadata.get(CHECKED, "")


@cache
def _entries(file: Path) -> dict[tuple[str, str], str]:
    """Translations by context and source text: where the source has changed, the old translation is not used."""
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr
        for entry in polib.pofile(str(file)).translated_entries()
    }


@cache
def _said_in(framework: Framework, file: Path) -> Framework:
    there = _entries(file)
    words = _with_words(framework, lambda context, text: there.get((context, text), text))
    return _anew(words.model_copy(update={"language": file.stem}))


def _with_words(framework: Framework, words: Words) -> Framework:
    fields = {
        name: words(f"framework/{name}", getattr(framework, name))
        for name in ("title", "summary", "completeness")
    }
    scales = tuple(_scale(scale, words) for scale in framework.scales)
    nodes = tuple(_node(node, words) for node in framework.nodes)
    return _anew(framework.model_copy(update={**fields, "scales": scales, "nodes": nodes}))


def _anew(copy: Framework) -> Framework:
    """A copy keeps what was looked up in the framework that it was made of; this one begins without."""
    return Framework.model_validate(copy.model_dump())


def _scale(scale: Scale, words: Words) -> Scale:
    levels = tuple(_level(scale, level, words) for level in scale.levels)
    return scale.model_copy(update={"label": words(f"{scale.id}/label", scale.label), "levels": levels})


def _level(scale: Scale, level: Level, words: Words) -> Level:
    context = f"{scale.id}/{level.id}"
    return level.model_copy(
        update={"label": words(f"{context}/label", level.label), "text": words(f"{context}/text", level.text)}
    )


def _node(node: Node, words: Words) -> Node:
    texts = {name: words(f"{node.id}/{name}", getattr(node, name)) for name in ("text", "short", "guidance")}
    terms = words(f"{node.id}/terms", BETWEEN_TERMS.join(node.terms))
    return node.model_copy(
        update={
            **texts,
            "terms": tuple(term.strip() for term in terms.split(BETWEEN_TERMS.strip()) if term.strip()),
            "children": tuple(_node(child, words) for child in node.children),
        }
    )
