"""Words inside drawings run in their own direction: a drawing as a whole is always left-to-right.

The isolates of Unicode (UAX 9) do within SVG what `dir` does in HTML, and are never seen.
"""

RIGHT_TO_LEFT, FIRST_STRONG, END = "\u2067", "\u2068", "\u2069"


def spoken(text: str, *, rtl: bool) -> str:
    """Words of the interface: right-to-left where its reader's language is."""
    return f"{RIGHT_TO_LEFT}{text}{END}" if rtl else text


def named(text: str) -> str:
    """A name in whatever language: its first letter decides."""
    return f"{FIRST_STRONG}{text}{END}"
