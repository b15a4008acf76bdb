"""Elements of SVG as text."""

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe


def number(value: float) -> str:
    """Two decimals at most, none where none are needed."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def element(name: str, attributes: dict[str, str | float], *children: str) -> str:
    """An element; children are SVG already."""
    said = "".join(
        f' {key}="{escape(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{said}>{''.join(children)}</{name}>" if children else f"<{name}{said}/>"


def words(text: str, at: tuple[float, float], size: float, anchor: str, paint: dict[str, str]) -> str:
    where: dict[str, str | float] = {"x": at[0], "y": at[1], "font-size": size, "text-anchor": anchor}
    return element("text", {**where, **paint}, escape(text))


def titled(text: str) -> str:
    """What is shown when one points at a shape."""
    return element("title", {}, escape(text))


def short(text: str, most: int) -> str:
    """The words, cut with an ellipsis where there is no room for more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def picture(*shapes: str, size: tuple[float, float], key: str, title: str, desc: str) -> SafeString:
    """The whole drawing. `key` must be unique on its page: title and description are found by it.

    `direction` is always left-to-right, because right-to-left would turn the meaning of anchors around; drawings
    mirror themselves instead.
    """
    wide, high = number(size[0]), number(size[1])
    head = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "drawing",
        "viewBox": f"0 0 {wide} {high}",
        "width": wide,
        "height": high,
        "direction": "ltr",
        "role": "img",
        "aria-labelledby": f"{key}-title {key}-desc",
    }
    named = (
        element("title", {"id": f"{key}-title"}, escape(title)),
        element("desc", {"id": f"{key}-desc"}, escape(desc)),
    )
    return mark_safe(element("svg", {**head}, *named, *shapes))  # noqa: S308  # every word was escaped
