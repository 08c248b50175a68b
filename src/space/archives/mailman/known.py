"""What an archive category holds already, and what this run adds to it."""

from space.archives.actions import messages_of
from space.archives.mail.threads import Node
from space.archives.models import ArchivedMessage
from space.discuss.models import Category, Post


class Known:
    """The messages of a category by Message-ID and content, with their posts, for threads and replies."""

    def __init__(self, category: Category) -> None:
        self._nodes: list[Node] = []
        self._seen: dict[tuple[str, str], str] = {}
        self._posts: dict[str, int] = {}
        self._unsaved: dict[str, Post] = {}
        for row in messages_of(category):
            self._remember(row)

    def _remember(self, row: ArchivedMessage) -> None:
        post = row.post
        references = tuple(row.references)
        node = Node(
            f"post {post.pk}",
            post.created_at,
            row.message_hash,
            references,
            subject=row.subject_key,
            topic=post.topic_id,
        )
        self._nodes.append(node)
        self._seen[row.message_hash, row.fingerprint] = node.key
        self._posts[node.key] = post.pk

    def nodes(self) -> list[Node]:
        return self._nodes

    def has(self, node: Node, fingerprint: str) -> bool:
        """Whether this message is there already. Equal Message-IDs alone do not make two messages one."""
        twin = self._seen.get((node.message, fingerprint))
        if twin is None:
            return False
        if twin in self._unsaved:
            self._unsaved[node.key] = self._unsaved[twin]
        elif twin in self._posts:
            self._posts[node.key] = self._posts[twin]
        return True

    def add(self, node: Node, fingerprint: str, post: Post) -> None:
        self._seen[node.message, fingerprint] = node.key
        self._unsaved[node.key] = post

    def saved(self) -> None:
        """The batch has been stored: keep the numbers of its posts, let go of their texts."""
        self._posts |= {key: post.pk for key, post in self._unsaved.items()}
        self._unsaved.clear()

    def post_of(self, node: Node | None, topic: int | None) -> Post | None:
        """The post of a parent, if it is in the same topic as its answer."""
        if node is None or node.topic != topic:
            return None
        if node.key in self._unsaved:
            return self._unsaved[node.key]
        return Post(pk=self._posts[node.key]) if node.key in self._posts else None
