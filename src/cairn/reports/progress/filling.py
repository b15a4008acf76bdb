"""A funder's own Word file, filled: figures, texts and tables where its placeholders stand (docs/guides/reports.md).

A placeholder that nobody knows is named before the file is kept, with what may have been meant.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import meta, nodes

from cairn.progress.facts import text_name
from cairn.progress.figures import all_groups
from cairn.progress.shape import Paper, Table, by_key, said
from cairn.reports.faults import ReportFault
from cairn.reports.progress import wording
from cairn.reports.progress.docx import put, put_words
from cairn.reports.progress.locating import FAULTS, Located, by_paragraph, words_at
from cairn.reports.wording import clean
from cairn.reports.writers.docx import Sandbox, refuse_bombs

if TYPE_CHECKING:
    from cairn.progress.figures import Group
    from cairn.progress.shape import Part

REPORT = (
    "title",
    "practice",
    "organisation",
    "grant",
    "period",
    "starts_on",
    "ends_on",
    "written_by",
    "signed_by",
    "signed_on",
)


@dataclass(frozen=True)
class Placed:
    """What takes a paragraph of its own: a table, or text with paragraphs. In a template it stands for a mark, found afterwards."""

    mark: str
    inline: str
    put: Callable[[Any], Any]
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.mark


class Texts(dict[str, Any]):
    """Sections that this report does not have say nothing."""

    def __missing__(self, key: str) -> str:
        return ""


def filled(paper: Paper, template: bytes) -> bytes:
    """Raises ReportFault where the file cannot be filled."""
    refuse_bombs(template)
    words = words_of(paper)
    document = Located(io.BytesIO(template))
    try:
        document.render(words, Sandbox(autoescape=True))
    except FAULTS as fault:
        raise _unfilled(fault, document.at) from fault
    _place(document.docx, {one.mark: one for one in _placed(words)})
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def unknown_in(template: bytes, sections: Collection[str]) -> list[str]:
    """A sentence for each placeholder that stands for nothing. Raises ReportFault for what is no Word file or cannot be read."""
    refuse_bombs(template)
    document = DocxTemplate(io.BytesIO(template))
    lines = ""
    try:
        document.init_docx()
        parts = [document.get_xml()]
        for uri in (document.HEADER_URI, document.FOOTER_URI):
            parts += [document.get_part_xml(part) for _key, part in document.get_headers_footers(uri)]
        lines = by_paragraph("".join(map(document.patch_xml, parts)))
        tree = Sandbox(autoescape=True).parse(lines)
    except FAULTS as fault:
        raise _unfilled(fault, words_at(lines, fault)) from fault
    known = known_words(sections)
    names = meta.find_undeclared_variables(tree)
    strange = {name for name in names if name not in known} | set(_strange_paths(tree, names, known))
    paths = list(_paths(known))
    return [_meant(name, paths) for name in sorted(strange)]


def _unfilled(fault: Exception, words: str) -> ReportFault:
    if words:
        return ReportFault(
            _("The Word template cannot be filled where it says “%(words)s”: %(fault)s")
            % {"words": words, "fault": fault}
        )
    return ReportFault(_("The Word template cannot be filled: %(fault)s") % {"fault": fault})


def _meant(name: str, paths: Collection[str]) -> str:
    near = get_close_matches(name, paths, n=1)
    if near:
        return _("“%(name)s” is not known. Did you mean “%(near)s”?") % {"name": name, "near": near[0]}
    return _("“%(name)s” is not known. All words are listed under Words for Word templates.") % {"name": name}


def known_words(sections: Collection[str]) -> dict[str, Any]:
    """Every placeholder there is, nested as it is written; leaves are None."""
    groups = all_groups()
    return {
        "report": dict.fromkeys(REPORT),
        "texts": dict.fromkeys(sections),
        "reasons": None,
        "tables": {key: dict.fromkeys(group.tables) for key, group in groups.items()},
        **{key: dict.fromkeys(group.figures) for key, group in groups.items()},
    }


def _paths(known: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for name, inside in known.items():
        if isinstance(inside, dict):
            yield from _paths(inside, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def _strange_paths(tree: nodes.Template, names: Collection[str], known: Mapping[str, Any]) -> Iterator[str]:
    for node in tree.find_all(nodes.Getattr):
        steps = _steps(node)
        if not steps or steps[0] not in names or steps[0] not in known:
            continue
        inside: Any = known
        for place, step in enumerate(steps):
            if not isinstance(inside, dict):
                break
            if step not in inside:
                yield ".".join(steps[: place + 1])
                break
            inside = inside[step]


def _steps(node: nodes.Node) -> list[str]:
    """`people.unique` as its words; empty for anything else."""
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr) and (before := _steps(node.node)):
        return [*before, node.attr]
    return []


def words_of(paper: Paper) -> dict[str, Any]:
    """Everything that a template may name."""
    parts = by_key(paper.parts)
    told = {
        name: getattr(paper, name)
        for name in ("title", "practice", "organisation", "grant", "written_by", "signed_by")
    }
    days = {name: wording.day(paper, name) for name in ("starts_on", "ends_on", "signed_on")}
    reasons = [
        {"what": clean(one.words), "why": clean(one.reason)}
        for section in paper.sections
        for one in section.reasons
    ]
    return {
        "report": {name: clean(words) for name, words in (told | days).items()}
        | {"period": wording.period(paper)},
        "texts": Texts(
            {
                name: _text(name, section.words)
                for section in paper.sections
                for name in [text_name(section.key)]
            }
        ),
        "reasons": reasons,
        "tables": {key: _tables(group, parts.get(key)) for key, group in all_groups().items()},
        **{key: _figures(group, parts.get(key)) for key, group in all_groups().items()},
    }


def _figures(group: Group, part: Part | None) -> dict[str, str]:
    found = {key: part.figure(key) if part else None for key in group.figures}
    return {key: clean(one.words) if one else _("not in this report") for key, one in found.items()}


def _tables(group: Group, part: Part | None) -> dict[str, Placed]:
    known = {table.key: table for table in part.tables} if part else {}
    return {key: _table(f"{group.key}.{key}", known.get(key)) for key in group.tables}


def _table(name: str, table: Table | None) -> Placed:
    mark = f"⟦{name}⟧"
    if table is None or not table.rows:
        nothing = _("nothing recorded") if table else _("not in this report")
        return Placed(mark, nothing, lambda document: document.add_paragraph(nothing))
    rows = tuple(tuple(clean(said(cell)) for cell in row) for row in table.rows)
    return Placed(mark, clean(table.title), lambda document: put(document, table), rows, table.columns)


def _text(name: str, words: str) -> Placed:
    return Placed(f"⟦texts.{name}⟧", clean(words), lambda document: put_words(document, words))


def _placed(words: Mapping[str, Any]) -> Iterator[Placed]:
    yield from words["texts"].values()
    for tables in words["tables"].values():
        yield from tables.values()


def _place(document: Any, placed: Mapping[str, Placed]) -> None:
    """Marks that fill a paragraph become what they stand for; within a line they become words."""
    body = document.element.body
    for paragraph in list(body.iter(qn("w:p"))):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t"))).strip()
        if text in placed:
            _put_before(document, paragraph, placed[text])
        elif "⟦" in text:
            _say_within(paragraph, placed)


def _put_before(document: Any, paragraph: Any, one: Placed) -> None:
    body = document.element.body
    stood = set(body)
    one.put(document)
    for made in [child for child in body if child not in stood]:
        paragraph.addprevious(made)
    for run in list(paragraph.iter(qn("w:r"))):
        run.getparent().remove(run)
    if paragraph.getparent() is body:  # a cell of a table ends with a paragraph, be it empty
        body.remove(paragraph)


def _say_within(paragraph: Any, placed: Mapping[str, Placed]) -> None:
    for node in paragraph.iter(qn("w:t")):
        for mark, one in placed.items():
            node.text = (node.text or "").replace(mark, one.inline)
