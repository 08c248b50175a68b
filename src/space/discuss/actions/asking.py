"""Groups take questions, and their members answer for them."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.accounts.sayings import Saying, pass_gates
from space.discuss.actions.counting import touch
from space.discuss.actions.finding import lock_post
from space.discuss.asking.numbers import WAITING_DAYS
from space.discuss.models import Asking, Audience, Category, Post, Topic
from space.discuss.models.topic_queries import WAITING
from space.groups.models import Group, Membership
from space.kit import clock
from space.membership.actions.deeds import locked, note
from space.membership.models import Did, GroupDeed
from space.moderation.actions import record
from space.web.versions import EVERYTHING, bump

_FEW, _LONGEST = 200, 300


@transaction.atomic
def take_questions(group: Group, *, by: User, about: str, category: Category) -> Asking:
    """From now on everybody may ask this group. Doing it again changes what is said of it, if anything.

    Raises ValidationError where not everybody could know of the group or read its questions.
    """
    group = locked(group)
    _refuse_unless_public(group, category)
    before = Asking.objects.filter(group=group).first()
    is_new = before is None or before.ended_at is not None
    about = _passed(group, about, by, before)
    if before and not is_new and (before.about, before.category_id) == (about, category.pk):
        return before
    said = {"about": about, "category": category, "ended_at": None}
    if is_new:
        said["since"] = clock.now()
    asking, _ = Asking.objects.update_or_create(group=group, defaults=said)
    note(group, Did.ASKABLE if is_new else Did.CHANGED, by=by)
    record(by, "group-questions-began" if is_new else "group-questions-changed", group, category=category.pk)
    return asking


def _passed(group: Group, about: str, by: User, before: Asking | None) -> str:
    """What one can ask it, as it can stand now: until somebody looked as before, or nothing."""
    words, stands = {"about": about}, {"about": before.about if before else ""}
    return pass_gates(Saying(by, group, "asked", words, stands, group.language))["about"][:_LONGEST]


@transaction.atomic
def say_what_for(group: Group, about: str, *, by: User) -> None:
    """What one can ask a group that takes questions, once somebody has looked at it."""
    group = locked(group)
    if Asking.objects.filter(group=group, ended_at=None).exclude(about=about).update(about=about):
        note(group, Did.CHANGED, by=by)
        bump(EVERYTHING)


def _refuse_unless_public(group: Group, category: Category) -> None:
    if not group.is_listed or group.is_closed or group.is_ending:
        raise ValidationError(
            pgettext_lazy("group", "This group cannot take questions: not everybody may know of it."),
            code="unlisted",
        )
    if Category.objects.for_actions().get(pk=category.pk).audience != Audience.PUBLIC:
        raise ValidationError(
            pgettext_lazy("group", "Not everybody can read in this category any more. Choose another one."),
            code="private",
        )


@transaction.atomic
def stop_questions(group: Group, *, by: User) -> None:
    """Nobody asks it any more; what was asked stays. Stopping twice changes nothing."""
    group = locked(group)
    if Asking.objects.filter(group=group, ended_at=None).update(ended_at=clock.now()):
        note(group, Did.UNASKED, by=by)
        record(by, "group-questions-ended", group)


def refuse_unless_asked(group: int, category: Category) -> None:
    """While somebody wrote a question, the group may have stopped to take any."""
    taking = Asking.objects.filter(group=group, category=category, ended_at=None)
    if not taking.filter(group__is_listed=True, group__closed_at=None, group__ends_at=None).exists():
        raise ValidationError(
            pgettext_lazy(
                "group", "This group has just stopped to take questions, or takes them elsewhere now."
            ),
            code="not_asked",
        )


def group_answered_for(topic: Topic, by: User) -> int | None:
    """The asked group, for its members; whoever left it a moment ago writes for themselves."""
    inside = Membership.objects.filter(group=topic.asked_id, person=by) if topic.asked_id else None
    return topic.asked_id if inside and inside.exists() else None


@transaction.atomic
def mark(post: Post, *, by: User) -> Post:
    """Its author says that it answers for the asked group. Marking twice changes nothing."""
    post = lock_post(post)
    group = group_answered_for(post.topic, by)
    return _turn(post, group) if group and post.answers_for_id is None else post


@transaction.atomic
def unmark(post: Post, *, by: User) -> Post:
    """It is what its author says, and not the group. In the log where somebody else says so."""
    post = lock_post(post)
    if post.answers_for_id is not None:
        if by.pk != post.author_id:
            record(by, "answer-not-for-group", post, group=post.answers_for_id)
        post = _turn(post, None)
    return post


def _turn(post: Post, group: int | None) -> Post:
    post.answers_for_id = group
    post.version += 1
    post.save(update_fields=["answers_for", "version"])
    touch(post.topic)
    return post


def hide_marks(group: Group) -> None:
    """It keeps to itself from now on who belongs to it: what told so is taken away. Who wants can say it again.

    Expects the transaction of its cause, which tells all pages.
    """
    Post.objects.for_actions().filter(answers_for=group).update(answers_for=None)
    bump(EVERYTHING)


@transaction.atomic
def forget_asked(group: Group) -> bool:
    """A group that is gone: what was asked it stays where everybody reads it, and names it no more."""
    Asking.objects.filter(group=group).delete()
    marked = Post.objects.for_actions().filter(answers_for=group).order_by("pk").values("pk")[:_FEW]
    asked = Topic.objects.for_actions().filter(asked=group).order_by("pk").values("pk")[:_FEW]
    posts = Post.objects.for_actions().filter(pk__in=marked).update(answers_for=None)
    topics = Topic.objects.for_actions().filter(pk__in=asked).update(asked=None)
    return bool(posts or topics)


def remind_waiting() -> int:
    """Tell owners of questions that have waited long and to which nobody answered for the group.

    Of each question once; says how many groups.
    """
    before = clock.now() - timedelta(days=WAITING_DAYS())
    open_groups = Group.objects.for_actions().filter(
        asking__ended_at=None, asking__isnull=False, is_listed=True, closed_at=None, ends_at=None
    )
    told = GroupDeed.objects.filter(group=OuterRef("pk"), did=Did.WAITING).order_by().values("group")
    machine, n = User.objects.system(), 0
    for group in open_groups.annotate(told_at=told.annotate(last=Max("at")).values("last")):
        new = _long_waiting(group).filter(created_at__lte=before)
        if group.told_at:
            new = new.filter(created_at__gt=group.told_at - timedelta(days=WAITING_DAYS()))
        if new.exists():
            with transaction.atomic():
                note(locked(group), Did.WAITING, by=machine)
            n += 1
    return n


def _long_waiting(group: Group) -> QuerySet[Topic]:
    said = Post.objects.for_actions().filter(topic=OuterRef("pk"), answers_for=group.pk, hidden_at=None)
    public = Topic.objects.for_actions().filter(WAITING, audience=Audience.PUBLIC, unlisted=False)
    return public.filter(~Exists(said), asked=group.pk)
