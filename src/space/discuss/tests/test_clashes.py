"""Two people change one post: what they changed comes together, and where it cannot a person decides."""

from datetime import timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from space.discuss.actions import edit_post, hide_version, make_wiki
from space.discuss.merging import Clash, began_at
from space.discuss.models import Post, Revision
from space.discuss.settling import settled, to_settle
from space.kit import clock

BASE = "We meet on Saturday.\n\nBring a camera.\n\nThe mill is open until six."
WHO = "- Lena\n- Kofi"


def fresh(post):
    return Post.objects.for_actions().select_related("topic").get(pk=post.pk)


@pytest.fixture
def plan(topic, lena):
    """A wiki post with three paragraphs that Lena wrote an hour ago."""
    post = make_wiki(Post.objects.for_actions().get(topic=topic), by=lena)
    Post.objects.for_actions().filter(pk=post.pk).update(created_at=timezone.now() - timedelta(hours=1))
    edit_post(post, by=lena, text=BASE, language="en")
    Revision.objects.all().delete()
    return fresh(post)


def edit(post, by, text, began="", **more):
    return edit_post(post, by=by, text=text, language="en", began=began, **more)


def form(post, text, began, **more):
    address = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, post.number])
    data = {"title": post.topic.title, "text": text, "language": "en", "began": began}
    return address, {**data, **more}


def field(response, name):
    return response.context["form"][name].value()


def test_changes_of_different_paragraphs_are_both_kept_and_the_second_is_told(client, plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("Saturday", "Sunday"), began)
    client.force_login(kofi)
    response = client.post(*form(plan, BASE.replace("six", "seven"), began), follow=True)

    assert fresh(plan).source == BASE.replace("Saturday", "Sunday").replace("six", "seven")
    told = "has changed other paragraphs meanwhile. Both changes are kept."
    assert f'<bdi translate="no">Lena Müller</bdi> {told}' in response.content.decode()


def test_the_same_paragraph_comes_back_in_both_versions_and_nothing_is_lost(client, plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("Saturday", "Sunday"), began)
    client.force_login(kofi)
    mine = BASE.replace("Saturday", "Monday").replace("six", "seven")
    response = client.post(*form(plan, mine, began, summary="Monday is better"))

    assert response.status_code == 409
    assert field(response, "text") == (
        "▼▼▼ Lena Müller wrote:\nWe meet on Sunday.\n\n▼▼▼ You wrote:\nWe meet on Monday.\n▲▲▲\n\n"
        "Bring a camera.\n\nThe mill is open until seven."
    )
    page = unescape(response.content.decode())
    assert "changed the same while you were writing" in page
    assert "added: </span>Sunday<" in page
    assert field(response, "summary") == "Monday is better"
    assert fresh(plan).source == BASE.replace("Saturday", "Sunday")


def test_saving_what_came_back_works_and_leaves_no_line_of_ours(client, plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("Saturday", "Sunday"), began)
    client.force_login(kofi)
    again = client.post(*form(plan, BASE.replace("Saturday", "Monday"), began))
    kept = {name: field(again, name) for name in ("text", "began", "clashed")}
    client.post(*form(plan, **kept))

    assert fresh(plan).source == BASE.replace(
        "We meet on Saturday.", "We meet on Sunday.\n\nWe meet on Monday."
    )


def test_a_third_edit_while_one_settles_is_met_as_well(client, plan, lena, kofi, rosa):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("Saturday", "Sunday"), began)
    client.force_login(kofi)
    again = client.post(*form(plan, BASE.replace("Saturday", "Monday"), began))
    edit(plan, rosa, fresh(plan).source.replace("a camera", "two cameras"))
    text = settled(field(again, "text")).replace("We meet on Sunday.\n\n", "")
    client.post(*form(plan, text, field(again, "began"), clashed="yes"))

    assert fresh(plan).source == BASE.replace("Saturday", "Monday").replace("a camera", "two cameras")


def test_what_came_back_can_be_looked_at_before_it_is_saved(client, plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("Saturday", "Sunday"), began)
    client.force_login(kofi)
    again = client.post(*form(plan, BASE.replace("Saturday", "Monday"), began))
    kept = {name: field(again, name) for name in ("text", "began", "clashed")}
    looked = client.post(*form(plan, **kept, changes="1"))

    assert looked.status_code == 200
    assert field(looked, "text") == field(again, "text")
    assert "▼▼▼" not in looked.context["changes"]["html"]


