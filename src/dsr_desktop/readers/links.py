"""What a link in a document says to people."""

from urllib.parse import unquote


def readable_target(link: str) -> str:
    """Return the address of a mailto link (RFC 6068) alone, other links as they are."""
    scheme, _, address = link.partition(":")
    if scheme.strip().lower() != "mailto":
        return link
    return unquote(address.partition("?")[0]).strip()
