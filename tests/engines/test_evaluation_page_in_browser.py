"""The page of an evaluation in a real browser: Debian's chromium, without a network."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from chromium import ARGS, CHROMIUM

from extractor.article import Article
from extractor.evals.comparison import Runs
from extractor.evals.gold import GoldDocument, load_gold, packaged_gold
from extractor.evals.result import System
from extractor.evals.run import DocumentRun, Plan, run
from extractor.report.evaluation.page import About, evaluation_page

pytestmark = pytest.mark.engines

NAMES = ("huqia-week-2022", "zh-luchuan-overseas-chinese", "en-luoshui-catalogue")
ENGLISH, CHINESE, _ = NAMES
POOR = "acme/poor model with a long name that breaks anywhere 2026-11-26"
HOSTILE = "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">\r\n"
WIDTHS = (360, 480, 700, 800, 960, 1280, 1600)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Give the page of three systems, of one alone, and of hostile names and texts."""
    documents = [document for document in load_gold(packaged_gold()) if document.name in NAMES]
    systems = [System.of("rules"), System.of("replay")]
    found = asyncio.run(run(Plan(documents, systems)))
    runs: dict[str, list[DocumentRun]] = {"rules": [], "replay": []}
    for each in found:
        runs[each.result.key.system].append(each)
    runs[POOR] = [_without_shares(each) for each in runs["rules"]]
    about = About("evals/gold", "1.2", "0" * 64)
    return {
        "three": evaluation_page(runs, about),
        "one": evaluation_page({"rules": runs["rules"]}, about),
        "hostile": evaluation_page(_hostile(runs["rules"][1]), about),
    }


@pytest.fixture(scope="module")
def browser(pages: dict[str, str]) -> Iterator[Any]:
    """Start one browser for all tests, once there are pages: an evaluation needs its own loop."""
    assert pages
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


def _without_shares(found: DocumentRun) -> DocumentRun:
    """Return a run whose record lacks its shares; of the Chinese article, one that failed."""
    record = found.result.record
    if found.document.name == CHINESE or record is None:
        failed = replace(
            found.result, record=None, status="failed", reason="cut off", cost_usd=None
        )
        return replace(found, result=failed)
    projects = [project.model_copy(update={"shares": []}) for project in record.projects]
    poor = record.model_copy(update={"shares": [], "projects": projects})
    return replace(found, result=replace(found.result, record=poor, cost_usd=None))


def _hostile(found: DocumentRun) -> Runs:
    document = found.document
    text = document.article.text + HOSTILE
    attacked = GoldDocument(HOSTILE, Article(text, name=HOSTILE), document.source, document.record)
    failed = replace(found.result, record=None, reason=HOSTILE)
    return {HOSTILE: [DocumentRun(attacked, found.result)], "b": [DocumentRun(attacked, failed)]}