def test_an_author_and_a_moderator_meet_in_the_same_way(topic, lena, rosa):
    post = Post.objects.for_actions().select_related("topic").get(topic=topic)
    edit(post, lena, BASE, summary="A plan")
    began = began_at(fresh(post))
    edit(post, rosa, BASE.replace("a camera", "[a name removed]"), began, hide_before=True)
    with pytest.raises(Clash):
        edit(post, lena, BASE.replace("a camera", "Kofi"), began)


def test_a_base_that_is_hidden_by_now_shows_both_texts_and_nothing_of_what_is_hidden(
    client, plan, lena, kofi, rosa
):
    secret = BASE.replace("a camera", "the key of 12 Mill Lane")
    edit(plan, lena, secret)
    began = began_at(fresh(plan))
    edit(plan, rosa, BASE, hide_before=True)
    client.force_login(kofi)
    response = client.post(*form(plan, BASE.replace("six", "seven"), began))

    assert response.status_code == 409
    assert "Mill Lane" not in response.content.decode()
    assert "How the post reads now" in response.content.decode()


def test_when_the_base_was_only_a_first_thought_both_texts_are_shown(client, plan, lena, kofi):
    edit(plan, lena, BASE.replace("Saturday", "Sunday"))
    began = began_at(fresh(plan))
    edit(plan, lena, BASE.replace("Saturday", "Friday"))
    client.force_login(kofi)
    response = client.post(*form(plan, BASE.replace("Saturday", "Monday"), began))

    assert response.status_code == 409
    assert "We meet on Friday." in field(response, "text")
    assert "We meet on Monday." in field(response, "text")


def test_hiding_a_post_or_making_it_a_wiki_is_no_change_of_its_text(plan, lena, kofi):
    began = began_at(plan)
    Post.objects.for_actions().filter(pk=plan.pk).update(version=plan.version + 5)

    assert edit(plan, kofi, BASE.replace("six", "seven"), began).met == ()


def test_alike_edits_are_one(plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("six", "seven"), began)
    edit(plan, kofi, BASE.replace("six", "seven"), began)

    assert Revision.objects.count() == 1


def test_who_saves_what_they_were_given_takes_nothing_back(plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("six", "seven"), began)
    edit(plan, kofi, BASE, began)

    assert fresh(plan).source == BASE.replace("six", "seven")


def test_two_put_themselves_on_a_list(plan, lena, kofi, rosa):
    edit(plan, rosa, f"Who comes:\n\n{WHO}")
    began = began_at(fresh(plan))
    edit(plan, lena, f"Who comes:\n\n{WHO}\n- Rosa", began)
    edit(plan, kofi, f"Who comes:\n\n{WHO}\n- Amina", began)

    assert fresh(plan).source == f"Who comes:\n\n{WHO}\n- Rosa\n- Amina"


def test_one_row_of_a_table_in_two_versions_leaves_the_table_whole(plan, lena, kofi, rosa):
    table = "| who | what |\n|---|---|\n| Lena | tea |\n| Kofi | bread |"
    edit(plan, rosa, table)
    began = began_at(fresh(plan))
    edit(plan, lena, table.replace("tea", "coffee"), began)
    with pytest.raises(Clash) as clash:
        edit(plan, kofi, table.replace("tea", "milk"), began)

    text = to_settle(clash.value.outcome.pieces, clash.value.outcome.by)
    assert settled(text) == table.replace("| Lena | tea |", "| Lena | coffee |\n| Lena | milk |")


@pytest.mark.parametrize(
    ("theirs", "mine", "then"),
    [
        ({"title": "A plan for Sunday"}, {}, ("A plan for Sunday", "en")),
        ({}, {"title": "A plan for Monday"}, ("A plan for Monday", "en")),
        ({"language": "fr"}, {"title": "A plan for Monday"}, ("A plan for Monday", "fr")),
        ({"title": "A plan for Sunday"}, {"title": "A plan for Sunday"}, ("A plan for Sunday", "en")),
    ],
)
def test_titles_and_languages_come_together_too(plan, lena, kofi, theirs, mine, then):
    began = began_at(plan)
    edit_post(
        plan, by=lena, text=BASE, **{"title": plan.topic.title, "language": "en", **theirs}, began=began
    )
    text = BASE.replace("six", "seven")
    edit_post(plan, by=kofi, text=text, **{"title": plan.topic.title, "language": "en", **mine}, began=began)

    now = fresh(plan)
    assert (now.topic.title, now.language) == then
    assert now.source == text


