"""The pages for who looks after categories and tags: what they show, and what they do with what is typed."""

import re
from uuid import uuid4

import pytest

from space.discuss.actions import (
    add_synonym,
    appoint,
    arrange_category,
    change_category,
    make_about,
    make_tag,
    make_tag_group,
    start_topic,
)
from space.discuss.arranging.words import ICONS, TONES
from space.discuss.models import Category, Door, Moderator, Tag, TagGroup
from space.web.icons import known

ROOMS, TAGS = "/administration/categories/", "/administration/tags/"


@pytest.fixture
def sent(client, ada):
    """What Ada is answered, and the page behind it."""
    client.force_login(ada)

    def send(address, **data):
        answer = client.post(address, data)
        return answer.status_code, answer.content.decode()

    return send


@pytest.fixture
def page(client, ada):
    client.force_login(ada)
    return lambda address, **data: client.get(address, data).content.decode()


def filled(form):
    """What a browser sends of a form that nobody touched."""
    data = {}
    for field in form:
        value = field.field.prepare_value(field.value())
        shown = {field.html_name: value}
        if field.field.show_hidden_initial:
            shown[field.html_initial_name] = value
        data |= {name: "" if one is None else one for name, one in shown.items() if one is not False}
    return data


@pytest.fixture
def form(client, ada, questions):
    client.force_login(ada)
    return filled(client.get(f"{ROOMS}{questions.pk}/").context["form"])


def fresh(category):
    return Category.objects.for_actions().get(pk=category.pk)


def test_administrators_find_both_pages_and_moderators_find_tags(client, page, rosa):
    shown = page("/administration/")
    assert f'href="{ROOMS}"' in shown
    assert f'href="{TAGS}"' in shown
    client.force_login(rosa)
    assert f'href="{TAGS}"' in client.get("/discuss/tags").content.decode()
    assert 'href="/administration/"' not in client.get(TAGS).content.decode().partition("<main")[2]


def test_every_icon_and_colour_to_choose_from_can_be_drawn(page):
    assert set(ICONS) - {""} <= known()
    assert set(TONES) == set(range(1, 13))
    shown = page(f"{ROOMS}new")
    assert all(f"tone-{number}" in shown for number in TONES)
    assert all(f"icons.svg#{name}" in shown or f"#{name}" in shown for name in ICONS if name)


def test_a_category_is_made_with_an_address_of_its_name(sent):
    data = {"name": "Nos  régions", "tone": 4, "who_starts": "members", "who_replies": "members"}
    data |= {"trust_to_start": 1, "trust_to_reply": 0, "first_list": "top", "audience": "members"}
    assert sent(f"{ROOMS}new", **data)[0] == 302
    made = Category.objects.for_actions().get()
    assert (made.name, made.slug, made.audience) == ("Nos régions", "nos-régions", "members")
    assert (made.trust_to_start, made.first_list, made.in_latest) == (1, "top", False)

    status, shown = sent(f"{ROOMS}new", **data)
    assert status == 422
    assert "Another category has this address" in shown
    assert sent(f"{ROOMS}new", **data, slug="Regions")[0] == 302
    assert sent(f"{ROOMS}new", **data | {"audience": "group"})[0] == 422


def test_a_new_category_begins_with_an_about_topic_if_it_has_something_to_say(sent, client):
    data = filled(client.get(f"{ROOMS}new").context["form"])
    assert data["tell"] is True
    sent(f"{ROOMS}new", **data | {"name": "Quiet"})
    sent(f"{ROOMS}new", **data | {"name": "Told", "description": "For what we told.", "tell": "on"})
    sent(f"{ROOMS}new", **data | {"name": "At once", "description": "For what comes after.", "tell": "on"})
    abouts = [room.about and room.about.title for room in Category.objects.for_actions().order_by("pk")]
    assert abouts == [None, "What “Told” is for", None]
    assert "The About topic is not there yet: You can go on in" in client.get(ROOMS).content.decode()


def test_a_form_that_nobody_touched_changes_nothing(sent, form, questions):
    assert sent(f"{ROOMS}{questions.pk}/", **form)[0] == 302
    assert sent(f"{ROOMS}{questions.pk}/", **form)[1] == ""
    from space.moderation.models import LogEntry

    assert LogEntry.objects.count() == 1


