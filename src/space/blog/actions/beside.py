"""What is said beside the text of a draft that is its authors' own: the gate reads it when members come to see it."""

from collections.abc import Mapping

from space.blog.actions.crediting import words_of_credit
from space.blog.models import WRITTEN, Author, Credit, Source, Story
from space.discuss.actions.tagging import tags_named, words_of_tags
from space.discuss.gates import Passed
from space.discuss.models import Tag
from space.uploads.actions import describe
from space.uploads.models import Hanging, Upload


def said_beside(story: Story) -> dict[str, str]:
    """New tags, guests who are named, and what is said of pictures that were sent here; by what it is and its id."""
    said = words_of_tags(story.tags.order_by("name").values_list("name", flat=True))
    said |= {f"guest {one.pk}": one.name for one in story.authors.filter(person=None)}
    hung = Hanging.objects.filter(thing_kind=Story._meta.label_lower, thing_id=story.pk)
    for credit in Credit.objects.filter(source=Source.OWN, upload__in=hung.values("upload")):
        said |= {f"{name} {credit.pk}": words for name, words in words_of_credit(credit).items()}
    own = (
        Upload.objects.for_actions()
        .filter(pk__in=hung.values("upload"))
        .exclude(credit__source=Source.COMMONS)
    )
    said |= {f"alt {upload.pk}": upload.alt for upload in own}
    return {name: words for name, words in said.items() if words}


def said_beside_draft(room: int) -> list[str]:
    """The same of what is not published yet, by the conversation about it: for who decides about that."""
    story = Story.objects.for_actions().filter(room=room, published_at=None).first()
    return list(said_beside(story).values()) if story else []


def keep_beside(story: Story, said: Mapping[str, str], passed: Passed) -> None:
    """With other words in place of those that were not watched when they were written."""
    for key, before in said.items():
        now = passed.beside[key]
        if now != before:
            _put(story, key, before, now)


def _put(story: Story, key: str, before: str, now: str) -> None:
    what, _, pk = key.partition(" ")
    if what == "guest":
        Author.objects.filter(pk=pk).update(name=now[:120])
    elif what == "alt":
        describe(Upload.objects.for_actions().get(pk=pk), now)
    elif what in WRITTEN:
        Credit.objects.filter(pk=pk).update(**{what: now[: WRITTEN[what]]})
    else:
        story.tags.remove(*Tag.objects.filter(name=before))
        story.tags.add(*tags_named([now], at_most=1))
