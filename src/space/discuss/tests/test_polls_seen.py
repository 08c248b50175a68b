"""Who sees what of a poll: each way, open or secret, each rule of results, each time, each kind of reader."""

import re
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from space.accounts.readers import NOBODY, reader_of
from space.discuss.actions import close_poll, hide_post, take_back
from space.discuss.models import Results, Way
from space.discuss.permissions import (
    can_change_poll,
    can_close_poll,
    can_reopen_poll,
    can_vote,
)
from space.discuss.polls.finding import find_poll
from space.testing.cast import make
from space.testing.polls import ask, votes
from space.testing.rooms import MARKER

PEOPLE = ["nobody", "voter", "non-voter", "author", "moderator", "suspended", "silent"]
# An option that nobody but the voters' ballots could bring to these shares: 2 of 3, and 1 of 3.
SHARES = ("67%", "33%")


@pytest.fixture
def readers(lena, kofi, rosa, viktor, ada):
    """Browsers by what their reader is to the poll that Lena asked, and Kofi voted in."""
    people = {
        "nobody": None,
        "voter": kofi,
        "non-voter": make("Budi Santosa"),
        "author": lena,
        "moderator": rosa,
        "suspended": viktor,
        "silent": ada,
    }
    browsers = {}
    for name, person in people.items():
        browsers[name] = Client()
        if person:
            browsers[name].force_login(person)
    return browsers


def page(browser, topic):
    return browser.get(topic.get_absolute_url()).content.decode()


def poll_on(said):
    """The part of a page that is its poll."""
    found = re.search(r'<section class="poll".*?</section>', said, re.DOTALL)
    return found[0] if found else ""


def may_see(results, closed, who):
    return closed or results == Results.ALWAYS or (results == Results.AFTER_VOTING and who == "voter")


@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize(
    ("way", "secret", "results"),
    list(product(Way, [True, False], Results)),
    ids=lambda value: {True: "secret", False: "named"}.get(value, str(value)),
)
def test_results_and_names_are_shown_to_whom_the_poll_says(
    topic, readers, lena, kofi, way, secret, results, closed
):
    poll = ask(topic, way=way, secret=secret, results=results)
    votes(poll, (kofi, "Salt"), (make("Oulu the Third"), "Salt"), (make("Pemba Sherpa"), "Tea"))
    if closed:
        close_poll(poll, by=lena)
    for who, browser in readers.items():
        shown = poll_on(page(browser, topic))
        sees = may_see(results, closed, who)
        assert all((share in shown) is sees for share in SHARES), who
        assert ("<table" in shown) is sees, who
        assert ("Oulu the Third" in shown) is (sees and not secret), who
        assert ("your choice" in shown or "Your vote is in" in shown) is (who == "voter"), who
        assert ("<form" in shown) is (not closed and who not in {"nobody", "suspended"}) or closed, who


@pytest.mark.parametrize("way", Way)
def test_a_secret_poll_is_the_same_whoever_of_two_voted_what(topic, readers, lena, kofi, way):
    """Two ballots are exchanged, and nothing that anybody else can ask for says so: no page, feed, header."""
    oulu, pemba = make("Oulu the Third"), make("Pemba Sherpa")
    poll = ask(topic, way=way, secret=True)
    votes(poll, (oulu, "Salt"), (pemba, "Tea"))
    before = {who: told(browser, poll) for who, browser in readers.items() if who != "voter"}
    take_back(take_back(poll, by=oulu), by=pemba)
    votes(poll, (oulu, "Tea"), (pemba, "Salt"))

    assert before == {who: told(browser, poll) for who, browser in readers.items() if who != "voter"}
    assert "Oulu" not in "".join(before["moderator"])


def told(browser, poll):
    """All that a reader can ask about the poll, without what is new in every answer."""
    topic = poll.post.topic
    paths = [
        topic.get_absolute_url(),
        reverse("discuss:topic_feed", args=[topic.slug, topic.pk, "atom"]),
        "/discuss.atom",
        "/discuss/",
        reverse("discuss:history", args=[topic.slug, topic.pk, 1]),
        reverse("discuss:poll_votes", args=[poll.pk]),
        reverse("discuss:poll_change", args=[poll.pk]),
    ]
    answers = [browser.get(path) for path in paths]
    tokens = re.compile(
        r'(name="csrfmiddlewaretoken" value|name="key" value|token|id="[^"]*key"| read)="[^"]*"'
    )
    cookies = re.compile(r"(csrftoken|space_\w+)=[^;]*")
    return [
        tokens.sub("", answer.content.decode()) + cookies.sub("", str(sorted(answer.headers.items())))
        for answer in answers
    ]


def test_a_secret_poll_has_no_page_of_votes_for_anybody(topic, readers, kofi, lena):
    poll = votes(ask(topic, secret=True), (kofi, "Salt"))
    close_poll(poll, by=lena)
    address = reverse("discuss:poll_votes", args=[poll.pk])

    assert {who: browser.get(address).status_code for who, browser in readers.items()} == dict.fromkeys(
        readers, 404
    )


