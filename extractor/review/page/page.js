// The review page: what is shown, what a key or a click does, and where one was before a reload.

import { AdjudicationView } from "./adjudication.js";
import { ArticleView } from "./article.js";
import { askMeasure, askPassage, askReading, askReadings } from "./asking.js";
import { drawBar, drawLegend, drawTheme } from "./bar.js";
import { consequence, drawChecks, objections } from "./checks.js";
import { button, byId, make } from "./dom.js";
import { figureChoices, slotChoices } from "./figure_choices.js";
import { Keys } from "./keys.js";
import { plainly, reading } from "./leaves.js";
import { openMenu } from "./menu.js";
import { openQueue } from "./queue.js";
import { RecordView } from "./record.js";
import { Review } from "./review.js";
import { Refused } from "./server.js";
import { passageChoices } from "./text_choices.js";
import * as theme from "./theme.js";

const review = new Review();

const ui = {
  language: () => view.language,
  askPassage: (question) => askPassage(view, question),
  askReading: (span, figure) => askReading(review, view, span, figure),
  askMeasure: (figure, pointer) => askMeasure(review, view, figure, pointer),
  askReadings: (pointer, name, now) => askReadings(review, view, pointer, name, now),
  askFigure,
  goToField: (pointer) => goToField(pointer),
  showPlace,
  showField: (pointer) => record.show(pointer, { withFocus: true }),
  lightPlace: (pointer, options) => view.light(placesOf(pointer), options),
  placeOf,
  goTo,
  nextUnplaced,
  reach,
};

const view = new ArticleView(byId("article-pane"), byId("article"), {
  chosen: (id) => chosen(id),
  picked: (id) => openFigure(id),
  passed: (pointers) => record.show(pointers[0]),
  reached: () => reach("article"),
});
const record = new RecordView(byId("record-pane"), byId("record"), review, ui);
const adjudication = new AdjudicationView(byId("differences"), review, ui);

/* Figures and passages */

function chosen(id) {
  const figure = review.figure(id);
  const names = figure.uses.map((use) => review.article.fields[use]?.name ?? use);
  const role = names.length ? names.join("; ") : figure.role;
  byId("figure-note").replaceChildren(
    make("b", {}, make("bdi", { lang: view.language }, figure.as_written)),
    ` ${figure.kind}, ${reading(figure)} · `,
    make("span.role", { data: { role: figure.role } }, role),
    figure.agrees === false ? " · marked by hand; code reads it otherwise" : "",
  );
  record.light(figure.uses);
  history.replaceState(null, "", `#${review.article.id}/${id}`);
}

function openFigure(id) {
  const figure = review.figure(id);
  if (!figure) return;
  openMenu({
    at: view.boxOf(id),
    title: `${figure.as_written}: what is it?`,
    options: figureChoices(review, figure, ui),
    closed: () => view.focus(id, { preventScroll: true }),
  });
}

function openPassage() {
  const selected = view.selection();
  if (selected) choosePassage([selected.start, selected.end], selected.text, selected.box);
  else {
    const near = review.figure(view.current) ?? null;
    askPassage(view, {
      title: "Name a passage",
      near,
      done: (span) => choosePassage(span, wordsOf(span), view.boxOf(view.current)),
    });
  }
}

function wordsOf([start, end]) {
  return view.text.slice(view.offsets.toUnits(start), view.offsets.toUnits(end));
}

const quoted = (words, most) => `“${words.length > most ? `${words.slice(0, most)}…` : words}”`;

function choosePassage(span, words, at) {
  document.getSelection().removeAllRanges();
  openMenu({
    at,
    title: `${quoted(words, 60)} is`,
    options: passageChoices(review, span, record.lately, ui),
    closed: () => view.focus(view.current, { preventScroll: true }),
  });
}

function askFigure(slot, pointer) {
  openMenu({
    at: document.activeElement.getBoundingClientRect(),
    title: "Which figure is it?",
    options: slotChoices(review, slot, pointer, ui),
    closed: () =>
      record.focusKey(pointer.startsWith("/event") ? "/event" : pointer.split("/", 3).join("/")),
  });
}

function nextUnplaced(by) {
  if (!view.step(by, ({ role }) => role === "unplaced")) say("Every figure has its place.");
}

function putAside() {
  const figure = review.figure(view.current);
  if (!figure) return;
  const isAside = review.article.background.includes(figure.id);
  if (figure.uses.length) say("It is used in the record: take it out first (Enter).");
  else review.edit({ op: isAside ? "take_back" : "put_aside", figures: [figure.id] });
}

