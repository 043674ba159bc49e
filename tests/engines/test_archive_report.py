"""The report of an archive and the card of a notebook in a real browser: Debian's chromium."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from chromium import ARGS, CHROMIUM

from extractor import Extraction, extract
from extractor.article import Article
from extractor.exports import Exported
from extractor.packaged import packaged_folder
from extractor.report.archive import folder
from extractor.report.archive.folder import write_archive

pytestmark = pytest.mark.engines

NAMES = {
    "english": "huqia-week-2022",
    "chinese": "zh-luchuan-overseas-chinese",
    "no event": "en-luoshui-catalogue",
}
HOSTILE = "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">\u2028"
WIDTHS = (360, 480, 700, 960, 1280, 1600)
N_COPIES = 120


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """Extract by rules."""
    gold = packaged_folder("evals") / "gold"
    articles = {key: Article.read(gold / f"{name}.txt") for key, name in NAMES.items()}
    return {key: extract(article, model="rules") for key, article in articles.items()}


@pytest.fixture(scope="module")
def index(extractions: dict[str, Extraction], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a report of three articles, a hostile one, a large one and many that are alike."""
    found = [Exported.of(extraction) for extraction in extractions.values()]
    attacked = replace(extractions["no event"], article=Article(HOSTILE, name=HOSTILE), figures=())
    found.append(
        Exported(
            attacked.article,
            attacked.to_json(),
            HOSTILE,
            title=HOSTILE,
            url="javascript:document.title='broken'",
            also_at=("https://news.example/<b>",),
        )
    )
    text = "12 projects worth 3.4 billion yuan were signed.</script> <b>\n" + "lorem ipsum " * 99
    large = Article(text * (1_000_000 // len(text) + 1), name="large")
    found.append(Exported.of(replace(extractions["no event"], article=large, figures=())))
    for number in range(N_COPIES):
        article = Article(f"Nothing was signed here. {number}", name=f"copy-{number}")
        found.append(
            replace(Exported.of(replace(attacked, article=article)), url="https://news.example/1")
        )
    out = tmp_path_factory.mktemp("a report & more #1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "ROWS_A_FILE", 50)
        return write_archive(found, out, title="news.db").index


@pytest.fixture(scope="module")
def browser(extractions: dict[str, Extraction]) -> Iterator[Any]:
    """Start one browser for all tests, once there are extractions: they need their own loop."""
    assert extractions
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Any, index: Path) -> Iterator[Callable[..., Any]]:
    """Open the index; what the browser complains of or asks for elsewhere fails the test."""
    complaints: list[str] = []
    contexts = []
    root = index.parent.as_uri()

    def open_page(
        hash_: str = "", *, width: int = 1280, lacks: str = "nothing", **options: Any
    ) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        opened = context.new_page()
        opened.on(
            "console",
            lambda said: lacks in said.location["url"] or complaints.append(said.text),
        )
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on(
            "request",
            lambda asked: asked.url.startswith(root) or complaints.append(f"asks for {asked.url}"),
        )
        opened.goto(index.as_uri() + hash_)
        if options.get("java_script_enabled", True):
            opened.wait_for_function("document.getElementById('rows').children.length > 0")
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def names(opened: Any) -> list[str]:
    """Return the names that the list shows."""
    return list(opened.locator("#rows .name").all_inner_texts())


def said(opened: Any) -> str:
    """Return how many articles there are."""
    return str(opened.locator("#said").inner_text())


def test_all_rows_are_loaded_from_disk(visit: Any) -> None:
    """From several files; the list is shown page by page."""
    opened = visit()
    opened.wait_for_function("!document.getElementById('said').textContent.includes('loaded')")

    assert said(opened) == f"{N_COPIES + 5} articles"
    assert len(names(opened)) == 50
    opened.get_by_role("button", name="Next").click()
    opened.get_by_role("button", name="Next").click()
    assert opened.locator("#range").inner_text() == "101–125 of 125"
    assert opened.get_by_role("button", name="Next").is_disabled()


def test_search_finds_names_of_the_record_in_both_languages(visit: Any) -> None:
    """Every word has to be there; it stands in the address, which leads there again."""
    opened = visit()

    opened.get_by_label("Search", exact=True).fill("bar HUNAN")
    assert said(opened) == "0 of 125 articles"
    opened.get_by_label("Search", exact=True).fill("shanghai HUNAN")
    assert names(opened) == ["2022 Hunan-Yangtze River Delta Economic and Trade Cooperation Week"]
    opened.get_by_label("Search", exact=True).fill("鹭川")
    assert len(names(opened)) == 1
    again = visit(f"#{opened.url.partition('#')[2]}")
    assert names(again) == names(opened)
    assert again.get_by_label("Search", exact=True).input_value() == "鹭川"


def test_filters_narrow_the_list_and_can_be_cleared(visit: Any) -> None:
    """Each alone and together."""
    opened = visit()

    opened.get_by_label("Language", exact=True).select_option("zh")
    assert said(opened) == "1 of 125 articles"
    opened.get_by_label("Status", exact=True).select_option("no_event")
    assert said(opened) == "0 of 125 articles"
    opened.get_by_role("button", name="Clear").click()
    opened.wait_for_function("!document.getElementById('said').textContent.includes(' of ')")
    opened.get_by_label("Year", exact=True).select_option("2022")
    assert said(opened) == "1 of 125 articles"
    opened.get_by_label("Checks", exact=True).select_option("clean")
    opened.get_by_label("Year", exact=True).select_option("?")
    assert said(opened).endswith("of 125 articles")


def test_the_order_can_be_chosen(visit: Any) -> None:
    """What is to be looked at first comes first."""
    opened = visit("#sort=checks")
    opened.wait_for_function("!document.getElementById('said').textContent.includes('loaded')")

    assert "第七届鹭川侨商投资大会" in names(opened)[0]
    opened.get_by_label("Order", exact=True).select_option("latest")
    assert names(opened)[0].startswith("2022 Hunan")


def test_a_total_leads_to_its_articles(visit: Any) -> None:
    """And the way back leads to the whole list."""
    opened = visit()

    opened.locator("#hosts a", has_text="Hunan").click()

    assert said(opened) == "1 of 125 articles"
    assert opened.get_by_label("Host", exact=True).input_value() == "Hunan"
    opened.go_back()
    opened.wait_for_function("!document.getElementById('said').textContent.includes(' of ')")


def test_a_row_leads_to_its_page_and_back(visit: Any) -> None:
    """The article's own report, from disk."""
    opened = visit("#q=hunan")

    opened.locator("#rows a.name").first.click()
    assert opened.locator("#article").inner_text().startswith("Huasheng Online")
    opened.get_by_role("link", name="all articles").click()
    assert opened.get_by_role("heading", level=1).inner_text() == "news.db"


def test_hostile_words_run_nothing(visit: Any) -> None:
    """In the list, in the choices, on the article's page; only addresses on the web are links."""
    opened = visit("#q=onerror")
    row = opened.locator("#rows .row").first

    assert "<img src=x" in row.inner_text()
    assert row.locator("a.web").count() == 0
    assert opened.locator("img").count() == 0
    row.locator("a.name").click()
    assert opened.locator("#article").inner_text().startswith("</script>")
    links = opened.locator("dd a[href]").evaluate_all("all => all.map((link) => link.href)")
    assert links == ["https://news.example/%3Cb%3E"]
    assert opened.title() != "broken"
    assert opened.locator("img").count() == 0


def test_addresses_on_the_web_tell_nobody_where_they_were_followed(visit: Any) -> None:
    """No referrer, no hold on the window."""
    link = visit("#q=copy-7").locator("#rows a.web").first

    assert link.get_attribute("href") == "https://news.example/1"
    assert link.get_attribute("rel") == "noreferrer noopener"


def test_a_megabyte_is_no_obstacle(visit: Any) -> None:
    """Its page is whole."""
    opened = visit("#q=large")

    opened.locator("#rows a.name").click()

    assert opened.locator("#article").evaluate("e => e.textContent.length") > 1_000_000


def test_a_file_of_rows_that_is_missing_is_said(visit: Any, index: Path) -> None:
    """The others are listed."""
    (path, *_) = sorted(index.parent.glob("data/0001-*"))
    hidden = path.with_suffix(".gone")
    path.rename(hidden)
    try:
        opened = visit(lacks=path.name)
        opened.wait_for_function("document.getElementById('said').textContent.includes('missing')")
        assert "50 articles cannot be shown" in said(opened)
    finally:
        hidden.rename(path)


def test_totals_can_be_read_without_a_script(visit: Any) -> None:
    """And the page says what is not there."""
    opened = visit(java_script_enabled=False)

    assert opened.locator("#years td").first.is_visible()
    assert opened.locator("noscript").inner_text().startswith("The list needs JavaScript")
    assert not opened.locator("#filters").is_visible()


@pytest.mark.parametrize("query", ["", "#language=zh"])
def test_nothing_scrolls_sideways(visit: Any, query: str) -> None:
    """From a telephone to a wide screen everything fits."""
    opened = visit(query)
    opened.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")

    needed = []
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 900})
        needed.append(opened.evaluate("document.documentElement.scrollWidth"))

    assert needed == list(WIDTHS)


