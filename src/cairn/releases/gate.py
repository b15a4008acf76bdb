"""No table of people reached leaves without an attack on it and on everything told before, in words that name what would come out."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cairn.releases.audit import Disclosed, Published, Revealed, Whom, linked, revealed
from cairn.releases.disclosure import too_near
from cairn.releases.kinds.reach import GROUPS, said_of


def refusal(table: Published, earlier: Sequence[Published]) -> str | None:
    """Why it may not be released beside what was released before: which count a reader could work out, and from which tables."""
    together, apart = linked(table, earlier, GROUPS)
    out = revealed(together, GROUPS)
    if out:
        return _said(out)
    near = _too_near(table, apart)
    return near_words(near.title) if near else None


def near_words(title: str) -> str:
    return _(
        "Beside “%(title)s”, released before, a count differs by 1 to 4: who compares the two would learn of so few people. Round down to fives, or choose a later day."
    ) % {"title": title}


def _too_near(table: Published, corrected: Sequence[Published]) -> Published | None:
    """Where a count was corrected since, so that both cannot be true of the same people, what was told is compared as it stands."""
    exact = [one for one in corrected if not table.rounded and not one.rounded]
    return next((one for one in exact if too_near(table.counts, one.counts)), None)


def _said(out: Revealed) -> str:
    said = {
        "who": _who(out.found.whom),
        "number": _range(out.found),
        "titles": " · ".join(f"“{title}”" for title in out.beside),
    }
    if not out.beside:
        return (
            _(
                "From this table alone a reader could work out that %(number)s are: %(who)s. Round down to fives, or choose another table."
            )
            % said
        )
    return (
        _(
            "Beside %(titles)s, released before, a reader could work out that %(number)s are: %(who)s. Round down to fives, or choose a later day."
        )
        % said
    )


def _range(found: Disclosed) -> str:
    if found.low == found.high:
        return str(found.low)
    return _("%(low)s to %(high)s") % {"low": found.low, "high": found.high}


def _who(count: Whom) -> str:
    said = {"part": said_of(count.key), "until": date_format(count.until, "SHORT_DATE_FORMAT")}
    if count.since is None:
        return _("%(part)s, come by %(until)s") % said
    said["since"] = date_format(count.since, "SHORT_DATE_FORMAT")
    return _("%(part)s, come after %(since)s and by %(until)s") % said
