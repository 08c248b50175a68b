"""Pictures of where and when we meet: the calendar, the form of an event, who comes."""

from urllib.parse import quote

from space.command.picturing.studio import Studio
from space.command.picturing.words import Words


def calendar(studio: Studio, words: Words) -> None:
    page = studio.visit("/calendar/", words.reader)
    page.locator(".moment [rel=next]").click()  # what has gone by stands pale
    page.wait_for_load_state("networkidle")
    weeks = page.locator("table.days tbody tr")
    studio.take("calendar", page.locator(".moment"), weeks.first, weeks.nth(1), page=page, margin=4)


def adding(studio: Studio, words: Words) -> None:
    page = studio.visit("/events/add", words.writer)
    page.locator("[name=title]").fill(words.meeting)
    page.locator("[name=place]").fill(words.town)
    page.locator("[name=place]").press("Escape")
    page.locator("[name=country]").select_option(words.country)
    page.locator("[name=first_day]").evaluate(SATURDAY)
    page.locator("#clash-title").wait_for()
    page.locator("main h1").click()
    title = page.locator("[name=title]").locator("xpath=..")
    studio.take("adding", title, page.locator("section:has(> #clash-title)"), page=page)


def coming(studio: Studio, words: Words) -> None:
    page = studio.visit(f"/search/?q={quote(words.gathering)}", words.looker)
    page.get_by_role("link", name=words.gathering).first.click()
    page.wait_for_load_state("networkidle")
    page.locator("[name=public]").check()
    studio.take("coming", page.locator("#attend"), page=page)


# Two weeks on there is much in the demo's calendar.
SATURDAY = """field => {
  const day = new Date()
  day.setDate(day.getDate() + 14 + (13 - day.getDay()) % 7)
  field.value = day.toISOString().slice(0, 10)
  field.dispatchEvent(new Event("change", {bubbles: true}))
}"""

SCENES = (calendar, adding, coming)
