"""The whole life of a story, by the pages that people use: pitched in French, read in three languages."""

import re
from datetime import timedelta

from django.test import Client
from django.urls import reverse

from space.accounts.models import User
from space.blog.actions.by_the_clock import publish_due
from space.blog.models import Edition, Point, Stage, Story
from space.kit import clock
from space.limits.models import Bucket
from space.testing.cast import make

TEXT = "Nous avons monté la table à six heures.\n\nPersonne ne s’arrêtait.\n\nPuis la pluie est venue."
ENGLISH = ["We set up the table at six.", "Nobody stopped.", "Then the rain came."]
ARABIC = ["نصبنا الطاولة في السادسة.", "لم يتوقف أحد.", "ثم جاء المطر."]


def reads(person: User, *languages: str) -> User:
    person.languages = list(languages)
    person.save(update_fields=["languages"])
    return person


class Visit:
    """One person with a browser."""

    def __init__(self, person: User) -> None:
        self.client = Client()
        self.client.force_login(person)

    def send(self, address: str, **fields) -> str:
        """What is sent is accepted, and leads somewhere."""
        Bucket.objects.all().delete()
        response = self.client.post(address, fields)
        assert response.status_code == 302, re.findall(r"field__error.*?</p>", response.content.decode())
        return response.url

    def page(self, address: str) -> str:
        response = self.client.get(address)
        assert response.status_code == 200
        return response.content.decode()


def to(name: str, story: Story, *more: str) -> str:
    return reverse(f"blog:{name}", args=[story.pk, *more])


def now(story: Story) -> Story:
    return Story.objects.for_actions().get(pk=story.pk)


def pitched(amina: User) -> Story:
    Visit(amina).send(
        "/blog/submit",
        begins="pitch",
        title="Une semaine à la foire",
        summary="Cinq jours, trois cents visiteurs, une question.",
        text="Je voudrais raconter notre semaine à la foire du livre.",
        authors="@Amina",
        regions="CM",
    )
    return Story.objects.for_actions().get()


def reviewed(story: Story, amina: User, noor: User, elena: User) -> None:
    """Written, sent back once, and looked at point by point by a reader of French."""
    writer, reviewer, board = Visit(amina), Visit(noor), Visit(elena)
    writer.send(to("step", story, "develop"), seen=Stage.PITCH)
    words = {"title": "Une semaine à la foire", "summary": "Cinq jours et une question."}
    writer.send(to("edit", story, "fr"), **words, text=TEXT.replace("six", "dix"), began=1)
    writer.send(to("step", story, "submit"), seen=Stage.DRAFT)
    reviewer.send(to("claim", story))
    reviewer.send(to("step", story, "want-changes"), seen=Stage.REVIEW, reason="À six heures, non ?")
    assert "À six heures, non ?" in writer.page(story.desk_url)
    writer.send(to("edit", story, "fr"), **words, text=TEXT, began=2)
    writer.send(to("step", story, "submit"), seen=Stage.CHANGES)
    for point in Point:
        reviewer.send(to("check", story), point=point.value)
    assert board.page(story.desk_url)


def scheduled_and_published(story: Story, elena: User) -> str:
    moment = clock.now() + timedelta(days=2)
    Visit(elena).send(
        to("step", story, "schedule"),
        seen=Stage.REVIEW,
        on=moment.strftime("%Y-%m-%d"),
        at="09:30",
        zone="Africa/Douala",
    )
    assert now(story).stage == Stage.SCHEDULED
    with clock.at(now(story).publish_at + timedelta(seconds=20)):
        publish_due()
    original = Edition.objects.for_actions().select_related("story").get(story=story, is_original=True)
    return original.get_absolute_url()


def corrected(story: Story, noor: User, elena: User) -> None:
    """Somebody who did not write it has looked at it as it is now."""
    Visit(noor).send(to("check", story), point="sources")
    Visit(elena).send(to("step", story, "correct"), seen=Stage.PUBLISHED, reason="À sept heures.")


def translated(story: Story, language: str, by: User, second: User, title: str, parts: list[str]) -> str:
    translator, reader = Visit(by), Visit(second)
    form = translator.send(to("translate", story), language=language)
    translator.send(form, title=title, summary=title, part=parts, follows=2 + 1, began=1, send="1")
    return reader.send(to("approve", story, language), decide="approve", seen=2)


def test_a_newcomer_pitches_in_french_and_is_read_in_three_languages(
    client, amina, noor, elena, kofi, lena, rosa
):
    story = pitched(amina)
    reviewed(story, amina, noor, elena)
    address = scheduled_and_published(story, elena)
    assert "Puis la pluie est venue." in client.get(address).content.decode()

    reads(rosa, "en"), reads(salma := make("Salma"), "ar")
    english = translated(story, "en", kofi, rosa, "A week at the fair", ENGLISH)
    arabic = translated(story, "ar", lena, salma, "أسبوع في المعرض", ARABIC)
    page = client.get(arabic).content.decode()
    assert 'lang="ar" dir="rtl"' in page
    assert ARABIC[2] in page
    assert f'hreflang="en" href="{english}"' in re.sub(r'href="https?://[^/"]+', 'href="', page)

    topic = now(story).topic
    reply = reverse("discuss:reply", args=[topic.slug, topic.pk])
    Visit(rosa).send(reply, text="What did people ask you at the table?", language="en")
    Visit(salma).send(reply, text="شكرا، كان هذا جميلا جدا.", language="ar")
    for one in (address, english, arabic):
        page = client.get(one).content.decode()
        assert "What did people ask you" in page
        assert "شكرا" in page

    words = {"title": "Une semaine à la foire", "summary": "Cinq jours et une question."}
    Visit(amina).send(to("edit", story, "fr"), **words, text=TEXT.replace("six", "sept"), began=3)
    assert "à six heures" in client.get(address).content.decode()
    corrected(story, noor, elena)
    assert "à sept heures" in client.get(address).content.decode()
    assert "This translation still says what it said before." in client.get(english).content.decode()
    assert Edition.objects.for_actions().filter(story=story, stale_since__isnull=False).count() == 2
