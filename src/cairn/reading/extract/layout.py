"""From characters with places to lines in reading order: columns, table rows, paragraphs, headings.

Lengths are in points, y upwards, as in PDF.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from cairn.reading.lines import Line
from cairn.reading.marks import sign_alone, sign_before
from cairn.texts.words import squeezed

_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.|seite|strona|str\.|p[aá]gina|pagina)?\s*\d+(?:\s*(?:/|of|von|de|di|z|sur)\s*\d+)?\W*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?:;…][\"'”’)]*$")
# Share of a page's height, at its head and at its foot, where running heads stand.
MARGIN = 0.12
# White space wider than this many font sizes parts two cells.
GAP = 1.3
# A line follows in its paragraph within this many times the document's own distance of lines.
LOOSE = 1.2
BIGGER = 1.12
# The lines of one cell begin within this many font sizes of each other: lists hang.
INDENT = 2.0


@dataclass(frozen=True, slots=True)
class Run:
    """Text on one base line without a wide gap."""

    text: str
    x0: float
    x1: float
    y: float
    """The base line."""
    size: float
    """Of the font, as shown."""

    def goes_on_at(self, x: float, y: float) -> bool:
        """Whether a letter there goes on with this run. The letters of a ligature all stand at its beginning."""
        return -self.size * 1.5 <= x - self.x1 <= self.size * GAP and abs(y - self.y) < self.size * 0.3

    def up_to(self, x: float) -> Run:
        return replace(self, x1=max(self.x1, x))

    def holding(self, text: str) -> Run:
        return replace(self, text=squeezed(text))

    @property
    def first_word(self) -> float:
        """About how wide the first word is, with the space before it."""
        return (self.x1 - self.x0) * (len(self.text.split(maxsplit=1)[0]) + 1) / len(self.text)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: lying where y0 is y1, standing where x0 is x1."""

    x0: float
    x1: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()
    pictures: bool = False


_Row = tuple[tuple[float, ...], float]
# Where a run comes in reading order, the run, its table row if it is in one, and its column.
_Placed = tuple[tuple[float, ...], Run, _Row | None, int]


@dataclass(slots=True)
class Block:
    """A paragraph or table row while it grows; one list of runs per cell."""

    page: int
    column: int
    cells: list[list[Run]]
    right: float
    """Where the column ends."""
    ruled: bool = False
    joined: list[str] = field(default_factory=list)

    @property
    def last(self) -> Run:
        return min((cell[-1] for cell in self.cells if cell), key=lambda run: run.y)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(_together(run.text for run in cell) for cell in self.cells)


def laid_out(pages: list[Page]) -> Iterator[Line]:
    heads = _running_heads(pages)
    bodies = [
        replace(page, runs=tuple(run for run in page.runs if run.text and not _is_head(run, page, heads)))
        for page in pages
    ]
    pitch = _pitch(bodies)
    blocks: list[Block] = []
    for page in bodies:
        for block in _blocks(page, pitch):
            if blocks and _goes_on_over_break(blocks[-1], block):
                _append(blocks[-1], block)
            else:
                blocks.append(block)
    sizes = _heading_sizes(blocks)
    return (_line(block, sizes) for block in blocks)


def _running_heads(pages: list[Page]) -> Counter[tuple[str, int]]:
    return Counter(
        key for page in pages for key in {_head_key(run) for run in page.runs if _in_margin(run, page)}
    )


def _head_key(run: Run) -> tuple[str, int]:
    return re.sub(r"\d+", "#", run.text), round(run.y / 4)


def _in_margin(run: Run, page: Page) -> bool:
    return not page.height * MARGIN < run.y < page.height * (1 - MARGIN)


def _is_head(run: Run, page: Page, heads: Counter[tuple[str, int]]) -> bool:
    if not _in_margin(run, page):
        return False
    return heads[_head_key(run)] > 1 or bool(_PAGE_NUMBER.match(run.text))


