"""A workbook’s rows, and what people are asked, out of a compiled XForm. Files come from anywhere: none is trusted."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from defusedxml import ElementTree
from django.utils.translation import gettext as _

from cairn.surveys.enums import Kind
from cairn.surveys.faults import Fault, Refused
from cairn.surveys.headings import OTHER_SHEETS, SHEETS, UNSAID, tag_of
from cairn.surveys.shape import Choice, Group, Question, Sheets, Survey, Texts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 2 * 2**20
MOST_UNPACKED = 4 * 2**20
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
X = "{http://www.w3.org/2002/xforms}"
JR = "{http://openrosa.org/javarosa}"
HEAD = "{http://www.w3.org/1999/xhtml}head"
BODY = "{http://www.w3.org/1999/xhtml}body"
_ITEXT = re.compile(r"jr:itext\('(.+)'\)")
_INSTANCE = re.compile(r"instance\('([^']+)'\)/root/item(?:\[(.*)\])?", re.DOTALL)
NOTHING = "-"
"""What pyxform writes where a language has no wording."""
_KINDS = {"int": Kind.INTEGER, "decimal": Kind.DECIMAL, "date": Kind.DATE}


def sheets_of(data: bytes) -> Sheets:
    """The rows of an .xlsx workbook; a lone sheet is the survey, whatever it is called. Raises Refused.

    An old .xls is not opened: the parsers at hand run for ever on some damaged ones.
    """
    from pyxform.xls2json_backends import xlsx_to_dict  # noqa: PLC0415  # heavy, and needed by few requests

    if len(data) > MOST_BYTES:
        raise _unread(
            _("The file is larger than %(most)d MB. A form needs less.") % {"most": MOST_BYTES // 2**20}
        )
    if data.startswith(_OLE):
        raise _unread(
            _("This is an old .xls workbook, or has a password. Save it as .xlsx without one and bring that.")
        )
    if not data.startswith(_ZIP):
        raise _unread(_("This is no Excel workbook. Save the form as .xlsx and bring that."))
    try:
        _refuse_bombs(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations that we do not read
            book = xlsx_to_dict(data)
    except Refused:
        raise
    except Exception as fault:  # parsers of foreign files raise whatever they stumble over
        raise _unread(
            _("The workbook cannot be opened: %(why)s. Save it anew as .xlsx, without a password.")
            % {"why": str(fault).strip(".") or type(fault).__name__}
        ) from fault
    return rows_of(book)


def rows_of(book: Mapping[str, Any]) -> Sheets:
    """Of a workbook as pyxform reads it, those sheets that mean something."""
    return {name: book[name] or [] for name in (*SHEETS, *OTHER_SHEETS) if name in book}


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
            raise _unread(_("The workbook unpacks to far more than a form needs and was not opened."))


def _unread(message: str) -> Refused:
    return Refused([Fault("", None, "", message)])


def survey_of_xform(xform: str) -> Survey:
    return _Reader(ElementTree.fromstring(xform, forbid_dtd=True)).survey()


class _Reader:
    def __init__(self, root: Element) -> None:
        self.root = root
        self.model = _one(root, f"{HEAD}/{X}model")
        self.binds = {bind.get("nodeset", ""): bind for bind in self.model.iterfind(f"{X}bind")}
        self.lists = {
            instance.get("id"): list(instance.iterfind(f"{X}root/{X}item"))
            for instance in self.model.iterfind(f"{X}instance")
        }
        self.languages: list[str] = []
        self.texts: dict[str, dict[str, dict[str, str]]] = {}
        """By the text's id, by form (`label`, `image`, `audio`), by tag."""
        for translation in self.model.iterfind(f"{X}itext/{X}translation"):
            self.take(translation)

    def take(self, translation: Element) -> None:
        tag = tag_of(translation.get("lang", "")) or UNSAID
        self.languages.insert(0 if translation.get("default") else len(self.languages), tag)
        for text in translation.iterfind(f"{X}text"):
            forms = self.texts.setdefault(text.get("id", ""), {})
            for value in text.iterfind(f"{X}value"):
                words = (value.text or "").strip()
                form = value.get("form", "label")
                if words and words != NOTHING:
                    forms.setdefault(form, {})[tag] = words if form == "label" else words.rpartition("/")[2]

    def survey(self) -> Survey:
        data = _one(self.model, f"{X}instance/*")
        return Survey(
            key=data.get("id", ""),
            version=data.get("version", ""),
            title=_one(self.root, f"{HEAD}/{HEAD[:-4]}title").text or "",
            languages=tuple(self.languages) or (UNSAID,),
            parts=self.parts(_one(self.root, BODY)),
        )

    def parts(self, above: Element) -> tuple[Question | Group, ...]:
        return tuple(
            self.part(element) for element in above if element.get("ref") and element.tag not in _TEXTS
        )

    def part(self, element: Element) -> Question | Group:
        path = element.get("ref", "")
        name = path.rpartition("/")[2]
        relevant = self.logic(path, "relevant")
        if element.tag == f"{X}group":
            return Group(name, path, self.said(element, "label")["label"], self.parts(element), relevant)
        words = self.said(element, "label")
        bind = self.binds[path]
        choices, choice_filter = self.choices(element)
        return Question(
            name=name,
            path=path,
            kind=_kind(element, bind),
            label=words["label"],
            hint=self.said(element, "hint")["label"],
            image=words["image"],
            audio=words["audio"],
            required=self.logic(path, "required"),
            relevant=relevant,
            constraint=self.logic(path, "constraint"),
            complaint=self.worded(bind.get(f"{JR}constraintMsg", ""))["label"],
            choices=choices,
            choice_filter=choice_filter,
            appearance=element.get("appearance", ""),
            scale=_scale(element),
        )

    def logic(self, path: str, what: str) -> str:
        bind = self.binds.get(path)
        written = "" if bind is None else bind.get(what, "").strip()
        return "" if written == "false()" and what == "required" else written

    def said(self, element: Element, tag: str) -> dict[str, Texts]:
        found = element.find(f"{X}{tag}")
        if found is None:
            return self.worded("")
        return self.worded(found.get("ref") or found.text or "")

    def worded(self, words: str) -> dict[str, Texts]:
        """Of a reference into the texts, or of words that stand there themselves."""
        reference = _ITEXT.fullmatch(words)
        own = {"label": {UNSAID: words.strip()}} if words.strip() else {}
        forms = self.texts.get(reference[1], {}) if reference else own
        return {form: forms.get(form, {}) for form in ("label", "image", "audio")}

    def choices(self, element: Element) -> tuple[tuple[Choice, ...], str]:
        itemset = element.find(f"{X}itemset")
        if itemset is None:
            return (), ""
        found = _INSTANCE.fullmatch(itemset.get("nodeset", "").strip())
        listed, choice_filter = (found[1], found[2]) if found else ("", "")
        return tuple(map(self.choice, self.lists.get(listed, ()))), (choice_filter or "").strip()

    def choice(self, item: Element) -> Choice:
        cells = {child.tag.removeprefix(X): (child.text or "").strip() for child in item}
        words = self.worded(
            f"jr:itext('{cells['itextId']}')" if "itextId" in cells else cells.get("label", "")
        )
        extra = {name: cell for name, cell in cells.items() if name not in {"itextId", "label", "name"}}
        return Choice(cells.get("name", ""), words["label"], words["image"], words["audio"], extra)


_TEXTS = frozenset({f"{X}label", f"{X}hint"})


def _one(above: Element, path: str) -> Element:
    found = above.find(path)
    if found is None:
        raise ValueError(path)
    return found


def _kind(element: Element, bind: Element) -> Kind:
    match element.tag.removeprefix(X):
        case "select1":
            return Kind.ONE
        case "select":
            return Kind.MANY
        case "range":
            return Kind.SCALE
    if bind.get("readonly") == "true()":
        return Kind.NOTE
    return _KINDS.get(bind.get("type", ""), Kind.TEXT)


def _scale(element: Element) -> tuple[Decimal, Decimal, Decimal] | None:
    if element.tag != f"{X}range":
        return None
    start, end, step = (Decimal(element.get(name, "1")) for name in ("start", "end", "step"))
    return start, end, step


def marks_of(scale: tuple[Decimal, Decimal, Decimal]) -> Iterator[Decimal]:
    """The steps of a range, first to last."""
    start, end, step = scale
    while start <= end:
        yield start
        start += step
