"""Pictures come into a story, say whose they are, lead it, and leave it."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from space.blog.actions.crediting import Said, choose_lead, credit_picture
from space.blog.actions.readiness import missing
from space.blog.actions.steps import take_step
from space.blog.actions.translating import approve_translation, begin_translation, submit_translation
from space.blog.actions.writing import save_text
from space.blog.models import Credit, Source, Story
from space.blog.texts import Words
from space.kit.outgoing import NoAnswer, Why
from space.moderation.models import LogEntry
from space.testing.pictures import LIBRARY, photo
from space.testing.stories import WORDS, look_again
from space.uploads.models import Upload

NAME = "The Municipal Library Patiala.jpg"


def page(story) -> str:
    return reverse("blog:pictures", args=[story.pk])


def sent(data: bytes = b"", **said: str) -> dict[str, object]:
    """A form with a picture of one's own."""
    file = SimpleUploadedFile("door.jpg", data or photo(), "image/jpeg")
    return {f"picture-{key}": value for key, value in {"file": file, **said}.items()}


@pytest.fixture
def at(client, lena, draft, media):
    """Lena, at the pictures of her draft."""
    client.force_login(lena)
    return client


def test_a_picture_of_commons_comes_with_its_credit_as_a_copy_of_ours(at, draft, recorded):
    recorded.has(NAME, data=photo((2400, 1600)))
    answer = at.post(page(draft), {"picture-commons": f"File:{NAME}", "picture-alt": "Une façade rouge"})
    credit = Credit.objects.select_related("upload").get()
    assert answer.url == f"{page(draft)}#picture-{credit.upload.pk}"
    assert (credit.author, credit.licence, credit.taken, credit.source) == (
        "Wikilover90", "CC BY-SA 4.0", "2018-07-13", Source.COMMONS,
    )  # fmt: skip
    assert (credit.upload.width, credit.upload.height, credit.upload.alt) == (1920, 1280, "Une façade rouge")
    html = at.get(page(draft)).content.decode()
    assert "File:The_Municipal_Library_Patiala.jpg" in html
    assert f"![Une façade rouge](upload:{credit.upload.pk})" in html
    assert "example.org/thumb" not in html


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"commons": "Nope.jpg"}, "has no file “Nope.jpg”"),
        ({"commons": "https://example.org/x.jpg"}, "Give the name of a file on Wikimedia Commons"),
        ({}, "Name a picture on Wikimedia Commons, or choose one of yours."),
    ],
)
def test_what_cannot_come_from_commons_is_told_and_stays_typed(at, draft, recorded, said, told):
    answer = at.post(page(draft), {f"picture-{key}": value for key, value in said.items()})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert told in html
    assert said.get("commons", "") in html
    assert not Credit.objects.exists()


def test_when_the_wiki_is_out_of_reach_the_credit_is_asked_for_by_hand(at, draft, recorded):
    recorded.fails = NoAnswer(Why.UNREACHABLE)
    answer = at.post(page(draft), {"picture-commons": NAME})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "does not answer just now" in html
    assert "You can go on by hand" in html
    assert '<details class="shelf__own" open>' in html

    by_hand = sent(commons=NAME, author="Wikilover90", licence="CC BY-SA 4.0", taken="2018-07-13")
    assert at.post(page(draft), by_hand).status_code == 302
    credit = Credit.objects.get()
    assert (credit.source, credit.title) == (Source.COMMONS, NAME)
    assert credit.page_url == "https://commons.wikimedia.org/wiki/File:The_Municipal_Library_Patiala.jpg"
    assert credit.licence_url == "https://creativecommons.org/licenses/by-sa/4.0"


def test_where_no_wiki_is_asked_the_page_says_so_at_once(at, draft):
    assert "This server does not ask Wikimedia Commons." in at.get(page(draft)).content.decode()


def test_who_sends_a_picture_names_its_author_and_licence(at, draft):
    html = at.post(page(draft), sent()).content.decode()
    assert "Say who made the picture." in html
    assert "Choose the licence under which others may use it." in html
    assert not Credit.objects.exists()

    other = sent(
        author="Léna", licence="other", licence_words="Licence Art Libre", licence_url="artlibre.org"
    )
    assert at.post(page(draft), other).status_code == 302
    credit = Credit.objects.get()
    assert (credit.source, credit.licence, credit.licence_url) == (
        Source.OWN,
        "Licence Art Libre",
        "https://artlibre.org",
    )


@pytest.mark.parametrize("data", [b"<script>alert(1)</script>", b"%PDF-1.4 x"])
def test_what_is_no_picture_is_refused(at, draft, data):
    answer = at.post(page(draft), sent(data, author="Léna", licence="CC0"))
    assert answer.status_code == 422
    assert not Credit.objects.exists()


