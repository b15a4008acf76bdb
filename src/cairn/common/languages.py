"""Languages that migrants, mediators and those who work with them speak: tag, name, own name, direction of writing.

Our own small table of BCP 47 tags, because the known libraries either lack Dari and Edo or cost seconds at the start.
"""

import re
from dataclasses import dataclass

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""Well-formed language tags, as far as we use them."""


@dataclass(frozen=True, slots=True)
class Language:
    tag: str
    name: str | Promise
    autonym: str
    """What its speakers call it. Not checked by speakers of every language: tell us where it is wrong."""
    rtl: bool = False


def language_name(tag: str) -> str:
    """What the language is called in the reader's language; of an unknown variety the language, else the tag."""
    language = find(tag)
    if language is None:
        return tag
    return str(language.name) if language.tag == tag else f"{language.name} ({tag})"


def autonym(tag: str) -> str:
    """What its speakers call the language; the tag where we do not know."""
    language = find(tag)
    return language.autonym if language else tag


def is_rtl(tag: str) -> bool:
    language = find(tag)
    return bool(language and language.rtl)


def find(tag: str) -> Language | None:
    """The language of a tag, or of its longest known beginning: `fr-BE` is French."""
    parts = tag.split("-")
    shorter = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((LANGUAGES[part] for part in shorter if part in LANGUAGES), None)


def language_tag(words: str) -> str | None:
    """The tag behind a tag, an English name, a name in the reader's language or an autonym; None when not sure."""
    said = words.strip()
    if TAG.fullmatch(said) and find(said):
        return said
    return next((tag for tag, language in LANGUAGES.items() if said.casefold() in _names(language)), None)


def _names(language: Language) -> set[str]:
    with translation.override("en"):
        english = str(language.name)
    return {english.casefold(), str(language.name).casefold(), language.autonym.casefold()}


