"""The rows of what helps to write: drafts, what is offered while one types."""

from django.urls import reverse

from space.testing.rooms import MARKER
from tests.readers.rows import INSIDE, SIGNED_IN, Row, at, of, only, secret, topic

WRITING = [
    Row("discuss:complete", at("discuss:complete"), **only(*SIGNED_IN[:-1], others=403)),
    Row(
        "discuss:complete",
        lambda w: f"{reverse('discuss:complete')}?kind=people&topic={w.secret.pk}&q=",
        **only(*SIGNED_IN[:-1], others=403),
    ),
    Row(
        "discuss:complete",
        lambda w: f"{reverse('discuss:complete')}?kind=things&q={MARKER[:4]}",
        **only(*SIGNED_IN[:-1], others=403),
    ),
    Row(
        "discuss:similar",
        lambda w: f"{reverse('discuss:similar')}?title=The+{MARKER[:-2]}+plan+for+the+meeting",
        **only(*SIGNED_IN[:-1], others=403),
    ),
    *(
        Row("search:complete", lambda w, text=text: f"{reverse('search:complete')}?q={text}")
        for text in ("", f"tag:{MARKER[:4]}", f"-category:{MARKER[:4]}", f"where=lists&q=tag:{MARKER},")
    ),
    Row("search:complete", at("search:complete"), all=405, post={}),
    Row(
        "discuss:speak",
        of("discuss:speak", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", others=403),
    ),
    Row(
        "discuss:speak",
        of("discuss:speak", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", gets=302, others=403),
        post={"language": "fr"},
    ),
    Row("discuss:speak", of("discuss:speak", lambda w: [*secret(w), 1]), **INSIDE),
    Row(
        "discuss:speak",
        of("discuss:speak", lambda w: [*secret(w), 1]),
        **only("insider", gets=422),
        post={"language": "qwxyz"},
    ),
    Row(
        "discuss:note",
        of("discuss:note", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", others=403),
    ),
    Row(
        "discuss:note",
        of("discuss:note", lambda w: [*topic(w), 1]),
        **only("outsider", "moderator", gets=302, others=403),
        post={"note": "Spoiler", "language": "en"},
    ),
    Row("discuss:note", of("discuss:note", lambda w: [*secret(w), 1]), **INSIDE),
    Row("discuss:drafts", at("discuss:drafts"), **only(*SIGNED_IN, others=403)),
    Row("discuss:draft", at("discuss:draft", "topic"), all=405),
    Row(
        "discuss:draft",
        at("discuss:draft", "topic"),
        **only(*SIGNED_IN, gets=302, others=403),
        post={"text": "x"},
    ),
    Row(
        # Whether there is such a topic is not told: what one typed is one's own.
        "discuss:draft",
        of("discuss:draft", lambda w: [f"reply-{w.secret.pk}"]),
        **only(*SIGNED_IN, gets=302, others=403),
        post={"text": "x"},
    ),
    Row("discuss:discard_draft", at("discuss:discard_draft", "topic"), all=405),
    Row(
        "discuss:discard_draft",
        of("discuss:discard_draft", lambda w: [f"edit-{w.secret_post.pk}"]),
        **only(*SIGNED_IN, gets=302, others=403),
        post={"text": "x"},
    ),
    Row("discuss:restore_draft", at("discuss:restore_draft", "question"), all=405),
    Row(
        "discuss:restore_draft",
        at("discuss:restore_draft", "question"),
        **only(*SIGNED_IN, gets=302, others=403),
        post={},
    ),
]
