"""The Markdown that people may write: paragraphs, emphasis, lists and links. Nothing else gets through.

Images would fetch from elsewhere, headings would break the order of the page around them, HTML would be a door.
"""

from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a"}
ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "breaks": True})
    return reader.enable(["emphasis", "list", "link", "newline", "escape", "entity", "autolink"])


def to_html(text: str) -> str:
    """Clean HTML of a text in our Markdown; what is not in the subset stays as the person typed it."""
    html = _reader().render(text)
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer nofollow"
    )


def tokens(text: str) -> list[Token]:
    """What the text is made of, for those who do not write HTML."""
    return _reader().parse(text)


def to_plain(text: str) -> str:
    """The words alone, for a line of a list or a description."""
    words = nh3.clean(_reader().render(text).replace("</p>", "</p> ").replace("</li>", "</li> "), tags=set())
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&nbsp;", " "), ("&amp;", "&")):
        words = words.replace(entity, sign)
    return " ".join(words.split())