@pytest.fixture
def visit(browser: Any, pages: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a page; what the browser complains of fails the test at its end."""
    complaints: list[str] = []
    contexts = []

    def open_page(key: str, *, width: int = 1280, **options: Any) -> Any:
        path = tmp_path / "page.html"
        path.write_bytes(pages[key].encode())
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        opened = context.new_page()
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("request", lambda request: _only_the_page(request.url, path, complaints))
        opened.goto(path.as_uri())
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _only_the_page(url: str, path: Path, complaints: list[str]) -> None:
    if url.partition("#")[0] != path.as_uri():
        complaints.append(f"asked for {url}")


def _open_article(opened: Any, name: str = ENGLISH) -> None:
    opened.locator("#articles table a.to-article", has_text=name).click()


@pytest.mark.parametrize("key", ["three", "one", "hostile"])
def test_no_page_scrolls_sideways(visit: Any, key: str) -> None:
    """From a telephone to a wide screen everything fits, with fields and an article open."""
    opened = visit(key)
    for summary in opened.locator("tr.field summary").all()[:4]:
        summary.click()
    opened.locator("#articles table a.to-article").first.click()

    needed = []
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 800})
        needed.append(opened.evaluate("document.documentElement.scrollWidth"))

    assert needed == list(WIDTHS)


def test_hostile_words_run_nothing(visit: Any) -> None:
    """No script, no image comes of a title, a name, a text or a reason; the viewer shows them."""
    opened = visit("hostile")
    opened.locator("#articles table a.to-article").first.click()

    assert opened.title() != "broken"
    assert opened.locator("img").count() == 0
    assert opened.locator("script").count() == 2
    assert HOSTILE.rstrip() in opened.locator("#text").inner_text()


def test_a_field_opens_to_every_document_where_it_is_wrong(visit: Any) -> None:
    """By keyboard, as by mouse; it says who, gold's value and the verdict."""
    opened = visit("three")
    summary = opened.locator("tr.field summary", has_text="share.label").first
    rows = opened.locator("tr.field:has(details[open]) + tr.faults tr.fault:visible")
    before = rows.count()

    summary.focus()
    opened.keyboard.press("Enter")

    assert before == 0
    assert ENGLISH in rows.first.inner_text()
    assert any(POOR in text and "lost" in text for text in rows.all_inner_texts())


def test_fields_and_faults_can_be_read_without_a_script(visit: Any) -> None:
    """Nothing but the marked articles needs one."""
    opened = visit("three", java_script_enabled=False)

    opened.locator("tr.field summary", has_text="share.label").first.click()
    opened.locator("#strict").check()

    assert opened.locator("tr.fault:visible").count() > 0
    assert opened.locator("td.of-lenient:visible").count() == 0
    assert opened.locator("td.of-strict:visible").count() > 0
    assert opened.locator("noscript").count() == 1
    assert not opened.locator("#toggles").is_visible()


def test_an_article_shows_gold_and_two_systems(visit: Any) -> None:
    """Its text is all there; each of the three has marks, and another system can be chosen."""
    opened = visit("three")
    _open_article(opened)
    text = (packaged_gold() / f"{ENGLISH}.txt").read_bytes().decode()

    assert opened.locator("#text").evaluate("element => element.textContent") == text
    for mark in ("gold", "in-a", "in-b"):
        assert opened.locator(f"#text .mark.{mark}").count() > 10
    n_before = opened.locator("#text .mark.in-b").count()

    opened.locator("#second").select_option(label=POOR)

    assert 0 < opened.locator("#text .mark.in-b").count() < n_before
    assert POOR in opened.locator("#side thead").inner_text()
    assert opened.locator("#side .verdict-lost").count() > 0


@pytest.mark.parametrize("width", [360, 1280])
def test_a_leaf_leads_to_its_places(visit: Any, width: int) -> None:
    """Choosing it lights them, brings them into view, and says why it is not right."""
    opened = visit("three", width=width)
    _open_article(opened)
    opened.locator("#all").check()
    button = opened.locator("#side button", has_text="amount value").last

    button.focus()
    opened.keyboard.press("Enter")

    lit = opened.locator("#text .lit").first
    seen = lit.evaluate(
        "element => { const box = element.getBoundingClientRect();"
        "const pane = element.parentElement.getBoundingClientRect();"
        "return box.top >= pane.top && box.bottom <= pane.bottom; }"
    )
    assert seen
    focused = opened.evaluate("document.activeElement.getAttribute('aria-expanded')")
    assert focused == "true"


def test_a_mark_leads_to_its_leaf(visit: Any) -> None:
    """The other way round."""
    opened = visit("three")
    _open_article(opened)

    opened.locator("#text .mark.gold").first.click()

    assert opened.locator("#side tr.chosen").first.is_visible()


def test_a_system_can_be_left_out(visit: Any) -> None:
    """Its rows, columns and points go, and come back."""
    opened = visit("three")
    box = opened.locator("#toggles input").last
    of_poor = opened.locator("#systems [data-s='2']:visible, #fields [data-s='2']:visible")
    n_before = of_poor.count()

    box.uncheck()
    n_without = of_poor.count()
    box.check()

    assert n_before > 0
    assert n_without == 0
    assert of_poor.count() == n_before


def test_an_article_that_failed_says_so_and_shows_gold(visit: Any) -> None:
    """A failure is a failure: its reason stands in the table, and every leaf is lost."""
    opened = visit("three")
    row = opened.locator("#articles tr", has_text=CHINESE)
    _open_article(opened, CHINESE)
    opened.locator("#second").select_option(label=POOR)

    assert "failed: cut off" in row.inner_text()
    assert opened.locator("#text .mark.gold").count() > 10
    assert opened.locator("#text .mark.in-b").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(visit: Any, scheme: str) -> None:
    """Words in every signal colour, on the pane and on tints, reach 4.5 to 1 (WCAG 2.2, AA)."""
    opened = visit("three", color_scheme=scheme)

    ratios = opened.evaluate(_CONTRASTS)

    assert len(ratios) > 10
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


_CONTRASTS = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = (...colours) => {
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const probe = document.body.appendChild(document.createElement("p"));
  const colour = (value) => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const read = (name) => colour(`var(--${name})`);
  const pane = read("pane");
  const grounds = { pane: [pane], ground: [read("ground")] };
  const ratios = {};
  const note = (name, ground, ink) => {
    const [low, high] = [luminance(painted(...ground)), luminance(painted(ink))].sort((a, b) => a - b);
    ratios[name] = (high + 0.05) / (low + 0.05);
  };
  for (const [name, ground] of Object.entries(grounds)) {
    for (const ink of ["ink", "soft", "accent", "good", "bad"]) note(`${ink} on ${name}`, ground, read(ink));
  }
  for (const ink of ["ink", "soft", "accent", "bad"]) note(`${ink} on chosen`, [pane, read("chosen")], read(ink));
  note("ink on wrong", [pane, read("wrong")], read("ink"));
  note("ink on deepest tint", [pane, colour("color-mix(in srgb, var(--bad) 28%, transparent)")], read("ink"));
  note("lit", [read("lit")], read("lit-ink"));
  return ratios;
}"""
