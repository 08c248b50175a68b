"""The switch my languages / all: what it hides, what it says, and that numbers and lists say the same."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from space.accounts.actions import save_preferences
from space.accounts.models import User
from space.accounts.readers import reader_of
from space.discuss.actions import edit_post, hide_post, show_post, start_topic, write_reply
from space.discuss.actions.recounting import differences, recount
from space.discuss.lists import hidden
from space.discuss.lists.counts import counts
from space.discuss.lists.lines import lines_of
from space.discuss.lists.places import everything
from space.discuss.lists.wanted import Filters, Order
from space.discuss.models import Post, Topic
from space.kit import clock
from space.limits.models import Bucket
from space.web.pagecache.marks import TAGS

TITLES = {
    "en": "Rain on the roof",
    "fr": "La pluie sur le toit",
    "ar": "مطر على السطح",
    "es": "Lluvia en el techo",
}


@pytest.fixture
def begun(questions, rosa):
    """A topic in each of these languages, and one in a language that nobody knows."""
    topics = {}
    for minute, (language, title) in enumerate([*TITLES.items(), ("", "Hm? Hm!")]):
        Bucket.objects.all().delete()
        with clock.at(timezone.now() - timedelta(minutes=30 - minute)):
            topics[language] = start_topic(
                questions, by=rosa, title=title, text="2026.", language=language, tags=["rain"]
            )
    return topics


@pytest.fixture
def reads(lena):
    """Lena reads French and Arabic."""
    return save_preferences(lena, language="", languages=["fr", "ar"], theme="auto", time_zone="", about="")


def shown(page) -> set[str]:
    """The languages of the topics in a list, by their titles."""
    text = page.content.decode()
    return {
        language
        for language, title in [*TITLES.items(), ("", "Hm? Hm!")]
        if f"{title}\n" in text or f">{title}<" in text
    }


def told(page) -> str:
    """What the page says that it hides, without marks."""
    found = re.search(r'class="narrowing__hidden">(.*?)</span>', page.content.decode())
    return re.sub(r"<[^>]+>", "", found[1]) if found else ""


def press(client, shown="mine", where="discuss", back="/discuss/"):
    return client.post(reverse("accounts:narrow"), {"list": where, "shown": shown, "next": back}, follow=True)


PLACES = {
    "discuss": lambda topic, by: "/discuss/",
    "category": lambda topic, by: topic.category.get_absolute_url(),
    "tag": lambda topic, by: reverse("discuss:tag", args=["rain"]),
    "person": lambda topic, by: reverse("discuss:by", args=["Rosa_Quispe"]),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("order", ["", "new", "unanswered"])
def test_on_every_list_the_switch_hides_other_languages_and_says_so(place, order, client, begun, reads, rosa):
    client.force_login(reads)
    address = PLACES[place](begun["en"], rosa)
    page = client.get(address)
    assert shown(page) == {"en", "fr", "ar", "es", ""}
    where = re.search(r'name="list" value="([^"]+)"', page.content.decode())[1]

    page = press(client, where=where, back=address + order)
    assert shown(page) == {"fr", "ar", ""}
    assert told(page) == "2 topics are hidden, in English, español."
    assert 'lang="ar" dir="rtl"' in page.content.decode()
    assert shown(client.get(f"{address}{order}?languages=all")) == {"en", "fr", "ar", "es", ""}
    # Looking was no press: it is as it was, on this list alone.
    assert User.objects.get(pk=reads.pk).narrowed == [where]
    assert shown(press(client, "all", where, address)) == {"en", "fr", "ar", "es", ""}


def test_topics_and_posts_of_a_person_show_the_same_languages(client, begun, reads):
    topics, posts = (reverse(f"discuss:{name}", args=["Rosa_Quispe"]) for name in ("by", "by_posts"))
    assert shown(client.get(f"{posts}?languages=fr")) == {"fr", ""}
    assert told(client.get(f"{posts}?languages=fr")) == "3 posts are hidden, in العربية, English, español."
    assert TAGS in client.get(f"{posts}?languages=fr").headers
    assert TAGS not in client.get(f"{posts}?languages=fr,nonsense").headers
    assert f"{posts}?languages=ar" in client.get(posts, headers={"Accept-Language": "ar"}).content.decode()

    client.force_login(reads)
    where = re.search(r'name="list" value="([^"]+)"', client.get(posts).content.decode())[1]
    page = press(client, where=where, back=posts)
    assert (shown(page), told(page)) == ({"fr", "ar", ""}, "2 posts are hidden, in English, español.")
    assert shown(client.get(topics)) == {"fr", "ar", ""}
    assert shown(client.get(f"{posts}?languages=all")) == {*TITLES, ""}
    # On the pages that follow, too.
    assert (
        "languages=ar" in client.get(f"{posts}?languages=ar&before=2099-01-01T00:00:00Z_1").content.decode()
    )
    nothing = client.get(f"{posts}?languages=de&before=2001-01-01T00:00:00Z_1").content.decode()
    assert "Nothing in these languages" in nothing


def test_what_is_new_is_counted_as_its_list_shows_it(client, begun, reads):
    for mine in (False, True):
        client.force_login(reads)
        press(client, "mine" if mine else "all")
        reader = reader_of(User.objects.get(pk=reads.pk))
        wanted = everything().wanted(Order.LATEST, Filters(), reader)
        new = everything().wanted(Order.NEW, Filters(), reader)
        assert counts(wanted, reader).new == len(lines_of(new, reader, 30)) == (3 if mine else 5)
        assert shown(client.get("/discuss/new")) == ({"fr", "ar", ""} if mine else {*TITLES, ""})


def test_what_one_tracks_is_never_hidden_by_the_switch(client, begun, reads, rosa):
    Bucket.objects.all().delete()
    write_reply(begun["en"], by=reads, text="I wrote here, so I read it.", language="fr")
    edit_post(
        Post.objects.for_actions().get(topic=begun["en"], number=2), by=reads, text="Words.", language="en"
    )
    Bucket.objects.all().delete()
    write_reply(begun["en"], by=rosa, text="Yes.", language="en")
    client.force_login(reads)
    press(client)
    assert shown(client.get("/discuss/")) == {"fr", "ar", ""}
    page = client.get("/discuss/unread")
    assert shown(page) == {"en"}
    assert "narrowing" not in page.content.decode()
    reader = reader_of(User.objects.get(pk=reads.pk))
    assert counts(everything().wanted(Order.UNREAD, Filters(), reader), reader).unread == 1
    # Who asks for a language by address gets that.
    page = client.get("/discuss/unread?languages=fr")
    assert shown(page) == set()
    assert told(page) == "1 topic is hidden, in English."


def test_a_topic_is_in_all_the_languages_of_its_posts(client, begun, reads, kofi, rosa):
    topic = begun["en"]
    Bucket.objects.all().delete()
    reply = write_reply(topic, by=kofi, text="Oui.", language="fr")
    topic.refresh_from_db()
    assert topic.languages == ["en", "fr"]
    page = client.get("/discuss/?languages=fr")
    assert shown(page) == {"en", "fr", ""}
    assert re.findall(
        r'class="language" lang="(\w+)"', client.get(topic.get_absolute_url()).content.decode()
    )[:2] == ["en", "fr"]
    hide_post(reply, by=rosa)
    topic.refresh_from_db()
    assert topic.languages == ["en"]
    show_post(reply, by=rosa)
    first = Post.objects.for_actions().get(topic=topic, number=1)
    edit_post(first, by=rosa, text="Otra vez, en otra lengua.", title=topic.title, language="es")
    topic.refresh_from_db()
    assert topic.languages == ["es", "fr"]
    assert differences() == []
    Topic.objects.for_actions().filter(pk=topic.pk).update(languages=["en"])
    assert recount() == 1
    assert differences() == []


def test_who_has_no_account_is_offered_their_language_and_chooses_by_address(client, begun):
    page = client.get("/discuss/", headers={"Accept-Language": "fr"}).content.decode()
    assert 'href="/discuss/?languages=fr"' in page
    assert "csrfmiddlewaretoken" not in page
    assert TAGS in client.get("/discuss/").headers

    page = client.get("/discuss/?languages=ar,fr")
    assert shown(page) == {"fr", "ar", ""}
    assert told(page) == "2 topics are hidden, in English, español."
    assert TAGS in page.headers
    # The same in another order is answered, but kept once.
    other = client.get("/discuss/?languages=fr,ar,nonsense")
    assert shown(other) == {"fr", "ar", ""}
    assert TAGS not in other.headers


def test_feeds_go_by_their_address(client, begun, reads):
    address = "/discuss.atom?languages="
    assert shown(client.get("/discuss.atom")) == {*TITLES, ""}
    assert shown(client.get(f"{address}ar,fr")) == {"fr", "ar", ""}
    assert shown(client.get(f"{address}mine")) == {*TITLES, ""}
    client.force_login(reads)
    page = press(client)
    assert 'href="/discuss.atom?languages=ar%2Cfr"' in page.content.decode()
    assert shown(client.get("/discuss.atom")) == {*TITLES, ""}
    assert shown(client.get(f"{address}mine")) == {"fr", "ar", ""}


def test_who_reads_a_variant_reads_the_language(client, questions, rosa):
    start_topic(questions, by=rosa, title="屋顶上的雨声是什么", text="2026.", language="zh")
    assert "屋顶上的雨声是什么" in client.get("/discuss/?languages=zh-hant").content.decode()
    assert "屋顶上的雨声是什么" not in client.get("/discuss/?languages=ja").content.decode()


def test_what_is_hidden_never_counts_what_one_may_not_see(client, begun, reads, kofi, hideout):
    client.force_login(reads)
    press(client)
    pages = ["/discuss/", "/discuss/?languages=fr", "/discuss/unanswered?languages=ar"]

    def bodies():
        found = [client.get(page).content.decode() for page in pages]
        # But for the tokens of forms.
        return [re.sub(r"\b\w{64}\b", "", one) for one in found]

    bodies()
    before = bodies()
    start_topic(hideout, by=kofi, title="Ein Geheimnis von uns", text="2026.", language="de")
    assert bodies() == before


def test_the_longest_list_is_looked_at_only_so_far_and_the_page_says_so(client, begun, monkeypatch):
    monkeypatch.setattr(hidden, "LOOKED_AT", 3)
    page = client.get("/discuss/?languages=en")
    assert told(page) == "Of the first 3 topics 2 are hidden, in العربية, español."
    assert told(client.get("/discuss/?languages=ar,en,es,fr")) == "No topic is hidden."


def test_a_name_that_is_none_is_not_remembered(client, reads):
    client.force_login(reads)
    for where in ("", "discuss " * 20, "x:y", "category:1:2"):
        press(client, where=where)
    assert User.objects.get(pk=reads.pk).narrowed == []


def test_who_has_not_said_what_they_read_is_led_to_where_one_says_it(client, begun, kofi):
    client.force_login(kofi)
    page = client.get("/discuss/").content.decode()
    assert 'href="/preferences/#languages"' in page
    assert 'name="shown"' not in page
