"""What was found is counted by category, tag, language and author, whatever script their names are in."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from space.discuss.actions import arrange_category, make_tag, start_topic
from space.kit import clock
from space.testing.cast import make

SCRIPTS = {
    "ar": ("المكتبات", "خرائط", "ليلى الحداد", "المخطوطات في المكتبة", "المخطوطات القديمة"),
    "hi": ("पुस्तकालय", "नक्शे", "मीरा जोशी", "पांडुलिपियां पुस्तकालय में", "पुरानी पांडुलिपियां"),
    "zh": ("图书馆", "地图", "山间小雨", "图书馆里的古籍手稿", "古籍手稿的扫描"),
}
WORDS = {"ar": "المخطوطات", "hi": "पांडुलिपियां", "zh": "古籍手稿"}
_CHOICE = re.compile(
    r'<a href="([^"]*)" rel="nofollow">(?:<span[^>]*></span>)*'
    r'<bdi class="facet__name"[^>]*>([^<]*)</bdi><span class="facet__number">(\d+)</span>'
)


@pytest.mark.parametrize("lang", SCRIPTS)
def test_facets_count_in_every_script_and_lead_to_what_they_count(client, questions, lena, ada, lang):
    room, tag, author, first, second = SCRIPTS[lang]
    library = arrange_category("library", by=ada, name=room, language=lang)
    for name in (tag, "maps"):
        make_tag(name, by=ada)
    start_topic(library, by=make(author), title=first, text="…" * 9, language=lang, tags=[tag])
    with clock.at(timezone.now() + timedelta(hours=1)):
        start_topic(questions, by=lena, title=second, text="…" * 9, language="en", tags=["maps"])

    page = client.get(reverse("search:results"), {"q": WORDS[lang]}).content.decode()
    counted = {unescape(name): (url, number) for url, name, number in _CHOICE.findall(page)}

    assert page.count('class="hit"') == 2
    for name in (room, f"#{tag}", author, "Questions", "English"):
        assert counted[name][1] == "1", name
    for name in (room, f"#{tag}", author):
        narrowed = client.get(unescape(counted[name][0])).content.decode()
        assert narrowed.count('class="hit"') == 1, name
        assert author in narrowed