def test_every_field_of_a_category_is_changed_by_its_form(sent, form, questions, ada):
    above = arrange_category("above", by=ada, name="Above")
    changed = {
        "name": "Ask", "description": "Two\r\nlines", "language": "fr", "tone": "9", "icon": "heart",
        "parent": str(above.pk), "who_starts": "moderators", "trust_to_start": "1", "who_replies": "nobody",
        "trust_to_reply": "2", "first_list": "hot", "noindex": "on", "template": "## What\r\n\r\nHow",
    }  # fmt: skip
    without = {name: value for name, value in form.items() if name != "in_latest"}
    assert sent(f"{ROOMS}{questions.pk}/", **without | changed)[0] == 302
    now = fresh(questions)
    assert (now.name, now.description, now.language, now.tone, now.icon) == (
        "Ask",
        "Two\nlines",
        "fr",
        9,
        "heart",
    )
    assert (now.parent, now.who_starts, now.trust_to_start) == (above, "moderators", 1)
    assert (now.who_replies, now.trust_to_reply, now.first_list) == ("nobody", 2, "hot")
    assert (now.noindex, now.in_latest, now.template) == (True, False, "## What\n\nHow")


def test_two_administrators_with_the_same_page_open_both_have_their_way(sent, form, questions, rosa):
    change_category(questions, by=rosa, tone=5, description="Said meanwhile.\nTwice.")
    assert sent(f"{ROOMS}{questions.pk}/", **form | {"name": "Ask"})[0] == 302
    now = fresh(questions)
    assert (now.name, now.tone, now.description) == ("Ask", 5, "Said meanwhile.\nTwice.")


def test_who_would_undo_the_others_change_is_told_and_may_insist(client, sent, form, questions, rosa):
    change_category(questions, by=rosa, name="Asking", suppressed_from_latest=True)
    mine = {name: value for name, value in form.items() if name != "in_latest"} | {"name": "Ask"}
    answer = client.post(f"{ROOMS}{questions.pk}/", mine)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "\u2068Rosa Quispe\u2069 changed this after you opened the page" in shown
    assert 'value="Ask"' in shown
    assert fresh(questions).name == "Asking"
    assert 'name="initial-name" value="Asking"' in shown
    assert client.post(f"{ROOMS}{questions.pk}/", mine | {"initial-name": "Asking"}).status_code == 302
    assert fresh(questions).name == "Ask"


def test_what_cannot_be_comes_back_with_what_was_typed(sent, form, questions, ada):
    child = arrange_category("below", by=ada, name="Below", parent=questions)
    other = arrange_category("other", by=ada, name="Other")
    for wrong in (
        {"name": ""},
        {"tone": "13"},
        {"parent": str(child.pk)},
        {"parent": str(other.pk)},
        {"icon": "x<"},
    ):
        status, shown = sent(f"{ROOMS}{questions.pk}/", **form | {"description": "Kept words"} | wrong)
        assert status == 422
        assert "Kept words" in shown
    assert fresh(questions).description == ""


def test_an_archive_stays_one(sent, page, client, ada):
    arrange_category(
        "old", by=ada, name="Old", kind="archive", who_starts=Door.NOBODY, who_replies=Door.NOBODY,
        suppressed_from_latest=True, noindex=True,
    )  # fmt: skip
    old = Category.objects.for_actions().get()
    shown = page(f"{ROOMS}{old.pk}/")
    assert "An archive: nobody writes in it" in shown
    assert 'name="who_starts"' not in shown
    form = filled(client.get(f"{ROOMS}{old.pk}/").context["form"])
    assert (
        sent(f"{ROOMS}{old.pk}/", **form | {"name": "Older", "who_starts": "members", "in_latest": "on"})[0]
        == 302
    )
    now = fresh(old)
    assert (now.name, now.is_archive, now.who_starts, now.in_latest) == ("Older", True, "nobody", False)


def test_the_text_of_a_new_topic_is_previewed_and_not_saved(sent, form, questions):
    data = form | {
        "template": "## What **have** you tried?\n<script>x</script>",
        "preview": "1",
        "name": "Typed",
    }
    status, shown = sent(f"{ROOMS}{questions.pk}/", **data)
    assert status == 200
    assert "What <strong>have</strong> you tried?" in shown
    assert "<script>x" not in shown
    assert 'value="Typed"' in shown
    assert fresh(questions).template == ""


def test_a_new_topic_begins_with_the_text_of_its_category(page, questions, ada):
    change_category(questions, by=ada, template="What did you <try>?")
    typed = re.compile(r"<textarea[^>]*>\s*What did you &lt;try&gt;\?")
    assert typed.search(page("/discuss/start", category="questions"))
    assert not typed.search(page("/discuss/start"))


