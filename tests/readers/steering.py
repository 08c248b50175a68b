"""The rows of what is done to topics and posts as a whole. The outsider began the public topic and its reply."""

from collections.abc import Callable, Iterator
from typing import Any

from tests.readers.rows import INSIDE, Row, at, of, only, secret, topic
from tests.readers.world import World

Pick = Callable[[World], list[Any]]


def reply(world: World) -> list[Any]:
    return [*topic(world), 2]


def secret_reply(world: World) -> list[Any]:
    return [*secret(world), 2]


def gone(world: World) -> list[Any]:
    """A post of the closed group that was deleted."""
    return [*secret(world), world.gone_post.number]


def gone_topic(world: World) -> list[Any]:
    return [world.gone_topic.slug, world.gone_topic.pk]


def short(pick: Pick) -> Pick:
    """Without the words: what is sent and not read has the short address."""
    return lambda world: pick(world)[1:]


def pages() -> Iterator[Row]:
    # Nobody else has written in either, so their authors may delete them.
    for name, author, insider in (
        ("change", 200, 200),
        ("delete_topic", 200, 200),
        ("pin", 403, 403),
        ("pace", 403, 403),
        ("move_posts_to", 403, 403),
    ):
        may = {"all": 403, "but": {"moderator": 200, "outsider": author}}
        yield Row(f"discuss:{name}", of(f"discuss:{name}", topic), **may)
        # Who may not see it gets the same answer as for what does not exist.
        yield Row(f"discuss:{name}", of(f"discuss:{name}", secret), **only("insider", gets=insider))
        yield Row(f"discuss:{name}", of(f"discuss:{name}", gone_topic), all=404)
        yield Row(f"discuss:{name}", of(f"discuss:{name}", gone_topic), all=404, post={"title": "Mine now"})
    name = "discuss:move_posts"
    yield Row(name, of(name, topic), **only("moderator", others=403))
    yield Row(name, of(name, secret), **only("insider", gets=403))
    yield Row(name, of(name, gone_topic), all=404)
    yield Row(name, of(name, topic), all=405, post={})
    # Where posts may not go, it is said beside what was typed.
    there = {"posts": "1-", "where": "there", "address": "1"}
    yield Row("discuss:move_posts_to", of("discuss:move_posts_to", topic), all=422, post=there)
    yield Row(
        "discuss:move_posts_to", of("discuss:move_posts_to", secret), **only("insider", gets=422), post=there
    )
    # Whoever typed a title gets it back, with the reason.
    yield Row("discuss:change", of("discuss:change", topic), all=422, post={"title": "Another title for it"})


def buttons() -> Iterator[Row]:
    for name in ("unpin", "unlist", "list_again"):
        yield Row(f"discuss:{name}", of(f"discuss:{name}", short(topic)), all=405)
        may = only("moderator", gets=302, others=403)
        yield Row(f"discuss:{name}", of(f"discuss:{name}", short(topic)), **may, post={})
        yield Row(
            f"discuss:{name}", of(f"discuss:{name}", short(secret)), **only("insider", gets=403), post={}
        )
        yield Row(f"discuss:{name}", of(f"discuss:{name}", short(gone_topic)), all=404, post={})
    for name, pick, hidden in (
        ("choose_answer", reply, secret_reply),
        ("take_back_answer", topic, secret),
    ):
        yield Row(f"discuss:{name}", of(f"discuss:{name}", short(pick)), all=405)
        # A conversation has no answer, whoever asks.
        yield Row(f"discuss:{name}", of(f"discuss:{name}", short(pick)), all=403, post={})
        yield Row(
            f"discuss:{name}", of(f"discuss:{name}", short(hidden)), **only("insider", gets=403), post={}
        )
    for name in ("answer_for", "answer_for_self"):
        yield Row(f"discuss:{name}", of(f"discuss:{name}", reply), all=405)
        # Nobody was asked there.
        yield Row(f"discuss:{name}", of(f"discuss:{name}", reply), all=403, post={})
        yield Row(
            f"discuss:{name}", of(f"discuss:{name}", secret_reply), **only("insider", gets=403), post={}
        )


def deleting() -> Iterator[Row]:
    may = only("outsider", "moderator", others=403)
    yield Row("discuss:delete_post", of("discuss:delete_post", reply), **may)
    yield Row("discuss:delete_post", of("discuss:delete_post", secret_reply), **INSIDE)
    yield Row(
        "discuss:delete_post", of("discuss:delete_post", secret_reply), **only("insider", gets=302), post={}
    )
    # Deleted is deleted, for who does not look after the room: neither its page nor its words are there.
    for name, pick in (("delete_post", gone), ("deleted_post", gone), ("post", gone), ("history", gone)):
        yield Row(f"discuss:{name}", of(f"discuss:{name}", pick), all=404)
    yield Row("discuss:topic", of("discuss:topic", gone_topic), all=404)
    yield Row("discuss:topic_feed", of("discuss:topic_feed", lambda w: [*gone_topic(w), "json"]), all=404)
    yield Row("discuss:restore_post", of("discuss:restore_post", short(gone)), all=405)
    yield Row("discuss:restore_post", of("discuss:restore_post", short(gone)), all=404, post={})
    yield Row("discuss:restore_topic", of("discuss:restore_topic", short(gone_topic)), all=405)
    yield Row("discuss:restore_topic", of("discuss:restore_topic", short(gone_topic)), all=404, post={})
    yield Row("discuss:deleted", at("discuss:deleted"), **only("moderator", others=403))


STEERING = [*pages(), *buttons(), *deleting()]
