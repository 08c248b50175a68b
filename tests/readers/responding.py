"""The rows of what readers leave at posts, and of what one may do with one."""

from tests.readers.rows import INSIDE, SIGNED_IN, Row, at, of, only, secret, topic

# Lena wrote the public post, Kofi the private one: nobody reacts to their own.
REACTING = ("newcomer", "member", "insider", "moderator")
MEMBERS = [name for name in SIGNED_IN if name != "suspended"]


def post_of(world):
    return [*topic(world), 1]


def secret_post(world):
    return [*secret(world), 2]


def short(world):
    return [world.topic.pk, 1]


def short_secret(world):
    return [world.secret.pk, 2]


RESPONDING = [
    Row("discuss:react", of("discuss:react", short), all=302),
    Row("discuss:react", of("discuss:react", short_secret), **only("insider", gets=302)),
    Row(
        "discuss:react",
        of("discuss:react", short),
        **only(*REACTING, gets=302, others=403),
        post={"give": "thanks"},
    ),
    Row(
        "discuss:react",
        of("discuss:react", short),
        **only(*REACTING, gets=422, others=403),
        post={"give": "anger"},
    ),
    Row(
        "discuss:react", of("discuss:react", short_secret), **only("insider", gets=403), post={"give": "star"}
    ),
    Row("discuss:reactions", of("discuss:reactions", post_of)),
    Row("discuss:reactions", of("discuss:reactions", secret_post), **INSIDE),
    Row("discuss:reactions", of("discuss:reactions", lambda w: [*topic(w), 99]), all=404),
    Row("discuss:more", of("discuss:more", post_of)),
    Row("discuss:more", of("discuss:more", secret_post), **INSIDE),
    Row("discuss:share", of("discuss:share", topic)),
    Row("discuss:share", of("discuss:share", secret), **INSIDE),
    Row("discuss:share_post", of("discuss:share_post", post_of)),
    Row("discuss:share_post", of("discuss:share_post", secret_post), **INSIDE),
    Row("discuss:source", of("discuss:source", post_of)),
    Row("discuss:source", of("discuss:source", secret_post), **INSIDE),
    Row("discuss:bookmarks", at("discuss:bookmarks"), but={"nobody": 302, "suspended": 403}),
    Row("discuss:bookmarks", at("discuss:bookmarks"), all=405, post={}),
    Row("discuss:bookmark", of("discuss:bookmark", short), **only(*MEMBERS, others=403)),
    Row("discuss:bookmark", of("discuss:bookmark", short_secret), **INSIDE),
    Row(
        "discuss:bookmark",
        of("discuss:bookmark", short),
        **only(*MEMBERS, gets=302, others=403),
        post={"keep": "yes"},
    ),
    Row(
        "discuss:bookmark",
        of("discuss:bookmark", short),
        **only(*MEMBERS, gets=422, others=403),
        post={"note": "x" * 501},
    ),
    Row(
        "discuss:bookmark",
        of("discuss:bookmark", short_secret),
        **only("insider", gets=302),
        post={"note": "Again."},
    ),
]