/* Places */

const placesOf = (pointer) => review.article.evidence[pointer] ?? [];

/** Return the place in the article nearest to which a value of this pointer is looked for. */
function placeOf(pointer) {
  for (let each = pointer; each; each = each.slice(0, each.lastIndexOf("/"))) {
    const near = Object.entries(review.article.evidence).find(
      ([at, spans]) => at.startsWith(each) && spans.length,
    );
    if (near && each !== "/event") return { start: near[1][0][0], end: near[1][0][1] };
  }
  return review.figure(view.current) ?? null;
}

function showPlace(pointer, withFocus = false) {
  const figure = review.article.figures.find(({ uses }) => uses.includes(pointer));
  if (figure && withFocus) view.focus(figure.id);
  view.light(placesOf(pointer));
}

function goToField(pointer) {
  record.show(pointer, { withFocus: true });
}

/** Go where a violation or finding points: to its field, else to its figure or passage. */
function goTo({ pointers, figures = [], spans = [] }) {
  const known = pointers.find((pointer) => pointer && placesOf(pointer));
  if (figures.length) view.focus(figures[0], { preventFocus: Boolean(known) });
  else if (spans.length) view.light(spans);
  if (known) record.show(known, { withFocus: true });
}

let violation = -1;

function nextViolation() {
  const all = [...objections(review.article), ...review.article.findings];
  if (!all.length && review.article.unplaced.length) return nextUnplaced(1);
  if (!all.length) return say("Nothing objects.");
  violation = (violation + 1) % all.length;
  say(plainly(all[violation].message));
  return goTo(all[violation]);
}

/* What is said */

function say(words) {
  byId("refused").textContent = "";
  byId("said").textContent = words;
}

review.addEventListener("said", ({ detail }) => say(detail));
review.addEventListener("refused", ({ detail }) => {
  byId("said").textContent = "";
  byId("refused").textContent = detail;
});
review.addEventListener("lost", () => {
  byId("lost").hidden = false;
  byId("lost").textContent =
    "The review server does not answer. What it checked is kept in its folder; a change made now waits here and is sent when it answers again. " +
    "If it was stopped, start it again and open the address that it prints.";
});
review.addEventListener("back", () => {
  byId("lost").hidden = true;
  say("The server answers again; what waited was sent.");
});

/* Drawing */

review.addEventListener("list", () => drawBar(review));
review.addEventListener("article", () => {
  const { text, source, name } = review.article;
  view.open(text, source.language ?? "");
  document.title = `${name} · review · figurebook`;
  violation = -1;
  drawArticle();
  const id = Number(location.hash.split("/")[1]);
  const start = view.byId.has(id) ? id : (review.article.unplaced[0] ?? view.current);
  byId("record-pane").scrollTop = 0;
  say("");
  if (start !== null) view.focus(start, { preventFocus: byId("main").dataset.shown === "record" });
});
review.addEventListener("state", ({ detail: action }) => {
  drawArticle();
  const { before, article } = review;
  say(consequence(action, before, article));
  const [shown] = article.changed.filter((pointer) => pointer.startsWith("/"));
  if (shown && !byId("record").contains(document.activeElement)) record.show(shown);
  if (view.current !== null) chosen(view.current);
});

function drawArticle() {
  const { figures, evidence, fields } = review.article;
  const used = new Set(figures.flatMap(({ uses }) => uses));
  const quotes = Object.entries(evidence)
    .filter(([pointer]) => !used.has(pointer) && fields[pointer])
    .flatMap(([field, spans]) => spans.map(([start, end]) => ({ start, end, field })));
  const marked = ({ id, start, end, role, uses }) => ({
    id,
    start,
    end,
    role,
    words: describe(role, uses, fields),
  });
  view.paint(figures.map(marked), quotes);
  drawLegend(review);
  drawChecks(byId("checks"), review, ui);
  adjudication.draw();
  record.draw();
  drawBar(review);
}

function describe(role, uses, fields) {
  return uses.length ? uses.map((use) => fields[use]?.name ?? role).join("; ") : role;
}

/* Going from article to article */