_TABLE = (
    Language("af", _("Afrikaans"), "Afrikaans"),
    Language("sq", _("Albanian"), "Shqip"),
    Language("am", _("Amharic"), "አማርኛ"),
    Language("ar", _("Arabic"), "العربية", rtl=True),
    Language("ary", _("Moroccan Arabic"), "الدارجة المغربية", rtl=True),
    Language("arz", _("Egyptian Arabic"), "مصري", rtl=True),
    Language("apc", _("Levantine Arabic"), "شامي", rtl=True),
    Language("hy", _("Armenian"), "Հայերեն"),
    Language("as", _("Assamese"), "অসমীয়া"),
    Language("aii", _("Assyrian Neo-Aramaic"), "ܣܘܪܝܬ", rtl=True),
    Language("az", _("Azerbaijani"), "Azərbaycan dili"),
    Language("bm", _("Bambara"), "Bamanankan"),
    Language("eu", _("Basque"), "Euskara"),
    Language("be", _("Belarusian"), "Беларуская"),
    Language("bn", _("Bengali"), "বাংলা"),
    Language("ber", _("Berber"), "Tamaziɣt"),
    Language("bs", _("Bosnian"), "Bosanski"),
    Language("br", _("Breton"), "Brezhoneg"),
    Language("bg", _("Bulgarian"), "Български"),
    Language("my", _("Burmese"), "မြန်မာဘာသာ"),
    Language("yue", _("Cantonese"), "粵語"),
    Language("ca", _("Catalan"), "Català"),
    Language("ce", _("Chechen"), "Нохчийн мотт"),
    Language("zh", _("Chinese"), "中文"),
    Language("zh-Hans", _("Chinese, simplified"), "简体中文"),
    Language("zh-Hant", _("Chinese, traditional"), "繁體中文"),
    Language("hr", _("Croatian"), "Hrvatski"),
    Language("cs", _("Czech"), "Čeština"),
    Language("da", _("Danish"), "Dansk"),
    Language("prs", _("Dari"), "دری", rtl=True),
    Language("din", _("Dinka"), "Thuɔŋjäŋ"),
    Language("nl", _("Dutch"), "Nederlands"),
    Language("dyu", _("Dyula"), "Julakan"),
    Language("bin", _("Edo (Bini)"), "Ẹ̀dó"),
    Language("en", _("English"), "English"),
    Language("et", _("Estonian"), "Eesti"),
    Language("ee", _("Ewe"), "Eʋegbe"),
    Language("fil", _("Filipino"), "Filipino"),
    Language("fi", _("Finnish"), "Suomi"),
    Language("fr", _("French"), "Français"),
    Language("ff", _("Fula"), "Fulfulde"),
    Language("gl", _("Galician"), "Galego"),
    Language("lg", _("Ganda"), "Luganda"),
    Language("ka", _("Georgian"), "ქართული"),
    Language("de", _("German"), "Deutsch"),
    Language("el", _("Greek"), "Ελληνικά"),
    Language("gn", _("Guarani"), "Avañe’ẽ"),
    Language("gu", _("Gujarati"), "ગુજરાતી"),
    Language("ht", _("Haitian Creole"), "Kreyòl ayisyen"),
    Language("ha", _("Hausa"), "Hausa"),
    Language("haz", _("Hazaragi"), "هزارگی", rtl=True),
    Language("he", _("Hebrew"), "עברית", rtl=True),
    Language("hi", _("Hindi"), "हिन्दी"),
    Language("hu", _("Hungarian"), "Magyar"),
    Language("is", _("Icelandic"), "Íslenska"),
    Language("ig", _("Igbo"), "Igbo"),
    Language("id", _("Indonesian"), "Bahasa Indonesia"),
    Language("ga", _("Irish"), "Gaeilge"),
    Language("it", _("Italian"), "Italiano"),
    Language("ja", _("Japanese"), "日本語"),
    Language("kab", _("Kabyle"), "Taqbaylit"),
    Language("kn", _("Kannada"), "ಕನ್ನಡ"),
    Language("kk", _("Kazakh"), "Қазақ тілі"),
    Language("km", _("Khmer"), "ខ្មែរ"),
    Language("rw", _("Kinyarwanda"), "Ikinyarwanda"),
    Language("rn", _("Kirundi"), "Ikirundi"),
    Language("kg", _("Kongo"), "Kikongo"),
    Language("ko", _("Korean"), "한국어"),
    Language("kri", _("Krio"), "Krio"),
    Language("ku", _("Kurdish (Kurmanji)"), "Kurdî"),
    Language("ckb", _("Kurdish (Sorani)"), "کوردیی ناوەندی", rtl=True),
    Language("ky", _("Kyrgyz"), "Кыргызча"),
    Language("lo", _("Lao"), "ລາວ"),
    Language("lv", _("Latvian"), "Latviešu"),
    Language("ln", _("Lingala"), "Lingála"),
    Language("lt", _("Lithuanian"), "Lietuvių"),
    Language("lua", _("Luba-Kasai"), "Tshiluba"),
    Language("lb", _("Luxembourgish"), "Lëtzebuergesch"),
    Language("mk", _("Macedonian"), "Македонски"),
    Language("mg", _("Malagasy"), "Malagasy"),
    Language("ms", _("Malay"), "Bahasa Melayu"),
    Language("ml", _("Malayalam"), "മലയാളം"),
    Language("mt", _("Maltese"), "Malti"),
    Language("mnk", _("Mandinka"), "Mandinka"),
    Language("mr", _("Marathi"), "मराठी"),
    Language("mn", _("Mongolian"), "Монгол"),
    Language("cnr", _("Montenegrin"), "Crnogorski"),
    Language("mos", _("Mossi"), "Moore"),
    Language("ne", _("Nepali"), "नेपाली"),
    Language("pcm", _("Nigerian Pidgin"), "Naijá"),
    Language("nb", _("Norwegian Bokmål"), "Norsk bokmål"),
    Language("nn", _("Norwegian Nynorsk"), "Norsk nynorsk"),
    Language("om", _("Oromo"), "Afaan Oromoo"),
    Language("ps", _("Pashto"), "پښتو", rtl=True),
    Language("fa", _("Persian"), "فارسی", rtl=True),
    Language("pl", _("Polish"), "Polski"),
    Language("pt", _("Portuguese"), "Português"),
    Language("pa", _("Punjabi"), "ਪੰਜਾਬੀ"),
    Language("qu", _("Quechua"), "Runa Simi"),
    Language("rhg", _("Rohingya"), "Ruáingga"),
    Language("rom", _("Romani"), "Romani ćhib"),
    Language("ro", _("Romanian"), "Română"),
    Language("ru", _("Russian"), "Русский"),
    Language("sr", _("Serbian"), "Српски"),
    Language("sn", _("Shona"), "ChiShona"),
    Language("sd", _("Sindhi"), "سنڌي", rtl=True),
    Language("si", _("Sinhala"), "සිංහල"),
    Language("sk", _("Slovak"), "Slovenčina"),
    Language("sl", _("Slovenian"), "Slovenščina"),
    Language("so", _("Somali"), "Soomaali"),
    Language("snk", _("Soninke"), "Sooninkanxanne"),
    Language("es", _("Spanish"), "Español"),
    Language("sus", _("Susu"), "Sosoxui"),
    Language("sw", _("Swahili"), "Kiswahili"),
    Language("sv", _("Swedish"), "Svenska"),
    Language("tg", _("Tajik"), "Тоҷикӣ"),
    Language("ta", _("Tamil"), "தமிழ்"),
    Language("te", _("Telugu"), "తెలుగు"),
    Language("th", _("Thai"), "ไทย"),
    Language("bo", _("Tibetan"), "བོད་སྐད་"),
    Language("tig", _("Tigre"), "ትግረ"),
    Language("ti", _("Tigrinya"), "ትግርኛ"),
    Language("tr", _("Turkish"), "Türkçe"),
    Language("tk", _("Turkmen"), "Türkmençe"),
    Language("tw", _("Twi"), "Twi"),
    Language("uk", _("Ukrainian"), "Українська"),
    Language("ur", _("Urdu"), "اردو", rtl=True),
    Language("ug", _("Uyghur"), "ئۇيغۇرچە", rtl=True),
    Language("uz", _("Uzbek"), "Oʻzbekcha"),
    Language("vi", _("Vietnamese"), "Tiếng Việt"),
    Language("cy", _("Welsh"), "Cymraeg"),
    Language("wo", _("Wolof"), "Wolof"),
    Language("yi", _("Yiddish"), "ייִדיש", rtl=True),
    Language("yo", _("Yoruba"), "Yorùbá"),
    Language("zza", _("Zazaki"), "Zazakî"),
    Language("zu", _("Zulu"), "isiZulu"),
)

LANGUAGES: dict[str, Language] = {language.tag: language for language in _TABLE}
