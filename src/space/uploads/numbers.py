"""The numbers of files that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

UPLOAD_BYTES = number(
    "upload_bytes",
    group=Group.FILES,
    label=pgettext_lazy("setting", "Largest file"),
    explanation=pgettext_lazy(
        "setting",
        "In bytes: a million is one megabyte. A larger file is refused while it arrives. "
        "A proxy in front of Space may have a limit of its own.",
    ),
    unit=units.size,
    at_least=100_000,
    at_most=100_000_000,
    env="UPLOAD_BYTES",
)
UPLOAD_PIXELS = number(
    "upload_pixels",
    group=Group.FILES,
    label=pgettext_lazy("setting", "Largest picture"),
    explanation=pgettext_lazy(
        "setting",
        "In pixels, all frames together. Opening one picture takes about 8 bytes of memory for each, "
        "in every process that does it.",
    ),
    unit=units.pixels,
    at_least=1_000_000,
    at_most=200_000_000,
    env="UPLOAD_PIXELS",
)
UPLOAD_SIDE = number(
    "upload_side",
    group=Group.FILES,
    label=pgettext_lazy("setting", "Longest side that is kept"),
    explanation=pgettext_lazy("setting", "A picture whose longer side has more pixels is kept smaller."),
    unit=units.pixels,
    at_least=640,
    at_most=10_000,
    env="UPLOAD_SIDE",
)
