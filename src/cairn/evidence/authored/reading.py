"""A file of rules read, or every fault in it told at once, with line and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from cairn.evidence.authored import shape
from cairn.evidence.authored.shape import AuthoredPart, AuthoredRule, Records, RulesFile
from cairn.evidence.authored.vocabulary import fields_of, kind_of, misfits
from cairn.frameworks.reading import faults_of
from cairn.frameworks.shape import Shape
from cairn.frameworks.sources import Fault, Path, Source, Unusable, yaml_source
from cairn.registers.kinds import all_kinds
from cairn.registers.shape import Sort

SHAPES: dict[str, type[Shape]] = {
    "must": AuthoredPart, "should": AuthoredPart, "veto": AuthoredPart, "limits": shape.AuthoredLimit,
    "examples": shape.Example, "records": shape.Pretended, "missing": shape.Missing, "exists": shape.Exists, "count": shape.Count,
    "share": shape.ShareOf, "coverage": shape.Coverage, "cadence": shape.Cadence, "lag": shape.Lag,
    "paired_change": shape.PairedChange, "gap": shape.Gap, "reviewed": shape.Reviewed, "loop": shape.Loop,
    "dated_before": shape.DatedBefore, "uptake": shape.Uptake, "given": Records, "confirmed": Records,
}  # fmt: skip
FILTERS = ("where", "part", "decided", "told")
DAYS, NUMBERS = (Sort.DATE,), (Sort.WHOLE, Sort.DECIMAL)
FIELDS = {"start": DAYS, "end": DAYS, "on": DAYS, "first": NUMBERS, "last": NUMBERS, "field": (), "by": ()}
"""What a block says of one field, and which sorts that may be; any that rules may ask where none is named."""
LIMITED = ("at_least", "at_most", "partly", "every", "gap", "within")
Found = tuple[Path, str, str]
Knows = Callable[[str, str], bool]
"""Whether there is a rule in Python for an item of a framework."""


@dataclass(frozen=True, slots=True)
class WrittenRules:
    """What came of reading: the file's content only where nothing is wrong with it."""

    file: RulesFile | None
    faults: tuple[Fault, ...]

    @property
    def usable(self) -> bool:
        return self.file is not None


def is_rules(content: bytes) -> bool:
    """Whether a file says of itself that it holds rules."""
    return any(
        line.strip().startswith(b"format:") and shape.FORMAT.encode() in line
        for line in content[:2_000].splitlines()
    )


def read_rules(content: bytes, name: str, knows: Knows) -> WrittenRules:
    """`name` goes into the place of each fault; `knows` says of which items others may be `same_as`."""
    try:
        source = yaml_source(content.decode("utf-8-sig"), name)
        file = RulesFile.model_validate(source.data)
    except UnicodeDecodeError:
        return WrittenRules(None, (Fault(name, "This file is not text", "save it as UTF-8 YAML"),))
    except Unusable as unusable:
        return WrittenRules(None, (unusable.fault,))
    except ValidationError as error:
        return WrittenRules(None, tuple(faults_of(error, source, SHAPES, RulesFile)))
    faults = tuple(_placed(_findings(file, knows), source))
    return WrittenRules(None if faults else file, faults)


def _placed(found: Iterable[Found], source: Source) -> Iterator[Fault]:
    return (Fault(source.place(path), what, fix) for path, what, fix in found)


def _findings(file: RulesFile, knows: Knows) -> Iterator[Found]:
    for item, rule in file.rules.items():
        at: Path = ("rules", item)
        if rule.same_as:
            yield from _of_reference(rule, at, knows)
            continue
        if not (rule.must or rule.statement):
            yield at, "This rule asks for nothing", "give it parts under `must`, or a `statement`"
        for weight in ("must", "should", "veto"):
            for place, part in enumerate(getattr(rule, weight)):
                yield from _of_part(part, rule, (*at, weight, place))
        for place, example in enumerate(rule.examples):
            for number, record in enumerate(example.records):
                yield from _of_example(record, (*at, "examples", place, "records", number))


def _of_reference(rule: AuthoredRule, at: Path, knows: Knows) -> Iterator[Found]:
    framework, _slash, item = rule.same_as.partition("/")
    if not knows(framework, item):
        yield (
            (*at, "same_as"),
            f"There is no rule “{rule.same_as}”",
            "write it as good-practice-criteria/E2.1",
        )
    if rule.must or rule.should or rule.veto or rule.statement or rule.limits:
        yield at, "A rule that is the same as another has no parts of its own", "take `same_as` or the parts away"  # fmt: skip


def _of_part(part: AuthoredPart, rule: AuthoredRule, at: Path) -> Iterator[Found]:
    if len(part.blocks) != 1:
        known = ", ".join(shape.BLOCKS)
        yield at, f"A part asks by one block, this one by {len(part.blocks)}", f"use one of: {known}"
    for name, block in part.blocks.items():
        yield from _of_numbers(block, rule, (*at, name))
        for key, records in _record_sets(block):
            yield from _of_records(records, (*at, name, *key))
    if part.missing and kind_of(part.missing.open) is None:
        yield (*at, "missing", "open"), *_no_register(part.missing.open)


def _record_sets(block: Shape) -> list[tuple[Path, Records]]:
    if isinstance(block, Records):
        return [((), block)]
    return [((name,), value) for name, value in block if isinstance(value, Records)]


def _of_numbers(block: Shape, rule: AuthoredRule, at: Path) -> Iterator[Found]:
    for name in LIMITED:
        said = getattr(block, name, None)
        if isinstance(said, str) and said not in rule.limits:
            yield (*at, name), f"There is no limit “{said}”", f"name one under `limits`: {', '.join(rule.limits) or 'none yet'}"  # fmt: skip


def _of_records(records: Records, at: Path) -> Iterator[Found]:
    kind = kind_of(records.what)
    if kind is None:
        yield (*at, "what"), *_no_register(records.what)
        return
    for name in FILTERS:
        where: Mapping[str, Any] | None = getattr(records, name, None)
        for key, what, fix in misfits(kind, where or {}):
            yield (*at, name, key), what, fix
    known = fields_of(kind)
    for name, sorts in FIELDS.items():
        said = getattr(records, name, "")
        fit = [key for key, field in known.items() if not sorts or field.sort in sorts]
        if said and said not in fit:
            written = {"start": "from", "end": "to"}.get(name, name)
            yield (*at, written), f"“{said}” cannot stand here", f"use one of: {', '.join(fit) or 'none here'}"  # fmt: skip


def _of_example(record: shape.Pretended, at: Path) -> Iterator[Found]:
    kind = kind_of(record.kind)
    if kind is None:
        yield (*at, "kind"), *_no_register(record.kind)
        return
    known = fields_of(kind)
    for key in record.values:
        if key not in known:
            yield (*at, "values", key), f"Rules cannot see “{key}” of {kind.key}", f"use one of: {', '.join(known)}"  # fmt: skip


def _no_register(key: str) -> tuple[str, str]:
    return f"There is no register “{key}”", f"use one of: {', '.join(all_kinds())}"
