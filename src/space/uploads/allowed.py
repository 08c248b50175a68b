"""What a drawing may hold. Left out on purpose: scripts, links, animation, foreign content, pictures, fonts."""

import re

_ELEMENTS = """
    svg g defs symbol use title desc style
    path rect circle ellipse line polyline polygon
    text tspan textPath
    linearGradient radialGradient stop pattern clipPath mask marker
    filter feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode
    feMorphology feDropShadow feComponentTransfer feFuncR feFuncG feFuncB feFuncA
"""
ELEMENTS = frozenset(_ELEMENTS.split())
# Kept as plain groups: what is in them shows, where they led does not.
UNWRAPPED = frozenset({"a", "switch"})
# What may point at something within the same drawing.
LINKING = frozenset({"use", "textPath", "linearGradient", "radialGradient", "pattern"})

_ATTRIBUTES = """
    id class style lang role aria-label aria-hidden aria-labelledby aria-describedby
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points pathLength width height viewBox
    preserveAspectRatio version transform rotate textLength lengthAdjust startOffset offset
    fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset color color-interpolation
    color-interpolation-filters opacity display visibility overflow vector-effect paint-order
    shape-rendering text-rendering image-rendering mix-blend-mode isolation
    font-family font-size font-style font-weight font-variant font-stretch letter-spacing
    word-spacing text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift
    direction unicode-bidi writing-mode
    gradientUnits gradientTransform spreadMethod stop-color stop-opacity
    patternUnits patternContentUnits patternTransform
    clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits
    marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
    filter filterUnits primitiveUnits in in2 result stdDeviation mode type values operator
    k1 k2 k3 k4 radius flood-color flood-opacity tableValues slope intercept amplitude exponent
"""
ATTRIBUTES = frozenset(_ATTRIBUTES.split())

# A value may call on something in the same drawing, url(#shadow), and on nothing else.
_INSIDE = re.compile(r"url\(\s*(['\"]?)#[\w.:-]+\1\s*\)")
_CALLS = re.compile(
    r"(?i)url|src\s*\(|image(-set)?\s*\(|expression\s*\(|(script|data|behavior|binding)\s*:|[@\\<\x00-\x08]|/\*"
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def harmless(value: str) -> bool:
    return not _CALLS.search(_INSIDE.sub("", value))


def harmless_sheet(sheet: str) -> str:
    """The text of a style element without comments; nothing if it could load anything."""
    bare = _COMMENT.sub("", sheet)
    return bare if len(bare) <= 50_000 and harmless(bare) else ""
