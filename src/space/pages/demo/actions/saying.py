"""The posts of one file are written again in one topic, with their edits and what readers leave at them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from space.accounts.models import User
from space.discuss.actions import bookmark, edit_post, make_wiki, react, write_reply
from space.discuss.models import Post, Response, Topic
from space.markup import quotation
from space.pages.demo.actions.happening import Event, key_at, lot, moment
from space.pages.demo.actions.settling import People
from space.pages.demo.cast import HERE
from space.pages.demo.texts import Bookmark, Said, Version
from space.uploads.actions import keep_file

DRAWINGS = HERE / "drawings"
# Minutes after the full hour that the files give: nobody answers on the stroke. Edits come after.
_POST_SPREAD, _EDIT_AFTER = 40, 50
# Not everybody reads at once.
_HOURS_TO_READ = 30


@dataclass
class Saying:
    """`place` names the file in keys and orders; the topic may be made by an event of before."""

    place: str
    said: tuple[Said, ...]
    people: People
    topic: Topic | None = None
    posts: dict[int, Post] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def events(self, now: datetime) -> Iterator[Event]:
        for post in self.said:
            spread = lot(f"{self.place}/{post.number}") % _POST_SPREAD
            at = moment(now, post.ago, spread)
            yield Event(at, (self.place, post.number, 0), partial(self.say, post))
            for n, version in enumerate(post.versions[1:], start=1):
                change = partial(self.change, post, version)
                yield Event(moment(now, version.ago, _EDIT_AFTER), (self.place, post.number, n), change)
            for name, leave in self._left_at(post):
                late = lot(f"{self.place}/{post.number}/{name}") % _HOURS_TO_READ
                read = min(now, at + timedelta(hours=1, minutes=60 * late + spread))
                yield Event(read, (self.place, post.number, 100), leave)

    def _left_at(self, post: Said) -> Iterator[tuple[str, Callable[[], None]]]:
        """What readers leave at a post, with their names."""
        for reaction in post.reactions:
            for name in reaction.by:
                yield name, partial(self.react, post, name, Response(reaction.kind))
        for mark in post.bookmarks:
            yield mark.by, partial(self.bookmark, post, mark)

    def react(self, post: Said, name: str, kind: Response) -> None:
        react(self.posts[post.number], by=self.people[name], kind=kind)

    def bookmark(self, post: Said, mark: Bookmark) -> None:
        bookmark(self.posts[post.number], by=self.people[mark.by], note=mark.note)

    def say(self, post: Said) -> None:
        author = self.people[post.author]
        self.posts[post.number] = self.write(post, self.written(post, post.versions[0].text), author)
        if post.is_wiki:
            make_wiki(self.posts[post.number], by=author)

    def write(self, post: Said, text: str, author: User) -> Post:
        """Expects the topic to be there."""
        if self.topic is None:
            raise Topic.DoesNotExist(self.place)
        key = key_at(f"{self.place}/{post.number}")
        return write_reply(self.topic, by=author, text=text, language=post.language, key=key, for_group=True)

    def change(self, post: Said, version: Version) -> None:
        text = self.written(post, version.text)
        edit_post(self.posts[post.number], by=self.people[version.by], text=text, language=post.language)

    def written(self, post: Said, text: str) -> str:
        """A text of the files as a person would have typed it here."""
        text = re.sub(r"@\[([^\[\]\n]+)\]", r"@\1", text)
        text = re.sub(r"\(drawing:([a-z-]+)\)", lambda found: f"({self._file(post, found[1])})", text)
        return re.sub(r"^> \[(\d+)\] (.+)\n*", self._quote, text, flags=re.MULTILINE)

    def _quote(self, found: re.Match[str]) -> str:
        said = self.said[int(found[1]) - 1]
        post = self.posts[said.number]
        return quotation(said.author, post.number, post.get_absolute_url(), found[2], said.language)

    def _file(self, post: Said, name: str) -> str:
        """The drawing, sent by whoever shows it; one file however often the post is edited."""
        if name not in self.files:
            with (DRAWINGS / f"{name}.webp").open("rb") as file:
                upload = keep_file(file, by=self.people[post.author], name=f"{name}.webp")
            self.files[name] = upload.reference
        return self.files[name]