def _pitch(pages: Iterable[Page]) -> float:
    """The distance of lines within a paragraph, in font sizes."""
    steps = [
        round((upper.y - lower.y) / upper.size * 20) / 20
        for page in pages
        for upper, lower in pairwise(page.runs)
        if 0.5 < (upper.y - lower.y) / upper.size < 2 and abs(upper.size - lower.size) < 0.5
    ]
    counts = Counter(steps)
    return min((step for step, count in counts.items() if count > 1), default=1.2)


def _blocks(page: Page, pitch: float) -> Iterator[Block]:
    """Paragraphs and rows of one page, in reading order."""
    tables = _Tables(page)
    rows = [tables.row_of(run) for run in page.runs]
    gutter = _gutter([run for run, row in zip(page.runs, rows, strict=True) if row is None], page.width)
    shapes = [_shape(run, row) for run, row in zip(page.runs, rows, strict=True)]
    spanning = sorted(-y for x0, x1, y in shapes if gutter is not None and x0 < gutter < x1)
    placed: list[_Placed] = []
    for run, row, (x0, x1, y) in zip(page.runs, rows, shapes, strict=True):
        spans = gutter is not None and x0 < gutter < x1
        column = 1 if gutter is not None and x0 >= gutter else 0
        band = 2 * bisect(spanning, -y - 0.1) + spans
        placed.append(((band, column, -round(y, 1), row is not None), run, row, column))
    edges = _edges((run, column) for _key, run, row, column in placed if row is None)
    placed.sort(key=lambda one: (one[0], one[1].x0))
    return _grown(placed, tables, edges, page.number, pitch)


def _shape(run: Run, row: _Row | None) -> tuple[float, float, float]:
    """From where to where the run, or the whole of its table row, reaches, and at which height it is read."""
    return (run.x0, run.x1, run.y) if row is None else (row[0][0], row[0][-1], row[1])


def _edges(placed: Iterable[tuple[Run, int]]) -> dict[int, float]:
    """How far each column reaches to the right."""
    edges: dict[int, float] = defaultdict(float)
    for run, column in placed:
        edges[column] = max(edges[column], run.x1)
    return edges


def _grown(
    placed: list[_Placed], tables: _Tables, edges: dict[int, float], page: int, pitch: float
) -> Iterator[Block]:
    block: Block | None = None
    row_now = None
    for _key, run, row, column in placed:
        if row is not None:
            if block is not None and row == row_now:
                tables.put(block, run)
                continue
            if block is not None:
                yield block
            block = Block(page, column, [[] for _cell in range(tables.columns(row))], 0, ruled=True)
            tables.put(block, run)
        elif block is None or row_now is not None or not _takes(block, run, column, pitch):
            if block is not None:
                yield block
            block = Block(page, column, [[run]], edges[column])
        row_now = row
    if block is not None:
        yield block


def _takes(block: Block, run: Run, column: int, pitch: float) -> bool:
    """Puts a run into the block where it belongs there: beside its last line, or as that cell's next line."""
    if column != block.column:
        return False
    cell = next((cell for cell in block.cells if abs(cell[-1].x0 - run.x0) < run.size * INDENT), None)
    if cell is not None:
        follows = _follows(cell[-1], run, block.right, pitch)
        if follows:
            cell.append(run)
        return follows
    beside = abs(run.y - block.last.y) < run.size * 0.35
    if beside:
        block.cells.append([run])
    return beside


def _follows(last: Run, run: Run, right: float, pitch: float) -> bool:
    step = (last.y - run.y) / last.size
    if not 0 < step <= pitch * LOOSE or abs(last.size - run.size) > last.size * 0.06:
        return False
    if sign_before(run.text) or sign_alone(run.text, {}):
        return False
    return last.x1 + run.first_word > right or (run.text[0].islower() and not _ENDS.search(last.text))


def _goes_on_over_break(block: Block, after: Block) -> bool:
    """Whether a paragraph or row goes on in the next column or on the next page."""
    if block.page == after.page and block.column == after.column:
        return False
    if block.ruled != after.ruled or len(block.cells) < len(after.cells):
        return False
    start = next((text for text in after.texts if text), "")
    whole = max(block.texts, key=len)
    return not _ENDS.search(whole) and start[:1].islower() and not sign_before(start) and not _has_sign(after)


