"""What the partial of a pager shows, for lists whose pages have numbers."""

from typing import Any

from space.kit.paging import Page


def pager(url: str, page: Page, what: str) -> dict[str, Any]:
    """The pages of the list at this address; `what` is a sentence about what is on this one."""

    def address(number: int) -> str:
        return f"{url}{'&' if '?' in url else '?'}page={number}" if number > 1 else url

    def entry(number: int | None) -> dict[str, Any] | None:
        if number is None:
            return None
        return {"number": number, "url": address(number), "current": number == page.number}

    return {
        "pages": [entry(number) for number in page.around],
        "previous": address(page.number - 1) if page.has_previous else "",
        "next": address(page.number + 1) if page.has_next else "",
        "what": what % {"first": page.first, "last": page.last, "total": page.total},
    }