@pytest.mark.parametrize(
    ("page", "width", "scheme"),
    [
        pytest.param("index", 360, "dark", id="index, narrow and dark"),
        pytest.param("index", 1280, "light", id="index, wide and light"),
        pytest.param("article", 360, "light", id="article, narrow and light"),
        pytest.param("article", 1280, "dark", id="article, wide and dark"),
    ],
)
def test_a_checker_of_accessibility_finds_no_fault(
    visit: Any, page: str, width: int, scheme: str
) -> None:
    """Axe, with all its rules for WCAG 2.2 AA and good practice."""
    from axe_playwright_python.sync_playwright import Axe

    opened = visit("#q=hunan", width=width, color_scheme=scheme, bypass_csp=True)
    if page == "article":
        opened.locator("#rows a.name").click()

    found = Axe().run(opened).response["violations"]

    assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found] == []


HOST = """<!DOCTYPE html><meta charset="utf-8"><title>notebook</title><style>
body { font: 20px serif; color: red; line-height: 3; letter-spacing: 4px; }
#nb table { border: 5px solid red; margin: 40px; font-size: 30px; }
#nb td, #nb .num { background: yellow; padding: 20px; }
#nb ul { list-style: square; margin-left: 60px; }
#nb summary, #nb .text { display: none; }
#nb svg { width: 20px; }
.host-status { color: blue; }
</style><body><p class="status host-status" id="own">the notebook’s own</p>
<table id="t" class="facts"><tr><th>own</th><td>table</td></tr></table><div id="nb">"""


