"""What a file shows and is called is read with it: once others see the file, words that only flag put one on it."""

from collections.abc import Sequence

from space.accounts.models import Nature, User
from space.blog.models import Credit, Source
from space.discuss.gates import BETWEEN_THEM
from space.discuss.models import Post
from space.review.actions.finding import is_staff
from space.review.gate import words
from space.review.gate.asking import Noticed, Replaced, act_on
from space.review.gate.rules import WORD
from space.review.models import Does, Flag
from space.review.models.behind import stands_in
from space.review.things import PICTURE, Thing, picture_thing, post_thing
from space.uploads.models import Upload


def look_at_files(uploads: Sequence[Upload], by: User) -> None:
    """Called when somebody has hung files on something. What refuses or replaces was asked when they came."""
    if by.nature != Nature.PERSON:
        return
    for upload in uploads:
        told = _flagged_in(upload)
        if told and not is_staff(by) and not _is_known(upload) and (post := stands_in(upload)):
            _flag(upload, post, told)


def _flagged_in(upload: Upload) -> str:
    found = [*words.find(upload.alt, ""), *words.find(upload.name.rpartition(".")[0], "")]
    return ", ".join(dict.fromkeys(one.word.word for one in found if one.word.does == Does.FLAG))


def _is_known(upload: Upload) -> bool:
    """Commons has named it, or the machine has said it once."""
    before = Flag.objects.filter(case__thing_kind=PICTURE, case__thing_id=upload.pk, rule=WORD)
    return before.exists() or Credit.objects.filter(upload=upload, source=Source.COMMONS).exists()


def _flag(upload: Upload, post: Post, told: str) -> None:
    if post.topic.audience not in BETWEEN_THEM:
        thing: Thing = picture_thing(upload, post) if upload.is_picture else post_thing(post)
        act_on(thing, post, Noticed([], [WORD], told, Replaced("", "", {})))
