"""axe finds nothing on any page: every address of the readers' table, forms with errors, open menus, empty lists."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from space.accounts.models import Theme
from space.discuss.actions import close_topic, edit_post, save_draft
from space.testing.rooms import say
from tests.readers.table import TABLE
from tests.readers.world import World, build

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# What people write beside a picture is theirs.
NOT_OURS = {"image-redundant-alt": {"enabled": False}}
OPTIONS = json.dumps({"runOnly": RULES, "rules": NOT_OURS, "resultTypes": ["violations"]})
RUN = f"""async within => {{
  const found = await axe.run(within, {OPTIONS})
  return found.violations.flatMap(rule => rule.nodes.slice(0, 3).map(
    node => `${{rule.id}}: ${{node.html.slice(0, 160)}} ${{node.failureSummary.split("\\n").at(-1)}}`))
}}"""
# What a page is made of, without its words and addresses. Where axe has looked at one, it finds the same at the next.
SHAPE = """() => {
  const kept = ["class", "role", "type", "lang", "dir"]
  const told = a => kept.includes(a.name) ? `${a.name}=${a.value}` : `${a.name}${a.value ? "+" : ""}`
  const walk = node => node.nodeType == 3 ? (node.data.trim() ? "." : "") : node.nodeType != 1 ? "" :
    `<${node.tagName} ${[...node.attributes].map(told).join(" ")}>${[...node.childNodes].map(walk).join("")}</>`
  return walk(document.documentElement)
}"""
# What scripts put into a page.
PIECES = (
    "/discuss/similar",
    "/search/instant",
    "/search.atom",
    "/search.json",
    "/map/list",
    "/map/card/",
    "/events/what-else",
)
TEXT = """## Where to look

1. a box
2. a shelf

> said

| a | b |
|---|---|
| 1 | 2 |

