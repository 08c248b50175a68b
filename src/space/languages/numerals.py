"""The digits in which a language writes numbers, where they are not those of Latin (CLDR: default systems)."""

from django.utils.translation import get_language

_ARABIC, _PERSIAN, _BENGALI, _NAGARI = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "০১২৩৪৫৬৭৮৯", "०१२३४५६७८९"
_DIGITS = {
    "ar": _ARABIC, "as": _BENGALI, "bn": _BENGALI, "ckb": _ARABIC, "dz": "༠༡༢༣༤༥༦༧༨༩", "fa": _PERSIAN,
    "ks": _PERSIAN, "mr": _NAGARI, "my": "၀၁၂၃၄၅၆၇၈၉", "mzn": _PERSIAN, "ne": _NAGARI, "ps": _PERSIAN,
    "sat": "᱐᱑᱒᱓᱔᱕᱖᱗᱘᱙", "sd": _ARABIC,
}  # fmt: skip
_TABLES = {code: str.maketrans("0123456789", digits) for code, digits in _DIGITS.items()}


def numerals(text: object, language: str = "") -> str:
    """A number, or a text of ours with numbers in it, in the digits of this language, else of the page's."""
    table = _TABLES.get((language or get_language() or "").split("-")[0])
    return str(text).translate(table) if table else str(text)
