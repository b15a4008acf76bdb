"""Sectors and groups of occupations, in short words of our own under the codes of NACE Rev. 2.1 and ISCO-08.

Python like the table of countries, so that the words are gathered for translation with all others.
"""

from __future__ import annotations

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Group(NamedTuple):
    """A group of occupations: one digit is a major group, two digits one of its parts."""

    code: str
    name: Words
    examples: Words = ""
    """A few occupations in it, by which people find it; those with their own name in ESCO are looked up there."""


SECTORS: dict[str, Words] = {
    "A": _("Farming, forestry and fishing"),
    "B": _("Mining and quarrying"),
    "C": _("Manufacturing"),
    "D": _("Electricity, gas and heating"),
    "E": _("Water, sewage and waste"),
    "F": _("Construction"),
    "G": _("Shops and wholesale"),
    "H": _("Transport, storage and delivery"),
    "I": _("Hotels, restaurants and catering"),
    "J": _("Publishing, film, music and broadcasting"),
    "K": _("Telecommunication and computing"),
    "L": _("Banking and insurance"),
    "M": _("Property"),
    "N": _("Law, accounting, research and design"),
    "O": _("Cleaning, security, travel and office support"),
    "P": _("Public administration"),
    "Q": _("Education"),
    "R": _("Health and social care"),
    "S": _("Arts, sports and recreation"),
    "T": _("Hairdressing, repair and other personal services"),
    "U": _("Work in private households"),
    "V": _("International organisations"),
}
"""Sections of NACE Rev. 2.1 by letter. Letters from J on mean something else in Rev. 2."""

GROUPS: tuple[Group, ...] = (
    Group("0", _("Armed forces")),
    Group("01", _("Officers of the armed forces")),
    Group("02", _("Sergeants and corporals")),
    Group("03", _("Soldiers of other ranks")),
    Group("1", _("Managers")),
    Group("11", _("Heads of organisations and senior officials"), _("director, mayor")),
    Group("12", _("Managers of offices and sales"), _("finance manager, sales manager")),
    Group("13", _("Managers of production and services"), _("farm manager, site manager, school head")),
    Group("14", _("Managers of shops, hotels and restaurants"), _("shop manager, restaurant manager")),
    Group("2", _("Professionals")),
    Group("21", _("Scientists and engineers"), _("chemist, engineer, architect, surveyor")),
    Group("22", _("Health professionals"), _("doctor, nurse, midwife, pharmacist, dentist")),
    Group("23", _("Teaching professionals"), _("teacher, nursery teacher, language teacher")),
    Group("24", _("Business professionals"), _("accountant, human resources officer, marketing officer")),
    Group("25", _("Computing professionals"), _("programmer, web developer, database designer")),
    Group("26", _("Legal, social and cultural professionals"), _("lawyer, social worker, interpreter, journalist, artist")),
    Group("3", _("Technicians")),
    Group("31", _("Technicians in science and engineering"), _("electrical technician, draughtsperson, site supervisor")),
    Group("32", _("Health technicians"), _("laboratory technician, dental assistant, physiotherapy assistant")),
    Group("33", _("Business technicians"), _("bookkeeper, secretary, sales agent, estate agent")),
    Group("34", _("Technicians in law, social work, sports and cooking"), _("youth worker, cultural mediator, sports coach, chef")),
    Group("35", _("Computing technicians"), _("user support, network technician, broadcasting technician")),
    Group("4", _("Office workers")),
    Group("41", _("General office workers and typists"), _("office clerk, data entry")),
    Group("42", _("Office workers who serve customers"), _("receptionist, call centre agent, bank teller")),
    Group("43", _("Office workers for accounts, stock and transport"), _("payroll clerk, stock clerk, dispatcher")),
    Group("44", _("Other office workers"), _("post sorter, library assistant, filing clerk")),
    Group("5", _("Service and sales workers")),
    Group("51", _("Personal services"), _("cook, waiter, hairdresser, beautician, housekeeper, caretaker")),
    Group("52", _("Sales"), _("shop assistant, cashier, street seller, market seller")),
    Group("53", _("Care"), _("child carer, carer for elderly people, teaching assistant, home helper")),
    Group("54", _("Protection and security"), _("security guard, firefighter")),
    Group("6", _("Skilled workers in farming, forestry and fishing")),
    Group("61", _("Farmers and gardeners for the market"), _("gardener, fruit grower, herder, beekeeper")),
    Group("62", _("Skilled workers in forestry and fishing"), _("forest worker, fish farmer, fisher")),
    Group("63", _("Farmers and fishers for their own needs")),
    Group("7", _("Craft and trades")),
    Group("71", _("Building trades"), _("bricklayer, carpenter, plumber, painter, roofer, tiler")),
    Group("72", _("Metal and machinery trades"), _("welder, blacksmith, car mechanic, locksmith")),
    Group("73", _("Handicraft and printing"), _("potter, jeweller, weaver, printer")),
    Group("74", _("Electrical and electronic trades"), _("electrician, phone repairer")),
    Group("75", _("Food, wood and clothing trades"), _("baker, butcher, tailor, seamstress, cabinet maker, shoemaker")),
    Group("8", _("Machine operators and drivers")),
    Group("81", _("Operators of plants and machines"), _("sewing machine operator, laundry machine operator")),
    Group("82", _("Assemblers"), _("assembler of machines, of electronics")),
    Group("83", _("Drivers"), _("taxi driver, lorry driver, bus driver, forklift driver, courier")),
    Group("9", _("Elementary occupations")),
    Group("91", _("Cleaners and helpers"), _("office cleaner, hotel cleaner, window cleaner, domestic help")),
    Group("92", _("Labourers in farming, forestry and fishing"), _("harvest helper, farm hand")),
    Group("93", _("Labourers in building, industry and transport"), _("building labourer, packer, warehouse worker, mover")),
    Group("94", _("Kitchen helpers"), _("dishwasher, kitchen helper, fast food worker")),
    Group("95", _("Street services"), _("shoe cleaner, street vendor other than of food")),
    Group("96", _("Waste workers and other elementary work"), _("waste sorter, street sweeper, messenger, odd job person")),
)  # fmt: skip
"""The 10 major and 43 sub-major groups of ISCO-08, in the order of their codes."""

BY_CODE = {group.code: group for group in GROUPS}


def group_of(code: str) -> Group | None:
    """The group of a code of one to four digits, as far as we have one: `7115` is in `71`."""
    return BY_CODE.get(code[:2]) or BY_CODE.get(code[:1])


def group_name(code: str) -> str:
    """In the reader's language; the code itself where there is no such group."""
    group = group_of(code)
    return str(group.name) if group else code


def sector_name(letter: str) -> str:
    return str(SECTORS.get(letter, letter))


def sector_choices() -> list[tuple[str, Words]]:
    return [("", "—"), *SECTORS.items()]


def group_choices() -> list[tuple[Words, list[tuple[str, str]]]]:
    """Major groups with their parts below them, for a select box; each part says a few occupations that are in it."""
    return [
        (major.name, [(one.code, _described(one)) for one in GROUPS if one.code[0] == major.code])
        for major in GROUPS
        if len(major.code) == 1
    ]


def _described(group: Group) -> str:
    return f"{group.name} ({group.examples})" if group.examples else str(group.name)