`code` [[Paper]] @Rosa Quispe"""
# A moderator sees other things than a member in these places only; an administrator than a moderator in those.
PLACES = {
    "nobody": "/",
    "insider": "/",
    "moderator": ("/discuss/", "/moderation/", "/archives/", "/people/", "/uploads/people/"),
    "administrator": ("/administration/", "/archives/", "/blog/newsroom/"),
}
# Who sees all pages looks at every third, and two others at the rest: no test takes long.
SHARES = 3
# Answers to programs and short ways, not pages; and parts of pages, which are looked at where they stand.
NO_PAGE = (
    ".xml",
    ".txt",
    ".atom",
    ".json",
    ".rss",
    ".ics",
    ".csv",
    ".geojson",
    ".wikitext",
    "/oembed",
    ".svg",
    ".png",
    "/healthz",
    "/whole",
    "/card",
    "/download/",
    "/keys/passkeys/login/",
)
PARTS = ("part=posts", "part=further", "part=sheet", "part=menu")


def faults(page: Page, path: str = "", within: str = "html") -> list[str]:
    """What axe says against a page (the one that is open, or the one at an address), or against a part of it."""
    if path:
        page.goto(path)
    # A page that begins where a form is wrong has things half below the bar, for which axe finds too little room.
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(AXE)
    return [f"{path or page.url} {fault}" for fault in page.evaluate(RUN, within)]


@pytest.fixture
def world(transactional_db, tmp_path, topic, secret, kofi, ada, rosa, lena, circle):
    made = build(tmp_path, topic, secret, kofi, ada, rosa, circle)
    say(topic, (rosa, TEXT), (lena, "أين الفهرس؟"))
    edit_post(made.post, by=ada, text="It was moved.")
    return made


def pages(world: World, reader: str) -> list[str]:
    """Addresses that answer this kind of reader with a page, kind words of refusal included."""
    rows = [row for row in TABLE if row.post is None and row.expected(reader) in {200, 403, 404}]
    paths = dict.fromkeys(row.where(world) for row in rows)
    whole = [path for path in paths if not _is_no_page(path) and not path.startswith(PIECES)]
    return [path for path in whole if path.startswith(PLACES[reader])]


def _is_no_page(path: str) -> bool:
    return path.partition("?")[0].endswith(NO_PAGE) or path.endswith(PARTS)


@pytest.mark.parametrize(
    ("reader", "person", "share"),
    [
        *(("nobody", None, share) for share in range(SHARES)),
        *(("insider", "kofi", share) for share in range(SHARES)),
        ("moderator", "rosa", None),
        ("administrator", "ada", None),
    ],
)
def test_every_page_is_accessible_for(as_, world, request, reader, person, share):
    page = as_(request.getfixturevalue(person) if person else None)
    found, shapes = [], set()
    for path in pages(world, reader)[slice(share, None, SHARES if share is not None else 1)]:
        answer = page.goto(path)
        if not answer or not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        if (shape := hash(page.evaluate(SHAPE))) not in shapes:
            shapes.add(shape)
            found += faults(page)
    assert not found, "\n".join(found)


SAMPLE = [
    "/",
    "/blog/",
    "story",
    "story in Discuss",
    "/discuss/",
    "/discuss/categories",
    "topic",
    "edit",
    "history",
    "/discuss/start",
    "/discuss/drafts",
    "/preferences/",
    "/preferences/notifications",
    "/notifications/",
    "/notifications/levels",
    "/notifications/levels/lists",
    "/uploads/picture",
    "/people/",
    "/help/",
    "/help/reading/",
    "/help/keys/",
    "/help/search/",
    "/discuss/?q=posts:1+colour:red",
    "/people/Kofi_Mensah/",
    "/nowhere",
    "/search/",
    "/search/?q=index+lang:en",
    "/search/?q=indx+lang:ja+nothing:7",
]


@pytest.mark.parametrize(
    ("theme", "language", "width"),
    [("dark", "en", 1280), ("dark", "ar", 360), ("light", "ar", 1280), ("light", "fr", 360)],
)
def test_main_pages_are_accessible_in(as_, world, rosa, theme, language, width):
    rosa.theme, rosa.language = Theme(theme), language
    rosa.save()
    save_draft("topic", by=rosa, data={"title": "Half a thought", "text": TEXT})
    page = as_(rosa, width=width)
    here = world.topic.get_absolute_url()
    named = {"topic": here, "edit": f"{here}1/edit", "history": f"{here}2/history"}
    story = world.stories.published
    named |= {
        "story": story.original().get_absolute_url(),
        "story in Discuss": story.topic.get_absolute_url(),
    }
    found = [fault for path in SAMPLE for fault in faults(page, named.get(path, path))]
    assert not found, "\n".join(found)


def test_forms_with_errors_are_accessible(as_, amina, lena, world):
    found = []
    page = as_()
    page.goto("/accounts/login/")
    page.get_by_label("Name or e-mail address").fill("Nobody")
    page.get_by_label("Password").fill("wrong, sorry")
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    found += faults(page)
    page.goto("/accounts/signup/")
    page.get_by_label("Name", exact=True).fill("a/b")
    page.get_by_label("Password").fill("short")
    page.get_by_role("button", name="Make an account").click()
    found += faults(page)

    page = as_(amina, width=360)
    page.goto("/discuss/start")
    page.get_by_label("Title").fill("Help")
    page.get_by_label("Category").select_option(label="Questions")
    page.get_by_role("textbox", name="Text", exact=True).fill("?")
    page.get_by_role("button", name="Post topic").click()
    assert page.locator(".field__error").count() == 2
    found += faults(page)
    page.get_by_role("button", name="Preview").click()
    page.locator("#preview .text").wait_for()
    found += faults(page)
    assert not found, "\n".join(found)


def test_menus_and_states_of_a_topic_are_accessible(as_, rosa, lena, world):
    page = as_(rosa, width=360)
    found = []
    for path in ["/discuss/", world.topic.get_absolute_url()]:
        page.goto(path)
        for number in range(page.locator(".top summary:visible").count()):
            page.locator(".top summary:visible").nth(number).click()
            found += faults(page, within=".top")
    page.get_by_text("Close this topic…").click()
    found += faults(page)
    close_topic(world.topic, by=rosa, reason="Solved")
    found += faults(page, world.topic.get_absolute_url())
    found += faults(as_(lena), world.topic.get_absolute_url())
    assert not found, "\n".join(found)


def test_an_empty_place_is_accessible(as_, questions, lena):
    page = as_(lena)
    lists = ["/discuss/", "/discuss/categories", "/discuss/c/questions/", "/people/?name=qwxyz"]
    paths = ["/", *lists, lena.get_absolute_url()]
    found = [fault for path in paths for fault in faults(page, path)]
    assert not found, "\n".join(found)