def test_everybody_who_may_improve_a_draft_may_add_pictures_and_others_may_not(
    client, draft, lena, kofi, viktor, media
):
    client.force_login(kofi)
    assert client.get(page(draft)).status_code == 404
    take_step(draft, "share", by=lena)
    assert client.post(page(draft), sent(author="Kofi", licence="CC0")).status_code == 302
    client.force_login(viktor)
    assert client.post(page(draft), sent(author="Viktor", licence="CC0")).status_code == 404
    client.logout()
    assert client.get(page(draft)).status_code == 404
    assert Credit.objects.get().author == "Kofi"


def test_the_credit_of_a_picture_is_changed_on_its_own_page(at, draft, lena, hung):
    upload = hung(draft, lena, **LIBRARY)
    address = reverse("blog:credit", args=[draft.pk, upload.pk])
    html = at.get(address).content.decode()
    assert 'value="Wikilover90"' in html
    assert '<option value="CC BY-SA 4.0" selected>' in html
    assert at.post(address, {"author": "", "licence": ""}).status_code == 422
    at.post(address, {"author": "Ada", "licence": "CC0", "alt": "Une porte", "taken": "about 1900"})
    credit = Credit.objects.select_related("upload").get()
    assert (credit.author, credit.licence, credit.title, credit.upload.alt) == (
        "Ada", "CC0", LIBRARY["title"], "Une porte",
    )  # fmt: skip
    assert LogEntry.objects.filter(what="story-picture-credited").exists()


def test_only_pictures_of_the_story_have_a_page_there(at, draft, kofi, hung):
    theirs = hung(None, kofi, **LIBRARY)
    for name in ("credit", "lead_picture", "remove_picture"):
        address = reverse(f"blog:{name}", args=[draft.pk, theirs.pk])
        assert at.post(address, {"author": "Me", "licence": "CC0"}).status_code == 404
    assert Credit.objects.get().author == "Wikilover90"


def test_a_picture_leads_a_story_and_says_in_its_newest_version_what_it_shows(draft, lena, hung):
    one, two = hung(draft, lena, **LIBRARY), hung(draft, lena, tone=20, **LIBRARY)
    story = choose_lead(draft, one, by=lena)
    assert (story.lead_id, story.original().current.alt) == (one.pk, "A red library")
    credit_picture(story, one, Said(author="A", licence="CC0"), by=lena, alt="Une bibliothèque")
    assert story.original().current.alt == "Une bibliothèque"
    before = choose_lead(story, one, by=lena)
    again = choose_lead(before, two, by=lena)
    assert (again.lead_id, again.original().current.alt) == (two.pk, "A red library")
    assert again.version > before.version
    assert choose_lead(again, None, by=lena).lead is None


def test_a_picture_that_is_shown_stays_and_others_go(at, draft, lena, hung):
    shown, lead, loose = (hung(draft, lena, tone=tone, **LIBRARY) for tone in (1, 2, 3))
    save_text(draft.original(), Words(title="T", text=f"![x](upload:{shown.pk})"), by=lena)
    choose_lead(draft, lead, by=lena)
    for upload in (shown, lead, loose):
        at.post(reverse("blog:remove_picture", args=[draft.pk, upload.pk]))
    html = at.get(page(draft)).content.decode()
    assert f"picture-{loose.pk}" not in html
    assert html.index(f"picture-{lead.pk}") < html.index(f"picture-{shown.pk}")
    assert Upload.objects.for_actions().get(pk=loose.pk).loose_since is not None


def test_the_page_says_what_each_picture_lacks(at, draft, lena, hung):
    bare, silent = hung(draft, lena), hung(draft, lena, tone=7, **LIBRARY)
    save_text(
        draft.original(), Words(title="T", text=f"![x](upload:{bare.pk})\n\n![](upload:{silent.pk})"), by=lena
    )
    html = at.get(page(draft)).content.decode()
    assert html.count("Say whose it is, and under which licence.") == 1
    assert html.count("Say what it shows, in the text: between the square brackets before it.") == 1
    assert "2 of them lack something." in at.get(draft.desk_url).content.decode()


def test_the_lead_of_a_published_story_is_chosen_by_who_reviews_and_only_with_a_credit(
    client, published, lena, elena, hung
):
    upload = hung(published, lena)
    lead = reverse("blog:lead_picture", args=[published.pk, upload.pk])
    client.force_login(lena)
    assert client.post(lead).status_code == 403
    client.force_login(elena)
    assert "Say first whose this picture is" in client.post(lead, follow=True).content.decode()
    Credit.objects.create(upload=upload, **LIBRARY)
    client.post(lead)
    published.refresh_from_db()
    assert published.lead_id == upload.pk


