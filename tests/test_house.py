"""The house's own rules, kept by tests."""

import re
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "cairn"
FILES = sorted(file for file in PACKAGE.rglob("*.py") if "migrations" not in file.parts)
PAGES = sorted(file for file in PACKAGE.rglob("*.html") if "{% block " in file.read_text())
BLOCK = re.compile(r"{% block (\w+) %}(.*?){% endblock(?: \w+)? %}", re.DOTALL)
ROOMS = sorted(folder for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists())
LAYERS = [
    "common",
    "charts",
    "texts vault",
    "people",
    "notices trail",
    "frameworks",
    "practices search",
    "publications",
    "repository curation transfer reading",
    "sheets surveys",
    "participants registers money",
    "needs",
    "plans",
    "activities",
    "voices",
    "listening",
    "results offline",
    "releases",
    "progress",
    "evidence",
    "assessments",
    "review rounds improvement renewals passages comparison",
    "reports exchange analytics",
    "home",
    "demo",
    "api",
]
FLOOR = {room: floor for floor, rooms in enumerate(LAYERS) for room in rooms.split()}


def lines_of(file: Path) -> int:
    return len(file.read_text().splitlines())


def place_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_files_are_small():
    assert [place_of(file) for file in FILES if lines_of(file) > 400] == []


# Rooms inside a room: packages with one door each, understood by themselves and measured by themselves.
INNER_ROOMS = [
    PACKAGE / "activities" / "facts",
    PACKAGE / "activities" / "lists",
    PACKAGE / "assessments" / "scoring",
    PACKAGE / "assessments" / "weighing",
    PACKAGE / "demo" / "stories",
    PACKAGE / "evidence" / "authored",
    PACKAGE / "evidence" / "outlook",
    PACKAGE / "evidence" / "rules" / "cairn_sustainability",
    PACKAGE / "evidence" / "rules" / "good_practice_criteria",
    PACKAGE / "evidence" / "watching",
    PACKAGE / "listening" / "facts",
    PACKAGE / "participants" / "ending",
    PACKAGE / "participants" / "names",
    PACKAGE / "participants" / "trail",
    PACKAGE / "progress" / "figures",
    PACKAGE / "reading" / "extract",
    PACKAGE / "registers" / "kinds",
    PACKAGE / "needs" / "occupations",
    PACKAGE / "needs" / "skills",
    PACKAGE / "reports" / "progress",
    PACKAGE / "results" / "exporting",
    PACKAGE / "results" / "measures",
    PACKAGE / "results" / "reckoning",
    PACKAGE / "participants" / "lists",
    PACKAGE / "surveys" / "keeping",
    PACKAGE / "surveys" / "logic",
    PACKAGE / "surveys" / "media",
    PACKAGE / "surveys" / "writing",
]


def size_of(room: Path) -> int:
    inside = [inner for inner in INNER_ROOMS if room in inner.parents]
    files = [file for file in room.rglob("*.py") if not any(inner in file.parents for inner in inside)]
    return sum(lines_of(file) for file in files if "migrations" not in file.parts)


def test_rooms_are_small():
    sizes = {place_of(room): size_of(room) for room in [*ROOMS, *INNER_ROOMS]}

    assert {room: size for room, size in sizes.items() if size > 2500} == {}


def test_an_address_is_used_in_the_block_that_names_it():
    """In another block the name is empty, and the link leads nowhere without a word."""
    lost = [
        (place_of(page), name, block)
        for page in PAGES
        for blocks in [BLOCK.findall(page.read_text())]
        for named_in, inside in blocks
        for name in re.findall(r"{% url .+ as (\w+) %}", inside)
        for block, other in blocks
        if block != named_in
        and re.search(rf"({{{{ |=){name}\b[^=]", other)
        and not re.search(rf" as {name} %}}", other)
    ]

    assert lost == []


def test_what_is_common_stays_small():
    """A room without domain words becomes a drawer unless it is kept small."""
    assert sum(lines_of(file) for file in (PACKAGE / "common").rglob("*.py")) <= 1000


def test_every_room_has_its_place():
    assert {room.name for room in ROOMS} - {"locale"} == set(FLOOR)


def test_tables_point_down_as_imports_do():
    """String foreign keys are invisible to an import checker."""
    upward = [
        f"{model.__name__}.{field.name} -> {field.related_model.__name__}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.many_to_one or field.one_to_one
        if field.concrete
        and model._meta.app_label in FLOOR
        and FLOOR.get(field.related_model._meta.app_label, -1) > FLOOR[model._meta.app_label]
    ]

    assert upward == []
