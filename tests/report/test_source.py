"""Where an article stands."""

import pytest

from extractor.report.source import Source, web_address


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://news.example/a?b=c#d", id="https"),
        pytest.param("HTTP://news.example", id="http in capitals"),
        pytest.param("https://例子.example/新闻", id="Chinese"),
    ],
)
def test_an_address_on_the_web_may_be_a_link(text: str) -> None:
    """And nothing else may."""
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "news/a.txt",
        "javascript:alert(1)",
        " https://news.example",
        "java\nscript:alert(1)//https://news.example",
        "https://news.example/\nb",
        "https://news.example/\0",
        "data:text/html,https://news.example",
        "file:///etc/passwd",
        "https:",
    ],
)
def test_anything_else_stays_text(text: str | None) -> None:
    """Whatever a browser would make of it."""
    assert web_address(text) is None


@pytest.mark.parametrize(
    ("place", "url", "link"),
    [
        pytest.param("a.txt", "https://x.example/", "https://x.example/", id="its address"),
        pytest.param("https://y.example/", None, "https://y.example/", id="its place"),
        pytest.param("https://y.example/", "ftp://x", "https://y.example/", id="no web address"),
        pytest.param("a.txt", "javascript:alert(1)", None, id="none"),
    ],
)
def test_a_source_is_linked_by_its_address_else_its_place(place, url, link) -> None:
    """Where one of them is on the web."""
    assert Source(place, url=url).link == link