def test_the_page_of_votes_follows_the_rule_of_results(topic, readers, kofi, rosa):
    poll = ask(topic, secret=False, way=Way.RANKED, results=Results.AFTER_VOTING)
    votes(poll, (kofi, "Tea, Salt"), (make("Oulu the Third"), "Bread"))
    address = reverse("discuss:poll_votes", args=[poll.pk])
    seen = {who: browser.get(address) for who, browser in readers.items()}

    assert {who for who, answer in seen.items() if answer.status_code == 200} == {"voter"}
    shown = seen["voter"].content.decode()
    assert shown.index("Kofi Mensah") < shown.index(">Tea<") < shown.index(">Salt<") < shown.index("Oulu")


def test_many_votes_stand_on_pages(topic, client, kofi):
    poll = ask(topic, secret=False)
    for number in range(55):
        votes(poll, (make(f"Voter {number}"), "Salt"))
    shown = poll_on(page(client, topic))
    assert (shown.count("Voter "), "and 15 others" in shown) == (40, True)

    address = reverse("discuss:poll_votes", args=[poll.pk])
    assert client.get(address).content.decode().count("Voter ") == 50
    assert client.get(f"{address}?page=2").content.decode().count("Voter ") == 5


def test_what_one_cannot_see_has_no_poll(secret, rosa, kofi, client):
    poll = ask(secret, question=f"Which {MARKER} door?", secret=False)
    client.force_login(rosa)
    paths = [reverse(f"discuss:poll_{name}", args=[poll.pk]) for name in ("votes", "change")]
    assert [client.get(path).status_code for path in paths] == [404, 404]

    vote = reverse("discuss:poll_vote", args=[poll.pk])
    assert client.post(vote, {"option": poll.options.first().pk}).status_code == 404


def test_the_poll_of_a_hidden_post_is_gone(topic, rosa, kofi, client):
    poll = ask(topic)
    hide_post(poll.post, by=rosa)
    client.force_login(kofi)

    assert client.post(reverse("discuss:poll_vote", args=[poll.pk]), {}).status_code == 404
    assert "What shall we bring?" not in page(client, topic)


def test_a_feed_says_what_is_asked_and_not_how_it_stands(topic, client, kofi, lena):
    poll = votes(ask(topic, secret=False), (kofi, "Salt"))
    close_poll(poll, by=lena)
    for address in ["/discuss.atom", reverse("discuss:topic_feed", args=[topic.slug, topic.pk, "atom"])]:
        feed = client.get(address).content.decode()
        assert "What shall we bring?" in feed
        assert "Bread" in feed
        assert "100%" not in feed
        assert "Kofi" not in feed


def test_with_few_votes_a_secret_poll_says_that_people_may_guess(topic, client, kofi):
    poll = ask(topic, secret=True)
    assert "While only a few have voted" in page(client, topic)
    votes(poll, (kofi, "Salt"), (make("Oulu"), "Tea"))
    assert "With 2 votes people may guess who chose what." in page(client, topic)
    votes(poll, *((make(f"Voter {number}"), "Tea") for number in range(3)))
    assert "may guess" not in page(client, topic)


def test_ranked_results_tell_each_round(topic, client, kofi, lena):
    poll = ask(topic, way=Way.RANKED)
    ballots = ["Bread", "Bread", "Salt", "Salt", "Tea, Salt"]
    votes(poll, *((make(f"Voter {number}"), said) for number, said in enumerate(ballots)))
    close_poll(poll, by=lena)
    shown = re.sub(r"<[^>]+>|\s+", " ", poll_on(page(client, topic)))

    assert "Won: Salt" in re.sub(r"\s+", " ", shown)
    assert re.search(
        r"Round 1 .* Salt +2 +gets 1 vote +Tea +1 +out .*Round 2 .*Salt +3 +more than half", shown
    )


def test_a_tie_is_told_in_words_and_no_option_can_write_html(topic, client):
    options = ("<b>Bread</b>", "Salt & more")
    poll = ask(topic, question="<script>", way=Way.RANKED, options=options)
    votes(poll, (make("Oulu"), options[0]), (make("Pemba"), options[1]))
    shown = poll_on(page(client, topic))

    assert "Out is <bdi>Salt &amp; more</bdi>, which stands last in the poll." in shown
    assert "<bdi>&lt;b&gt;Bread&lt;/b&gt;</bdi>" in shown
    assert "<script>" not in shown


RULES = {"vote": can_vote, "change": can_change_poll, "close": can_close_poll, "reopen": can_reopen_poll}
MAY = {
    "nobody": set(),
    "newcomer": {"vote"},
    "member": {"vote"},
    "author": {"vote", "change", "close"},
    "moderator": {"vote", "change", "close", "reopen"},
    "suspended": set(),
}


@pytest.mark.parametrize("who", MAY)
def test_who_may_do_what_with_a_poll(topic, who, amina, lena, kofi, rosa, viktor, django_assert_num_queries):
    people = {"newcomer": amina, "member": kofi, "author": lena, "moderator": rosa, "suspended": viktor}
    reader = reader_of(people[who]) if who in people else NOBODY
    poll = find_poll(reader, ask(topic).pk).poll
    with django_assert_num_queries(0):
        assert {name for name, rule in RULES.items() if rule(reader, poll)} == MAY[who]
        poll.voters = 1
        assert not can_change_poll(reader, poll)
        poll.closed_at = poll.made_at
        assert not any(RULES[name](reader, poll) for name in ("vote", "change", "close"))
