"""How much a reader takes of what it is given; what goes beyond is a failed entry, not a crash."""

MAX_MEMBER_BYTES = 50_000_000
"""Of what is read whole (a text, a page, a PDF); JSONL, CSV, WARC and tar go on piece by piece."""
MAX_HTML_BYTES = 10_000_000
MAX_HTML_DEPTH = 1_000
MAX_LINE_CHARS = 10_000_000
"""Of a line of JSONL, a field of CSV."""
MAX_ARTICLE_CHARS = 2_000_000
"""A thousand pages: what is longer is no article."""
MAX_PDF_PAGES = 1_000
MAX_UNPACKING_RATIO = 200
"""Bytes out for each byte in; text packs to a fifth, pages alike to a fiftieth."""
FREE_UNPACKED_BYTES = 20_000_000
"""So much may be unpacked at any ratio: blank pages are no bomb."""
MAX_TAR_HEADER_BYTES = 1_000_000
MAX_NESTING = 2
"""Archives: one, and one in it."""
HEAD_BYTES = 65_536
"""What a format is told by."""