def test_an_uncredited_picture_keeps_a_story_from_being_published(ready, lena, elena, hung):
    upload = hung(ready, lena)
    text = f"{WORDS.text}\n\n![Une porte](upload:{upload.pk})"
    save_text(ready.original(), replace(WORDS, text=text), by=lena)
    with pytest.raises(ValidationError, match="Say whose picture"):
        take_step(ready, "publish", by=elena)
    credit_picture(ready, upload, Said(author="Léna", licence="CC0"), by=lena, alt="Une porte")
    look_again(ready, by=elena)
    assert take_step(ready, "publish", by=elena).is_published


def test_what_commons_says_can_be_looked_up_beside_a_form(client, lena, recorded):
    look = reverse("blog:commons")
    assert client.get(look, {"file": NAME}).status_code == 403
    client.force_login(lena)
    recorded.has(NAME)
    html = client.get(look, {"file": NAME}, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert "Wikilover90" in html
    assert client.get(look, {"file": "Nope.jpg"}).status_code == 422
    assert client.get(look).status_code == 200
    found = client.get(look, {"lead-commons": NAME}).content.decode()
    assert "Wikilover90" in found


SUBMITTED = {
    "begins": "draft",
    "title": WORDS.title,
    "summary": WORDS.summary,
    "text": WORDS.text,
    "language": "fr",
    "authors": "@Lena Müller",
}


def test_a_story_is_handed_in_with_the_picture_over_it(client, lena, recorded, media):
    client.force_login(lena)
    recorded.has(NAME)
    page = client.get(reverse("blog:submit")).content.decode()
    assert 'enctype="multipart/form-data"' in page
    key = uuid4().hex
    typed = {**SUBMITTED, "key": key, "lead-commons": NAME, "lead-alt": "Une façade rouge"}
    client.post(reverse("blog:submit"), typed)
    client.post(reverse("blog:submit"), typed)
    story = Story.objects.for_actions().select_related("lead__credit").get()
    assert (story.lead.credit.author, story.original().current.alt) == ("Wikilover90", "Une façade rouge")
    assert story.original().current.number == 1


def test_a_story_is_not_handed_in_without_the_picture_that_was_named(client, lena, recorded):
    client.force_login(lena)
    for wrong, told in [
        ({"lead-commons": "Nope.jpg"}, "has no file “Nope.jpg”"),
        ({"lead-file": SimpleUploadedFile("door.jpg", photo())}, "Say who made the picture."),
    ]:
        answer = client.post(reverse("blog:submit"), {**SUBMITTED, **wrong})
        html = answer.content.decode()
        assert answer.status_code == 422
        assert told in html
        assert WORDS.summary in html
    assert not Story.objects.for_actions().exists()


def test_a_picture_that_was_sent_is_asked_for_again_where_the_rest_is_refused(client, lena):
    client.force_login(lena)
    said = {"lead-author": "Lena Müller", "lead-licence": "CC0", "authors": "@Nobody at all"}
    file = SimpleUploadedFile("door.jpg", photo())
    html = client.post(reverse("blog:submit"), {**SUBMITTED, **said, "lead-file": file}).content.decode()
    assert "Take the @ away" in html
    assert "Choose the picture once more." in html
    assert '<details class="shelf__own" open>' in html
    assert [tag for tag in html.split("<") if " autofocus" in tag and 'name="authors"' not in tag] == []


def test_a_picture_in_the_text_says_what_it_shows_before_readers_see_it(ready, lena, elena, hung):
    upload = hung(ready, lena, **LIBRARY)
    save_text(ready.original(), replace(WORDS, text=f"{WORDS.text}\n\n![](upload:{upload.pk})"), by=lena)
    with pytest.raises(ValidationError, match="Say what each picture in the text shows"):
        take_step(ready, "publish", by=elena)


def test_a_translation_with_an_uncredited_picture_is_not_approved(published, kofi, rosa, hung):
    edition = begin_translation(published, "en", by=kofi)
    upload = hung(published, kofi)
    save_text(
        edition, Words(title="A week", summary="Five days", text=f"![A door](upload:{upload.pk})"), by=kofi
    )
    edition = submit_translation(edition, by=kofi)
    seen = edition.current.number
    with pytest.raises(ValidationError, match="Say whose picture"):
        approve_translation(edition, by=rosa, seen=seen)
    Credit.objects.create(upload=upload, **LIBRARY)
    assert approve_translation(edition, by=rosa, seen=seen).shown_id


def test_what_is_missing_tells_nothing_of_a_file_that_is_none_of_the_storys(draft, lena, kofi, hung):
    theirs = hung(None, kofi)
    Upload.objects.for_actions().update(name="very-private.jpg")
    save_text(draft.original(), replace(WORDS, text=f"![x](upload:{theirs.pk})"), by=lena)
    assert "very-private" not in " ".join(missing(draft, draft.original()))
