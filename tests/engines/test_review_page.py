"""The review page in a real browser, with its real server: labelling, saving, crashing, looking."""

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from chromium import ARGS, CHROMIUM
from review_articles import (
    ATTACK,
    CHINESE,
    ENGLISH,
    Reviewed,
    ReviewProcess,
    record,
    saved_record,
    write_article,
)

from extractor.api import extract
from extractor.article import Article
from extractor.evals.gold import load_document, packaged_gold
from extractor.evals.result import System
from extractor.evals.run import Plan, run
from extractor.report.evaluation.page import About, evaluation_page
from extractor.report.page import page
from extractor.review.adjudication import AdjudicationSource
from extractor.review.sources import FolderSource

pytestmark = pytest.mark.engines

CHINESE_GOLD = "zh-luchuan-overseas-chinese"
WIDTHS = (360, 560, 800, 900, 1280, 1600)
HOSTILE = ATTACK.replace("/", "∕")
TEXTS = {"english": ENGLISH, "chinese": CHINESE, HOSTILE: ENGLISH + ATTACK + "\n"}
GOLD = ("mouse", "checks", "undo", "silence", "windows", "refused", "fields", "tab", "axe")
LONG = ENGLISH + "Rows of plain words, one after another, as in a long speech.\n" * 17_000


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    """Return the other pages that people look at: an extraction's and an evaluation's report."""
    document = load_document(packaged_gold() / f"{CHINESE_GOLD}.json")
    found = asyncio.run(run(Plan([document], [System.of("rules")])))
    about = About("evals/gold", "1.2", "0" * 64)
    return {
        "extraction": page(extract(Article(ENGLISH, name="lorem"), model="rules")),
        "evaluation": evaluation_page({"rules": found}, about),
    }


