"""Talks about needs for stories, made as people make them."""

from datetime import date

from cairn.needs.actions import assessing, skills, wishing
from cairn.needs.actions.assessing import Said
from cairn.needs.enums import Domain, Wish
from cairn.needs.skills import SECTIONS


def a_talk(participant, by, on=date(2025, 4, 1), **said):
    """A finished assessment: a_talk(ada, wilma, housing="high", health=Said("none"))."""
    draft = a_draft(participant, by, on)
    for domain, words in said.items():
        one = Said(words, "said" if words != "none" else "") if isinstance(words, str) else words
        assessing.tell(draft=draft, domain=Domain(domain), said=[one], by=by)
    return assessing.finish(draft=draft, by=by)


def a_draft(participant, by, on=date(2025, 4, 1)):
    draft = assessing.start(participant=participant, by=by)
    assessing.about(draft=draft, assessed_on=on, place="office", with_interpreter=None, note="", by=by)
    return draft


def a_wish(participant, by, key="F", on=date(2025, 4, 1), *, wanted=True, note=""):
    """A sector by its letter, or a profession by its code."""
    kind = Wish.SECTOR if key.isalpha() else Wish.PROFESSION
    return wishing.wish(
        participant=participant, kind=kind, key=key, wanted=wanted, said_on=on, note=note, by=by
    )


def an_entry(participant, by, section="languages", **said):
    """One entry of the grid of skills; a mother tongue where nothing else is said."""
    said = said or {"language": "ti", "first": True}
    return skills.tell(participant=participant, section=SECTIONS[section], said=said, by=by)