def test_categories_change_places_by_buttons(sent, page, client, ada, questions):
    events = arrange_category("events", by=ada, name="Events", position=1)
    page(ROOMS)
    assert sent(f"{ROOMS}{events.pk}/place", before=questions.pk)[0] == 302
    shown = page(ROOMS)
    assert shown.index("Events") < shown.index("Questions")
    answer = client.post(
        f"{ROOMS}{events.pk}/place", {"after": questions.pk}, headers={"HX-Request": "true"}
    ).content.decode()
    assert answer.strip().startswith('<ol class="arranged" id="rooms">')
    assert answer.index("Questions") < answer.index("Events")
    child = arrange_category("child", by=ada, name="Child", parent=questions)
    assert sent(f"{ROOMS}{child.pk}/place", before=events.pk)[0] == 302
    assert "side by side" in page(ROOMS)
    for odd in ("", "x", "-1", "9" * 30, str(child.pk)):
        assert sent(f"{ROOMS}{questions.pk}/place", before=odd)[0] in {302, 404}


def test_the_list_costs_no_query_for_each_category(client, ada, questions, django_assert_max_num_queries):
    client.force_login(ada)
    for number in range(8):
        arrange_category(
            f"room-{number}", by=ada, name=f"Room {number}", parent=questions if number % 2 else None
        )
    with django_assert_max_num_queries(5):
        assert client.get(ROOMS).content.decode().count('<li class="arranged__row') == 9


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Lena Müller", True), ("Lena_Müller", True), ("lena müller", False), ("", False), ("Space", False)],
)
def test_a_moderator_is_appointed_by_name(sent, questions, lena, ada, typed, found):
    from space.accounts.models import User

    User.objects.system()
    status, shown = sent(f"{ROOMS}{questions.pk}/appoint", person=typed)
    assert status == (302 if found else 422)
    assert Moderator.objects.filter(person=lena).exists() is found
    if typed and not found:
        assert f'value="{typed}"' in shown


def test_a_moderator_is_dismissed_by_a_button(sent, page, questions, lena, kofi, ada):
    appoint(lena, questions, by=ada)
    assert "Lena Müller" in page(f"{ROOMS}{questions.pk}/")
    assert sent(f"{ROOMS}{questions.pk}/dismiss", person=kofi.pk)[0] == 404
    assert sent(f"{ROOMS}{questions.pk}/dismiss", person=lena.pk)[0] == 302
    assert not Moderator.objects.exists()


def test_an_about_topic_is_made_by_one_button_chosen_and_let_go(sent, client, questions, ada):
    address = f"{ROOMS}{questions.pk}/about"
    status, shown = sent(address, make="1", key=uuid4())
    assert status == 422
    assert "Write a description first" in shown
    change_category(questions, by=ada, description="Ask.")
    assert sent(address, make="1", key=uuid4())[0] == 302
    made = fresh(questions).about
    assert made.title == "What “Questions” is for"
    assert sent(address, drop="1")[0] == 302
    assert fresh(questions).about is None
    for typed in (f"https://space.example{made.get_absolute_url()}?page=1#p2", f"/t/{made.pk}", str(made.pk)):
        assert sent(address, topic=typed)[0] == 302
        assert fresh(questions).about == made
    for typed in ("/t/999999", "words", "", "/t/" + "9" * 30):
        assert sent(address, topic=typed)[0] == 422


def test_a_new_description_offers_to_change_the_about_topic_too(sent, client, questions, ada):
    change_category(questions, by=ada, description="Ask.")
    assert 'name="rewrite"' not in client.get(f"{ROOMS}{questions.pk}/").content.decode()
    about = make_about(questions, by=ada)
    form = filled(client.get(f"{ROOMS}{questions.pk}/").context["form"])
    assert sent(f"{ROOMS}{questions.pk}/", **form | {"description": "Ask!", "rewrite": "on"})[0] == 302
    assert about.posts.get().source == "Ask!"


def test_deleting_a_category_asks_first(sent, page, client, questions, lena, ada):
    empty = arrange_category("empty", by=ada, name="Empty")
    assert "Delete “<bdi>Empty</bdi>”?" in page(f"{ROOMS}{empty.pk}/delete")
    assert sent(f"{ROOMS}{empty.pk}/delete")[0] == 302
    assert client.get(f"{ROOMS}{empty.pk}/").status_code == 404
    start_topic(questions, by=lena, title="Something said", text="Words.")
    status, shown = sent(f"{ROOMS}{questions.pk}/delete")
    assert status == 422
    assert "not empty" in shown


