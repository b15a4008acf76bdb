"""Every compiled XForm agrees with itself: what is named somewhere is there.

ODK Validate needs Java; these are the faults that would make ODK Collect refuse a form.
"""

import re

import pytest
from defusedxml import ElementTree

from cairn.surveys.compiling import compiled
from cairn.surveys.writing import shipped
from tests.surveys.factories import FACES, FEEDBACK, HOW, WHY, choices_of, sheets_of

X = "{http://www.w3.org/2002/xforms}"
H = "{http://www.w3.org/1999/xhtml}"
EVERYTHING = sheets_of(
    {"type": "note", "label": "Hello <b> & you", "label::العربية (ar)": "مرحبا"},
    {"type": "begin group", "name": "more", "label": "More", "relevant": "${today} = 'bad'"},
    {
        **WHY,
        "relevant": "",
        "constraint": "string-length(.) < 9",
        "constraint_message": "Shorter",
        "hint": "Few",
    },
    {"type": "end group"},
    HOW,
    {
        "type": "range",
        "name": "r",
        "label": "R",
        "parameters": "start=1 end=5 step=1",
        "image": "a.png",
        "audio": "a.mp3",
    },
    {"type": "select_multiple places", "name": "p", "label": "P", "choice_filter": "face = ${today}"},
    *[{"type": kind, "name": kind, "label": kind} for kind in ("integer", "decimal", "date")],
    choices=[*FACES, *choices_of("places", "here", "there", face="good")],
    settings=[{"default_language": "English (en)"}],
)


def _all_sheets():
    yield pytest.param(FEEDBACK, id="small")
    yield pytest.param(EVERYTHING, id="everything")
    for one in shipped.all_shipped():
        yield pytest.param(one.sheets, id=one.key)


def paths_in(element, above=""):
    path = f"{above}/{element.tag.rpartition('}')[2]}"
    yield path
    for child in element:
        yield from paths_in(child, path)


@pytest.mark.parametrize("sheets", list(_all_sheets()))
def test_what_is_named_is_there(sheets):
    root = ElementTree.fromstring(compiled(sheets, key="feedback", number=1).xform, forbid_dtd=True)
    model = root.find(f"{H}head/{X}model")
    paths = set(paths_in(model.find(f"{X}instance/*")))
    body = list(root.find(f"{H}body").iter())

    binds = [bind.get("nodeset") for bind in model.iterfind(f"{X}bind")]
    refs = [element.get("ref") for element in body if (element.get("ref") or "").startswith("/")]
    assert set(binds) <= paths
    assert set(refs) <= paths
    assert len(binds) == len(set(binds))
    assert {path for path in paths if path.count("/") > 1} <= {*binds, *refs, "/data/meta"}

    logic = [
        bind.get(name, "")
        for bind in model.iterfind(f"{X}bind")
        for name in ("relevant", "constraint", "required")
    ]
    itemsets = [element.get("nodeset") for element in body if element.tag == f"{X}itemset"]
    assert {path for words in [*logic, *itemsets] for path in re.findall(r"/data[\w/-]*", words)} <= paths

    lists = {instance.get("id") for instance in model.iterfind(f"{X}instance")}
    assert {found for words in itemsets for found in re.findall(r"instance\('(.+?)'\)", words)} <= lists

    translations = model.findall(f"{X}itext/{X}translation")
    said = {text.get("id") for translation in translations for text in translation}
    asked = {
        found
        for element in root.iter()
        for words in element.attrib.values()
        for found in re.findall(r"jr:itext\('(.+?)'\)", words)
    }
    asked |= {element.text for element in model.iter(f"{X}itextId")}
    assert asked <= said
    for translation in translations:
        assert {text.get("id") for text in translation} == said
