"""What readers of the Blog see: a story appears, is corrected, is taken back."""

from space.accounts.models import User
from space.blog.actions.indexing import forget_story, index_story
from space.blog.actions.rooms import room_of_stories
from space.blog.models import Correction, Edition, Story, Version
from space.blog.shown.finding import month_of
from space.blog.texts import slug_of
from space.discuss.actions.deleting import bring_back, set_aside
from space.discuss.actions.editing import rewrite_opening
from space.discuss.actions.finding import lock_topic
from space.discuss.actions.turns import one_after_the_other
from space.discuss.actions.writing import open_topic
from space.discuss.models import Kind, Topic
from space.discuss.text import Text, compose
from space.kit import clock
from space.notifications.actions import tell
from space.uploads.actions import hang_the_same
from space.web import versions


def give_topic(story: Story) -> None:
    """The conversation of a story that is published for the first time. Its first post is the original."""
    original = story.original()
    version = _newest(original)
    topic = open_topic(
        story.category or room_of_stories(story.by),
        by=_speaks_for(story),
        title=version.title,
        text=_text(story, version, original.language),
        tags=[tag.name for tag in story.tags.all()],
        kind=Kind.STORY,
    )
    story.topic = topic
    story.published_at = clock.now()


def show(story: Story, by: User, reason: str) -> None:
    """The newest version of the original is what readers see."""
    original = story.original()
    version = _newest(original)
    _show_version(story, original, version)
    if story.topic is not None:
        topic = lock_topic(story.topic.pk)
        bring_back(topic)
        _say_in_topic(story, topic, version, original.language, by)
    _leave_behind(story, version, by)
    index_story(story)


def has_news(story: Story) -> bool:
    """Whether the original says something else by now than what readers see of it."""
    original = story.original()
    return original.shown_id != original.current_id


def correct(story: Story, by: User, reason: str) -> None:
    """The same, with a note for readers."""
    show(story, by, reason)
    Correction.objects.create(
        story=story, at=clock.now(), by=by, note=reason, language=by.language or story.language
    )


def take_back(story: Story, by: User, reason: str) -> None:
    """Out of the Blog and out of Discuss. Its address says why."""
    Correction.objects.create(
        story=story, at=clock.now(), by=by, note=reason, language=by.language or story.language
    )
    if story.topic is not None:
        set_aside(lock_topic(story.topic.pk))
    forget_story(story)
    versions.bump(versions.EVERYTHING)


def show_translation(edition: Edition) -> None:
    """A translation that was approved. Expects its story to be locked.

    It stays stale where it says an older version of the original than readers see.
    """
    version, original = _newest(edition), edition.story.original()
    _show_version(edition.story, edition, version)
    edition.tag_names = version.tag_names
    said = version.follows or 0
    is_stale = original.shown is not None and 0 < said < original.shown.number
    edition.stale_since = (edition.stale_since or clock.now()) if is_stale else None
    edition.save(update_fields=["stale_since", "tag_names"])
    index_story(edition.story)


def _show_version(story: Story, edition: Edition, version: Version) -> None:
    """Its address stays the one under which it was first shown, whatever its title becomes."""
    if edition.shown_id is None:
        edition.slug = _free_slug(story, edition, version.title)
    edition.shown = version
    edition.title, edition.summary = version.title, version.summary
    edition.save(update_fields=["shown", "title", "summary", "slug"])


def _leave_behind(story: Story, version: Version, by: User) -> None:
    """Translations of what the original said before are stale; who made them is told."""
    shown = Edition.objects.for_actions().filter(story=story, is_original=False, shown__isnull=False)
    for edition in shown.filter(stale_since=None).exclude(shown__follows__gte=version.number):
        edition.stale_since = clock.now()
        edition.save(update_fields=["stale_since"])
        tell(f"story-translation-stale {edition.pk} {version.pk} {by.pk}")


def _free_slug(story: Story, edition: Edition, title: str) -> str:
    """An address of its own among those of its month. Of two who choose at once the second sees what the first took."""
    one_after_the_other("addresses of stories")
    slug, at = slug_of(title), story.published_at or clock.now()
    if story.group_id:
        # Whoever tries a title in the Blog must not find out that a group has it.
        return f"{slug}-g{story.pk}-{edition.pk}"
    since, until = month_of(at.year, at.month)
    month = {"story__published_at__gte": since, "story__published_at__lt": until}
    beside = Edition.objects.for_actions().filter(
        slug__startswith=slug, shown__isnull=False, story__group=None, **month
    )
    taken = set(beside.exclude(pk=edition.pk).values_list("slug", flat=True))
    return next(name for number in range(1, len(taken) + 2) if (name := _numbered(slug, number)) not in taken)


def _numbered(slug: str, number: int) -> str:
    return slug if number == 1 else f"{slug}-{number}"


def _newest(edition: Edition) -> Version:
    if edition.current is None:
        raise Version.DoesNotExist
    return edition.current


def _text(story: Story, version: Version, language: str) -> Text:
    """As the post of a topic: by who began the story, who sees all of its pictures."""
    return compose(version.source, by=_speaks_for(story), language=language)


def _speaks_for(story: Story) -> User:
    """Whose the first post is: the first author who is a person here, else who began the story."""
    people = [one.person for one in story.authors.all() if one.person is not None]
    return people[0] if people else story.by


def _say_in_topic(story: Story, topic: Topic, version: Version, language: str, by: User) -> None:
    text = _text(story, version, language)
    hang_the_same(story, rewrite_opening(topic, by=by, title=version.title, text=text))