def test_two_titles_are_settled_by_a_person(client, plan, lena, kofi):
    began = began_at(plan)
    edit_post(plan, by=lena, text=BASE, title="A plan for Sunday", language="fr", began=began)
    client.force_login(kofi)
    address, data = form(plan, BASE, began)
    response = client.post(address, {**data, "title": "A plan for Monday", "language": "ar"})

    assert response.status_code == 409
    page = response.content.decode()
    assert "The title is now <b><bdi>A plan for Sunday</bdi></b>" in page
    assert "The language is now <bdi>français</bdi>" in page
    assert (field(response, "title"), field(response, "language")) == ("A plan for Monday", "ar")
    assert field(response, "text") == BASE

    client.post(
        address, {**data, "title": "A plan for Monday", "language": "ar", "began": field(response, "began")}
    )
    assert (fresh(plan).topic.title, fresh(plan).language) == ("A plan for Monday", "ar")


def test_two_texts_that_are_too_long_together_are_refused_and_kept(client, plan, lena, kofi, settings):
    settings.POST_AT_MOST = len(BASE) + 40
    began = began_at(plan)
    edit(plan, lena, f"{BASE}\n\nAnd thirty characters of Lena.", began)
    with pytest.raises(ValidationError) as refused:
        edit(plan, kofi, f"{BASE}\n\nAnd thirty characters of Kofi.", began)
    assert refused.value.code == "too_long"

    client.force_login(kofi)
    response = client.post(*form(plan, f"{BASE}\n\nAnd thirty characters of Kofi.", began))
    assert response.status_code == 422
    assert "characters of Kofi." in response.content.decode()


@pytest.mark.parametrize(
    "began", ["", "x", "1.", "0.0000000000000000", "999999999.ffffffffffffffff", "1.' OR 1=1"]
)
def test_a_form_that_remembers_nonsense_does_no_harm(client, plan, kofi, began):
    client.force_login(kofi)
    response = client.post(*form(plan, BASE.replace("six", "seven"), began))

    assert response.status_code in {302, 409, 422}
    assert BASE.split("\n\n", maxsplit=1)[0] in fresh(plan).source


def test_who_may_no_longer_edit_keeps_the_text(client, plan, lena, kofi):
    began = began_at(plan)
    Post.objects.for_actions().filter(pk=plan.pk).update(is_wiki=False)
    client.force_login(kofi)
    response = client.post(*form(plan, "Words of an hour.", began))

    assert response.status_code == 422
    assert "Only its author can edit this post." in response.content.decode()
    assert field(response, "text") == "Words of an hour."


def test_changes_are_shown_before_they_are_saved(client, plan, kofi):
    client.force_login(kofi)
    began = began_at(plan)
    response = client.post(*form(plan, BASE.replace("six", "seven"), began, changes="1", summary="Later"))

    page = response.content.decode()
    assert response.status_code == 200
    assert "taken out: </span>six" in page
    assert (field(response, "summary"), field(response, "began")) == ("Later", began)
    assert fresh(plan).source == BASE

    piece = client.post(*form(plan, BASE, began, changes="1"), headers={"HX-Request": "true"})
    assert "Nothing changes in the text that others read." in piece.content.decode()
    assert "<html" not in piece.content.decode()


def test_showing_changes_meets_what_others_did(client, plan, lena, kofi):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("Saturday", "Sunday"), began)
    client.force_login(kofi)
    shown = client.post(*form(plan, BASE.replace("six", "seven"), began, changes="1"))
    assert "has changed other paragraphs meanwhile" in shown.content.decode()
    assert "Saturday" not in shown.context["changes"]["html"]

    clash = client.post(*form(plan, BASE.replace("Saturday", "Monday"), began, changes="1"))
    assert clash.status_code == 409


def test_who_may_not_edit_is_shown_no_changes(client, plan, amina):
    client.force_login(amina)
    response = client.post(*form(plan, "x" * 20, began_at(plan), changes="1"))

    assert response.status_code == 422


def test_a_hidden_version_comes_back_by_no_merge(plan, lena, kofi, rosa):
    began = began_at(plan)
    edit(plan, lena, BASE.replace("a camera", "nothing"), began)
    hide_version(Revision.objects.get(), by=rosa)
    with pytest.raises(Clash) as clash:
        edit(plan, kofi, "Quite another text.", began)

    assert "camera" not in to_settle(clash.value.outcome.pieces, clash.value.outcome.by)


def test_names_are_told_one_two_or_many(plan, lena, kofi, rosa, ada):
    began = began_at(plan)
    with clock.at(timezone.now() - timedelta(minutes=30)):
        for person in (lena, rosa, ada):
            edit(plan, person, f"{person.name} says: {fresh(plan).source}")
    with pytest.raises(Clash) as clash:
        edit(plan, kofi, f"I say: {BASE}", began)

    assert clash.value.outcome.by == ("Lena Müller", "Rosa Quispe", "Ada")
    assert "Lena Müller and 2 others" in to_settle(clash.value.outcome.pieces, clash.value.outcome.by)
