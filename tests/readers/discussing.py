"""The rows of Discuss: lists, topics, posts, and what one does with them."""

from django.urls import reverse

from space.discuss.lists.wanted import PERSONAL, Order
from space.testing.rooms import MARKER
from space.web.feeds import ATOM, JSON
from tests.readers.rows import INSIDE, SIGNED_IN, Row, at, of, only, secret, topic

MEMBERS = [name for name in SIGNED_IN if name != "suspended"]
OF_VERSIONS = ("restore_version", "hide_version", "show_version")
PUBLIC = [order for order in Order.values if order not in PERSONAL]


def poll(name, which="poll"):
    """An address of a poll of the world."""
    return f"discuss:poll_{name}", of(f"discuss:poll_{name}", lambda w: [getattr(w, which).pk])


POLLS = [
    *(Row(*poll(name), all=405) for name in ("vote", "close", "reopen")),
    Row(*poll("vote"), **only("nobody", "suspended", gets=422, others=302), post={"take_back": "1"}),
    Row(*poll("vote"), all=422, post={}),
    Row(*poll("vote", "secret_poll"), **only("insider", gets=302), post={"take_back": "1"}),
    Row(*poll("vote", "secret_poll"), **only("insider", gets=422), post={}),
    Row(*poll("votes")),
    Row(*poll("votes", "unanswered_poll"), all=404),
    Row(*poll("votes", "secret_poll"), **INSIDE),
    Row(*poll("change"), all=403),
    Row(*poll("change"), all=422, post={"poll-question": "?"}),
    Row(*poll("change", "unanswered_poll"), **only("outsider", "moderator", others=403)),
    Row(*poll("change", "secret_poll"), **only("insider", gets=403)),
    Row(*poll("change", "secret_poll"), **only("insider", gets=422), post={"poll-question": "?"}),
    Row(*poll("close"), **only("outsider", "moderator", gets=302, others=403), post={}),
    Row(*poll("close", "secret_poll"), **only("insider", gets=302), post={}),
    Row(*poll("reopen"), **only("moderator", gets=302, others=403), post={}),
    Row(*poll("reopen", "secret_poll"), **only("insider", gets=403), post={}),
]


def feeds(shape):
    """Of every list, and of a topic."""

    def row(name, *args, **expected):
        return Row(f"discuss:{name}", at(f"discuss:{name}", *args, shape), **expected)

    def row_of(name, pick, **expected):
        return Row(f"discuss:{name}", of(f"discuss:{name}", lambda w: [*pick(w), shape]), **expected)

    yield row("latest_feed")
    yield from (row("list_feed", order) for order in PUBLIC)
    yield from (row("list_feed", order, all=404) for order in sorted(PERSONAL))
    yield row_of("category_feed", lambda w: [w.questions.slug])
    yield row_of("category_feed", lambda w: [w.hideout.slug], **INSIDE)
    yield row_of("category_list_feed", lambda w: [w.questions.slug, "hot"])
    yield row_of("category_list_feed", lambda w: [w.hideout.slug, "top"], **INSIDE)
    yield row_of("tag_feed", lambda w: [w.secret.tags.get().name], **INSIDE)
    yield row_of("tag_list_feed", lambda w: [w.secret.tags.get().name, "top"], **INSIDE)
    yield row("by_feed", "Kofi_Mensah")
    yield row("by_list_feed", "Kofi_Mensah", "unanswered")
    yield row_of("topic_feed", topic)
    yield row_of("topic_feed", secret, **INSIDE)


