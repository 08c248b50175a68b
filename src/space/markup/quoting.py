"""Writing an attributed quote, for the button that quotes a post."""


def quotation(name: str, number: int, address: str, source: str, language: str = "") -> str:
    """The Markdown of a quote of this post, ready to be answered below."""
    said_in = f" ({language})" if language else ""
    lines = [f"@{name}, [#{number}]({address}){said_in}:", "", *source.strip().splitlines()]
    return "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"
