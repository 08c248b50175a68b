"""What nobody sends by accident. A character from U+DC80 to U+DCFF stands for a byte that is no UTF-8."""

import json

NUMBERS = ("0", "2147483648", "9223372036854775808", "9" * 30, "9" * 5000, "٣")
WORDS = (
    "\x00",
    "a\x00b",
    "\udcff",
    "\udced\udcb0\udc80",
    "\u202egro",
    "a" * 3000,
    "..",
    "'\"<>",
    "%",
    "a\r\nb: c",
    "👩‍👩‍👧",
    "ﷺ" * 300,
)
_ASKED = ["page", "before", "date", "lang", "post", "quote", "next", "p", "category", "title", "tags"]
QUERIES = (
    "%",
    "\x00",
    "%00=%00&&&=&",
    "&".join(f"{name}=%00" for name in _ASKED),
    "&".join(f"{name}=%ED%B0%80%FF" for name in _ASKED),
    "page=-1&before=_&date=0000-00-00&post=-1&next=//x&p=-1",
    *(f"page={n}&before=2020-01-01T00:00:00Z_{n}&post={n}&quote={n}&p={n}" for n in NUMBERS),
    "before=0001-01-01T00:00:00%2B23:59_1&date=0001-01-01&p=last",
    "before=9999-12-31T23:59:59.999999-23:59_1&date=9999-12-31",
    "before=2020-13-45T99:99:99Z_1&lang=" + "x-" * 2000,
    "&".join(f"a{n}=1" for n in range(2000)),
    "\udcff\udcfe",
    "page=1&page=2&lang=fr&lang=ar&before=%D9%A3_%D9%A3",
)
_COOKIES = (
    'space_session="\\000aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
    "space_session=" + "x" * 8000,
    "space_session=\udcff\udcfe; theme=\udcff; lang=\udcff; seen=\udcff; messages=\udcff; csrftoken=\udcff",
    'seen="\\000"; messages="\\000"; lang="\\000"; theme="\\000"; csrftoken="\\000"',
    "seen=a:b:c; messages=a:b:c; lang=:; csrftoken=:",
    "=; ;;; =a; a=b=c; " + "k=v; " * 500,
)
_CHARSETS = ("zlib", "undefined", "idna", "utf-16", "\udcff", "rot13")
HEADERS = (
    *({"HTTP_COOKIE": cookie} for cookie in _COOKIES),
    {"HTTP_ACCEPT_LANGUAGE": "\x00,;;q=,q=nan;q=nan,*;q=inf,fr;q=1e999,-,--,\udcff"},
    {"HTTP_ACCEPT_LANGUAGE": "a-" * 20_000},
    {"HTTP_ACCEPT": ";;/,*/;q=x,\udcff"},
    {"HTTP_ACCEPT": "application/json", "HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "\udcff"},
    {"HTTP_ACCEPT_ENCODING": "br;q=\udcff, ;, gzip;q=x" * 100},
    {"HTTP_IF_NONE_MATCH": 'W/"a", "\udcff, *', "HTTP_IF_MODIFIED_SINCE": "Thu, 99 Foo 9999"},
    {"HTTP_IF_MATCH": '"', "HTTP_IF_UNMODIFIED_SINCE": "Sun, 06 Nov 99999 08:49:37 GMT"},
    {"HTTP_RANGE": "bytes=9-1,-,99999999999999999999-", "HTTP_IF_RANGE": "x"},
    {"HTTP_X_FORWARDED_FOR": "\udcff,,1.2.3.4.5,[::", "REMOTE_ADDR": "", "HTTP_X_FORWARDED_PROTO": "x"},
    {"HTTP_HOST": "evil.example"},
    {"HTTP_HOST": "localhost:99999999"},
    {"HTTP_HOST": "localhost\udcff"},
    {"HTTP_ORIGIN": "null", "HTTP_REFERER": "http://[", "HTTP_SEC_FETCH_SITE": "\udcff"},
    {
        "HTTP_X_SPACE_TAGS": "everything",
        "HTTP_X_SPACE_COUNTS": "topic:x",
        "HTTP_AUTHORIZATION": "Basic \udcff",
    },
    *({"CONTENT_TYPE": f"text/plain; charset={name}", "QUERY_STRING": "page=2"} for name in _CHARSETS),
    {"CONTENT_LENGTH": "nonsense"},
    {"CONTENT_LENGTH": "-1"},
)
METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", "\udcff")
_FIELDS = [
    "text",
    "title",
    "category",
    "tags",
    "language",
    "key",
    "post",
    "number",
    "person",
    "name",
    "login",
    "password",
    "email",
    "next",
    "lang",
    "theme",
    "date",
    "username",
    "password1",
    "password2",
    "credential",
    "code",
    "reason",
    "decision",
    "words",
    "contact",
    "alt",
    "languages",
    "time_zone",
    "about",
]


def form(value: str, *more: str) -> bytes:
    """Every field of every form with this value."""
    return "&".join([*(f"{name}={value}" for name in _FIELDS), *more]).encode()


def part(head: str, body: bytes) -> bytes:
    return f"--x\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + body + b"\r\n--x--"


_FORM, _PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
_KEY = {
    "id": "AAAA",
    "rawId": "AAAA",
    "type": "public-key",
    "response": {
        "clientDataJSON": "AAAA",
        "attestationObject": "AAAA",
        "authenticatorData": "AA",
        "signature": "",
    },
}
BODIES = (
    (b"", _FORM),
    (b"%00=%ff&%", _FORM),
    (form("%00"), _FORM),
    (form("%ED%B0%80%E2%80%AE%0D%0Ax:y%01"), _FORM),
    (form("9" * 30, "preview=1"), _FORM),
    (form("9" * 5000), _FORM),
    (form("%00", "preview=1"), _FORM),
    *(
        (f"credential={said}".encode(), _FORM)
        for said in (
            "[]",
            "1",
            '{"id":"!"}',
            "[" * 100_000,
            '{"response":[]}',
            '{"response":{"userHandle":"_w"}}',
        )
    ),
    (b"credential=" + json.dumps(_KEY).encode(), _FORM),
    (form("1", "text=Words", "title=Words+of+a+title", "reply=%00"), _FORM),
    (b"&".join([b"a=1"] * 2000), _FORM),
    (b"text=\xff", f"{_FORM}; charset=zlib"),
    (b"text=\xff", f"{_FORM}; charset=utf-16"),
    (b"{", "application/json"),
    (b"\x00" * 50, "multipart/form-data"),
    (b"--x\r\n", _PARTS),
    (part('name="file"; filename="\x00"', b"\x00"), _PARTS),
    (part('name="file"; filename="a.svg"', b"<svg"), _PARTS),
    (part('name="file"; filename="../../a.png"', b"\x89PNG\r\n\x1a\n" + bytes(40)), _PARTS),
    (part('name="text"\r\nContent-Transfer-Encoding: base64', b"!"), _PARTS),
    (b"x", "\udcff/\udcff; \udcff"),
)
