"""Countries, and the parts of the world to which the United Nations count them (M49)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.languages import WORLD, region_name, regions

PARTS: dict[str, Promise] = {
    "africa": pgettext_lazy("part of the world", "Africa"),
    "americas": pgettext_lazy("part of the world", "Americas"),
    "asia": pgettext_lazy("part of the world", "Asia"),
    "europe": pgettext_lazy("part of the world", "Europe"),
    "oceania": pgettext_lazy("part of the world", "Oceania"),
}
_COUNTRIES = {
    "africa": """DZ EG LY MA SD TN EH IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW AO CM CF TD CG
        CD GQ GA ST BW SZ LS NA ZA BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG""",
    "americas": """AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI BZ CR SV GT HN
        MX NI PA AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE BM CA GL PM US""",
    "asia": """KZ KG TJ TM UZ CN HK MO KP JP MN KR TW BN KH ID LA MY MM PH SG TH TL VN AF BD BT IN IR MV NP PK LK AM
        AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE""",
    "europe": """BY BG CZ HU PL MD RO RU SK UA AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB AL AD BA HR GI GR VA IT
        MT ME MK PT SM RS SI ES AT BE FR DE LI LU MC NL CH XK""",
    "oceania": """AU CX CC HM NZ NF FJ NC PG SB VU GU KI MH FM NR MP PW UM AS CK PF NU PN WS TK TO TV WF""",
}
_PART = {code: part for part, codes in _COUNTRIES.items() for code in codes.split()}


@dataclass(frozen=True)
class Country:
    code: str
    # In the language of the page.
    name: str
    # A key of PARTS; empty for Antarctica, which belongs to none.
    part: str


def country(code: str) -> Country:
    return Country(code, region_name(code), part_of(code))


def countries(part: str = "") -> list[Country]:
    """All, or those of a part of the world, in the order of their names."""
    every = (Country(code, name, part_of(code)) for code, name in regions() if code != WORLD)
    return [one for one in every if part in {"", one.part}]


def part_of(code: str) -> str:
    return _PART.get(code, "")
