"""The posts of a file with their edits, and what stands below each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from space.pages.demo.texts.mistakes import BETWEEN, Place
from space.pages.demo.texts.told import Bookmark, Deletion, Note, Reaction, Said, Version

SEPARATOR = "--- "
REACTIONS = {"thanks", "useful", "applause", "star"}
# Each stands alone, without a text below it.
_MARKS = {*REACTIONS, "bookmark", "note", "deleted"}
_EXAMPLE = (
    "a post begins with “--- Name · -3d 4h”, then perhaps “ · fr”, “ · re 2”, “ · wiki”, in this order."
)


@dataclass(frozen=True)
class Piece:
    """A separator and what follows it, up to the next one."""

    place: Place
    words: list[str]
    text: str


def pieces(path: Path, lines: list[str], first: int) -> Iterator[Piece]:
    starts = [n for n in range(first, len(lines)) if lines[n].startswith(SEPARATOR)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        words = [word.strip() for word in lines[start].removeprefix(SEPARATOR).split(BETWEEN)]
        yield Piece(Place(path, start + 1), words, "\n".join(lines[start + 1 : end]).strip())


def posts_of(language: str, found: Iterator[Piece]) -> tuple[Said, ...]:
    posts: list[Said] = []
    for piece in found:
        _must_have_its_text(piece)
        what = piece.words[0]
        if what != "edit" and what not in _MARKS:
            posts.append(_said(piece, language, posts))
            continue
        if not posts:
            raise piece.place.wrong(f"“{what}” stands below the post that it belongs to.")
        posts[-1] = _edited(posts[-1], piece) if what == "edit" else _marked(posts[-1], piece)
    return tuple(posts)


def _must_have_its_text(piece: Piece) -> None:
    is_mark = piece.words[0] in _MARKS
    if piece.text and is_mark:
        raise piece.place.wrong(f"“{piece.words[0]}” has no text below it.")
    if not piece.text and not is_mark:
        raise piece.place.wrong("nothing stands below this line.")


def _said(piece: Piece, language: str, before: list[Said]) -> Said:
    if len(piece.words) < 2:
        raise piece.place.wrong(_EXAMPLE)
    author, when, *more = piece.words
    ago = piece.place.ago(when)
    if before and ago > before[-1].ago:
        raise piece.place.wrong("this post is older than the one above.")
    is_wiki = more[-1:] == ["wiki"]
    more = more[:-1] if is_wiki else more
    reply_to = _answers(piece.place, more.pop(), len(before)) if more[-1:] and _is_re(more[-1]) else None
    if len(more) > 1:
        raise piece.place.wrong(_EXAMPLE)
    return Said(
        number=len(before) + 1,
        author=author,
        language=piece.place.language(more[0]) if more else language,
        versions=(Version(ago, piece.text, author),),
        line=piece.place.line,
        reply_to=reply_to,
        is_wiki=is_wiki,
    )


def _is_re(word: str) -> bool:
    return word.startswith("re ")


def _answers(place: Place, word: str, before: int) -> int:
    return place.number(word.removeprefix("re ").strip(), before, "earlier post")


def _edited(post: Said, piece: Piece) -> Said:
    if len(piece.words) not in {2, 3}:
        raise piece.place.wrong("an edit begins with “--- edit · -3d”, then perhaps “ · Name”.")
    if post.deletion:
        raise piece.place.wrong("this post was deleted; it cannot be edited any more.")
    by = piece.words[2] if len(piece.words) == 3 else post.author
    version = Version(piece.place.ago(piece.words[1]), piece.text, by)
    if version.ago > post.versions[-1].ago:
        raise piece.place.wrong("this edit is older than what it changes.")
    return replace(post, versions=(*post.versions, version))


def _marked(post: Said, piece: Piece) -> Said:
    if piece.words[0] == "deleted":
        return replace(post, deletion=_deletion(post, piece))
    if piece.words[0] == "note":
        return replace(post, note=_note(post, piece))
    if piece.words[0] == "bookmark":
        return replace(post, bookmarks=(*post.bookmarks, _bookmark(post, piece)))
    return replace(post, reactions=(*post.reactions, _reaction(post, piece)))


def _reaction(post: Said, piece: Piece) -> Reaction:
    """Each kind once below a post; each person once; never one's own post."""
    kind, *names = piece.words
    if len(names) != 1:
        raise piece.place.wrong(f"a reaction says whose it is: “--- {kind} · Name, Name”.")
    reaction = Reaction(kind, piece.place.names(names[0]))
    if post.author in reaction.by:
        raise piece.place.wrong(f"{post.author} wrote this and cannot react to it.")
    if any(kind == other.kind or set(reaction.by) & set(other.by) for other in post.reactions):
        raise piece.place.wrong("each kind stands once below a post, and each person reacts once.")
    return reaction


def _bookmark(post: Said, piece: Piece) -> Bookmark:
    if len(piece.words) < 3:
        raise piece.place.wrong("a bookmark says whose it is and why: “--- bookmark · Name · For later.”")
    bookmark = Bookmark(piece.words[1], BETWEEN.join(piece.words[2:]))
    if any(bookmark.by == other.by for other in post.bookmarks):
        raise piece.place.wrong(f"{bookmark.by} has a bookmark here already.")
    return bookmark


def _note(post: Said, piece: Piece) -> Note:
    if len(piece.words) < 4 or post.note:
        raise piece.place.wrong("a post has one content note: “--- note · -1d · Name · What it is about.”")
    note = Note(piece.place.ago(piece.words[1]), piece.words[2], BETWEEN.join(piece.words[3:]))
    if note.ago > post.ago:
        raise piece.place.wrong("this note is older than its post.")
    return note


def _deletion(post: Said, piece: Piece) -> Deletion:
    if len(piece.words) < 3 or post.number == 1 or post.deletion:
        raise piece.place.wrong(
            "a post below the first is deleted once: “--- deleted · -1d · Name”, then “ · why” if not its author."
        )
    ago, by, reason = piece.place.ago(piece.words[1]), piece.words[2], BETWEEN.join(piece.words[3:])
    if ago > post.versions[-1].ago:
        raise piece.place.wrong("it was deleted before it was written.")
    if bool(reason) is (by == post.author):
        raise piece.place.wrong("an author deletes without a reason, anybody else with one.")
    return Deletion(ago, by, reason)
