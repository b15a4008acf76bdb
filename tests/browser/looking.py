"""Pages looked at: faults by axe's rules, and what runs off a small screen."""

from pathlib import Path

import axe_playwright_python

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Nothing else is asked for: to tell of every element that is right takes most of the time.
    "resultTypes": ["violations"],
    "preload": False,
}
FAULTS = """async rules => (await axe.run(document, rules)).violations
  .map(one => [one.id, one.nodes.slice(0, 2).map(node => node.html.slice(0, 120))])"""
# A look at every page takes minutes: both colours, both directions and both widths are seen, not each with each.
LOOKS = {"en": ("light", 1360), "ar": ("dark", 360)}
SMALL = 320


def faults(page):
    """Of the page as it stands."""
    page.evaluate(AXE)
    return page.evaluate(FAULTS, RULES)


def looked_at(page_of, visited, language, status=lambda _path: 200):
    """Faults of each (path, person), and the widths of those that need more than a small screen."""
    scheme, wide = LOOKS[language]
    more = {
        "extra_http_headers": {"Accept-Language": language},
        "bypass_csp": True,
        "reduced_motion": "reduce",
        "color_scheme": scheme,
    }
    readers = {person: page_of(person, "/", **more) for person in {person for _path, person in visited}}
    found, wider = [], []
    for path, person in visited:
        page = readers[person]
        page.set_viewport_size({"width": wide, "height": 900})
        assert page.goto(path).status == status(path), path
        found += [(path, *fault) for fault in faults(page)]
        page.set_viewport_size({"width": SMALL, "height": 640})
        needed = page.evaluate("document.documentElement.scrollWidth")
        wider += [(path, needed)] if needed > SMALL else []
    return found, wider
