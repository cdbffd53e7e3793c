"""Days, sex and ethnicity as such extracts write them. What is not known to the letter is blank."""

import re
from datetime import date

NO_DAY = date(1900, 1, 1)  # what several systems write where no date is known
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})([ T]\d\d:\d\d(:\d\d(\.\d+)?)?Z?)?")
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})( 00:00(:00)?)?")
_LETTER = re.compile(r"^[a-z0-9]{1,2}\s*[).:-]\s*")
_SEX = {
    "m": "M", "male": "M", "1": "M", "f": "F", "female": "F", "2": "F", "u": "U", "0": "U",
    "9": "U", "unknown": "U", "indeterminate": "U", "neither": "U", "not known": "U",
    "not recorded": "U", "unborn": "U", "not stated": "U", "not specified": "U",
}  # fmt: skip
_ETHNIC = (
    "WBRI|WIRI|WIRT|WOTH|WROM|MWBC|MWBA|MWAS|MOTH|AIND|APKN|ABAN|AOTH|BCRB|BAFR|BOTH|CHNE|OOTH|"
    "REFU|NOBT|CNHE"
)
_ETHNIC_CODE = re.compile(rf"\b({_ETHNIC})\b")
_ETHNIC_WORDS = {
    "white british": "WBRI", "white irish": "WIRI", "traveller of irish heritage": "WIRT",
    "any other white background": "WOTH", "gypsy roma": "WROM",
    "white and black caribbean": "MWBC", "white and black african": "MWBA",
    "white and asian": "MWAS", "any other mixed background": "MOTH", "indian": "AIND",
    "pakistani": "APKN", "bangladeshi": "ABAN", "any other asian background": "AOTH",
    "caribbean": "BCRB", "black caribbean": "BCRB", "african": "BAFR", "black african": "BAFR",
    "any other black background": "BOTH", "chinese": "CHNE", "any other ethnic group": "OOTH",
    "refused": "REFU", "information not yet obtained": "NOBT",
}  # fmt: skip


def day(text: str) -> date | None:
    """Return the day: year-month-day or day/month/year; None where it is blank or 01/01/1900.

    Raises ValueError for anything else; two-digit years and American order are not guessed.
    """
    plain = text.strip()
    if not plain:
        return None
    if iso := _ISO.fullmatch(plain):
        found = date(int(iso[1]), int(iso[2]), int(iso[3]))
    elif british := _BRITISH.fullmatch(plain):
        found = date(int(british[3]), int(british[2]), int(british[1]))
    else:
        raise ValueError(plain)
    return found if found > NO_DAY else None


def sex(text: str) -> str:
    """Return M, F or U; blank where the text says nothing or is not known."""
    plain = text.strip().lower()
    return _SEX.get(plain) or _SEX.get(_LETTER.sub("", plain), "")


def ethnicity(text: str) -> str:
    """Return the code of the school census that stands in the text or is what it says; or blank."""
    code = _ETHNIC_CODE.search(text.upper())
    if code:
        return "CHNE" if code[1] == "CNHE" else code[1]
    words = re.sub(r"[\W_]+", " ", _LETTER.sub("", text.strip().lower())).strip()
    return _ETHNIC_WORDS.get(words, "")
