"""The only writers of uploads and of pictures of people. They may be repeated."""

from space.uploads.actions.files import (
    attach,
    describe,
    finish_sizes,
    forget_loose,
    hang,
    hang_the_same,
    hide_file,
    keep_file,
    let_go,
    make_preview,
    make_sizes,
    show_file,
    take_off,
)
from space.uploads.actions.portraits import (
    forget_lost_pictures,
    forget_portraits,
    hide_portrait,
    portrait_of,
    remove_picture,
    show_picture,
    show_portrait,
)

__all__ = [
    "attach",
    "describe",
    "finish_sizes",
    "forget_loose",
    "forget_lost_pictures",
    "forget_portraits",
    "hang",
    "hang_the_same",
    "hide_file",
    "hide_portrait",
    "keep_file",
    "let_go",
    "make_preview",
    "make_sizes",
    "portrait_of",
    "remove_picture",
    "show_file",
    "show_picture",
    "show_portrait",
    "take_off",
]
