from dataclasses import replace

import pytest

from cairn.sheets.matching import matched, refused
from tests.sheets.table import TABLE


def test_columns_are_known_by_title_key_and_with_slips_of_the_pen():
    assert matched(["Takes  part sinse", "AGE", "code", "Shoe size", None], TABLE) == {
        0: "enrolled_on",
        1: "age_band",
        2: "code",
    }


def test_each_of_ours_is_proposed_once_and_what_is_computed_never():
    assert matched(["Code", "code", "Days"], TABLE) == {0: "code"}


@pytest.mark.parametrize(
    "title",
    [
        "victim_FirstName",
        "Means of Control",
        "Country of exploitation",
        "Last name",
        "Date of birth",
        "Adresse",
        "prs_FirstName",
        "MethodsOfControlDebtBondage",
        "vic_TypeOfLabourExploitation",
        "hte_HistoricEvent",
        "per_RoleInProcess",
        "prs_MailingStreet",
        "prs_HomePhone",
        "prs_Birthdate",
        "SECOND-NAME",
        "Fi\u200brst\u00a0name",
        "Ｐｈｏｎｅ",
        "Name",
        "الاسم",
        "E-mail",
        "رقم الهاتف",
        "  Telephone (home)",
        "Name_of_perpetrator",
    ],
)
def test_columns_that_name_people_or_tell_what_was_done_are_refused_by_name(title):
    assert refused(["Code", title], TABLE) == [title]


def test_harmless_columns_are_not():
    harmless = ["Code", "Prevention work", "Takes part since", "Framework", "", None, 7, "Automobile repair"]
    assert refused(harmless, TABLE) == []


def test_a_list_of_offices_may_have_their_email():
    offices = replace(TABLE, on_people=False)
    assert refused(["Name", "Email", "Home phone"], offices) == ["Home phone"]
