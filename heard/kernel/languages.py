"""Languages in which a form can be worded: what they are called, and which way they are read.

Codes are those of BCP 47: a language, and where needed its script and country ("cy", "en-GB",
"pa-Arab"). The list holds the languages that families in England name most (census of 2021) and
those that children's services meet beside them.
"""

import re

_WRITTEN = """
af Afrikaans | ak Akan (Twi) | sq Albanian, Shqip | am Amharic, አማርኛ | ar Arabic, العربية
hy Armenian, Հայերեն | az Azerbaijani, Azərbaycanca | bal Balochi, بلۏچی | eu Basque, Euskara
be Belarusian, Беларуская | bn Bengali, বাংলা | bs Bosnian, Bosanski | bg Bulgarian, Български
my Burmese, မြန်မာ | yue Cantonese, 粵語 | ca Catalan, Català | zh Chinese, 中文
kw Cornish, Kernewek | hr Croatian, Hrvatski | cs Czech, Čeština | da Danish, Dansk
prs Dari, دری | dv Dhivehi, ދިވެހި | nl Dutch, Nederlands | en English | et Estonian, Eesti
ee Ewe | fi Finnish, Suomi | fr French, Français | ff Fula, Pulaar | ka Georgian, ქართული
de German, Deutsch | el Greek, Ελληνικά | gu Gujarati, ગુજરાતી | ha Hausa | he Hebrew, עברית
hi Hindi, हिन्दी | hu Hungarian, Magyar | is Icelandic, Íslenska | ig Igbo | id Indonesian
ga Irish, Gaeilge | it Italian, Italiano | ja Japanese, 日本語 | kn Kannada, ಕನ್ನಡ
kk Kazakh, Қазақша | km Khmer, ខ្មែរ | rw Kinyarwanda | ko Korean, 한국어 | kri Krio
kmr Kurdish (Kurmanji), Kurmancî | ckb Kurdish (Sorani), سۆرانی | ky Kyrgyz, Кыргызча
lo Lao, ລາວ | lv Latvian, Latviešu | ln Lingala, Lingála | lt Lithuanian, Lietuvių | lg Luganda
mk Macedonian, Македонски | ms Malay, Bahasa Melayu | ml Malayalam, മലയാളം | mt Maltese, Malti
mr Marathi, मराठी | mn Mongolian, Монгол | ne Nepali, नेपाली | nd Ndebele | no Norwegian, Norsk
om Oromo, Afaan Oromoo | pa Panjabi, ਪੰਜਾਬੀ | pnb Panjabi (Shahmukhi), پنجابی | ps Pashto, پښتو
fa Persian (Farsi), فارسی | pl Polish, Polski | pt Portuguese, Português | ro Romanian, Română
rom Romani | ru Russian, Русский | gd Scottish Gaelic, Gàidhlig | sr Serbian, Српски | sn Shona
sd Sindhi, سنڌي | si Sinhala, සිංහල | sk Slovak, Slovenčina | sl Slovenian, Slovenščina
so Somali, Soomaali | es Spanish, Español | sw Swahili, Kiswahili | sv Swedish, Svenska
syl Sylheti | tl Tagalog | tg Tajik, Тоҷикӣ | ta Tamil, தமிழ் | te Telugu, తెలుగు | th Thai, ไทย
bo Tibetan, བོད་ཡིག | ti Tigrinya, ትግርኛ | tr Turkish, Türkçe | tk Turkmen, Türkmen
uk Ukrainian, Українська | ur Urdu, اردو | ug Uyghur, ئۇيغۇرچە | uz Uzbek, Oʻzbekcha
vi Vietnamese, Tiếng Việt | cy Welsh, Cymraeg | wo Wolof | yi Yiddish, ייִדיש | yo Yoruba, Yorùbá
zu Zulu, isiZulu
"""
_CODE = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-[A-Z]{2})?")
_LEFTWARD = frozenset(
    {"ar", "bal", "ckb", "dv", "fa", "he", "pnb", "prs", "ps", "sd", "ug", "ur", "yi"}
)
_LEFTWARD_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo"})
OURS = "en-GB"


def _named() -> dict[str, tuple[str, str]]:
    entries = (e.strip().partition(" ") for line in _WRITTEN.split("\n") for e in line.split("|"))
    names = {code: rest.partition(", ") for code, _, rest in entries if code}
    return {code: (english, own) for code, (english, _, own) in names.items()}


# The name in English and, where it differs, the name in the language itself.
LANGUAGES = _named()


def is_known(code: str) -> bool:
    """Say whether this is the code of a language on the list: "cy", "en-GB", "pa-Arab"."""
    found = _CODE.fullmatch(code)
    return found is not None and found[1] in LANGUAGES


def direction(code: str) -> str:
    """Return "rtl" for a language that is read from right to left, else "ltr"."""
    found = _CODE.fullmatch(code)
    if found is None:
        return "ltr"
    leftward = found[2] in _LEFTWARD_SCRIPTS if found[2] else found[1] in _LEFTWARD
    return "rtl" if leftward else "ltr"


def name_of(code: str) -> str:
    """Return what a language is called: "Welsh"; with its code where a script or country stands
    beside it, and the code itself where it is not on the list."""
    english, _ = LANGUAGES.get(code.partition("-")[0], ("", ""))
    if not english or not is_known(code):
        return code
    return english if code == OURS or "-" not in code else f"{english}, {code}"


def names_of(code: str) -> str:
    """Return its name in English, and its own beside it: "Welsh – Cymraeg"."""
    own = LANGUAGES.get(code.partition("-")[0], ("", ""))[1] if is_known(code) else ""
    return f"{name_of(code)} – {own}" if own else name_of(code)