async function open(id, options) {
  if (review.article?.id === id) return;
  if (location.hash.slice(1).split("/")[0] !== id) history.pushState(null, "", `#${id}`);
  byId("main").setAttribute("aria-busy", "true");
  try {
    await review.open(id, options);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say("");
    const isBlankPossible = error.code === "model";
    byId("refused").replaceChildren(
      `${error.message} `,
      isBlankPossible ? button("", "Open it blank", () => open(id, { isBlank: true })) : "",
    );
  } finally {
    byId("main").removeAttribute("aria-busy");
  }
}

async function go(by) {
  const place = review.articles.findIndex(({ id }) => id === review.opening) + by;
  if (place >= review.articles.length) await review.more();
  const next = review.articles[place];
  if (next) open(next.id);
  else say(by > 0 ? "This is the last article." : "This is the first article.");
}

function openFromHash() {
  const id = location.hash.slice(1).split("/")[0];
  const known = id || review.articles[0]?.id;
  if (known) open(known);
  else say("There is no article here.");
}

window.addEventListener("hashchange", openFromHash);

/* Keys and buttons */

const inArticle = () =>
  document.activeElement === document.body || byId("article-pane").contains(document.activeElement);

const keys = new Keys([
  { keys: ["j"], words: "next figure", run: () => view.step(1) },
  {
    keys: ["ArrowRight", "ArrowDown"],
    words: "next figure, in the article",
    run: () => view.step(1),
    when: inArticle,
  },
  { keys: ["k"], words: "figure before", run: () => view.step(-1) },
  {
    keys: ["ArrowLeft", "ArrowUp"],
    words: "figure before, in the article",
    run: () => view.step(-1),
    when: inArticle,
  },
  { keys: ["n"], words: "next figure without a place", run: () => nextUnplaced(1) },
  { keys: ["N"], words: "the one before", run: () => nextUnplaced(-1) },
  {
    keys: ["Enter"],
    words: "choose the role of the figure, or name the selected passage",
    run: () => enter(),
    when: inArticle,
  },
  { keys: ["p"], words: "name a passage", run: () => openPassage() },
  {
    keys: ["b"],
    words: "put the figure aside as background, or take it back",
    run: () => putAside(),
  },
  { keys: ["v"], words: "next violation or finding", run: () => nextViolation() },
  { keys: ["r"], words: "go to the record", run: () => goRecord() },
  { keys: ["a"], words: "go to the article", run: () => view.focus(view.current) },
  {
    keys: ["d"],
    words: "go to the differences of two labellers",
    run: () => adjudication.focus(adjudication.current),
    when: () => Boolean(review.article?.adjudication),
  },
  { keys: ["u"], words: "undo", run: () => review.undo() },
  { keys: ["U"], words: "redo", run: () => review.redo() },
  { keys: ["s"], words: "save", run: () => review.save() },
  { keys: ["["], words: "previous article", run: () => go(-1) },
  { keys: ["]"], words: "next article", run: () => go(1) },
  { keys: ["l"], words: "list of articles", run: () => openQueue(review, open) },
  { keys: ["?"], words: "these keys", run: () => keys.help() },
]);

function enter() {
  if (view.selection()) openPassage();
  else openFigure(view.current);
}

function goRecord() {
  const figure = review.figure(view.current);
  const pointer = figure?.uses[0];
  reach("record");
  if (pointer) record.show(pointer, { withFocus: true });
  else byId("record").querySelector("textarea, button")?.focus();
}

const BUTTONS = {
  queue: () => openQueue(review, open),
  previous: () => go(-1),
  next: () => go(1),
  undo: () => review.undo(),
  redo: () => review.redo(),
  save: () => review.save(),
  help: () => keys.help(),
  theme: () => drawTheme(theme.turn()),
  "name-passage": () => openPassage(),
};
for (const [id, run] of Object.entries(BUTTONS)) byId(id).addEventListener("click", run);

const namer = byId("name-passage");
namer.addEventListener("pointerdown", (event) => event.preventDefault()); // which would end the selection
document.addEventListener("selectionchange", () => {
  const selected = review.article && view.selection();
  namer.textContent = selected ? `Name ${quoted(selected.text, 18)}` : "Name a passage";
});

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  goRecord();
});

byId("switch").addEventListener("change", (event) => {
  byId("main").dataset.shown = event.target.value;
});

/** Show a pane that the switch has hidden. */
function reach(pane) {
  const { dataset } = byId("main");
  if ([pane, "both"].includes(dataset.shown)) return;
  dataset.shown = "both";
  document.querySelector("#switch [value=both]").checked = true;
}

drawTheme(theme.apply());
await review.begin();
openFromHash();
