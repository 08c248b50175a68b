"""SVG taken apart and written anew from an allow-list: shapes, text and colours, nothing that acts or calls.

The parser refuses document types and entities, so nothing can grow while it is read. Elements, attributes
and values that are not known to be harmless are left out, with all that is in them.
"""

from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from space.uploads import refusals
from space.uploads.allowed import ATTRIBUTES, ELEMENTS, LINKING, UNWRAPPED, harmless, harmless_sheet
from space.uploads.kinds import Kind
from space.uploads.pictures import Clean

_SVG, _XLINK, _XML = (
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
)
_ELEMENTS_AT_MOST, _DEPTH_AT_MOST, _DRAWN_AT_MOST = 20_000, 100, 50_000
_SIZE_UNKNOWN = 300, 150


@dataclass
class Node:
    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def elements(self) -> list["Node"]:
        return [child for child in self.children if isinstance(child, Node)]


def cleaned(data: bytes) -> Clean:
    """The drawing written anew. Raises a refusal for what is no drawing or could keep a browser busy."""
    root = _Reader().read(data)
    named = {node.attributes["id"]: node for node in _all(root) if "id" in node.attributes}
    if _drawn(root, named, {}, ()) > _DRAWN_AT_MOST:
        raise refusals.too_many_pixels()
    width, height = _size(root)
    return Clean(Kind.SVG, _written(root).encode(), width, height)


class _Reader:
    """Builds a tree of the harmless parts. `stack` holds None inside of what is left out."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.stack: list[Node | None] = []
        self.count = 0

    def read(self, data: bytes) -> Node:
        parser = expat.ParserCreate(encoding="UTF-8", namespace_separator=" ")
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
        parser.ExternalEntityRefHandler = parser.SkippedEntityHandler = _refuse
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.buffer_text = True
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise refusals.broken() from error
        if self.root is None:
            raise refusals.unknown_kind()
        return self.root

    def _start(self, full_name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _ELEMENTS_AT_MOST or len(self.stack) > _DEPTH_AT_MOST:
            raise refusals.too_many_pixels()
        node = _node(full_name, attributes)
        parent = self.stack[-1] if self.stack else None
        if not self.stack:
            if node is None or node.name != "svg":
                raise refusals.unknown_kind()
            self.root = node
        elif parent is None:
            node = None
        elif node is not None:
            parent.children.append(node)
        self.stack.append(node)

    def _end(self, full_name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        if self.stack and self.stack[-1] is not None:
            self.stack[-1].children.append(text)


def _refuse(*_: object) -> int:
    raise refusals.unknown_kind()


def _node(full_name: str, attributes: dict[str, str]) -> Node | None:
    space, _, name = full_name.rpartition(" ")
    if space != _SVG or name not in ELEMENTS | UNWRAPPED:
        return None
    if name in UNWRAPPED:
        return Node("g")
    kept = {short: value for key, value in attributes.items() if (short := _attribute(name, key, value))}
    return Node(name, kept)


def _attribute(element: str, full_name: str, value: str) -> str:
    """The name under which an attribute is kept, or nothing."""
    space, _, name = full_name.rpartition(" ")
    if name == "href":
        return (
            "href" if space in {"", _XLINK} and element in LINKING and value.strip().startswith("#") else ""
        )
    if space == _XML:
        return f"xml:{name}" if name in {"lang", "space"} else ""
    return name if not space and name in ATTRIBUTES and harmless(value) else ""


def _all(node: Node) -> list[Node]:
    return [node, *(below for child in node.elements for below in _all(child))]


def _drawn(node: Node, named: dict[str, Node], known: dict[int, int], above: tuple[int, ...]) -> int:
    """How many elements a browser draws for this one, with everything that `use` repeats."""
    if id(node) in above or len(above) > 3 * _DEPTH_AT_MOST:
        raise refusals.broken()
    if id(node) in known:
        return known[id(node)]
    inside = (*above, id(node))
    total = 1 + sum(_drawn(child, named, known, inside) for child in node.elements)
    used = (
        named.get(node.attributes.get("href", "").strip().removeprefix("#"))
        if "href" in node.attributes
        else None
    )
    if used is not None:
        total += _drawn(used, named, known, inside)
    known[id(node)] = total
    return total


def _size(root: Node) -> tuple[int, int]:
    width, height = (_length(root.attributes.get(name, "")) for name in ("width", "height"))
    box = [_length(part) for part in root.attributes.get("viewBox", "").replace(",", " ").split()]
    if not (width and height) and len(box) == 4:
        width, height = box[2], box[3]
    if not (width and height):
        width, height = _SIZE_UNKNOWN
    return min(max(1, round(width)), 10_000), min(max(1, round(height)), 10_000)


def _length(text: str) -> float:
    try:
        return max(0.0, min(float(text.strip().removesuffix("px")), 1e6))
    except ValueError:
        return 0.0


def _written(node: Node, *, outermost: bool = True) -> str:
    own = f' xmlns="{_SVG}"' if outermost else ""
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in node.attributes.items())
    if node.name == "style":
        sheet = harmless_sheet("".join(child for child in node.children if isinstance(child, str)))
        return f"<style>{escape(sheet)}</style>" if sheet else ""
    inside = "".join(
        escape(child) if isinstance(child, str) else _written(child, outermost=False)
        for child in node.children
    )
    return f"<{node.name}{own}{attributes}>{inside}</{node.name}>"
