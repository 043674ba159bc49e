"""HTML told from plain text by how it begins."""

import re

_LEAD = r"(?is)(?:\s|<\?xml[^>]*>|<!--.{0,2000}?-->)*"
_PAGE = re.compile(_LEAD + r"<(?:!doctype\s+html|html|head|body|meta|title)\b")
_PIECE = re.compile(_LEAD + r"<(?:p|div|article|section|table|span|h[1-6])\b[^>]*>")
_HEAD_CHARS = 4_096


def is_page(text: str) -> bool:
    """Tell whether a text is a page of HTML."""
    return bool(_PAGE.match(text[:_HEAD_CHARS]))


def is_markup(text: str) -> bool:
    """Tell whether a text, such as a field of a row, is a page or a piece of one."""
    return is_page(text) or bool(_PIECE.match(text[:_HEAD_CHARS]))
