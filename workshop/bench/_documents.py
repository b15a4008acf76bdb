"""One assessed document, and the many ways in which it may be laid out."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import typst

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seed" / "good-practice-page.txt"
OWN = ROOT / "tests" / "reading" / "documents" / "steady-steps.txt"
SIGNS = "✓–−"
PICTURE = {
    "✓": '<svg viewBox="0 0 9 9" width="9" height="9"><path d="M1 5 4 8 8 1" fill="none" stroke="green"/></svg>',
    "–": '<svg viewBox="0 0 9 9" width="9" height="9"><path d="M1 1 8 8M8 1 1 8" fill="none" stroke="red"/></svg>',
}


@dataclass(frozen=True)
class Part:
    """One line of the document: "group", "question", "narrative", "tool", "label" or "item" with its sign."""

    kind: str
    text: str
    sign: str = ""


def parts_of(file: Path) -> list[Part]:
    """Reads our plain form: items begin with a sign, questions hold a question mark, labels stand before items."""
    lines = [line.strip() for line in file.read_text().splitlines() if line.strip()]
    parts: list[Part] = []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if line[0] in SIGNS:
            parts.append(Part("item", line[1:].strip(), line[0]))
        elif "?" in line and len(line) < 250:
            parts.append(Part("question", line))
        elif after and after[0] in SIGNS:
            parts.append(Part("label", line))
        elif line.endswith("tools:") or (parts and parts[-1].kind == "tool"):
            parts.append(Part("tool", line))
        elif parts and parts[-1].kind in {"question", "narrative"}:
            parts.append(Part("narrative", line))
        else:
            parts.append(Part("group", line))
    return parts


def as_text(parts: list[Part], folder: Path) -> Path:
    return _written(folder / "list.txt", "\n".join(f"{part.sign} {part.text}".strip() for part in parts))


def _written(file: Path, text: str) -> Path:
    file.write_text(text)
    return file


_HEADS = {"group": "h2", "question": "h3", "narrative": "p", "tool": "p", "label": "h4"}


def _html(parts: list[Part], item: Callable[[Part], str], around: tuple[str, str]) -> str:
    body, inside = [], False
    for part in parts:
        if (part.kind == "item") != inside:
            body.append(around[0] if not inside else around[1])
            inside = not inside
        tag = _HEADS.get(part.kind, "")
        body.append(f"<{tag}>{html.escape(part.text)}</{tag}>" if tag else item(part))
    body.append(around[1] if inside else "")
    return '<!doctype html><html lang="en"><body>' + "\n".join(body) + "</body></html>"


def as_html_list(parts: list[Part], folder: Path) -> Path:
    page = _html(parts, lambda part: f"<li>{part.sign} {html.escape(part.text)}</li>", ("<ul>", "</ul>"))
    return _written(folder / "list.html", page)


def as_html_table(parts: list[Part], folder: Path) -> Path:
    def row(part: Part) -> str:
        return f"<tr><td>{html.escape(part.text)}</td><td>{part.sign}</td></tr>"

    return _written(folder / "table.html", _html(parts, row, ("<table>", "</table>")))


def as_html_icons(parts: list[Part], folder: Path) -> Path:
    def item(part: Part) -> str:
        return f"<li>{PICTURE['✓' if part.sign == '✓' else '–']} {html.escape(part.text)}</li>"

    return _written(folder / "icons.html", _html(parts, item, ("<ul>", "</ul>")))


_TYPST = """
#let parts = json(bytes(sys.inputs.parts))
#let shape = sys.inputs.shape
#set page(paper: "a4", numbering: "1", header: [A running head])
#set text(size: 10pt, font: ("Libertinus Serif", "DejaVu Sans Mono"))
#let icon(sign) = if sign == "✓" { box(circle(radius: 3pt, fill: green)) } else { box(rect(width: 6pt, height: 2pt, fill: red)) }
#let sign(part) = if shape == "icons" { icon(part.sign) } else { part.sign }
#let row(part) = table(columns: (1fr, 2cm), part.text, align(center + horizon, part.sign))
#let show-part(part) = {
  if part.kind == "group" { heading(level: 1, part.text) }
  else if part.kind == "question" { heading(level: 2, part.text) }
  else if part.kind == "label" { strong(part.text); parbreak() }
  else if part.kind in ("narrative", "tool") { par(part.text) }
  else if shape == "table" { block(spacing: 0pt, row(part)) }
  else { par(hanging-indent: 1.5em, [#sign(part) #part.text]) }
}
#if shape == "two" { columns(2, for part in parts { show-part(part) }) } else { for part in parts { show-part(part) } }
"""


def as_pdf(shape: str) -> Callable[[list[Part], Path], Path]:
    def made(parts: list[Part], folder: Path) -> Path:
        source = _written(folder / f"{shape}.typ", _TYPST)
        target = folder / f"{shape}.pdf"
        inputs = {"parts": json.dumps([vars(part) for part in parts]), "shape": shape}
        typst.compile(str(source), output=str(target), sys_inputs=inputs)
        return target

    return made


def as_word_list(parts: list[Part], folder: Path) -> Path:
    document = docx.Document()
    for part in parts:
        if part.kind in {"group", "question"}:
            document.add_heading(part.text, level=1 if part.kind == "group" else 2)
        else:
            document.add_paragraph(f"{part.sign} {part.text}".strip())
    return _saved(document, folder / "word-list.docx")


def as_word_table(parts: list[Part], folder: Path) -> Path:
    document = docx.Document()
    table = None
    for part in parts:
        if part.kind == "item":
            table = table or document.add_table(rows=0, cols=2, style="Table Grid")
            cells = table.add_row().cells
            cells[0].text, cells[1].text = part.sign, part.text
            continue
        table = None
        if part.kind in {"group", "question"}:
            document.add_heading(part.text, level=1 if part.kind == "group" else 2)
        else:
            document.add_paragraph(part.text)
    return _saved(document, folder / "word-table.docx")


def _saved(document: docx.document.Document, file: Path) -> Path:
    document.save(str(file))
    return file


def by_libreoffice(make: Callable[[list[Part], Path], Path]) -> Callable[[list[Part], Path], Path | None]:
    """The same document printed to PDF by LibreOffice; None where that is not installed."""

    def made(parts: list[Part], folder: Path) -> Path | None:
        office = shutil.which("soffice")
        if not office:
            return None
        profile = f"-env:UserInstallation=file://{folder}/office"
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(make(parts, folder)),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return make(parts, folder).with_suffix(".pdf")

    return made


LAYOUTS: dict[str, Callable[[list[Part], Path], Path | None]] = {
    "plain text": as_text,
    "HTML list": as_html_list,
    "HTML table": as_html_table,
    "HTML, marks as pictures": as_html_icons,
    "Word list": as_word_list,
    "Word table": as_word_table,
    "PDF, one column": as_pdf("one"),
    "PDF, two columns": as_pdf("two"),
    "PDF, table": as_pdf("table"),
    "PDF, marks as pictures": as_pdf("icons"),
}
PRINTED = {
    "PDF of the Word list": by_libreoffice(as_word_list),
    "PDF of the Word table": by_libreoffice(as_word_table),
}
