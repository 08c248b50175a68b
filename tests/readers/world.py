"""One of everything, public and private, for the table of readers. What is private carries the marker."""

from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from space.accounts.models import User
from space.archives.models import ArchivedMessage
from space.discuss.actions import (
    arrange_category,
    delete_post,
    delete_topic,
    edit_post,
    make_tag,
    make_tag_group,
    start_topic,
    write_reply,
)
from space.discuss.models import Audience, Category, Poll, Post, Tag, TagGroup, Topic
from space.events.models import Event, Likeness, Source
from space.groups.models import Group
from space.membership.models import Invitation
from space.notifications.models import Notification
from space.testing.polls import ask, votes
from space.testing.rooms import MARKER
from space.uploads.actions import keep_file, show_picture
from space.uploads.models import Upload
from space.uploads.tests.makers import picture
from tests.readers.cases import Reviews, review
from tests.readers.events import bring_more, plan_events
from tests.readers.groups import Groups, gather
from tests.readers.judged import Judged, judge
from tests.readers.passing import let_go, visit_twice
from tests.readers.stories import Stories, tell_stories
from tests.readers.talks import converse

_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><title>%s</title></svg>'
_LETTER = """From lena at example.org  Mon Mar  4 10:00:00 2013
From: lena at example.org (Lena)
Date: Mon, 04 Mar 2013 10:00:00 +0000
Subject: {subject}
Message-ID: <{subject}@example.org>

Hello, this is the {subject} letter.
"""


@dataclass
class World:
    topic: Topic
    secret: Topic
    post: Post
    secret_post: Post
    upload: Upload
    secret_upload: Upload
    loose_upload: Upload
    # The word by which the address of Kofi's picture cannot be guessed.
    portrait: str
    letter: ArchivedMessage
    secret_letter: ArchivedMessage
    questions: Category
    hideout: Category
    poll: Poll
    secret_poll: Poll
    unanswered_poll: Poll
    gone_post: Post
    gone_topic: Topic
    tag: Tag
    secret_tag: Tag
    tag_group: TagGroup
    secret_line: Notification
    stories: Stories
    # Organised by who began the topic; and by Kofi, in the closed group.
    event: Event
    secret_event: Event
    # What she subscribed to; and questions whether her event is the same as others.
    source: Source
    likeness: Likeness
    secret_likeness: Likeness
    groups: Groups
    reviews: Reviews
    # Who left the closed group, and is invited again.
    former: User
    way_back: Invitation
    judged: Judged
    # Between Kofi and a stranger. Matiu reads it as staff just now; Rosa did so.
    talk: Topic


def build(
    folder: Path, topic: Topic, secret: Topic, kofi: User, ada: User, rosa: User, circle: Group
) -> World:
    upload, secret_upload, loose = (
        _drawing(topic.author, "map"),
        _drawing(kofi, MARKER),
        _drawing(kofi, f"{MARKER}-loose"),
    )
    post = write_reply(topic, by=topic.author, text=f"![A map](upload:{upload.pk})")
    secret_post = write_reply(secret, by=kofi, text=f"![{MARKER}](upload:{secret_upload.pk}) {MARKER}")
    edit_post(secret_post, by=ada, text=f"{MARKER} changed ![{MARKER}](upload:{secret_upload.pk})")
    stories = tell_stories(kofi, ada, secret.category)
    event, secret_event = plan_events(topic.author, kofi, secret.category)
    source, likeness, secret_likeness = bring_more(event, secret_event)
    zainab, way_back = let_go(circle, secret_post, secret_event, ada)
    matiu = visit_twice(circle, rosa)
    return World(
        topic=topic,
        secret=secret,
        post=post,
        secret_post=secret_post,
        upload=upload,
        secret_upload=secret_upload,
        loose_upload=loose,
        portrait=show_picture(ContentFile(picture()), by=kofi).strip("/").rpartition("/")[2],
        letter=_letter(folder, "public", ada),
        secret_letter=_letter(folder, MARKER, ada, audience=Audience.GROUP, group=circle),
        questions=topic.category,
        hideout=secret.category,
        poll=_poll(post, topic.author, "Which map?"),
        unanswered_poll=ask(topic, "Which shelf?"),
        secret_poll=_poll(secret_post, kofi, f"Which {MARKER} door?"),
        gone_post=_gone_post(secret, ada),
        gone_topic=_gone_topic(secret, ada),
        tag=make_tag("maps", by=ada),
        secret_tag=secret.tags.get(),
        tag_group=make_tag_group("Projects", by=ada),
        secret_line=[_line(secret_post, person, ada) for person in (topic.author, ada, zainab, kofi)][-1],
        stories=stories,
        event=event,
        secret_event=secret_event,
        source=source,
        likeness=likeness,
        secret_likeness=secret_likeness,
        groups=(groups := gather(topic.author, circle, topic.category)),
        reviews=review(post, secret_post, ada, User.objects.system()),
        former=zainab,
        way_back=way_back,
        judged=judge(post, secret, kofi, ada),
        talk=converse(kofi, groups.stranger, matiu, rosa),
    )


def _line(post: Post, person: User, by: User) -> Notification:
    """What somebody was told of the closed group, while they belonged to it."""
    return Notification.objects.for_actions().create(
        person=person,
        kind="mention",
        topic=post.topic_id,
        number=post.number,
        things=[post.pk],
        actors=[by.pk],
        circle=post.topic.group_id,
    )


def _poll(post: Post, by: User, question: str) -> Poll:
    """Open, so that names stand beside what was chosen."""
    options = (f"{question} This", f"{question} That")
    return votes(ask(post, question, options=options, secret=False), (by, options[0]))


def _gone_post(secret: Topic, ada: User) -> Post:
    post = write_reply(secret, by=ada, text=f"{MARKER} was said and taken back")
    return delete_post(post, by=ada, reason=MARKER)


def _gone_topic(secret: Topic, ada: User) -> Topic:
    topic = start_topic(secret.category, by=ada, title=f"The {MARKER} mistake", text=MARKER, tags=[MARKER])
    return delete_topic(topic, by=ada, reason=MARKER)


def _drawing(by: User, name: str) -> Upload:
    file = SimpleUploadedFile(f"{name}.svg", _DRAWING % name.encode())
    return keep_file(file, by=by, name=f"{name}.svg", alt=name)


def _letter(folder: Path, subject: str, ada: User, **audience: object) -> ArchivedMessage:
    """A mailing list of one letter, imported as an operator does."""
    category = arrange_category(f"{subject}-list", by=ada, name=f"{subject} list", kind="archive", **audience)
    file = folder / f"{subject}.mbox"
    file.write_text(_LETTER.format(subject=subject))
    call_command("import_mailman", str(file), category=category.slug)
    return ArchivedMessage.objects.for_actions().get(category=category)
