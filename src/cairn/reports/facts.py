"""What can be written of a portrait, and what it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from django.core.exceptions import ObjectDoesNotExist
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from cairn.assessments import facts as assessments
from cairn.publications import facts as publications
from cairn.publications.portrait import Portrait, from_text
from cairn.reports import writers as packages
from cairn.reports.faults import ReportFault


class Writer(Protocol):
    """What a package under writers/ offers. `fill(portrait, template)` is there where users may bring a template."""

    MEDIA_TYPE: str
    EXTENSION: str

    def write(self, portrait: Portrait) -> bytes: ...


class TemplateWriter(Writer, Protocol):
    def fill(self, portrait: Portrait, template: bytes) -> bytes: ...

    def own_template(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Named:
    """A portrait that someone asked for by name, and its edition where it is frozen."""

    portrait: Portrait
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    content: bytes
    media_type: str
    file_name: str


def named(name: str) -> Named:
    """The portrait of an assessment by its number, or of a publication by `slug` or `slug@edition`.

    Raises ReportFault where there is none.
    """
    slug, _at, edition = name.partition("@")
    try:
        if name.isdecimal():
            return Named(assessments.portrait_of(assessments.numbered(int(name))))
        publication = publications.edition_of(slug, int(edition) if edition else None)
    except (ObjectDoesNotExist, ValueError) as fault:
        raise ReportFault(_("There is no assessment or publication “%(name)s”.") % {"name": name}) from fault
    if publication.withdrawn_at:
        raise ReportFault(_("Edition %(edition)s was withdrawn.") % {"edition": publication.edition})
    return Named(from_text(publication.text), publication.edition)


@cache
def writers() -> dict[str, Writer]:
    """Every writer by the name of its format, which is the name of its folder."""
    return {
        module.name: cast("Writer", import_module(f"{packages.__name__}.{module.name}"))
        for module in iter_modules(packages.__path__)
    }


def writer_of(format: str) -> Writer:  # noqa: A002  # the word that people use
    """Raises ReportFault for a format that nobody writes."""
    if format not in writers():
        raise ReportFault(
            _("There is no format “%(format)s”. Choose one of: %(formats)s.")
            % {"format": format, "formats": ", ".join(sorted(writers()))}
        )
    return writers()[format]


def written(
    portrait: Portrait,
    format: str,  # noqa: A002
    template: bytes | None = None,
    *,
    edition: int | None = None,
) -> Report:
    """The portrait as a file. `template` replaces our own where the format has one; `edition` only names the file.

    Raises ReportFault for an unknown format and for a template that cannot be filled.
    """
    writer = writer_of(format)
    with override(portrait.language):
        content = writer.write(portrait) if template is None else _filled(writer, format, portrait, template)
    return Report(content, writer.MEDIA_TYPE, file_name(portrait, writer.EXTENSION, edition=edition))


def own_template(format: str) -> bytes:  # noqa: A002
    """Our template of a format, for users to start from."""
    return _template_writer(writer_of(format), format).own_template()


def file_name(portrait: Portrait, extension: str, *, edition: int | None = None) -> str:
    """`slug-edition-2.pdf` for a frozen portrait, `slug-2023-05-01.pdf` for one that may still change."""
    stem = portrait.practice.slug or slugify(portrait.practice.title, allow_unicode=True) or "practice"
    if edition is not None:
        stem += f"-edition-{edition}"
    elif portrait.assessed_on:
        stem += f"-{portrait.assessed_on.isoformat()}"
    return f"{stem}.{extension}"


def _filled(writer: Writer, format: str, portrait: Portrait, template: bytes) -> bytes:  # noqa: A002
    return _template_writer(writer, format).fill(portrait, template)


def _template_writer(writer: Writer, format: str) -> TemplateWriter:  # noqa: A002
    if not hasattr(writer, "fill"):
        raise ReportFault(_("The format “%(format)s” takes no template.") % {"format": format})
    return cast("TemplateWriter", writer)
