"""The page of an extraction in a real browser: Debian's chromium, without a network."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import ARGS, CHROMIUM

from extractor.api import extract
from extractor.article import Article
from extractor.extraction import Extraction
from extractor.packaged import packaged_folder
from extractor.report.page import page

pytestmark = pytest.mark.engines

HOSTILE = (
    "12 projects worth 3.4 billion yuan were signed at the <b>Lorem</b> Fair in Amet on May 6, 2024."
    "</div></script><script>document.title = 'broken'</script>"
    "<img src=x onerror=\"document.title = 'broken'\">\r\nAmong them, 5 projects are new.\n"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Start one browser for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """Extract by rules from the real article, a Chinese one, a catalogue, hostile text and nothing."""
    gold = packaged_folder("evals") / "gold"
    names = {
        "english": "huqia-week-2022",
        "chinese": "zh-luchuan-overseas-chinese",
        "long": "en-beiluo-forty-projects",
        "no event": "en-luoshui-catalogue",
    }
    articles = {key: Article.read(gold / f"{name}.txt") for key, name in names.items()}
    articles |= {"hostile": Article(HOSTILE, name="<i>hostile</i>"), "empty": Article("")}
    return {key: extract(article, model="rules") for key, article in articles.items()}


@pytest.fixture
def visit(browser: Any, extractions: dict[str, Extraction], tmp_path: Path) -> Iterator[Any]:
    """Open the page of an extraction; what the browser complains of fails the test at its end."""
    complaints: list[str] = []
    contexts = []

    def open_page(key: str, *, width: int = 1280, **options: Any) -> Any:
        path = tmp_path / "page.html"
        path.write_bytes(page(extractions[key]).encode())
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        opened = context.new_page()
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto(path.as_uri())
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.mark.parametrize("key", ["english", "chinese", "long", "no event", "hostile", "empty"])
def test_no_page_scrolls_sideways(visit: Any, key: str) -> None:
    """From a telephone to a wide screen everything fits."""
    opened = visit(key)
    widths = (360, 480, 700, 960, 1280, 1600)

    needed = []
    for width in widths:
        opened.set_viewport_size({"width": width, "height": 800})
        needed.append(opened.evaluate("document.documentElement.scrollWidth"))

    assert needed == list(widths)


@pytest.mark.parametrize("key", ["english", "chinese", "hostile"])
def test_the_pane_holds_the_article_code_point_for_code_point(
    visit: Any, extractions: dict[str, Extraction], key: str
) -> None:
    """A real parser reads back what was written, line ends and all."""
    opened = visit(key)

    text = opened.evaluate("document.getElementById('article').textContent")

    assert text == extractions[key].article.text


def test_hostile_text_runs_nothing(visit: Any) -> None:
    """No script, no image, no markup comes of an article."""
    opened = visit("hostile")

    assert opened.title() != "broken"
    assert opened.locator("img, b, i").count() == 0
    assert opened.locator("script").count() == 1


def test_the_policy_stops_a_script_that_slipped_in(
    browser: Any, extractions: dict[str, Extraction]
) -> None:
    """Even a script element that got into the page would not run."""
    html = page(extractions["empty"]).replace("</main>", "<script>window.ran = 1</script></main>")
    opened = browser.new_page()

    opened.set_content(html)

    assert opened.locator("script").count() == 2
    assert opened.evaluate("window.ran") is None
    opened.close()


def test_hover_shows_the_field_and_lights_its_value(visit: Any) -> None:
    """The tip says what the figure is; the value beside it is lit."""
    opened = visit("english")
    figure = opened.locator("#article a.figure").first

    figure.hover()

    tip = opened.locator("#tip")
    assert tip.is_visible()
    assert f"As written: {figure.inner_text()}" in tip.inner_text()
    value = opened.locator(f"a.value[data-p='{figure.get_attribute('data-p').split()[0]}']")
    assert "near" in value.get_attribute("class").split()


def test_focus_shows_the_same_as_hover(visit: Any) -> None:
    """The keyboard reaches every figure, and Escape puts the tip away."""
    opened = visit("english")
    figure = opened.locator("#article span.figure").first

    figure.focus()

    tip = opened.locator("#tip")
    assert tip.is_visible()
    assert figure.get_attribute("aria-describedby") == "tip"
    opened.keyboard.press("Escape")
    assert not tip.is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_value_leads_to_its_evidence_and_back(visit: Any, width: int) -> None:
    """A click or Enter lights both ends and brings the other one into view, focused."""
    opened = visit("long", width=width)
    value = opened.locator("table.shares tbody tr").last.locator("a.value").last

    value.click()
    place = opened.locator("#article .lit").first
    seen = place.evaluate(
        "element => { const box = element.getBoundingClientRect();"
        "return box.top >= 0 && box.bottom <= innerHeight && element === document.activeElement; }"
    )
    opened.keyboard.press("Enter")

    assert seen
    assert value.evaluate("element => element === document.activeElement")
    assert "lit" in value.get_attribute("class").split()


def test_the_tip_stays_inside_a_narrow_screen(visit: Any) -> None:
    """A tip at the edge is moved in."""
    opened = visit("english", width=360)

    for figure in opened.locator("#article .figure").all()[:12]:
        figure.focus()
        box = opened.locator("#tip").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_without_script_links_and_tips_work(visit: Any) -> None:
    """The page is whole without JavaScript: links lead to marked places, titles tell."""
    opened = visit("english", java_script_enabled=False)
    figure = opened.locator("#article a.figure").first

    figure.click()

    target = figure.get_attribute("href")
    assert opened.url.endswith(target)
    assert opened.locator(target).is_visible()
    assert "As written" in figure.get_attribute("title")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Any, scheme: str) -> None:
    """Ink, soft ink and every signal colour reach a contrast of 4.5 to 1 (WCAG 2.2, AA)."""
    opened = visit("english", color_scheme=scheme)

    ratios = opened.evaluate(_CONTRASTS)

    assert ratios
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


_CONTRASTS = """() => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[0-9.]+/g).map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.body.appendChild(document.createElement("p"));
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return luminance(getComputedStyle(probe).color);
  };
  const ratios = {};
  for (const ground of ["ground", "pane"]) {
    for (const ink of ["ink", "soft", "accent", "good", "warn", "bad"]) {
      const [low, high] = [read(ground), read(ink)].sort((a, b) => a - b);
      ratios[`${ink} on ${ground}`] = (high + 0.05) / (low + 0.05);
    }
  }
  const [low, high] = [read("lit"), read("lit-ink")].sort((a, b) => a - b);
  ratios["lit"] = (high + 0.05) / (low + 0.05);
  return ratios;
}"""
