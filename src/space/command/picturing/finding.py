"""Pictures of finding again and of being told: search, the switch of languages, the bell, levels."""

from space.command.picturing.studio import Studio
from space.command.picturing.words import Words

WIDE = 1280


def results(studio: Studio, words: Words) -> None:
    page = studio.visit(f"/search/?q={words.sought}", words.reader)
    hits = page.locator(".hits > li")
    studio.take("results", page.locator(".search-box"), hits.first, hits.nth(1), page=page)


def instant(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/", words.reader, WIDE)
    field = page.locator("instant-search input[name=q]")
    field.press_sequentially(words.sought, delay=60)
    found = page.locator("instant-search .instant")
    found.locator("[role=option]").first.wait_for()
    studio.take("instant", field, found, page=page, margin=0)


def switch(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/", words.reader)
    page.locator(".narrowing [name=shown][value=mine]").click()
    page.locator(".narrowing__hidden").wait_for()
    rows = page.locator(".topics > .topic")
    studio.take("switch", page.locator(".list-tools"), rows.nth(1), page=page, margin=4)
    page.locator(".narrowing [name=shown][value=all]").click()
    page.wait_for_load_state("networkidle")


def bell(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/", words.reader, WIDE)
    page.locator("bell-menu > a").click()
    lines = page.locator("bell-menu .bell__line")
    lines.first.wait_for()
    studio.take("bell", page.locator("bell-menu > a"), lines.first, lines.nth(4), page=page, margin=4)


def watched(studio: Studio, words: Words) -> None:
    page = studio.visit("/notifications/levels", words.reader)
    rows = page.locator(".levels__row")
    studio.take("watched", page.locator("main .tabs"), rows.nth(min(rows.count(), 5) - 1), page=page)


SCENES = (results, instant, switch, bell, watched)