DISCUSS = [
    *feeds(ATOM),
    *feeds(JSON),
    Row("discuss:latest", at("discuss:latest")),
    *(Row("discuss:list", at("discuss:list", order)) for order in PUBLIC),
    *(Row("discuss:list", at("discuss:list", order), but={"nobody": 302}) for order in sorted(PERSONAL)),
    Row(
        "discuss:latest", at("discuss:latest"), **only(*MEMBERS, gets=302, others=403), post={"do": "dismiss"}
    ),
    Row("discuss:latest", lambda w: f"/discuss/?category={w.hideout.slug}", **INSIDE),
    Row("discuss:latest", lambda _: "/discuss/?q=colour:red+posts:1+source"),
    Row("discuss:latest", lambda w: f"/discuss/?q=category:{w.hideout.slug[:4]}"),
    Row("discuss:tags", at("discuss:tags")),
    Row("discuss:categories", at("discuss:categories")),
    Row("discuss:category", of("discuss:category", lambda w: [w.questions.slug])),
    Row("discuss:category", of("discuss:category", lambda w: [w.hideout.slug]), **INSIDE),
    Row("discuss:category_list", of("discuss:category_list", lambda w: [w.questions.slug, "top"])),
    Row("discuss:category_list", of("discuss:category_list", lambda w: [w.hideout.slug, "hot"]), **INSIDE),
    Row(
        "discuss:category",
        of("discuss:category", lambda w: [w.hideout.slug]),
        **only("insider", gets=302),
        post={"do": "dismiss"},
    ),
    Row("discuss:tag", of("discuss:tag", lambda w: [w.secret.tags.get().name]), **INSIDE),
    Row(
        "discuss:tag_list",
        of("discuss:tag_list", lambda w: [w.secret.tags.get().name, "unanswered"]),
        **INSIDE,
    ),
    Row("discuss:by", at("discuss:by", "Kofi_Mensah")),
    Row("discuss:by", at("discuss:by", "Nobody_of_this_name"), all=404),
    Row("discuss:by_list", at("discuss:by_list", "Kofi_Mensah", "top")),
    Row("discuss:by_posts", at("discuss:by_posts", "Kofi_Mensah")),
    Row("discuss:by_posts", lambda w: f"{at('discuss:by_posts', 'Kofi_Mensah')(w)}?languages=fr"),
    Row("discuss:by_posts", at("discuss:by_posts", "Nobody_of_this_name"), all=404),
    Row("discuss:my_lists_before", at("discuss:my_lists_before"), all=301),
    Row("discuss:my_lists", at("discuss:my_lists"), all=200, but={"nobody": 302, "suspended": 403}),
    Row(
        "discuss:my_lists",
        at("discuss:my_lists"),
        all=302,
        but={"suspended": 403},
        post={"hidden_kinds": ["question"], "new_days": "0"},
    ),
    Row("discuss:keys", at("discuss:keys")),
    Row("discuss:keys", lambda w: f"{reverse('discuss:keys')}?part=sheet"),
    Row("discuss:here", at("discuss:here"), all=405),
    Row("discuss:here", at("discuss:here"), all=204, post={}),
    Row("discuss:follow", at("discuss:follow"), all=405),
    Row(
        "discuss:follow",
        at("discuss:follow"),
        **only(*MEMBERS, gets=302, others=403),
        post={"category": "questions", "level": "-1"},
    ),
    Row(
        "discuss:follow",
        at("discuss:follow"),
        all=302,
        # Nobody follows themselves.
        but={"nobody": 403, "suspended": 403, "administrator": 403},
        post={"person": "Ada", "level": "2"},
    ),
    Row(
        "discuss:follow",
        at("discuss:follow"),
        **only("insider", gets=302),
        post={"category": f"{MARKER}-room", "level": "-1"},
    ),
    Row("discuss:undo", at("discuss:undo", 1), all=405),
    Row("discuss:undo", at("discuss:undo", 1), **only("nobody", "suspended", gets=403, others=404), post={}),
    Row("discuss:level", of("discuss:level", lambda w: [w.topic.pk]), all=405),
    Row(
        "discuss:level",
        of("discuss:level", lambda w: [w.topic.pk]),
        **only(*MEMBERS, gets=302, others=403),
        post={"level": "1"},
    ),
    Row(
        "discuss:level",
        of("discuss:level", lambda w: [w.secret.pk]),
        **only("insider", gets=302),
        post={"level": "1"},
    ),
    Row("discuss:first_unread", of("discuss:first_unread", lambda w: [w.topic.pk]), all=302),
    Row(
        "discuss:first_unread",
        of("discuss:first_unread", lambda w: [w.secret.pk]),
        **only("insider", gets=302),
    ),
    Row("discuss:start", at("discuss:start")),
    Row("discuss:ask", at("discuss:ask")),
    Row("discuss:preview", at("discuss:preview"), all=405),
    Row(
        "discuss:preview", at("discuss:preview"), **only(*SIGNED_IN[:-1], others=403), post={"text": "Words"}
    ),
    Row("discuss:topic", of("discuss:topic", topic)),
    Row("discuss:topic", of("discuss:topic", secret), **INSIDE),
    Row(
        "discuss:topic",
        lambda w: f"{w.secret.get_absolute_url()}?date=2020-01-01",
        **only("insider", gets=302),
    ),
    Row("discuss:topic", lambda w: f"{w.topic.get_absolute_url()}?part=posts"),
    Row("discuss:topic", lambda w: f"{w.secret.get_absolute_url()}?part=posts", **INSIDE),
    Row("discuss:further", of("discuss:further", topic)),
    Row("discuss:further", of("discuss:further", secret), **INSIDE),
    Row("discuss:further", lambda w: f"{reverse('discuss:further', args=secret(w))}?part=further", **INSIDE),
    Row("discuss:without_words", of("discuss:without_words", lambda w: [w.topic.pk]), all=301),
    Row(
        "discuss:without_words",
        of("discuss:without_words", lambda w: [w.secret.pk]),
        **only("insider", gets=301),
    ),
    Row("discuss:short", of("discuss:short", lambda w: [w.topic.pk]), all=301),
    Row("discuss:short", of("discuss:short", lambda w: [w.secret.pk]), **only("insider", gets=301)),
    Row("discuss:short_slash", of("discuss:short_slash", lambda w: [w.secret.pk]), all=301),
    Row("discuss:post", of("discuss:post", lambda w: [*topic(w), 1]), all=302),
    Row("discuss:post", of("discuss:post", lambda w: [*secret(w), 1]), **only("insider", gets=302)),
    Row("discuss:inside", of("discuss:inside", lambda w: [*topic(w), 1]), all=302),
    Row("discuss:inside", of("discuss:inside", lambda w: [*secret(w), 1]), **only("insider", gets=302)),
    Row("discuss:reply", of("discuss:reply", topic)),
    Row("discuss:reply", of("discuss:reply", secret), **INSIDE),
    Row("discuss:reply", lambda w: f"{reverse('discuss:reply', args=topic(w))}?quote=1"),
    Row("discuss:reply", of("discuss:reply", topic), all=422, post={"text": ""}),
    Row("discuss:reply", of("discuss:reply", secret), **only("insider", gets=422), post={"text": ""}),
    Row(
        "discuss:edit",
        of("discuss:edit", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", others=403),
    ),
    Row("discuss:edit", of("discuss:edit", lambda w: [*secret(w), 1]), **INSIDE),
    Row("discuss:history", of("discuss:history", lambda w: [*topic(w), 1])),
    Row("discuss:history", of("discuss:history", lambda w: [*secret(w), 2]), **INSIDE),
    Row("discuss:history", lambda w: f"{reverse('discuss:history', args=[*topic(w), 1])}?to=1&by=source"),
    Row(
        "discuss:history",
        lambda w: f"{reverse('discuss:history', args=['x', w.secret.pk, 2])}?from=1&to=2",
        **INSIDE,
    ),
    Row(
        "discuss:history",
        lambda w: f"{reverse('discuss:history', args=['x', w.secret.pk, 2])}?to=1&by=whole",
        **INSIDE,
    ),
    Row(
        "discuss:edit",
        of("discuss:edit", lambda w: [*topic(w), 1]),
        all=422,
        post={"text": ""},
    ),
    Row(
        "discuss:edit",
        of("discuss:edit", lambda w: [*secret(w), 1]),
        **only("insider", gets=409),
        post={"text": f"{MARKER} or nothing", "title": "Another plan", "began": "1.0000000000000000"},
    ),
    Row(
        "discuss:edit",
        of("discuss:edit", lambda w: [*secret(w), 1]),
        **INSIDE,
        post={"text": f"{MARKER} or nothing", "title": "Another plan", "changes": "1"},
    ),
    Row(
        "discuss:wiki",
        of("discuss:wiki", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", others=403),
    ),
    Row(
        "discuss:wiki",
        of("discuss:wiki", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", gets=302, others=403),
        post={},
    ),
    Row("discuss:wiki", of("discuss:wiki", lambda w: [*secret(w), 1]), **INSIDE),
    Row(
        "discuss:wiki",
        of("discuss:wiki", lambda w: [*secret(w), 1]),
        **only("insider", gets=302),
        post={},
    ),
    *(
        Row(f"discuss:{name}", of(f"discuss:{name}", lambda w: [*topic(w), 1]), all=405)
        for name in OF_VERSIONS
    ),
    *(
        # There is no older version of this post; who may would be told so.
        Row(
            f"discuss:{name}",
            of(f"discuss:{name}", lambda w: [*topic(w), 1]),
            **only("moderator", gets=404, others=403),
            post={"version": "1"},
        )
        for name in OF_VERSIONS
    ),
    *(
        Row(
            f"discuss:{name}",
            of(f"discuss:{name}", lambda w: [*secret(w), 2]),
            **only("insider", gets=403),
            post={"version": "1"},
        )
        for name in OF_VERSIONS
    ),
    Row("discuss:seen", of("discuss:seen", lambda w: [w.secret.pk]), all=405),
    Row(
        # Whose reading is nobody's business gets no other answer for what is private.
        "discuss:seen",
        of("discuss:seen", lambda w: [w.secret.pk]),
        all=404,
        but={"insider": 204, "nobody": 204, "suspended": 204},
        post={"number": "1"},
    ),
    *POLLS,
    Row("discuss:close", of("discuss:close", lambda w: [w.topic.pk]), all=405),
    Row(
        "discuss:close",
        of("discuss:close", lambda w: [w.topic.pk]),
        **only("moderator", gets=302, others=403),
        post={},
    ),
    Row("discuss:close", of("discuss:close", lambda w: [w.secret.pk]), **only("insider", gets=403), post={}),
    Row("discuss:reopen", of("discuss:reopen", lambda w: [w.topic.pk]), all=405),
    Row(
        "discuss:reopen", of("discuss:reopen", lambda w: [w.secret.pk]), **only("insider", gets=403), post={}
    ),
]
