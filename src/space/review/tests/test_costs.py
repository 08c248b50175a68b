"""The queue and the log ask the database the same few queries however much there is; who asks sees theirs alone."""

from collections.abc import Iterator
from datetime import timedelta
from time import monotonic

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from space.accounts.models import Trust
from space.accounts.readers import reader_of
from space.community import reading
from space.discuss import rooms
from space.discuss.actions import appoint, arrange_category, edit_post, move_topic, start_topic
from space.discuss.models import Post
from space.groups.actions import admit
from space.groups.models import Membership, Role
from space.kit import clock
from space.moderation.actions import record
from space.review.actions import Ruling, appeal, claim, decide, flag, withdraw
from space.review.actions.finding import CASES
from space.review.actions.flagging import Told
from space.review.models import Case, Decision, Did, Why
from space.review.queue import counted, lines
from space.review.queue.lines import lines_of
from space.review.queue.wanted import DONE, FLAGS, HELD, Asked
from space.review.tests.test_queue import flagged
from space.review.things import post_thing
from space.testing.cast import make
from space.web import fragments, versions

pytestmark = pytest.mark.django_db
QUEUE, LOG = "/moderation/", "/moderation/log/"
# With what is kept: the session, the cases, and what they are about.
WARM = 3
# Nothing kept: what stands around the queue, flags, words of posts, what authors have written, categories as well.
COLD = WARM + 5
# The lines and two kinds of things; nothing kept: the categories, and when the log begins.
LOG_WARM = 3
LOG_COLD = LOG_WARM + 2


@pytest.fixture(autouse=True)
def cold(db: None) -> Iterator[None]:
    """As in a process that has just started and hears of changes; it knows the settings of the community."""
    fragments._store.clear()
    rooms._store.clear()
    counted._kept.clear()
    lines._written.clear()
    versions.ledger.hear()
    reading.overrides()
    yield
    versions.ledger.lose()


def cost(client, address):
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    assert page.status_code == 200
    return len(asked), page


def test_a_page_of_the_queue_costs_the_same_however_much_waits(client, topic, rosa, kofi, lena):
    cases = [flagged(topic, make(f"Vera{n}@local"), f"Lamps number {n}!", kofi, lena, None) for n in range(3)]
    client.force_login(rosa)
    assert cost(client, QUEUE)[0] <= COLD
    assert cost(client, QUEUE)[0] <= WARM
    flagged(topic, make("Held@local"), "My first words.", holds=True)
    Case.objects.for_actions().bulk_create(
        Case(thing_kind="discuss.post", thing_id=n, author=kofi, weight=1, category=topic.category)
        for n in range(1_000_000, 1_000_060)
    )
    asked = appeal(
        decide(cases[0], Ruling(Did.HIDE, clause="spam", reason="No."), by=rosa), "Why?", by=cases[0].author
    )
    versions.ledger.note(CASES)
    for address in (
        QUEUE,
        "/moderation/?tab=held",
        "/moderation/?tab=done",
        "/moderation/?why=spam&language=en",
    ):
        assert cost(client, address)[0] <= COLD
        number, page = cost(client, address)
        assert number <= WARM
        assert asked.words in page.content.decode()
    assert "60+" not in page.content.decode()
    assert "It stands behind a door now" in cost(client, QUEUE)[1].content.decode()


def test_a_page_of_the_log_costs_the_same_however_long_it_is(client, topic, rosa):
    post = topic.posts.get()
    record(rosa, "post-shown", post, "Once")
    record(rosa, "topic-retagged", topic)
    assert cost(client, LOG)[0] <= LOG_COLD
    for n in range(40):
        record(rosa, "post-shown", post, f"Again {n}")
    number, page = cost(client, LOG)
    assert number <= LOG_WARM
    assert topic.title in page.content.decode()
    assert cost(client, page.context["older"])[0] <= LOG_WARM


def test_what_waits_is_counted_again_when_a_case_changes_or_after_half_a_minute(
    topic, questions, rosa, ada, kofi, lena, monkeypatch, django_capture_on_commit_callbacks
):
    appoint(kofi, questions, by=ada)

    def waits():
        return counted.numbers_for(reader_of(rosa)).flags

    with django_capture_on_commit_callbacks(execute=True):
        case = flagged(topic, kofi, "Lamps!", lena)
    assert waits() == 1
    Case.objects.for_actions().filter(pk=case.pk).update(decided_at=clock.now())
    assert waits() == 1
    later = monotonic() + 31
    monkeypatch.setattr(counted, "monotonic", lambda: later)
    assert waits() == 0
    with django_capture_on_commit_callbacks(execute=True):
        flagged(topic, kofi, "Chairs!", lena)
    assert waits() == 1
    assert counted.numbers_for(reader_of(kofi)).flags == 0
    versions.ledger.lose()
    Case.objects.for_actions().update(decided_at=clock.now())
    assert waits() == 0


