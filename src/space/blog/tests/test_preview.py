"""While a story is written, its preview looks as the story will; what it says in Discuss is no word of layout."""

import pytest
from django.conf import settings
from django.urls import reverse

from space.discuss.actions import start_topic
from space.discuss.models import Post
from space.testing.pictures import LIBRARY
from space.testing.stories import WORDS, publish_another


@pytest.fixture
def written(lena, kofi, hung, questions) -> str:
    """A text with a wide picture, two side by side, a topic and a heading."""
    wide, one, two = (hung(None, lena, tone=tone, **LIBRARY).pk for tone in (10, 20, 30))
    topic = start_topic(questions, by=kofi, title="Who sorts the cards?", text="All of us do.", language="en")
    return "\n\n".join(
        [
            f'![Une porte|wide](upload:{wide} "Le matin")',
            f"![Un](upload:{one})\n![Deux](upload:{two})",
            f"{settings.ORIGIN}{topic.get_absolute_url()}",
            "## Le premier jour",
        ]
    )


def looks_like_a_story(html: str) -> bool:
    assert '<figure class="figure figure--wide">' in html
    assert '<span class="figure__caption">Le matin</span>' in html
    assert 'class="figures"' in html
    assert html.count('class="credit"') == 3
    assert 'class="told-topic' in html
    assert '<h2 id="h-le-premier-jour"' in html
    return "|wide" not in html


def test_the_preview_of_a_story_shows_pictures_with_what_stands_under_them(client, lena, written):
    client.force_login(lena)
    answer = client.post(reverse("blog:preview"), {"text": written, "language": "fr"})
    assert looks_like_a_story(answer.content.decode())
    form = client.get(reverse("blog:submit")).content.decode()
    assert f'<live-preview to="{reverse("blog:preview")}"' in form


def test_so_it_does_without_a_script_in_both_forms(client, lena, draft, written):
    client.force_login(lena)
    for address in (reverse("blog:submit"), draft.original().edit_url):
        typed = {"text": written, "language": "fr", "preview": "1", "began": "1"}
        assert looks_like_a_story(client.post(address, typed).content.decode().partition('id="preview"')[2])


def test_it_tells_nothing_of_pictures_that_the_writer_does_not_see(client, kofi, written):
    client.force_login(kofi)
    html = client.post(reverse("blog:preview"), {"text": written, "language": "fr"}).content.decode()
    assert "<figure" not in html
    assert "Wikilover90" not in html


def test_posts_of_stories_say_no_word_of_layout(lena, noor, elena, hung):
    picture = f"![Une porte|wide](upload:{hung(None, lena, **LIBRARY).pk})"
    story = publish_another("T", f"{WORDS.text}\n\n{picture}", by=lena, reviewer=noor, board=elena)
    post = Post.objects.for_actions().get(topic=story.topic, number=1)
    assert "|wide" in post.source
    assert 'alt="Une porte"' in post.html
