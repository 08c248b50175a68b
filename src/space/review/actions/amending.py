"""What an author does about a post of theirs that nobody sees: say something to who decides, change it."""

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions import edit_post, restore_topic, show_post
from space.kit import clock
from space.moderation.actions import record
from space.review.actions import sight
from space.review.actions.finding import changed, lock_case
from space.review.models import Case


@transaction.atomic
def explain(case: Case, words: str, *, by: User) -> Case:
    """Say something to who decides, while it waits. Said again, it replaces what was said."""
    case = lock_case(case.pk)
    if case.waits and case.words != words:
        case.words = words
        changed(case, "words")
    return case


@transaction.atomic
def amend(case: Case, text: str, *, by: User) -> Case:
    """The post as its author wants it now: it is seen again, once. What waits still waits for a decision."""
    case = lock_case(case.pk)
    post = sight.post_of(case)
    if case.amended_at or post is None:
        return case
    if post.hidden_at:
        show_post(post, by=User.objects.system())
    else:
        restore_topic(post.topic, by=User.objects.system())
    edit_post(post, by=by, text=text, title=post.topic.title, language=post.language)
    case.amended_at, case.hidden_at = clock.now(), None
    changed(case, "amended_at", "hidden_at")
    record(by, "post-amended", post, case=case.pk)
    return case
