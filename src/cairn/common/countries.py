"""Countries and territories by ISO 3166-1 alpha-2 code, in English and translatable.

The codes are those of the standard; the short names are the everyday ones and take no side in any dispute.
"""

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def country_name(code: str) -> str:
    """What the country is called in the reader's language; the code itself where it is not on the list."""
    return str(COUNTRIES.get(code.upper(), code))


def country_code(words: str) -> str | None:
    """The code behind a code, or behind a name in English or in the reader's language; None when not sure."""
    said = words.strip().casefold()
    if said.upper() in COUNTRIES:
        return said.upper()
    return next((code for code, name in COUNTRIES.items() if said in _names(code, name)), None)


def _names(code: str, name: str | Promise) -> set[str]:
    with translation.override("en"):
        english = str(name)
    return {english.casefold(), str(name).casefold(), *OTHER_NAMES.get(code, ())}


def country_choices() -> list[tuple[str, str]]:
    """For a select box: first none, then all by name."""
    named = sorted(((code, str(name)) for code, name in COUNTRIES.items()), key=lambda pair: pair[1])
    return [("", "—"), *named]


OTHER_NAMES = {
    "BA": ("bosnia",),
    "CZ": ("czech republic", "the czech republic"),
    "GB": ("uk", "great britain", "britain", "the united kingdom"),
    "GR": ("hellas",),
    "NL": ("the netherlands", "holland"),
    "TR": ("turkey",),
    "US": ("usa", "united states of america"),
}
"""Further English names that documents use, lower case."""

