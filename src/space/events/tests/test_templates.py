"""What one has filled in is kept as a template, and the form begins with it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from space.accounts.readers import reader_of
from space.discuss.models import Category
from space.events.actions.templating import MOST_OWN, keep_template
from space.events.models import Event, Template
from space.events.tests.test_form import LEAST
from space.kit import clock
from space.testing.events import MONDAY


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def keep(client, **more):
    sent = {
        **LEAST,
        "types": ["meetup", "training"],
        "all_day": "on",
        "text": "As always.",
        "keep-template": "1",
    }
    return client.post(reverse("events:add"), {**sent, "template_name": "Library", **more})


def test_what_stands_in_the_form_is_kept_and_stands_there_still(client, lena):
    client.force_login(lena)
    page = keep(client)
    assert "Kept as a template: Library" in page.content.decode()
    assert page.context["form"]["title"].value() == LEAST["title"]
    assert not Event.objects.for_actions().exists()
    kept = Template.objects.visible_to(reader_of(lena)).get()
    assert "first_day" not in kept.said
    begun = client.get(f"{reverse('events:add')}?template={kept.pk}").context["form"]
    assert begun["types"].value() == ["meetup", "training"]
    assert (begun["place"].value(), begun["all_day"].value(), begun["first_day"].value()) == (
        "Accra",
        "on",
        None,
    )
    assert keep(client, text="Another text").status_code == 200
    assert Template.objects.visible_to(reader_of(lena)).get().said["text"] == "Another text"


def test_ours_say_their_text_in_the_language_of_the_page(client, lena):
    client.force_login(lena)
    form = client.get(f"{reverse('events:add')}?template=office-hour").context["form"]
    assert (form["how"].value(), form["language"].value()) == ("online", "en")
    assert "An hour for your questions" in form["text"].value()


def test_templates_are_ones_own_and_get_names_and_go(client, lena, kofi):
    kept = keep_template({"title": "x"}, by=lena, name="Mine")
    client.force_login(kofi)
    assert client.post(reverse("events:template", args=[kept.pk]), {"do": "delete"}).status_code == 404
    assert client.get(f"{reverse('events:add')}?template={kept.pk}").context["form"]["title"].value() is None
    client.force_login(lena)
    client.post(reverse("events:template", args=[kept.pk]), {"name": "Still mine"})
    assert "Still mine" in client.get(reverse("events:templates")).content.decode()
    client.post(reverse("events:template", args=[kept.pk]), {"do": "delete"})
    assert not Template.objects.visible_to(reader_of(lena)).exists()


def test_for_a_category_who_moderates_it_keeps_them_and_all_who_see_it_begin_with_them(
    client, lena, rosa, training
):
    room = Category.objects.for_actions().get(pk=training.topic.category_id)
    client.force_login(rosa)
    keep(client, template_for=room.pk)
    kept = Template.objects.visible_to(reader_of(lena)).get()
    assert (kept.category, kept.by) == (room, rosa)
    client.force_login(lena)
    assert "Library" in client.get(reverse("events:add")).content.decode()
    assert client.post(reverse("events:template", args=[kept.pk]), {"do": "delete"}).status_code == 403
    keep(client, template_for=room.pk)
    assert Template.objects.visible_to(reader_of(lena)).filter(by=lena, category=None).exists()


def test_nobody_keeps_more_than_twenty_of_their_own(lena):
    for n in range(MOST_OWN):
        keep_template({}, by=lena, name=str(n))
    with pytest.raises(ValidationError, match="room for 20 templates"):
        keep_template({}, by=lena, name="one more")
    keep_template({"title": "again"}, by=lena, name="7")
