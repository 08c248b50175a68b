"""Where menus lead into the newsroom."""

from django.utils.translation import pgettext_lazy

from space.blog.permissions import can_appoint, can_look_in
from space.web import menu


def register_newsroom() -> None:
    menu.register(
        "person",
        pgettext_lazy("menu", "My stories"),
        "blog:mine",
        order=17,
        icon="newspaper",
        who=can_look_in,
    )
    menu.register(
        "administration",
        pgettext_lazy("menu", "Who makes the Blog"),
        "blog:newsroom_people",
        order=40,
        icon="newspaper",
        explanation=pgettext_lazy(
            "administration", "The editorial board, and who reviews stories in which language."
        ),
        who=can_appoint,
    )