# One line holds several, since the table is long and seldom read.
# fmt: off
COUNTRIES: dict[str, str | Promise] = {
    "AD": _("Andorra"), "AE": _("United Arab Emirates"), "AF": _("Afghanistan"),
    "AG": _("Antigua and Barbuda"), "AI": _("Anguilla"), "AL": _("Albania"), "AM": _("Armenia"),
    "AO": _("Angola"), "AQ": _("Antarctica"), "AR": _("Argentina"), "AS": _("American Samoa"),
    "AT": _("Austria"), "AU": _("Australia"), "AW": _("Aruba"), "AX": _("Åland Islands"),
    "AZ": _("Azerbaijan"), "BA": _("Bosnia and Herzegovina"), "BB": _("Barbados"), "BD": _("Bangladesh"),
    "BE": _("Belgium"), "BF": _("Burkina Faso"), "BG": _("Bulgaria"), "BH": _("Bahrain"),
    "BI": _("Burundi"), "BJ": _("Benin"), "BL": _("Saint Barthélemy"), "BM": _("Bermuda"),
    "BN": _("Brunei"), "BO": _("Bolivia"), "BQ": _("Caribbean Netherlands"), "BR": _("Brazil"),
    "BS": _("Bahamas"), "BT": _("Bhutan"), "BV": _("Bouvet Island"), "BW": _("Botswana"),
    "BY": _("Belarus"), "BZ": _("Belize"), "CA": _("Canada"), "CC": _("Cocos (Keeling) Islands"),
    "CD": _("Congo (Democratic Republic)"), "CF": _("Central African Republic"),
    "CG": _("Congo (Republic)"), "CH": _("Switzerland"), "CI": _("Côte d’Ivoire"), "CK": _("Cook Islands"),
    "CL": _("Chile"), "CM": _("Cameroon"), "CN": _("China"), "CO": _("Colombia"), "CR": _("Costa Rica"),
    "CU": _("Cuba"), "CV": _("Cabo Verde"), "CW": _("Curaçao"), "CX": _("Christmas Island"),
    "CY": _("Cyprus"), "CZ": _("Czechia"), "DE": _("Germany"), "DJ": _("Djibouti"), "DK": _("Denmark"),
    "DM": _("Dominica"), "DO": _("Dominican Republic"), "DZ": _("Algeria"), "EC": _("Ecuador"),
    "EE": _("Estonia"), "EG": _("Egypt"), "EH": _("Western Sahara"), "ER": _("Eritrea"), "ES": _("Spain"),
    "ET": _("Ethiopia"), "FI": _("Finland"), "FJ": _("Fiji"), "FK": _("Falkland Islands"),
    "FM": _("Micronesia"), "FO": _("Faroe Islands"), "FR": _("France"), "GA": _("Gabon"),
    "GB": _("United Kingdom"), "GD": _("Grenada"), "GE": _("Georgia"), "GF": _("French Guiana"),
    "GG": _("Guernsey"), "GH": _("Ghana"), "GI": _("Gibraltar"), "GL": _("Greenland"), "GM": _("Gambia"),
    "GN": _("Guinea"), "GP": _("Guadeloupe"), "GQ": _("Equatorial Guinea"), "GR": _("Greece"),
    "GS": _("South Georgia and the South Sandwich Islands"), "GT": _("Guatemala"), "GU": _("Guam"),
    "GW": _("Guinea-Bissau"), "GY": _("Guyana"), "HK": _("Hong Kong"),
    "HM": _("Heard Island and McDonald Islands"), "HN": _("Honduras"), "HR": _("Croatia"),
    "HT": _("Haiti"), "HU": _("Hungary"), "ID": _("Indonesia"), "IE": _("Ireland"), "IL": _("Israel"),
    "IM": _("Isle of Man"), "IN": _("India"), "IO": _("British Indian Ocean Territory"), "IQ": _("Iraq"),
    "IR": _("Iran"), "IS": _("Iceland"), "IT": _("Italy"), "JE": _("Jersey"), "JM": _("Jamaica"),
    "JO": _("Jordan"), "JP": _("Japan"), "KE": _("Kenya"), "KG": _("Kyrgyzstan"), "KH": _("Cambodia"),
    "KI": _("Kiribati"), "KM": _("Comoros"), "KN": _("Saint Kitts and Nevis"), "KP": _("North Korea"),
    "KR": _("South Korea"), "KW": _("Kuwait"), "KY": _("Cayman Islands"), "KZ": _("Kazakhstan"),
    "LA": _("Laos"), "LB": _("Lebanon"), "LC": _("Saint Lucia"), "LI": _("Liechtenstein"),
    "LK": _("Sri Lanka"), "LR": _("Liberia"), "LS": _("Lesotho"), "LT": _("Lithuania"),
    "LU": _("Luxembourg"), "LV": _("Latvia"), "LY": _("Libya"), "MA": _("Morocco"), "MC": _("Monaco"),
    "MD": _("Moldova"), "ME": _("Montenegro"), "MF": _("Saint Martin (French part)"),
    "MG": _("Madagascar"), "MH": _("Marshall Islands"), "MK": _("North Macedonia"), "ML": _("Mali"),
    "MM": _("Myanmar"), "MN": _("Mongolia"), "MO": _("Macau"), "MP": _("Northern Mariana Islands"),
    "MQ": _("Martinique"), "MR": _("Mauritania"), "MS": _("Montserrat"), "MT": _("Malta"),
    "MU": _("Mauritius"), "MV": _("Maldives"), "MW": _("Malawi"), "MX": _("Mexico"), "MY": _("Malaysia"),
    "MZ": _("Mozambique"), "NA": _("Namibia"), "NC": _("New Caledonia"), "NE": _("Niger"),
    "NF": _("Norfolk Island"), "NG": _("Nigeria"), "NI": _("Nicaragua"), "NL": _("Netherlands"),
    "NO": _("Norway"), "NP": _("Nepal"), "NR": _("Nauru"), "NU": _("Niue"), "NZ": _("New Zealand"),
    "OM": _("Oman"), "PA": _("Panama"), "PE": _("Peru"), "PF": _("French Polynesia"),
    "PG": _("Papua New Guinea"), "PH": _("Philippines"), "PK": _("Pakistan"), "PL": _("Poland"),
    "PM": _("Saint Pierre and Miquelon"), "PN": _("Pitcairn"), "PR": _("Puerto Rico"),
    "PS": _("Palestine"), "PT": _("Portugal"), "PW": _("Palau"), "PY": _("Paraguay"), "QA": _("Qatar"),
    "RE": _("Réunion"), "RO": _("Romania"), "RS": _("Serbia"), "RU": _("Russia"), "RW": _("Rwanda"),
    "SA": _("Saudi Arabia"), "SB": _("Solomon Islands"), "SC": _("Seychelles"), "SD": _("Sudan"),
    "SE": _("Sweden"), "SG": _("Singapore"), "SH": _("Saint Helena"), "SI": _("Slovenia"),
    "SJ": _("Svalbard and Jan Mayen"), "SK": _("Slovakia"), "SL": _("Sierra Leone"), "SM": _("San Marino"),
    "SN": _("Senegal"), "SO": _("Somalia"), "SR": _("Suriname"), "SS": _("South Sudan"),
    "ST": _("São Tomé and Príncipe"), "SV": _("El Salvador"), "SX": _("Sint Maarten (Dutch part)"),
    "SY": _("Syria"), "SZ": _("Eswatini"), "TC": _("Turks and Caicos Is"), "TD": _("Chad"),
    "TF": _("French Southern Territories"), "TG": _("Togo"), "TH": _("Thailand"), "TJ": _("Tajikistan"),
    "TK": _("Tokelau"), "TL": _("Timor-Leste"), "TM": _("Turkmenistan"), "TN": _("Tunisia"),
    "TO": _("Tonga"), "TR": _("Türkiye"), "TT": _("Trinidad and Tobago"), "TV": _("Tuvalu"),
    "TW": _("Taiwan"), "TZ": _("Tanzania"), "UA": _("Ukraine"), "UG": _("Uganda"),
    "UM": _("United States Minor Outlying Islands"), "US": _("United States"), "UY": _("Uruguay"),
    "UZ": _("Uzbekistan"), "VA": _("Vatican City"), "VC": _("Saint Vincent and the Grenadines"),
    "VE": _("Venezuela"), "VG": _("British Virgin Islands"), "VI": _("United States Virgin Islands"),
    "VN": _("Vietnam"), "VU": _("Vanuatu"), "WF": _("Wallis and Futuna"), "WS": _("Samoa"),
    "YE": _("Yemen"), "YT": _("Mayotte"), "ZA": _("South Africa"), "ZM": _("Zambia"), "ZW": _("Zimbabwe"),
}
# fmt: on