@pytest.fixture(scope="module")
def browser(reports: dict[str, str]) -> Iterator[Any]:
    """Start one browser for all tests, once there are reports: an evaluation needs its own loop."""
    assert reports
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def axe() -> Any:
    """Return the accessibility checker; its script comes with the package."""
    from axe_playwright_python.sync_playwright import Axe

    return Axe()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an article for each test, some with gold that lacks the total."""
    path = tmp_path_factory.mktemp("articles")
    for name in GOLD:
        write_article(path, name, ENGLISH, is_gold=True)
    for name, text in {**TEXTS, "keyboard": ENGLISH, "long": LONG + "Last, 77 lamps.\n"}.items():
        write_article(path, name, text)
    return path


@pytest.fixture(scope="module")
def reviewed(folder: Path) -> Iterator[Reviewed]:
    """Serve the folder to all tests."""
    with Reviewed(FolderSource(folder)) as served:
        yield served


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page; a fault of its script and a request that leaves the loopback fail the test."""
    complaints: list[str] = []
    contexts = []

    def watch(request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file:", "data:")):
            complaints.append(f"asked for {request.url}")

    def open_page(address: str, *, width: int = 1280, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        context.set_default_timeout(60_000)
        opened = context.new_page()
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.on("request", watch)
        opened.goto(address)
        return opened

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def figure(opened: Any, words: str) -> Any:
    """Return the element of the first figure written so."""
    pattern = re.compile(rf"^\s*{re.escape(words)}\s*$")
    return opened.locator("#article .figure").filter(has_text=pattern).first


def choose(opened: Any, *typed: str) -> None:
    """Type into the menu that is open, and take the first choice."""
    opened.locator(".menu input").wait_for()
    opened.keyboard.type(" ".join(typed))
    opened.keyboard.press("Enter")


def says(opened: Any, words: str) -> None:
    """Wait until the page says these words."""
    opened.locator("#said", has_text=words).wait_for()


def test_a_role_is_changed_checked_and_saved_by_mouse(
    reviewed: Reviewed, folder: Path, visit: Callable[..., Any]
) -> None:
    """A click on a figure, one on its role; the check's words at once; the gold file is right."""
    opened = visit(reviewed.address_of("mouse"))

    figure(opened, "12").click()
    opened.get_by_role("option", name="the total’s number").click()
    says(opened, "Done.")
    figure(opened, "3.4 billion yuan").click()
    opened.get_by_role("option", name="the total’s amount", exact=True).click()
    opened.locator("#record", has_text="3.4 billion CNY").wait_for()
    figure(opened, "50%").click()
    opened.get_by_role("option", name="s1 manufacturing: percentage").first.click()
    says(opened, "35.29%")
    opened.get_by_role("button", name="Save").click()
    says(opened, "Saved to")
    opened.reload()
    figure(opened, "12").wait_for()

    expected = record(has_total=True)
    expected["shares"][0]["percents"] = [
        {"value": "50", "upper": None, "hedge": "exact", "of": "investment", "as_written": "50%"}
    ]
    assert saved_record(folder, "mouse") == expected
    assert figure(opened, "12").get_attribute("data-role") == "total"
    assert "✓" not in opened.locator("#state").inner_text()
    assert opened.locator("#state.saved").count() == 1


def test_an_article_is_labelled_from_nothing_by_keyboard_alone(
    reviewed: Reviewed, folder: Path, visit: Callable[..., Any]
) -> None:
    """Every step has a key: naming passages, placing figures, putting aside, saving."""
    opened = visit(reviewed.address_of("keyboard"))
    keys = opened.keyboard
    figure(opened, "12").wait_for()

    keys.press("p")
    select_words(opened, "2024 Lorem Fair")
    choose(opened, "name of the event")
    says(opened, "Done.")
    place(opened, "12", "total number")
    place(opened, "3.4 billion yuan", "total amount")
    go_to(opened, "5")
    keys.press("Enter")
    choose(opened, "new share number")
    select_words(opened, "manufacturing")
    opened.locator("#at-shares-0-label").wait_for()
    place(opened, "1.2 billion yuan", "manufacturing amount")
    go_to(opened, "31")
    keys.press("b")
    opened.locator("[data-role=background]", has_text="31").wait_for()
    keys.press("p")
    select_words(opened, "Amet")
    choose(opened, "event’s place")
    opened.locator("#at-event-place").wait_for()
    tab_to(opened, "at-shares-0-dimension")
    keys.type("industry")
    keys.press("Tab")
    leave_fields(opened)
    keys.press("s")
    says(opened, "Saved to")

    assert saved_record(folder, "keyboard") == record(has_total=True)


def select_words(opened: Any, words: str) -> None:
    """Select words in the passage dialog as a keyboard does, and take them."""
    field = opened.locator("textarea.passage")
    field.wait_for()
    assert field.evaluate("element => element === document.activeElement")
    place = field.input_value().index(words)
    caret = field.evaluate("element => element.selectionStart")
    for _ in range(abs(place - caret)):
        opened.keyboard.press("ArrowRight" if place > caret else "ArrowLeft")
    for _ in range(len(words)):
        opened.keyboard.press("Shift+ArrowRight")
    opened.keyboard.press("Enter")


def go_to(opened: Any, words: str) -> None:
    """Step on, figure by figure, to the one written so."""
    target = figure(opened, words)
    opened.keyboard.press("a")
    for _ in range(12):
        if target.get_attribute("tabindex") == "0":
            break
        opened.keyboard.press("j")
    assert target.evaluate("element => element === document.activeElement")


def place(opened: Any, words: str, typed: str) -> None:
    """Place a figure by its menu, and wait until it stands there."""
    go_to(opened, words)
    opened.keyboard.press("Enter")
    choose(opened, typed)
    opened.locator(":is([data-role=total], [data-role=share])", has_text=words).first.wait_for()


def tab_to(opened: Any, element_id: str) -> None:
    """Press Tab until a control has the focus."""
    for _ in range(80):
        if opened.evaluate("document.activeElement.id") == element_id:
            return
        opened.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {element_id}")


def leave_fields(opened: Any) -> None:
    """Press Tab until the focus is on no field, where letters are letters."""
    for _ in range(10):
        if opened.evaluate("document.activeElement.matches('button, span, body')"):
            return
        opened.keyboard.press("Tab")


def test_a_figure_without_a_place_is_an_objection_wherever_the_checks_are_told(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """The heading, the words after an edit and the status say one thing."""
    opened = visit(reviewed.address_of("checks"))
    go_to(opened, "31")

    opened.keyboard.press("b")

    says(opened, "Done. Now 1 figure without a place, 1 finding.")
    heading = opened.locator("#checks h2").inner_text()
    assert heading == "Checks 1 figure without a place, 1 finding"
    assert reviewed.ask("checks")["status"] == "flagged"


def test_undo_and_redo_lead_back_and_forth(reviewed: Reviewed, visit: Callable[..., Any]) -> None:
    """An edit is undone by `u` and done again by Shift+u, and the page says so."""
    opened = visit(reviewed.address_of("undo"))
    total = opened.locator("#article [data-role=total]")

    figure(opened, "12").click()
    choose(opened, "total number")
    total.wait_for()
    opened.keyboard.press("u")
    says(opened, "Undone.")
    n_after_undo = total.count()
    opened.keyboard.press("Shift+U")
    says(opened, "Done again.")

    assert n_after_undo == 0
    assert total.count() == 1


def test_a_crash_of_the_server_loses_no_edit(tmp_path: Path, visit: Callable[..., Any]) -> None:
    """Killed and started again on the same folder, it has every edit; the page says it is gone."""
    write_article(tmp_path, "lorem", ENGLISH, is_gold=True)
    served = ReviewProcess(tmp_path)
    opened = visit(served.address)
    figure(opened, "12").click()
    choose(opened, "total number")
    says(opened, "Done.")
    place = opened.url.partition("#")[2]

    served.kill()
    opened.keyboard.press("u")
    opened.locator("#lost", has_text="does not answer").wait_for()
    served = ReviewProcess(tmp_path)
    again = visit(f"{served.address}#{place}")
    figure(again, "12").wait_for()

    assert figure(again, "12").get_attribute("data-role") == "total"
    assert figure(again, "12").get_attribute("tabindex") == "0"
    assert again.locator("#state.edited").count() == 1
    served.kill()


def test_an_edit_whose_answer_is_lost_is_made_once(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """The page asks what the server has, and goes on by itself."""
    opened = visit(reviewed.address_of("silence"))
    figure(opened, "12").wait_for()
    lost: list[str] = []

    def lose_the_first_answer(route: Any) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.request.url)
        route.fetch()
        route.abort()

    opened.route("**/edits", lose_the_first_answer)
    figure(opened, "12").click()
    choose(opened, "total number")
    opened.locator("#lost", has_text="does not answer").wait_for()
    opened.locator("#article [data-role=total]").wait_for()
    opened.keyboard.press("u")
    says(opened, "Undone.")

    assert opened.locator("#lost").is_hidden()
    assert opened.locator("#undo").get_attribute("aria-disabled") == "true"


def test_an_edit_in_another_window_is_not_overwritten(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """The page that is behind says so, and shows what stands now."""
    first, second = (visit(reviewed.address_of("windows")) for _ in range(2))
    figure(first, "12").wait_for()
    figure(second, "12").click()
    choose(second, "total number")
    says(second, "Done.")

    figure(first, "31").click()
    choose(first, "number", "manufacturing")
    first.locator("#refused:not(:empty)").wait_for()

    assert figure(first, "12").get_attribute("data-role") == "total"
    assert figure(first, "31").get_attribute("data-role") == "background"


def test_a_refused_edit_is_said_and_changes_nothing(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """A name that does not stand in the article is refused in a sentence; what was typed stays."""
    opened = visit(reviewed.address_of("refused"))
    name = opened.locator("#at-event-name")

    name.fill("Ipsum Fair")
    name.press("Enter")
    opened.locator("#refused", has_text="Ipsum Fair").wait_for()

    assert name.input_value() == "Ipsum Fair"
    assert opened.locator("#undo").get_attribute("aria-disabled") == "true"


def test_single_keys_do_nothing_in_fields(reviewed: Reviewed, visit: Callable[..., Any]) -> None:
    """A letter typed into a name is a letter."""
    opened = visit(reviewed.address_of("fields"))
    name = opened.locator("#at-event-name")

    name.focus()
    opened.keyboard.press("End")
    opened.keyboard.type("sub?")

    assert name.input_value() == "2024 Lorem Fairsub?"
    assert opened.locator("dialog").count() == 0


def test_enter_at_a_button_presses_that_button(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """Only in the article itself does Enter mean the current figure."""
    opened = visit(reviewed.address_of("fields"))
    figure(opened, "12").wait_for()

    opened.locator("#name-passage").focus()
    opened.keyboard.press("Enter")

    opened.locator("textarea.passage").wait_for()
    assert opened.locator(".menu").count() == 0


def test_tab_passes_through_every_part_of_the_page_and_out(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """Nothing holds the focus."""
    opened = visit(reviewed.address_of("tab"))
    figure(opened, "12").wait_for()
    opened.locator("#skip").focus()
    parts = []

    for _ in range(60):
        opened.keyboard.press("Tab")
        found = "document.activeElement.closest('header, #article, #record, body')"
        parts.append(opened.evaluate(f"{found}.id || {found}.tagName"))

    order = [part for part in dict.fromkeys(parts) if part != "BODY"]
    assert order == ["HEADER", "article", "record"]
    assert "BODY" in parts


def test_a_narrow_page_shows_both_one_over_the_other_or_one_alone(
    reviewed: Reviewed, visit: Callable[..., Any]
) -> None:
    """A switch gives the room to one; what needs the other brings it back."""
    opened = visit(reviewed.address_of("tab"), width=360)
    figure(opened, "12").wait_for()
    article, form = opened.locator("#article-pane"), opened.locator("#record-pane")

    is_over = article.bounding_box()["y"] < form.bounding_box()["y"]
    opened.locator("#switch label", has_text="Record").click()
    article.wait_for(state="hidden")
    opened.keyboard.press("a")
    article.wait_for(state="visible")

    assert is_over
    assert figure(opened, "12").is_visible()


def test_two_labellers_are_adjudicated_by_keyboard(
    tmp_path: Path, visit: Callable[..., Any]
) -> None:
    """Left or right is picked leaf by leaf; when none is open, gold is saved."""
    write_article(tmp_path, "lorem", ENGLISH)
    for labeller, words in {"ann": "manufacturing", "bo": "projects in manufacturing"}.items():
        with Reviewed(FolderSource(tmp_path, labeller=labeller), labeller=labeller) as served:
            label_by_request(served, words)
    names = ("ann", "bo")

    with Reviewed(AdjudicationSource(tmp_path, names), names=names) as served:
        opened = visit(served.address)
        open_rows = opened.locator("table.differences tr.open")
        open_rows.first.wait_for()
        opened.keyboard.press("d")
        for left in range(open_rows.count() - 1, -1, -1):
            opened.keyboard.press("2")
            opened.locator("#differences h2", has_text=f"{left} open").wait_for()
        opened.keyboard.press("s")
        says(opened, "Saved to")

    share = saved_record(tmp_path, "lorem")["shares"][0]
    assert share["label"] == "projects in manufacturing"


def label_by_request(served: Reviewed, label: str) -> None:
    """Label the article with an event and one share, as the page would, and save it."""
    edits = [
        {"op": "add_event", "text": "2024 Lorem Fair"},
        {"op": "add_item", "list": "shares", "text": label, "dimension": "industry"},
        {"op": "set_source", "language": "en", "origin": "written"},
    ]
    version = served.ask("lorem")["version"]
    state = served.ask("lorem", "edits", {"version": version, "edits": edits})
    assert served.ask("lorem", "save", {"version": state["version"]})["is_saved"]


@pytest.mark.parametrize("name", TEXTS, ids=["english", "chinese", "hostile"])
def test_a_page_holds_its_article_letter_for_letter_and_never_scrolls_sideways(
    reviewed: Reviewed, visit: Callable[..., Any], name: str
) -> None:
    """Markup in a text or a file name stays text, in any width."""
    opened = visit(reviewed.address_of(name))
    opened.locator("#article .figure").first.wait_for()

    needed = []
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 800})
        needed.append(opened.evaluate("document.documentElement.scrollWidth"))

    opened.keyboard.press("l")
    listed = opened.locator(".entry-name").all_inner_texts()

    assert opened.evaluate("document.getElementById('article').textContent") == TEXTS[name]
    assert needed == list(WIDTHS)
    assert name in listed
    assert opened.title() != "broken"
    assert opened.locator("#name").inner_text() == name
    assert opened.locator("img, script:not([src])").count() == 0


def test_a_megabyte_opens_in_bounded_time(reviewed: Reviewed, visit: Callable[..., Any]) -> None:
    """Blocks out of view stay plain text; the last figure is one step from the first."""
    started = time.monotonic()

    opened = visit(reviewed.address_of("long"))
    figure(opened, "12").wait_for()
    took_s = time.monotonic() - started
    first = opened.locator("#article .figure").first
    first.focus()
    opened.keyboard.press("k")
    opened.locator("#article .figure:focus", has_text="77").wait_for()

    assert took_s < 15
    assert opened.evaluate("document.getElementById('article').textContent.length") > 1_000_000


def serious(axe: Any, opened: Any, within: str = "html") -> list[str]:
    """Return what axe finds that is serious or critical."""
    found = axe.run(opened, within).response["violations"]
    return [
        f"{each['id']}: {node['html'][:120]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]


def turn_theme(opened: Any, scheme: str) -> None:
    """Press the button for the colours until it says so."""
    button = opened.locator("#theme")
    while scheme not in button.get_attribute("aria-label"):
        button.click()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_serious_fault_in_the_review_page(
    reviewed: Reviewed, visit: Callable[..., Any], axe: Any, width: int
) -> None:
    """Light and dark, with a menu open, and with a dialog open."""
    opened = visit(reviewed.address_of("axe"), width=width)
    figure(opened, "12").wait_for()
    faults, grounds = [], set()

    for scheme, dialog in (("light", "?"), ("dark", "p")):
        turn_theme(opened, scheme)
        faults += serious(axe, opened)
        figure(opened, "12").click()
        opened.locator(".menu").wait_for()
        faults += serious(axe, opened, ".menu")
        opened.keyboard.press("Escape")
        opened.keyboard.press(dialog)
        opened.locator("dialog").wait_for()
        faults += serious(axe, opened, "dialog")
        opened.keyboard.press("Escape")
        grounds.add(opened.evaluate("getComputedStyle(document.body).backgroundColor"))

    assert faults == []
    assert len(grounds) == 2


@pytest.mark.parametrize("name", ["extraction", "evaluation"])
def test_axe_finds_no_serious_fault_in_a_report(
    reports: dict[str, str], visit: Callable[..., Any], axe: Any, tmp_path: Path, name: str
) -> None:
    """Wide and light, narrow and dark."""
    path = tmp_path / "page.html"
    path.write_bytes(reports[name].encode())
    opened = visit(path.as_uri())
    faults = []

    for width, scheme in ((1280, "light"), (360, "dark")):
        opened.set_viewport_size({"width": width, "height": 800})
        opened.emulate_media(color_scheme=scheme)
        faults += serious(axe, opened)

    assert faults == []
