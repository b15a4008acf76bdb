"""Names file, line and fix for every fault."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cairn.evidence.authored import shelf, trying
from cairn.evidence.authored.reading import is_rules
from cairn.evidence.rules import in_python
from cairn.exchange.management.verbs import Answer, Trouble, content_of
from cairn.frameworks import facts
from cairn.frameworks.mapping import WrittenMapping, is_mapping, read_mapping_file
from cairn.frameworks.reading import Written, read_any
from cairn.frameworks.shape import Framework

HELP = "checks files of frameworks, mappings and rules of evidence, and tries the examples beside rules; exit code 1 where one has a fault"
ENDINGS = {".yaml", ".yml", ".json", ".xlsx"}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", type=Path, nargs="+", metavar="FILE|FOLDER")


def run(options: dict[str, Any]) -> Answer:
    files = [file for path in options["paths"] for file in files_of(path)]
    known: dict[tuple[str, str], Framework] = {}
    found = [found for file in files for found in checked(content_of(file), str(file), known)]
    return Answer(
        "\n".join(line for line, _right in found), code=0 if all(right for _line, right in found) else 1
    )


def checked(content: bytes, name: str, known: dict[tuple[str, str], Framework]) -> Iterator[tuple[str, bool]]:
    """Lines about one file, each with whether it speaks for the file."""
    if is_rules(content):
        yield from rules(content, name)
        return
    written = examined(content, name, known)
    yield from ((str(fault), written.usable) for fault in written.faults)
    if written.usable:
        yield f"{name}: sound", True


def rules(content: bytes, name: str) -> Iterator[tuple[str, bool]]:
    """Its faults; where it has none, how each example comes out."""
    written = shelf.read(content, name, in_python)
    yield from ((str(fault), False) for fault in written.faults)
    if written.file is not None:
        yield from trying.told(written.file)
        yield f"{name}: sound", True


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
