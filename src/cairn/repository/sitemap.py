"""What search engines should know: every standing page, by the protocol of sitemaps.org."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

NAMESPACE = AttributesImpl({"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
PLAIN: AttributesImpl[str] = AttributesImpl({})


class Stop(NamedTuple):
    """A full address, and the day of its last change where that is known."""

    address: str
    changed: date | None = None


def written(stops: Iterable[Stop], *, whole: str, part: str) -> str:
    """`whole` and `part` name the elements: urlset and url for pages, sitemapindex and sitemap for further maps."""
    text = io.StringIO()
    xml = SimplerXMLGenerator(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement(whole, NAMESPACE)
    for stop in stops:
        xml.startElement(part, PLAIN)
        xml.addQuickElement("loc", stop.address)
        if stop.changed:
            xml.addQuickElement("lastmod", stop.changed.isoformat())
        xml.endElement(part)
    xml.endElement(whole)
    xml.endDocument()
    return text.getvalue()
