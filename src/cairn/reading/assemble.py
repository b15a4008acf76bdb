"""From lines and matches to the Reading."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cairn.frameworks import facts as frameworks
from cairn.frameworks.enums import Standing
from cairn.frameworks.shape import Framework, Node, Scale
from cairn.reading.head import practice_of
from cairn.reading.labels import LEFT_OUT, label_of
from cairn.reading.lines import Document
from cairn.reading.marks import Marked, marked
from cairn.reading.match import Match, Matcher, Matches, items_of, questions_in
from cairn.reading.sections import sections_of
from cairn.reading.shape import ItemReading, QuestionReading, Reading, Unmatched
from cairn.reading.tools import tools_of
from cairn.texts.language import language_of
from cairn.texts.words import folded


def assembled(document: Document, framework: Framework) -> Reading:
    """Matched in the document's own language where the framework is translated into it."""
    language = _language(document, framework)
    own, framework = framework, frameworks.translated(framework, language)
    lines = marked(document.lines, labels_in(own) | labels_in(framework))
    matcher = Matcher(framework)
    sections = sections_of(lines, matcher.is_question, matcher.is_group)
    found = matcher.match(sections)
    names = {one.text for one in sections[0].prose if names_framework(one.text, framework)}
    practice, loose = practice_of(sections[0].prose, names)
    questions = tuple(_question(node, found, framework) for node in questions_in(framework))
    places = {id(line): place for place, line in enumerate(document.lines)}
    left = sorted([*loose, *sections[0].tools, *found.left], key=lambda one: places[id(one.line)])
    return Reading(
        framework=framework.id,
        version=framework.version,
        language=language,
        practice=practice,
        questions=questions,
        unmatched=tuple(Unmatched(one.text, one.line.page, one.mark if one.sign else None) for one in left),
        notes=(*document.notes, *_notes(found)),
    )


def labels_in(framework: Framework) -> dict[str, Standing]:
    """What the words and ids of the framework's scales mean, folded."""
    return {
        folded(word): level.standing
        for scale in framework.scales
        for level in scale.levels
        for word in (level.id.replace("_", " "), level.label)
    }


def names_framework(text: str, framework: Framework) -> bool:
    return folded(text) in {folded(framework.title), folded(framework.id.replace("-", " "))}


def _language(document: Document, framework: Framework) -> str:
    words = folded(" ".join(line.text for line in document.lines)[:20_000])
    return language_of(words, claimed=document.language, otherwise=framework.language)


def _question(node: Node, found: Matches, framework: Framework) -> QuestionReading:
    match = found.questions.get(node.id)
    items = tuple(
        _item(item, found.items.get(item.id), framework.scales_by_item[item.id]) for item in items_of(node)
    )
    sections = found.sections.get(node.id, [])
    prose = [one for section in sections for one in section.prose]
    reasons = [reason for one in prose if (reason := label_of(one.text, LEFT_OUT)) is not None]
    has_items = any(item.text is not None for item in items)
    return QuestionReading(
        id=node.id,
        text=match.line.text if match else node.text if has_items else None,
        narrative=narrative_of([one for one in prose if label_of(one.text, LEFT_OUT) is None]),
        tools=tools_of([one for section in sections for one in section.tools]),
        items=items,
        left_out=reasons[0] if reasons else None,
        matched_by=match.by if match else None,
        confidence=match.confidence if match else 0.0,
    )


def narrative_of(lines: list[Marked]) -> str:
    """Paragraphs apart by empty lines, list items by line breaks, as Markdown has it."""
    text = ""
    listed = False
    for one in lines:
        line = f"- {one.text}" if one.line.listed else one.text
        between = "\n" if listed and one.line.listed else "\n\n"
        text += (between if text else "") + line
        listed = one.line.listed
    return text


def _item(node: Node, match: Match | None, scale: Scale) -> ItemReading:
    if match is None:
        return ItemReading(node.id, Standing.UNKNOWN)
    level, standing = _level(match.line, scale)
    return ItemReading(
        id=node.id,
        mark=standing,
        level=level,
        text=match.line.text,
        matched_by=match.by,
        confidence=match.confidence,
        note=match.line.note,
    )


def _level(one: Marked, scale: Scale) -> tuple[str, Standing]:
    """The level that the mark names or, where only one level has its standing, that one."""
    if one.line.said == Standing.NOT_APPLICABLE or one.mark is Standing.NOT_APPLICABLE:
        return Standing.NOT_APPLICABLE.value, Standing.NOT_APPLICABLE
    named = folded(one.line.said or one.said).replace("_", " ")
    for level in scale.levels:
        if named and named in {folded(level.label), folded(level.id).replace("_", " ")}:
            return level.id, level.standing
    if one.mark is None:
        return "", Standing.UNKNOWN
    same = [level for level in scale.levels if level.standing is one.mark]
    return same[0].id if len(same) == 1 else "", one.mark


def _notes(found: Matches) -> list[str]:
    notes = []
    if found.repeated:
        notes.append(
            _("Some parts stand in the document more than once, word for word; they were read once.")
        )
    lines = [match.line for match in found.items.values()]
    unread = [one for one in lines if one.mark is None and not one.line.said]
    if any(one.line.pictured for one in unread):
        notes.append(_("Some marks are pictures, which cannot be read; please set them by hand."))
    elif any(one.sign for one in unread):
        notes.append(_("Some marks can be understood in more than one way; please set them by hand."))
    elif unread:
        notes.append(
            _("Beside some items no mark can be read; perhaps they are pictures. Please set them by hand.")
        )
    return notes