def test_more_than_a_hundred_decisions_of_a_day_are_told_as_more(client, topic, kofi, rosa):
    case = flagged(topic, kofi, "Lamps!")
    client.force_login(rosa)
    Decision.objects.bulk_create(Decision(case=case, by=rosa, did=Did.KEEP) for _ in range(100))
    assert "100 decided today" in cost(client, QUEUE)[1].content.decode()
    Decision.objects.create(case=case, by=rosa, did=Did.HIDE)
    versions.ledger.note(CASES)
    page = cost(client, QUEUE)[1].content.decode()
    assert "More than 100 decided today" in page
    assert "Of the last 100: 1 agreed, 99 kept" in page


@pytest.fixture
def staff(topic, secret, questions, circle, rosa, ada, lena):
    """Moderators of the place, of two categories and of a closed group; about each of them there is a case, too."""
    elsewhere = arrange_category("elsewhere", by=ada, name="Elsewhere")
    there = start_topic(elsewhere, by=ada, title="What is sold elsewhere?", text="Things.", language="fr")
    near, far, lead, inside = (make(name, Trust.MEMBER) for name in ("Near", "Far", "Lead", "Inside"))
    appoint(near, questions, by=ada)
    appoint(far, elsewhere, by=ada)
    for person in (lead, inside):
        admit(circle, person)
    Membership.objects.filter(group=circle, person=lead).update(role=Role.MODERATOR)
    admit(rosa.space_groups.get(), inside)
    people = [near, far, lead, inside, rosa, ada]
    for n, where in enumerate([topic, there, topic, secret]):
        flagged(where, lead if where is secret else lena, f"Lamps {n}", ada, holds=n == 2)
    for person in people:
        flagged(topic, person, "By who decides.", lena)
    asked = flagged(secret, inside, "Lamps inside", lead)
    Case.objects.for_actions().filter(pk=asked.pk).update(asks_staff=True)
    decide(flagged(there, lena, "Done with"), Ruling(Did.KEEP), by=ada)
    return people


def test_a_query_that_was_composed_for_one_moderator_brings_another_their_own(staff, lena):
    for _ in range(2):
        for reader in map(reader_of, [*staff, lena]):
            for tab, waits in ((FLAGS, True), (HELD, True), (DONE, False)):
                seen = Case.objects.visible_to(reader).filter(decided_at__isnull=waits)
                seen = seen.filter(is_held=tab == HELD) if waits else seen
                for language in ("", "en", "fr", "en,fr"):
                    spoken = seen.filter(language__in=["", *language.split(",")]) if language else seen
                    found = lines_of(Asked(tab=tab, language=language), reader, 100)
                    assert sorted(line.pk for line in found) == sorted(spoken.values_list("pk", flat=True))
    totals = {person.name: len(lines_of(Asked(), reader_of(person), 100)) for person in staff}
    assert totals == {"Near": 6, "Far": 1, "Lead": 1, "Inside": 8, "Rosa Quispe": 8, "Ada": 8}


def test_words_that_are_kept_are_those_of_today_and_stay_behind_a_door(
    client, topic, hideout, rosa, ada, kofi
):
    case = flagged(topic, kofi, "Lamps, as cheap as never.")
    client.force_login(rosa)
    assert "as cheap as never" in cost(client, QUEUE)[1].content.decode()
    post = Post.objects.for_actions().get(pk=case.thing_id)
    edit_post(post, by=kofi, text="Chairs, as cheap as ever.")
    page = cost(client, QUEUE)[1].content.decode()
    assert "as cheap as ever" in page
    assert "Lamps, as cheap" not in page
    move_topic(topic, hideout, by=ada)
    page = cost(client, QUEUE)[1].content.decode()
    assert "as cheap as ever" not in page
    assert topic.title not in page
    assert case.get_absolute_url() in page


def test_what_is_kept_of_a_case_has_for_each_page_its_own_way_back_key_and_age(
    client, topic, rosa, ada, kofi, lena
):
    case = flagged(topic, kofi, "Lamps!", lena)
    claim(case, by=rosa)
    pages = {}
    for person in (rosa, ada):
        client.force_login(person)
        for address in (QUEUE, f"{QUEUE}?language=en"):
            page = cost(client, address)[1].content.decode()
            token = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
            assert len(token) == 64
            assert page.count('name="next" value="') == page.count(f'name="next" value="{address}"') > 0
            assert "\x02" not in page
            pages[person.name, address] = page
    assert "Claimed by you" in pages[rosa.name, QUEUE]
    assert f"Claimed by {rosa.name}" in pages[ada.name, QUEUE]
    with clock.at(clock.now() + timedelta(hours=3)):
        assert ">3h<" in cost(client, QUEUE)[1].content.decode().partition("data-item")[2]
    withdraw(case.flags.get(), by=lena)
    flag(post_thing(Post.objects.for_actions().get(pk=case.thing_id)), Told(Why.SPAM, "So cheap?"), by=None)
    assert "So cheap?" in cost(client, QUEUE)[1].content.decode()
