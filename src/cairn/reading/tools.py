"""The block of inspiring tools: titles with addresses."""

from __future__ import annotations

import re

from cairn.publications.portrait import Tool
from cairn.reading.marks import Marked

_ADDRESS = re.compile(r"[(<\[]?(https?://[^\s)>\]]+)[)>\]]?")


def tools_of(lines: list[Marked]) -> tuple[Tool, ...]:
    """One tool per line or, where a line holds several links, one per link."""
    found: list[Tool] = []
    for one in lines:
        if one.line.links:
            found += [Tool(link.title or link.url, link.url) for link in one.line.links]
            continue
        address = _ADDRESS.search(one.text)
        title = _ADDRESS.sub("", one.text).strip(" :–—-,;()")
        url = address[1] if address else ""
        if not title and found and not found[-1].url:  # the address stands on the line below its title
            found[-1] = Tool(found[-1].title, url)
        else:
            found.append(Tool(title or url, url))
    return tuple(found)