def test_a_tag_is_made_described_renamed_and_merged_by_forms(sent, page, ada):
    group = make_tag_group("Projects", by=ada)
    assert sent(f"{TAGS}new", word="#Wiki data", description="Items.", group=group.pk)[0] == 302
    tag = Tag.objects.get()
    here = f"{TAGS}{tag.pk}/"
    assert (tag.name, tag.description, tag.group) == ("wiki data", "Items.", group)
    data = {
        "description": "Items!",
        "initial-description": "Items.",
        "group": group.pk,
        "initial-group": group.pk,
    }
    assert sent(f"{here}describe", **data)[0] == 302
    assert sent(f"{here}rename", word="Wikidata")[0] == 302
    assert sent(f"{here}synonyms", word="wd")[0] == 302
    assert [one.name for one in tag.synonyms.all()] == ["wd", "wiki data"]
    assert sent(f"{here}synonyms", drop=tag.synonyms.get(name="wd").pk)[0] == 302
    other = make_tag("data", by=ada)
    assert sent(f"{here}merge", word="DATA")[0] == 302
    shown = page(f"{TAGS}{other.pk}/")
    assert "wikidata" in shown
    assert page(here) == ""


@pytest.mark.parametrize(
    ("act", "data"),
    [
        ("rename", {"word": "maps"}),
        ("rename", {"word": "//"}),
        ("synonyms", {"word": "maps"}),
        ("merge", {"word": "nothing"}),
        ("merge", {"word": "walks"}),
        ("merge", {"word": "<b>"}),
        ("describe", {"description": "x" * 301}),
        ("describe", {"group": "999"}),
    ],
)
def test_what_cannot_be_done_with_a_tag_is_said_on_its_page(sent, ada, act, data):
    tag = make_tag("walks", by=ada)
    make_tag("maps", by=ada)
    status, shown = sent(f"{TAGS}{tag.pk}/{act}", **data)
    assert status == 422
    assert "field__error" in shown
    assert "<b>" not in shown
    assert sorted(Tag.objects.values_list("name", flat=True)) == ["maps", "walks"]


def test_two_moderators_who_describe_a_tag_at_once_undo_nothing(sent, ada):
    group = make_tag_group("Projects", by=ada)
    tag = make_tag("wikidata", by=ada, group=group)
    data = {"description": "Items.", "initial-description": "", "group": "", "initial-group": ""}
    assert sent(f"{TAGS}{tag.pk}/describe", **data)[0] == 302
    assert Tag.objects.get().group == group


def test_a_tag_in_use_is_not_deleted(sent, ada, questions):
    start_topic(questions, by=ada, title="About a walk", text="Words.", tags=["walks"])
    tag = Tag.objects.get()
    status, shown = sent(f"{TAGS}{tag.pk}/delete")
    assert status == 422
    assert "Topics carry this tag" in shown
    assert sent(f"{TAGS}{make_tag('maps', by=ada).pk}/delete")[0] == 302


def test_groups_are_changed_ordered_and_deleted_by_forms(sent, page, ada):
    data = {"name": "Projects", "description": "Of ours", "one_a_topic": "on", "trust": "2"}
    assert sent(f"{TAGS}groups/new", **data)[0] == 302
    assert sent(f"{TAGS}groups/new", **data)[0] == 422
    first, second = TagGroup.objects.get(), make_tag_group("Regions", by=ada)
    assert (first.one_a_topic, first.trust) == (True, 2)
    shown = {f"initial-{name}": value for name, value in data.items()} | {"initial-one_a_topic": "True"}
    assert sent(f"{TAGS}groups/{first.pk}/", **{**data, **shown, "name": "Wikis"})[0] == 302
    assert TagGroup.objects.get(pk=first.pk).name == "Wikis"
    assert sent(f"{TAGS}groups/{second.pk}/place", before=first.pk)[0] == 302
    listed = page(TAGS)
    assert listed.index("Regions") < listed.index("Wikis")
    assert "Trust: Member" in listed
    assert sent(f"{TAGS}groups/{second.pk}/delete")[0] == 302


def test_the_list_of_tags_costs_no_query_for_each(client, rosa, ada, django_assert_max_num_queries):
    group = make_tag_group("Projects", by=ada)
    for number in range(12):
        add_synonym(make_tag(f"tag{number}", by=ada, group=group), f"word{number}", by=ada)
    client.force_login(rosa)
    with django_assert_max_num_queries(11):
        shown = client.get(TAGS).content.decode()
    assert shown.count("also:") == 12
    assert "tag7" not in client.get(TAGS, {"q": "word8"}).content.decode()


def test_odd_numbers_in_addresses_are_not_found(client, page):
    for address in (f"{ROOMS}{10**25}/", f"{TAGS}{10**25}/", f"{TAGS}groups/{10**25}/", f"{ROOMS}0/"):
        assert client.get(address).status_code == 404
