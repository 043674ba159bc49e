"""Control characters made visible: a terminal obeys them, wherever a text or a file's name comes from."""

SHOWN = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"}
SHOWN |= {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
"""Control pictures for C0 and DEL; C1, which some terminals obey too, has none."""

_IN_ONE_LINE = SHOWN | {ord(sign): 0x2400 + ord(sign) for sign in "\n\t"}


def in_one_line(text: str) -> str:
    """Return a text in which control characters are seen; line ends and tabs are some of them."""
    return text.translate(_IN_ONE_LINE)
