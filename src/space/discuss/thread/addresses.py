"""Of the posts of a topic: made once, with a number that no post has in the place of theirs."""

from django.urls import reverse

from space.discuss.models import Topic

# Too high to be the number of a post.
_NUMBER = 2_147_483_647
# Stand many times on a page, so they go without the words of the topic.
_SHORT = frozenset({"react", "bookmark"})


class Addresses:
    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self._made: dict[str, str] = {}

    @property
    def reply(self) -> str:
        return reverse("discuss:reply", args=[self.topic.slug, self.topic.pk])

    def of(self, name: str, number: int) -> str:
        """The address called `discuss:<name>` of this post."""
        if name not in self._made:
            self._made[name] = reverse(f"discuss:{name}", args=self._named(name, _NUMBER))
        return self._made[name].replace(str(_NUMBER), str(number))

    def _named(self, name: str, number: int) -> list[str | int]:
        return [self.topic.pk, number] if name in _SHORT else [self.topic.slug, self.topic.pk, number]
