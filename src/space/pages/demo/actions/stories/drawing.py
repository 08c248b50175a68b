"""Pictures of a story are sent by whoever shows them first, with what is to be said of them."""

from dataclasses import dataclass, field
from functools import cache

from space.accounts.models import User
from space.blog.actions.crediting import Picture, Said, add_picture, choose_lead, receive
from space.blog.credits.licences import LICENCES
from space.blog.models import Source, Story
from space.pages.demo import story_texts
from space.pages.demo.actions.saying import DRAWINGS
from space.uploads.models import Upload


@dataclass
class Drawings:
    """Those of one story, each sent once; they wait until there is a story to hang on."""

    sent: dict[str, Upload] = field(default_factory=dict)
    waiting: list[Picture] = field(default_factory=list)

    def of(self, name: str, by: User, alt: str = "") -> Upload:
        if name not in self.sent:
            with (DRAWINGS / f"{name}.webp").open("rb") as file:
                picture = receive(file, _said(_credits()[name]), by=by, name=f"{name}.webp", alt=alt)
            self.sent[name] = picture.upload
            self.waiting.append(picture)
        return self.sent[name]

    def hang(self, story: Story, by: User) -> None:
        while self.waiting:
            add_picture(story, self.waiting.pop(), by=by)

    def lead(self, story: Story, name: str, by: User, alt: str) -> None:
        upload = self.of(name, by, alt)
        self.hang(story, by)
        choose_lead(story, upload, by=by)


@cache
def _credits() -> dict[str, story_texts.Credit]:
    return story_texts.credits_of(DRAWINGS)


def _said(told: story_texts.Credit) -> Said:
    return Said(
        source=Source.OWN,
        title=told.title,
        author=told.author,
        licence=told.licence,
        licence_url=LICENCES[told.licence],
        taken=told.taken,
        description=told.description,
        description_language=told.language,
    )
