"""Names file, line and fix for every fault."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from cairn.exchange.management.verbs import Answer, Trouble, content_of
from cairn.frameworks import facts
from cairn.frameworks.mapping import WrittenMapping, is_mapping, read_mapping_file
from cairn.frameworks.reading import Written, read_any
from cairn.frameworks.shape import Framework

HELP = "checks files of frameworks and mappings; exit code 1 where one has a fault"
ENDINGS = {".yaml", ".yml", ".json", ".xlsx"}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE|FOLDER")


def run(options: dict[str, Any]) -> Answer:
    files = [file for path in options["paths"] for file in files_of(path)]
    known: dict[tuple[str, str], Framework] = {}
    written = [(file, examined(content_of(file), str(file), known)) for file in files]
    lines = [
        line
        for file, one in written
        for line in (*map(str, one.faults), *([f"{file}: sound"] if one.usable else []))
    ]
    return Answer("\n".join(lines), code=0 if all(one.usable for _file, one in written) else 1)


def examined(content: bytes, name: str, known: dict[tuple[str, str], Framework]) -> Written | WrittenMapping:
    """`known` grows with each framework read, so that a later file can speak of an earlier one."""

    def at_hand(framework_id: str, version: str) -> Framework | None:
        return known.get((framework_id, version)) or facts.of_shipped(framework_id, version)

    if is_mapping(content):
        return read_mapping_file(content, name, at_hand)
    written = read_any(content, name, at_hand)
    if written.framework is not None:
        known[written.framework.id, written.framework.version] = written.framework
    return written


def files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix in ENDINGS)
    if not found:
        raise Trouble(f"{path} holds no framework file ({', '.join(sorted(ENDINGS))}).")
    return found
