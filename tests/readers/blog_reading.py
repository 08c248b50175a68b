"""Reading stories in the table of readers: what is published is for everybody, and nothing else is there."""

from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse

from space.blog.models import Story
from tests.readers.rows import INSIDE, Row, Where, at, of, only
from tests.readers.world import World


def _read(world: World) -> str:
    return world.stories.published.original().get_absolute_url()


def _in(language: str) -> Where:
    return lambda world: f"{_read(world)}{language}/"


def _as_if_published(world: World) -> str:
    """Where Kofi's own story would be."""
    return f"{_read(world).rsplit('/', 2)[0]}/{world.stories.secret.original().slug}/"


def _embedded(address: Callable[[World], str]) -> Where:
    return lambda world: f"{reverse('blog:oembed')}?url={quote(settings.ORIGIN + address(world))}"


def _short(story: Callable[[World], Story]) -> Where:
    return of("blog:short", lambda world: [story(world).pk])


def _inside(world: World) -> str:
    """Where the closed group reads its own."""
    return world.stories.told_inside.original().get_absolute_url()


READING = [
    Row("blog:home", at("blog:home")),
    Row(
        "blog:home", lambda w: f"{reverse('blog:home')}?language=en&author=Wanjiru&year=2026&region=KE&tag=x"
    ),
    Row("blog:month", at("blog:month", 2019, 8)),
    Row("blog:year", at("blog:year", 2019), all=302),
    Row("blog:story", _read),
    Row("blog:story", _as_if_published, all=404),
    Row("blog:translation", _in("en"), all=302),
    Row("blog:translation", _in("fr"), all=404),
    Row("blog:reply", lambda w: f"{_read(w)}reply"),
    Row("blog:reply", lambda w: f"{_read(w)}reply", all=422, post={"text": ""}),
    Row("blog:reply", lambda w: f"{_as_if_published(w)}reply", all=404, post={"text": "x"}),
    Row("blog:short", _short(lambda w: w.stories.published), all=301),
    Row("blog:short", _short(lambda w: w.stories.in_review), all=302, but={"nobody": 404, "suspended": 404}),
    Row("blog:short", _short(lambda w: w.stories.secret), all=404, but={"insider": 302}),
    *(Row(f"blog:{shape}", at(f"blog:{shape}")) for shape in ("atom", "rss", "json")),
    Row("blog:story", _inside, **INSIDE),
    Row("blog:translation", lambda w: f"{_inside(w)}fr/", **only("insider", gets=302)),
    Row("blog:reply", lambda w: f"{_inside(w)}reply", **INSIDE),
    Row("blog:reply", lambda w: f"{_inside(w)}reply", **only("insider", gets=422), post={"text": ""}),
    Row("blog:short", _short(lambda w: w.stories.inside), **only("insider", gets=302)),
    Row("blog:short", _short(lambda w: w.stories.told_inside), **only("insider", gets=301)),
    Row("blog:oembed", _embedded(_inside), all=404),
    Row("blog:oembed", _embedded(_read)),
    Row("blog:oembed", _embedded(_as_if_published), all=404),
    Row("blog:oembed", _embedded(lambda w: w.topic.get_absolute_url())),
    Row("blog:oembed", _embedded(lambda w: w.secret.get_absolute_url()), all=404),
]
