"""One function for what becomes a picture. Those that change the demo stand last: they begin with what it has."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

from space.command.picturing import finding, meeting
from space.command.picturing.studio import Studio
from space.command.picturing.words import WORDS, Words

Scene = Callable[[Studio, Words], None]
WIDE = 1280


def lists(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/", words.reader)
    studio.take("lists", page.locator(".tabs").first, page.locator(".topics > .topic").nth(3), page=page)


def dismissed(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/new", words.reader)
    page.locator("button[name=do][value=dismiss]").click()
    page.locator(".undo").wait_for()
    told = page.locator(".cdx-message", has=page.locator(".undo"))
    studio.take("dismissed", page.locator(".tabs").first, told, page=page, margin=6)
    page.locator(".undo button").click()


def level(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.lively), words.reader, WIDE)
    menu = page.locator("details.menu[name=level]")
    menu.locator("summary").click()
    studio.take("level", menu, menu.locator(".menu__panel"), page=page, margin=4)


def timeline(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.long), words.reader, WIDE)
    studio.take("timeline", page.locator(".timeline > *").first, page=page, margin=24)


def post(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.liked), words.reader)
    article = with_most(page, ".post", ".reaction")
    article.scroll_into_view_if_needed()
    studio.take("post", article, page=page)


def answer(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.question), words.reader)
    studio.take("answer", page.locator("#p1"), page.locator("main .answer").first, page=page)


def categories(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/categories", words.reader)
    rows = page.locator(".category-row")
    studio.take("categories", rows.first, rows.nth(3), page=page)


def person(studio: Studio, words: Words) -> None:
    page = studio.visit(f"/people/{words.reader.replace(' ', '_')}/", words.looker)
    menu = page.locator(".person details.menu")
    menu.locator("summary").click()
    studio.take(
        "person",
        page.locator(".person__text"),
        menu.locator(".menu__panel"),
        page.locator(".person .avatar").first,
        page=page,
    )


def standing(studio: Studio, words: Words) -> None:
    page = studio.visit("/preferences/", words.newcomer)
    panel = page.locator(".standing")
    panel.scroll_into_view_if_needed()
    studio.take("standing", panel, page=page)


def keys(studio: Studio, words: Words) -> None:
    page = studio.visit("/discuss/", words.reader)
    page.keyboard.press("?")
    sheet = page.locator("dialog[open]")
    sheet.wait_for()
    studio.take("keys", sheet, page=page, margin=0)


def manage(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.looked_after), words.moderator)
    menu = page.locator("details.menu[name=topic]")
    menu.locator("summary").click()
    studio.take("manage", page.locator("main h1"), menu.locator(".menu__panel"), page=page)


def settings(studio: Studio, words: Words) -> None:
    page = studio.visit("/administration/settings/", "Marit Fjellvang")
    group = page.locator(".settings").nth(2)
    group.scroll_into_view_if_needed()
    studio.take("settings", group.locator("h2"), group.locator("li").nth(2), page=page)


def composer(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.lively), words.reader, WIDE)
    page.set_viewport_size({"width": 1080, "height": 900})
    page.locator("#id_text").fill(words.reply)
    page.locator("[name=preview]").click()
    page.locator("#preview .text").wait_for()
    studio.take("composer", page.locator("form.composer"), page=page, margin=0)


def names(studio: Studio, words: Words) -> None:
    page = studio.visit(studio.topic(words.lively), words.reader)
    page.set_viewport_size({"width": 720, "height": 900})
    page.locator("#id_text").fill("")  # a draft may stand there
    page.locator("#id_text").press_sequentially(f"@{words.name}", delay=60)
    offered = page.locator("[role=listbox]:visible")
    offered.locator("[role=option]").first.wait_for()
    studio.take("names", page.locator(".composer__tools"), offered, page=page, margin=4)


def start(studio: Studio, words: Words) -> None:
    page = begin(studio, words, words.writer, words.title, "\n\n".join(words.lines))
    page.locator("[name=tags]").fill(words.tags)
    page.wait_for_timeout(1000)  # for the tags that are offered
    page.locator("main h1").click()
    first, last = page.locator("[name=title]"), page.locator("[name=tags]")
    studio.take("start", first.locator("xpath=.."), last.locator("xpath=.."), page=page)


def poll(studio: Studio, words: Words) -> None:
    page = begin(studio, words, words.reader, words.poll_title, words.poll_text)
    page.locator(".poll-form summary").click()
    page.locator("[name$=question]").fill(words.poll)
    page.locator("[name$=options]").fill("\n".join(words.options))
    page.locator("[name$=way][value=ranked], [name$=way] option[value=ranked]").first.evaluate(CHOOSE)
    address = sent(page)
    page = studio.visit(address, words.looker)
    studio.take("poll", page.locator(".poll").first, page=page)


def together(studio: Studio, words: Words) -> None:
    """The history of a wiki post, and what a clash looks like."""
    page = begin(studio, words, words.writer, words.title, "\n\n".join(words.lines))
    address = sent(page)
    made = studio.visit(f"{address}1/wiki", words.writer)
    made.locator("main form .cdx-button--weight-primary").click()
    made.wait_for_load_state("networkidle")
    edit(studio, address, words.reader, (words.lines[1], words.grown), words.summary)
    page = studio.visit(f"{address}1/history", words.reader)
    page.locator(".version__actions a").first.click()
    page.locator(".between").wait_for()
    studio.take("history", page.locator(".between"), page.locator(".compare").last, page=page)
    clash(studio, words, address)


def clash(studio: Studio, words: Words, address: str) -> None:
    mine = studio.visit(f"{address}1/edit", words.writer)
    replace(mine, words.lines[2], words.mine)
    edit(studio, address, words.reader, (words.lines[2], words.theirs))
    save(mine)
    area = mine.locator("#id_text")
    area.evaluate("area => { area.scrollTop = area.scrollHeight }")
    studio.take("clash", mine.locator(".composer__tools"), area, page=mine, margin=4)


# A choice, as a button of a group or in a list.
CHOOSE = """choice => {
  if (choice.tagName === "OPTION") { choice.selected = true } else { choice.checked = true }
  choice.dispatchEvent(new Event("change", {bubbles: true}))
}"""


def with_most(page: Page, these: str, inside: str) -> Locator:
    """Of these elements, the one that holds most of those."""
    numbers = [one.locator(inside).count() for one in page.locator(these).all()]
    return page.locator(these).nth(numbers.index(max(numbers)))


def begin(studio: Studio, words: Words, who: str, title: str, text: str) -> Page:
    """The form for a new topic, filled in."""
    page = studio.visit("/discuss/start", who)
    page.locator("[name=title]").fill(title)
    room = page.locator("[name=category] option", has_text=words.room).first.get_attribute("value")
    page.locator("[name=category]").select_option(room)
    page.locator("#id_text").fill(text)
    return page


def sent(page: Page) -> str:
    """Send the form; the address of what was made."""
    save(page)
    return page.url.partition("?")[0].partition("#")[0]


def save(page: Page) -> None:
    page.locator("form.composer .composer__foot .cdx-button--weight-primary").click()
    page.wait_for_load_state("networkidle")


def edit(studio: Studio, address: str, who: str, change: tuple[str, str], summary: str = "") -> None:
    page = studio.visit(f"{address}1/edit", who)
    replace(page, *change)
    page.locator("[name=summary]").fill(summary)
    save(page)


def replace(page: Page, before: str, after: str) -> None:
    area = page.locator("#id_text")
    area.fill(area.input_value().replace("\r\n", "\n").replace(before, after))


SCENES: dict[str, Scene] = {
    scene.__name__: scene
    for scene in (
        lists,
        *finding.SCENES,
        *meeting.SCENES,
        dismissed,
        level,
        timeline,
        post,
        answer,
        categories,
        person,
        standing,
        keys,
        manage,
        settings,
        composer,
        names,
        start,
        poll,
        together,
    )
}


def play(name: str, studio: Studio) -> None:
    SCENES[name](studio, WORDS[studio.language])
