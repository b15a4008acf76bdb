"""Which frameworks there are, shipped as files and loaded in the database."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.db.models import QuerySet

from cairn.frameworks import translation
from cairn.frameworks.mapping import Mapping, Pair, Table, read_mapping
from cairn.frameworks.models import FrameworkVersion, LoadedMapping, Withdrawal, parsed
from cairn.frameworks.reading import read_yaml
from cairn.frameworks.shape import Framework
from cairn.frameworks.translation import State

DATA = Path(__file__).parent / "data"


class NoSuchFramework(LookupError):
    """Says which frameworks there are."""


@cache
def shipped() -> tuple[Framework, ...]:
    """The frameworks that come with Cairn, read from their files; no database is asked."""
    return tuple(_sound(file) for file in sorted(DATA.glob("*/*/framework.yaml")))


def _sound(file: Path) -> Framework:
    written = read_yaml(file.read_text(), str(file.relative_to(DATA)))
    if written.framework is None:
        raise ValueError("\n".join(map(str, written.faults)))
    return written.framework


def shipped_framework(framework_id: str, version: str | None = None) -> Framework:
    """One shipped framework, its newest version where none is named.

    Raises NoSuchFramework, naming those there are.
    """
    found = [
        framework
        for framework in shipped()
        if framework.id == framework_id and version in {None, framework.version}
    ]
    if not found:
        there = ", ".join(framework.ref for framework in shipped())
        wanted = framework_id if version is None else f"{framework_id}@{version}"
        raise NoSuchFramework(f"No framework {wanted} comes with Cairn. There are: {there}.")
    return found[-1]


def loaded() -> QuerySet[FrameworkVersion]:
    """Every loaded version, by name, the newest first."""
    return FrameworkVersion.objects.order_by("framework_id", "-loaded_at", "-pk")


def latest(framework_id: str) -> FrameworkVersion:
    """The version loaded last. Raises FrameworkVersion.DoesNotExist."""
    return FrameworkVersion.objects.filter(framework_id=framework_id).latest("loaded_at", "pk")


def loaded_version(framework_id: str, version: str | None = None) -> FrameworkVersion:
    """One loaded version, the newest where none is named. Raises FrameworkVersion.DoesNotExist with a sentence."""
    if "\0" not in framework_id + (version or ""):
        found = FrameworkVersion.objects.filter(framework_id=framework_id).order_by("loaded_at", "pk")
        one = (found if version is None else found.filter(version=version)).last()
        if one is not None:
            return one
    raise FrameworkVersion.DoesNotExist(
        f"No framework of this name is loaded: {framework_id} {version or ''}".strip()
    )


def framework_of(version: FrameworkVersion) -> Framework:
    """The framework of a loaded version; versions never change, so each is parsed once per process."""
    return _parsed_once(version.content)


@cache
def _parsed_once(content: str) -> Framework:
    return parsed(content)


def framework_in(version: FrameworkVersion, language: str | None) -> Framework:
    """A loaded version's framework in a language, as far as it is translated; None asks for its own words."""
    framework = framework_of(version)
    return translated(framework, language) if language else framework


def unchecked(version: FrameworkVersion, language: str) -> bool:
    """Whether its texts in this language are a translation that no person has checked."""
    return translation.unchecked(framework_of(version), language)


def speaks(version: FrameworkVersion, language: str) -> bool:
    """Whether it has words of its own or a translation in this language, whatever the region."""
    return translation.speaks(framework_of(version), language)


def translated(framework: Framework, language: str) -> Framework:
    """In another language as far as it is translated; in its own words where it is not."""
    return translation.translated(framework, language)


def translation_states(framework: Framework) -> tuple[State, ...]:
    """Each language that the framework was put into: how far, and whether a person has checked it."""
    found = (translation.state(framework, language) for language in translation.languages(framework))
    return tuple(state for state in found if state)


def content_of(framework: Framework) -> str:
    """The text that is kept. What a version from before `changes` existed says of itself stays as it was."""
    return framework.model_dump_json(exclude=None if framework.changes else {"changes"})


def known(framework_id: str, version: str) -> Framework | None:
    """A version that is loaded or comes with Cairn; None where neither is so."""
    loaded_one = FrameworkVersion.objects.filter(framework_id=framework_id, version=version).first()
    if loaded_one is not None:
        return framework_of(loaded_one)
    return of_shipped(framework_id, version)


def of_shipped(framework_id: str, version: str) -> Framework | None:
    """As `known`, without asking a database."""
    return next((one for one in shipped() if (one.id, one.version) == (framework_id, version)), None)


def offered() -> QuerySet[FrameworkVersion]:
    """The versions that new assessments may go by."""
    return loaded().filter(withdrawal=None)


def withdrawal_of(version: FrameworkVersion) -> Withdrawal | None:
    """Why and when a version was taken out of use, if it was."""
    return Withdrawal.objects.select_related("by").filter(framework_version=version).first()


def newer_than(version: FrameworkVersion) -> FrameworkVersion | None:
    """The newest version of the same framework that was loaded later and is in use."""
    later = offered().filter(framework_id=version.framework_id, loaded_at__gte=version.loaded_at)
    return later.filter(pk__gt=version.pk).first()


def before(version: FrameworkVersion) -> FrameworkVersion | None:
    """The version that this one says it follows, else the one loaded before it."""
    changes = framework_of(version).changes
    earlier = loaded().filter(framework_id=version.framework_id, pk__lt=version.pk)
    said = earlier.filter(version=changes.former).first() if changes else None
    return said or earlier.first()


@cache
def shipped_mappings() -> tuple[Mapping, ...]:
    """The mappings that come with Cairn; no database is asked."""
    return tuple(_sound_mapping(file) for file in sorted((DATA / "mappings").glob("*.yaml")))


def _sound_mapping(file: Path) -> Mapping:
    written = read_mapping(file.read_text(), file.name, of_shipped)
    if written.mapping is None:
        raise ValueError("\n".join(map(str, written.faults)))
    return written.mapping


def mappings() -> tuple[Mapping, ...]:
    """Every mapping in force: those that come with Cairn, and of each name brought in the newest version."""
    newest = {one.mapping_id: one for one in LoadedMapping.objects.order_by("pk")}
    brought = (Mapping.model_validate_json(one.content) for one in newest.values())
    return (*shipped_mappings(), *brought)


def mapping(mapping_id: str) -> Mapping | None:
    return next((one for one in mappings() if one.id == mapping_id), None)


def by_ref(refs: Iterable[str]) -> dict[str, Framework]:
    """The frameworks of these names, loaded or shipped, in one query; those that are neither are left out."""
    wanted = set(refs)
    names = {ref.partition("@")[0] for ref in wanted}
    there = {one.ref: one for one in shipped()}
    there |= {str(one): framework_of(one) for one in loaded().filter(framework_id__in=names)}
    return {ref: framework for ref, framework in there.items() if ref in wanted}


def mapped(start: str, end: str) -> tuple[Pair, ...]:
    """How nodes of one version stand to those of another, both as `id@version`; read backwards where it is so written.

    The first mapping that says something of two nodes holds.
    """
    found: dict[tuple[str, str], Pair] = {}
    for one in mappings():
        for pair in one.read(start, end):
            found.setdefault((pair.start, pair.end), pair)
    return tuple(found.values())


def tables_of(ref: str) -> tuple[Table, ...]:
    """What a version maps to: every other framework, with the number of pairs, by name of the other."""
    partners = {one.other(ref) for one in mappings()} - {None}
    return tuple(
        Table(ref, str(partner), mapped(ref, str(partner))) for partner in sorted(map(str, partners))
    )


def digest_of(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
