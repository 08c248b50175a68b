"""Pictures of a story are sent by whoever shows them first, with what is to be said of them."""

from dataclasses import dataclass, field
from functools import cache

from space.accounts.models import User
from space.blog.models import Credit, Source, Story
from space.pages.demo import story_texts
from space.pages.demo.actions.saying import DRAWINGS
from space.uploads.actions import hang, keep_file
from space.uploads.models import Upload

_LICENCES = {
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


@dataclass
class Drawings:
    """Those of one story, each sent once."""

    sent: dict[str, Upload] = field(default_factory=dict)

    def of(self, name: str, by: User) -> Upload:
        if name not in self.sent:
            with (DRAWINGS / f"{name}.webp").open("rb") as file:
                self.sent[name] = keep_file(file, by=by, name=f"{name}.webp")
            _credit(self.sent[name], _credits()[name])
        return self.sent[name]

    def lead(self, story: Story, name: str, by: User) -> None:
        story.lead = self.of(name, by)
        hang([story.lead], story)
        story.save(update_fields=["lead"])


@cache
def _credits() -> dict[str, story_texts.Credit]:
    return story_texts.credits_of(DRAWINGS)


def _credit(upload: Upload, told: story_texts.Credit) -> None:
    Credit.objects.update_or_create(
        upload=upload,
        defaults={
            "source": Source.OWN,
            "title": told.title,
            "author": told.author,
            "licence": told.licence,
            "licence_url": _LICENCES[told.licence],
            "taken": told.taken,
            "description": told.description,
            "description_language": told.language,
        },
    )