@pytest.fixture
def notebook(browser: Any, extractions: dict[str, Extraction]) -> Iterator[Any]:
    """Show two cards in a page with a style of its own, the second in a dark part of it."""
    cards = [extractions[key]._repr_html_() for key in ("english", "chinese")]
    opened = browser.new_page(viewport={"width": 1000, "height": 900})
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("request", lambda asked: complaints.append(asked.url))
    opened.set_content(f'{HOST}{cards[0]}<div data-jp-theme-light="false">{cards[1]}</div></div>')
    yield opened
    opened.close()
    assert complaints == []


def style(opened: Any, selector: str, *names: str) -> list[str]:
    """Return computed properties of the first element of a selector."""
    return list(
        opened.locator(selector).first.evaluate(
            "(e, names) => names.map((name) => getComputedStyle(e)[name])", list(names)
        )
    )


def test_a_card_is_shown_rightly_beside_the_style_of_a_notebook(notebook: Any) -> None:
    """What the notebook says of tables, lists and text does not reach into it."""
    assert style(notebook, ".figurebook", "letterSpacing", "fontSize") == ["normal", "14px"]
    assert style(notebook, ".figurebook .facts td", "backgroundColor", "fontSize") == [
        "rgba(0, 0, 0, 0)",
        "13.5px",
    ]
    assert style(notebook, ".figurebook .listed", "borderTopWidth", "marginLeft") == ["0px", "0px"]
    assert notebook.locator(".figurebook .text").first.is_visible()
    assert notebook.locator(".figurebook svg").first.bounding_box()["width"] > 100


def test_a_card_leaves_the_notebook_as_it_is(notebook: Any) -> None:
    """The same names outside it keep their own looks."""
    assert style(notebook, "#own", "color", "borderTopWidth", "fontWeight") == [
        "rgb(0, 0, 255)",
        "0px",
        "400",
    ]
    assert style(notebook, "#t", "borderCollapse", "width")[0] == "separate"
    assert style(notebook, "body", "fontFamily", "marginTop") == ["serif", "8px"]


def test_a_card_is_dark_where_the_notebook_is(notebook: Any) -> None:
    """Whatever the system says."""
    (light, dark) = notebook.locator(".figurebook").evaluate_all(
        "all => all.map((card) => getComputedStyle(card).backgroundColor)"
    )

    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(26, 30, 38)")


def test_a_figure_of_a_card_says_what_it_is(notebook: Any) -> None:
    """On hover and focus, without a script, inside the card."""
    figure = notebook.locator(".figurebook .figure[data-role='total']").first

    figure.focus()

    shown = figure.evaluate(
        "e => { const tip = getComputedStyle(e, '::after'); return [tip.content, tip.position]; }"
    )
    assert "As written: 88" in shown[0]
    assert shown[1] == "absolute"


@pytest.mark.parametrize("width", [360, 700, 1600])
def test_a_card_fits_its_place(notebook: Any, width: int) -> None:
    """Nothing of it sticks out."""
    notebook.set_viewport_size({"width": width, "height": 900})

    for card in notebook.locator(".figurebook").all():
        assert card.evaluate("e => e.scrollWidth <= e.clientWidth")
        assert card.bounding_box()["width"] <= width


def test_a_checker_of_accessibility_finds_no_fault_in_a_card(notebook: Any) -> None:
    """Nothing serious in it: the notebook around it is not ours."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(notebook, context=".figurebook").response["violations"]

    assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found] == []
