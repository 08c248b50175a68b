"""What a reader is told where a form came too late."""

from django.test import Client
from django.urls import reverse


def old_form(topic, kofi, **headers):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(kofi)
    return browser.post(reverse("discuss:react", args=[topic.pk, 1]), {"take": "thanks"}, headers=headers)


def test_an_old_form_is_told_on_a_page_of_its_own(topic, kofi):
    answer = old_form(topic, kofi)
    assert answer.status_code == 403
    assert "Please send it once more" in answer.content.decode()
    assert "HX-Reswap" not in answer


def test_where_htmx_asked_an_old_form_leaves_the_page_as_it_is(topic, kofi):
    answer = old_form(topic, kofi, **{"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Reswap"], answer["HX-Trigger"]) == (403, "none", "old-form")
