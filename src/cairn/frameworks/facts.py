"""Which frameworks there are, shipped as files and loaded in the database."""

import hashlib
from functools import cache
from pathlib import Path

from django.db.models import QuerySet

from cairn.frameworks import translation
from cairn.frameworks.models import FrameworkVersion, parsed
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


def translated(framework: Framework, language: str) -> Framework:
    """In another language as far as it is translated; in its own words where it is not."""
    return translation.translated(framework, language)


def translation_states(framework: Framework) -> tuple[State, ...]:
    """Each language that the framework was put into: how far, and whether a person has checked it."""
    found = (translation.state(framework, language) for language in translation.languages(framework))
    return tuple(state for state in found if state)


def digest_of(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()
