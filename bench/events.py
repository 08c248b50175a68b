"""Thousands of events with all their dates, through bulk paths, over a database that is loaded or empty.

What calendars outside read of each (`Event.vevent`) and its occurrences are made by the product's own functions.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic
from typing import Any

from django.db import connection, transaction

from bench.load import batches
from space import markup
from space.accounts.models import Trust, User
from space.discuss.models import Audience, Category, Kind, Post, Tag, Topic
from space.discuss.text import slug_of
from space.events.actions.occurring import BACK, occurrences_of
from space.events.actions.rooms import room_of_events
from space.events.ics.vevents import Words, vevents
from space.events.models import Event, EventVersion, Occurrence, Organiser, Status, Type
from space.events.plan import Plan, plan_of
from space.kit import clock
from space.web import versions

_PEOPLE = 200
# Name, country, zone, latitude, longitude.
_TOWNS = (
    ("Accra", "GH", "Africa/Accra", 5.56, -0.2), ("Lagos", "NG", "Africa/Lagos", 6.45, 3.39),
    ("Nairobi", "KE", "Africa/Nairobi", -1.28, 36.82), ("Cairo", "EG", "Africa/Cairo", 30.04, 31.24),
    ("Tunis", "TN", "Africa/Tunis", 36.82, 10.17), ("Cape Town", "ZA", "Africa/Johannesburg", -33.93, 18.42),
    ("Berlin", "DE", "Europe/Berlin", 52.52, 13.41), ("Paris", "FR", "Europe/Paris", 48.85, 2.35),
    ("Oslo", "NO", "Europe/Oslo", 59.91, 10.75), ("Warsaw", "PL", "Europe/Warsaw", 52.23, 21.01),
    ("Kyiv", "UA", "Europe/Kyiv", 50.45, 30.52), ("Lisbon", "PT", "Europe/Lisbon", 38.72, -9.14),
    ("London", "GB", "Europe/London", 51.51, -0.13), ("Rome", "IT", "Europe/Rome", 41.89, 12.51),
    ("Istanbul", "TR", "Europe/Istanbul", 41.01, 28.95), ("Yerevan", "AM", "Asia/Yerevan", 40.18, 44.51),
    ("Delhi", "IN", "Asia/Kolkata", 28.65, 77.23), ("Chennai", "IN", "Asia/Kolkata", 13.09, 80.28),
    ("Dhaka", "BD", "Asia/Dhaka", 23.71, 90.41), ("Jakarta", "ID", "Asia/Jakarta", -6.21, 106.85),
    ("Manila", "PH", "Asia/Manila", 14.6, 120.98), ("Taipei", "TW", "Asia/Taipei", 25.05, 121.53),
    ("Tokyo", "JP", "Asia/Tokyo", 35.69, 139.69), ("Seoul", "KR", "Asia/Seoul", 37.57, 126.98),
    ("Sydney", "AU", "Australia/Sydney", -33.87, 151.21), ("Suva", "FJ", "Pacific/Fiji", -18.14, 178.44),
    ("Apia", "WS", "Pacific/Apia", -13.83, -171.77), ("Auckland", "NZ", "Pacific/Auckland", -36.85, 174.76),
    ("Bogotá", "CO", "America/Bogota", 4.61, -74.08), ("Lima", "PE", "America/Lima", -12.04, -77.03),
    ("São Paulo", "BR", "America/Sao_Paulo", -23.55, -46.64), ("Santiago", "CL", "America/Santiago", -33.46, -70.65),
    ("Mexico City", "MX", "America/Mexico_City", 19.43, -99.13), ("Boston", "US", "America/New_York", 42.36, -71.06),
    ("Denver", "US", "America/Denver", 39.74, -104.98), ("Montreal", "CA", "America/Toronto", 45.51, -73.59),
)  # fmt: skip
_LANGUAGES = ("en", "en", "en", "fr", "es", "de", "ar", "pt", "hi", "id", "ja")
_PROJECTS = ("wikipedia", "commons", "wikidata", "wikisource", "wiktionary")
_TAGS = ("libraries", "glam", "women", "climate", "photo", "newcomers", "wikidata", "africa")
_RULES = (
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1SA",
    "FREQ=MONTHLY",
)
_WHAT = (
    "Edit-a-thon",
    "Meetup",
    "Workshop",
    "Photo walk",
    "Open evening",
    "Training",
    "Data day",
    "Office hour",
)
_ABOUT = (
    "the history of the town",
    "women in science",
    "the library",
    "local food",
    "rivers",
    "first edits",
    "music",
)
_TEXT = (
    "We meet to write and to learn from each other. Bring a computer if you have one; there are some to borrow.\n\n"
    "**What we do**: a short introduction, then everybody works on what they like. Tea and something to eat are there."
)


def load(number: int, repeating: int) -> None:
    """So many events, of which so many repeat; nothing where there are as many already."""
    there = Event.objects.for_actions().count()
    if there >= number:
        print(f"There are {there:,} events already.")
        return
    began, chance = monotonic(), random.Random(2027)
    people, tags = _people(), [Tag.objects.get_or_create(name=name)[0] for name in _TAGS]
    room = room_of_events(people[0])
    plans = list(_plans(chance, number - there, repeating))
    for batch in batches(plans):
        with transaction.atomic():
            _keep(batch, people, tags, room, chance)
        print(f"  {Event.objects.for_actions().count():,} events", flush=True)
    _count(room)
    dates = Occurrence.objects.for_actions().count()
    print(f"{len(plans):,} events, {dates:,} dates in all, in {monotonic() - began:.0f} s.")


def _plans(chance: random.Random, number: int, repeating: int) -> Iterator[Plan]:
    today = clock.now().date()
    for n in range(number):
        town = chance.choice(_TOWNS)
        # Three quarters are to come: thirteen months ahead, half as long back.
        day = today + timedelta(days=chance.randrange(-130, 396))
        days = chance.choice((0,) * 18 + (1, 2))
        rule = chance.choice(_RULES) if n < repeating else ""
        where = chance.choices((_on_site, _online, _both), (6, 3, 1))[0](chance, town)
        yield Plan(**_when(chance, day, 0 if rule else days), **where, **_what(chance), rule=rule)


def _when(chance: random.Random, day: date, days: int) -> dict[str, Any]:
    hour = chance.randrange(8, 20)
    whole = chance.random() < 0.1
    return {
        "first_day": day,
        "last_day": day + timedelta(days=days),
        "first_time": None if whole else time(hour),
        "last_time": None if whole else time(hour + chance.randrange(1, 4), chance.choice((0, 30))),
    }


def _what(chance: random.Random) -> dict[str, Any]:
    return {
        "status": chance.choices((Status.CONFIRMED, Status.TENTATIVE, Status.CANCELLED), (92, 6, 2))[0],
        "types": (chance.choice(Type.values),),
        "projects": tuple(sorted(chance.sample(_PROJECTS, chance.randrange(3)))),
        "languages": (chance.choice(_LANGUAGES),),
    }


def _on_site(chance: random.Random, town: tuple[str, str, str, float, float]) -> dict[str, Any]:
    name, country, zone, latitude, longitude = town
    # Around the town and in the country about it, as places are.
    far = chance.choice((0.05, 0.05, 1.5))
    return {
        "is_on_site": True,
        "place": f"Library of {name}",
        "country": country,
        "zone": zone,
        "latitude": round(latitude + chance.uniform(-far, far), 4),
        "longitude": round((longitude + chance.uniform(-far, far) + 180) % 360 - 180, 4),
    }


def _online(chance: random.Random, town: tuple[str, str, str, float, float]) -> dict[str, Any]:
    return {
        "is_online": True,
        "zone": town[2],
        "online_url": f"https://meet.example.org/{chance.randrange(10**6)}",
    }


def _both(chance: random.Random, town: tuple[str, str, str, float, float]) -> dict[str, Any]:
    return _on_site(chance, town) | _online(chance, town)


def _keep(
    plans: list[Plan], people: list[User], tags: list[Tag], room: Category, chance: random.Random
) -> None:
    topics = Topic.objects.bulk_create(_topic(plan, chance.choice(people), room, chance) for plan in plans)
    rendered = markup.render(_TEXT, language="en")
    Post.objects.bulk_create(_post(topic, rendered.html) for topic in topics)
    links = [
        Topic.tags.through(topic=one, tag=tag)
        for one in topics
        for tag in chance.sample(tags, chance.randrange(3))
    ]
    Topic.tags.through.objects.bulk_create(links)
    events = [_event(plan, topic) for plan, topic in zip(plans, topics, strict=True)]
    for event in events:
        words = Words(event.topic.title, markup.excerpt_of(rendered.html, 500), event.topic.language)
        event.vevent = vevents(event, event.span, words, ())
    Event.objects.bulk_create(events)
    Organiser.objects.bulk_create(Organiser(event=one, person_id=one.by_id) for one in events)
    EventVersion.objects.bulk_create(
        EventVersion(event=one, number=1, by_id=one.by_id, said=plan_of(one).said() | {"changes": []})
        for one in events
    )
    since = clock.now().date() - BACK
    Occurrence.objects.bulk_create(
        (row for one in events for row in occurrences_of(one, since if one.repeats else date.min)),
        batch_size=5_000,
    )


def _topic(plan: Plan, by: User, room: Category, chance: random.Random) -> Topic:
    title = f"{chance.choice(_WHAT)} on {chance.choice(_ABOUT)}, {plan.place or 'online'}"
    made = datetime.combine(plan.first_day, time(9), UTC) - timedelta(days=chance.randrange(20, 90))
    made = min(made, clock.now())
    return Topic(
        category=room,
        kind=Kind.EVENT,
        audience=Audience.PUBLIC,
        listed=room.in_latest,
        author=by,
        title=title,
        slug=slug_of(title),
        excerpt="We meet to write and to learn from each other.",
        language=plan.languages[0],
        languages=[plan.languages[0]],
        created_at=made,
        last_posted_at=made,
        posts_count=1,
        highest_number=1,
        last_number=1,
        people=[by.pk],
    )


def _post(topic: Topic, html: str) -> Post:
    return Post(
        topic=topic,
        number=1,
        author_id=topic.author_id,
        source=_TEXT,
        html=html,
        renderer=markup.VERSION,
        language=topic.language,
        created_at=topic.created_at,
    )


def _event(plan: Plan, topic: Topic) -> Event:
    moment = topic.created_at
    uid = f"bench-{topic.pk}@localhost"
    return Event(
        topic=topic, by_id=topic.author_id, uid=uid, created_at=moment, changed_at=moment, **plan.stored()
    )


def _people() -> list[User]:
    there = list(User.objects.order_by("pk")[:_PEOPLE])
    if there:
        return there
    names = [f"organiser{n}@local" for n in range(1, _PEOPLE + 1)]
    return User.objects.bulk_create(
        User(name=name, skeleton=name, password="!", trust=Trust.MEMBER, language="en") for name in names
    )


def _count(room: Category) -> None:
    """What actions keep of a category, and what every page asks the ledger for."""
    topics = Topic.objects.for_actions().filter(category=room)
    latest = topics.order_by("-last_posted_at").values_list("last_posted_at", flat=True).first()
    count = topics.count()
    Category.objects.for_actions().filter(pk=room.pk).update(
        topics_count=count, posts_count=count, last_posted_at=latest
    )
    versions.bump("events", "rooms", "lists")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