def _has_sign(block: Block) -> bool:
    return any(sign_alone(text, {}) for text in block.texts)


def _append(block: Block, after: Block) -> None:
    if len(block.cells) == len(after.cells):
        for cell, more in zip(block.cells, after.cells, strict=True):
            cell.extend(more)
    else:
        max(block.cells, key=lambda cell: sum(len(run.text) for run in cell)).extend(after.cells[0])
    block.page, block.column = after.page, after.column


def _together(texts: Iterable[str]) -> str:
    whole = ""
    for text in texts:
        broken = whole[-1:] in {"-", "/"} and whole[-2:-1].isalpha() and text[:1].islower()
        whole += text if broken or not whole else f" {text}"
    return squeezed(whole)


def _heading_sizes(blocks: list[Block]) -> list[float]:
    """Font sizes that are clearly above the body's, the greatest first."""
    lengths: Counter[float] = Counter()
    for block in blocks:
        for cell in block.cells:
            for run in cell:
                lengths[round(run.size * 2) / 2] += len(run.text)
    body = max(lengths, key=lambda size: lengths[size])
    return sorted((size for size in lengths if size > body * BIGGER), reverse=True)


def _line(block: Block, sizes: list[float]) -> Line:
    texts = block.texts
    filled = [text for text in texts if text]
    if len(filled) > 1:
        return Line(squeezed(" ".join(filled)), block.page, cells=texts, table=0)
    size = round(next(cell for cell in block.cells if cell)[0].size * 2) / 2
    level = sizes.index(size) + 1 if size in sizes else None
    return Line(filled[0], block.page, level=level)


def _gutter(runs: list[Run], width: float) -> float | None:
    """The middle of the white space between two columns; None on a page of one column."""
    best: tuple[int, float] | None = None
    for step in range(35, 66):
        x = width * step / 100
        left = [run for run in runs if run.x1 <= x]
        right = [run for run in runs if run.x0 >= x]
        crossing = len(runs) - len(left) - len(right)
        full = min(sum(run.x1 - run.x0 > width * 0.2 for run in side) for side in (left, right))
        if crossing <= len(runs) * 0.25 and full >= max(3, crossing) and (best is None or crossing < best[0]):
            best = crossing, x
    return best[1] if best else None


class _Tables:
    """Rows and cells by the lines drawn around them. A row is a strip between two lying lines with a standing one."""

    def __init__(self, page: Page) -> None:
        lying = sorted(
            {round(rule.y0, 1) for rule in page.rules if rule.y0 == rule.y1 and rule.x1 - rule.x0 > 15}
        )
        self.lying = [y for y, above in pairwise([*lying, float("inf")]) if above - y > 2]
        self.standing = [rule for rule in page.rules if rule.x0 == rule.x1 and rule.y1 - rule.y0 > 6]
        self.rows: dict[float, tuple[list[float], float] | None] = {}

    def row_of(self, run: Run) -> tuple[tuple[float, ...], float] | None:
        """The x of the row's standing lines and the y of its upper edge; None outside tables."""
        index = bisect(self.lying, run.y + run.size * 0.3)
        if index in {0, len(self.lying)}:
            return None
        low, high = self.lying[index - 1], self.lying[index]
        middle = (low + high) / 2
        walls: list[float] = []
        for x in sorted(rule.x0 for rule in self.standing if rule.y0 - 1 <= middle <= rule.y1 + 1):
            if not walls or x - walls[-1] > 3:
                walls.append(x)
        inside = len(walls) > 2 and walls[0] - 1 <= run.x0 and run.x1 <= walls[-1] + 1
        return (tuple(walls), high) if inside else None

    def columns(self, row: tuple[tuple[float, ...], float]) -> int:
        return len(row[0]) - 1

    def put(self, block: Block, run: Run) -> None:
        row = self.row_of(run)
        walls = row[0] if row else ()
        cell = block.cells[min(max(bisect(walls, run.x0 + 0.5) - 1, 0), len(block.cells) - 1)]
        cell.append(run)
        cell.sort(key=lambda one: (-round(one.y), one.x0))
