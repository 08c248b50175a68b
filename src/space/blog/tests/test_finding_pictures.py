"""Who has no name of a picture finds one by words, and takes it."""

import re
import time
from datetime import timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from space.blog.models import Credit, Story
from space.blog.tests.test_pictures import NAME, SUBMITTED, page
from space.blog.views import commons
from space.kit.outgoing import NoAnswer, Why
from space.limits.actions import Limit
from space.limits.here import forget_here
from space.testing.pictures import photo
from space.testing.wikis import LIBRARY_SAYS, metadata

WORDS = "bibliothèque rouge"
HOSTILE = metadata(
    Artist="&lt;script&gt;alert(1)&lt;/script&gt;",
    ImageDescription={"ar": "<p onclick=alert(2)>مكتبة & سوق</p>", "_type": "lang"},
)


@pytest.fixture
def at(client, lena, draft, media, recorded):
    """Lena, at the pictures of her draft, when Commons has two for her words."""
    forget_here()
    recorded.has(NAME)
    recorded.has('A "door".jpg', LIBRARY_SAYS | HOSTILE)
    recorded.finds[WORDS] = [NAME, 'A "door".jpg']
    client.force_login(lena)
    return client


def images(html: str) -> list[str]:
    return [unescape(address) for address in re.findall(r'class="found__image" src="([^"]+)"', html)]


def pressed_by_enter(html: str) -> str:
    """Browsers press the first button of a form."""
    return re.search(r"<button[^>]*>", html[html.index("multipart/form-data") :])[0]


def test_a_picture_is_found_by_words_and_taken_with_what_was_typed_beside_it(at, draft):
    answer = at.post(page(draft), {"picture-commons": WORDS, "picture-alt": "Une façade"})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert f'value="{WORDS}"' in html
    assert html.index("Municipal Library Patiala.jpg</bdi>") < html.index("A &quot;door&quot;.jpg</bdi>")
    assert html.count("Wikilover90") == 1
    assert html.count("Take this picture") == 2
    assert "picture-take" not in pressed_by_enter(html)
    assert not Credit.objects.exists()
    taken = {"picture-commons": WORDS, "picture-alt": "Une façade", "picture-take": f"File:{NAME}"}
    assert at.post(page(draft), taken).status_code == 302
    credit = Credit.objects.select_related("upload").get()
    assert (credit.title, credit.author, credit.upload.alt) == (NAME, "Wikilover90", "Une façade")


def test_what_commons_says_of_found_pictures_is_plain_text_in_its_language(at, draft):
    html = at.post(page(draft), {"picture-commons": WORDS}).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert '<p class="found__words" lang="ar" dir="rtl">مكتبة &amp; سوق</p>' in html
    assert 'value="File:A &quot;door&quot;.jpg"' in html
    assert "onclick" not in html
    assert "example.org/thumb" not in html


def test_without_a_picture_for_the_words_or_a_wiki_they_stay_and_one_is_told_what_to_do(at, draft, recorded):
    recorded.finds["xyzzy"] = []
    html = at.post(page(draft), {"picture-commons": "xyzzy"}).content.decode()
    assert "Nothing was found on Wikimedia Commons for “xyzzy”." in html
    assert 'value="xyzzy"' in html
    assert "You can go on by hand" not in html
    recorded.fails = NoAnswer(Why.UNREACHABLE)
    html = at.post(page(draft), {"picture-commons": "red"}).content.decode()
    assert "does not answer just now" in html
    assert "You can go on by hand" in html
    file = SimpleUploadedFile("door.jpg", photo())
    html = at.post(page(draft), {"picture-commons": "red", "picture-file": file}).content.decode()
    assert "Give the name of a file on Wikimedia Commons" in html


def test_beside_a_form_pictures_are_found_without_leaving_it(at):
    look = reverse("blog:commons")
    html = at.get(look, {"lead-commons": WORDS}, headers={"HX-Request": "true"}).content.decode()
    assert 'name="lead-take" value="File:' in html
    html = at.get(look, {"file": WORDS}).content.decode()
    assert 'href="?file=File:The%20Municipal%20Library%20Patiala.jpg"' in html
    assert "Take this picture" not in html


def test_the_picture_over_a_new_story_is_found_before_the_story_is_saved(at, draft):
    typed = {**SUBMITTED, "key": uuid4().hex, "lead-commons": WORDS, "lead-alt": "Une façade"}
    html = at.post(reverse("blog:submit"), typed).content.decode()
    assert 'name="lead-take" value="File:' in html
    taken = at.post(reverse("blog:submit"), {**typed, "title": "", "lead-take": f"File:{NAME}"})
    html = taken.content.decode()
    assert taken.status_code == 200
    assert f'value="File:{NAME}"' in html
    assert 'value="Une façade"' in html
    assert SUBMITTED["summary"] in html
    assert "This picture comes along when the story is saved." in html
    assert Story.objects.for_actions().get() == draft


def test_small_pictures_come_through_us_for_who_was_shown_them(at, client, draft, kofi, viktor, recorded):
    address = images(at.post(page(draft), {"picture-commons": WORDS}).content.decode())[0]
    answer = at.get(address)
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, max-age=3600")
    assert answer.content == photo((330, 220))
    for other, status in ((kofi, 404), (viktor, 403), (None, 403)):
        client.force_login(other) if other else client.logout()
        assert client.get(address).status_code == status


@pytest.mark.parametrize(
    "data", [b"<svg><script>alert(1)</script></svg>", b"<html>", b"%PDF-1.4", b"x" * 600_000]
)
def test_what_is_no_small_picture_is_not_passed_on(at, draft, recorded, data):
    address = images(at.post(page(draft), {"picture-commons": WORDS}).content.decode())[0]
    recorded.files = dict.fromkeys(recorded.files, data)
    assert at.get(address).status_code == 404


def test_only_addresses_that_we_signed_within_the_hour_are_asked(at, draft, lena, recorded, monkeypatch):
    good = images(at.post(page(draft), {"picture-commons": WORDS}).content.decode())[0]
    forged = signing.dumps([lena.pk, "http://localhost/"], salt="another")
    for token in (forged, "x", good.rpartition("/")[2][:-1]):
        assert at.get(reverse("blog:found_picture", args=[token])).status_code == 404
    later = time.time() + 3601
    monkeypatch.setattr(signing.time, "time", lambda: later)
    assert at.get(good).status_code == 404
    assert len(recorded.asked) == 1


def test_searches_and_small_pictures_have_limits(at, draft, monkeypatch):
    one = Limit("few", 1, timedelta(hours=1))
    monkeypatch.setattr("space.blog.actions.crediting.COMMONS_SEARCHES", one)
    monkeypatch.setattr(commons, "COMMONS_THUMBS", one)
    address = images(at.post(page(draft), {"picture-commons": WORDS}).content.decode())[0]
    html = at.post(page(draft), {"picture-commons": WORDS}).content.decode()
    assert "You can go on in 60 minutes." in html
    assert f'value="{WORDS}"' in html
    assert [at.get(address).status_code for _ in range(2)] == [200, 429]
