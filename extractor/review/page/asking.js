// Dialogs that ask for what a menu cannot: a passage, a figure's reading, several right readings.

import { button, make, select } from "./dom.js";
import { plain } from "./leaves.js";

const AROUND = 4000;

/**
 * Open a dialog around a form.
 * @param {function(): (function()|null)} take gives what is to be done once the dialog is shut, or
 *   null where something is still missing
 */
function ask(title, content, take, confirm = "Take it") {
  const dialog = make("dialog", { "aria-labelledby": "dialog-title" });
  const submit = (event) => {
    event.preventDefault();
    const act = take();
    if (!act) return;
    dialog.close();
    act();
  };
  const form = make(
    "form",
    { on: { submit } },
    make("h2", { id: "dialog-title" }, title),
    ...content,
    make(
      "p.actions",
      {},
      make("button.main", { type: "submit" }, confirm),
      button("", "Cancel", () => dialog.close()),
    ),
  );
  dialog.append(form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function labelled(words, field) {
  return make("label.field", {}, make("span", {}, words), field);
}

/**
 * Ask for a passage of the article, selected by keyboard or mouse in a field that cannot be changed.
 * @param {ArticleView} view
 * @param {{title: string, near: {start: number, end: number} | null, done: function([number, number])}} question
 */
export function askPassage(view, { title, near, done }) {
  const { text, offsets } = view;
  const caret = near ? offsets.toUnits(near.start) : 0;
  const from = lineStart(text, Math.max(0, caret - AROUND));
  const to = Math.min(text.length, caret + AROUND);
  const shown = withoutReturns(text, from, to);
  const field = make("textarea.passage", {
    "aria-readonly": "true",
    inputmode: "none",
    rows: "9",
    lang: view.language,
    "aria-describedby": "passage-how",
  });
  field.value = shown.text;
  keepText(field);
  const how = make(
    "p.explain",
    { id: "passage-how" },
    "Select the words: arrows with Shift (by word with Ctrl or ⌥), or the mouse. Enter takes them.",
  );
  const missing = make("p.refusal", { role: "alert" });
  const take = () => {
    const [start, end] = trimmed(field);
    if (start === end) {
      missing.textContent = "Nothing is selected yet.";
      return null;
    }
    return () => done([start, end].map((at) => offsets.toPoints(shown.unitOf(at))));
  };
  const dialog = ask(title, [labelled("The article", field), how, missing], take);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    dialog.querySelector("form").requestSubmit();
  });
  field.focus();
  field.setSelectionRange(shown.indexOf(caret), shown.indexOf(caret));
  scrollToCaret(field, shown.indexOf(caret));
}

/** Let a caret move in a field whose text stays: in one that is read-only Chromium shows none. */
function keepText(field) {
  const { value } = field;
  field.addEventListener("beforeinput", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    field.value = value; // what an input method wrote cannot be prevented
  });
}

const lineStart = (text, at) => (at === 0 ? 0 : text.indexOf("\n", at) + 1 || at);

/** A field drops carriage returns: keep where each stood. */
function withoutReturns(text, from, to) {
  const kept = [];
  let shown = "";
  for (let at = from; at < to; at += 1) {
    if (text[at] === "\r" && text[at + 1] === "\n") continue;
    kept.push(at);
    shown += text[at];
  }
  kept.push(to);
  return {
    text: shown,
    unitOf: (index) => kept[index],
    indexOf: (unit) =>
      Math.max(
        0,
        kept.findIndex((at) => at >= unit),
      ),
  };
}

function trimmed({ value, selectionStart, selectionEnd }) {
  const words = value.slice(selectionStart, selectionEnd);
  if (!words.trim()) return [selectionStart, selectionStart];
  return [selectionEnd - words.trimStart().length, selectionStart + words.trimEnd().length];
}

/** Browsers scroll a field to its caret only while one types: guess by the part before it. */
function scrollToCaret(field, index) {
  const part = index / Math.max(1, field.value.length);
  field.scrollTop = Math.max(0, field.scrollHeight * part - field.clientHeight / 2);
}

/** Ask how a figure reads; what code reads in the passage is filled in. */
export async function askReading(review, view, span, figure) {
  const found = await review.read(span);
  const read = figure ?? found.reading ?? {};
  const { choices } = review.session;
  const kinds = choices.figure_kind.map((kind) => [kind, plain(kind)]);
  const kind = select(
    kinds,
    kinds.some(([each]) => each === read.kind) ? read.kind : "count",
    () => {},
  );
  const hedge = select(
    choices.hedge.map((each) => [each, each]),
    read.hedge ?? "exact",
    () => {},
  );
  const [value, upper, unit] = ["value", "upper", "unit"].map((name) =>
    make("input", {
      type: "text",
      value: read[name] ?? "",
      inputmode: name === "unit" ? "text" : "decimal",
      autocomplete: "off",
    }),
  );
  const content = [
    make("p.quote", { lang: view.language }, found.text),
    make("p.explain", {}, "In whole units: 93.588 billion yuan is 93588000000, unit CNY."),
    labelled("Kind", kind),
    labelled("Value", value),
    labelled("Upper end of a range", upper),
    labelled("Unit (currency code, %, or the thing counted)", unit),
    labelled("Hedge", hedge),
  ];
  const edit = () => ({
    op: "mark_figure",
    span,
    kind: kind.value,
    value: plainNumber(value.value),
    upper: plainNumber(upper.value) || null,
    unit: unit.value.trim() || null,
    hedge: hedge.value,
  });
  const take = () => () => review.edit(edit());
  ask(figure ? "How this figure reads" : "A figure that was missed", content, take, "Mark it");
  value.focus();
}

const plainNumber = (words) => words.replace(/[,\s]/g, "");

/** Ask what a project's target measures. */
export function askMeasure(review, view, figure, pointer) {
  const measure = make("input", {
    type: "text",
    value: measureBefore(view, figure),
    lang: view.language,
  });
  const unit = make("input", {
    type: "text",
    placeholder: figure.unit ?? "as written",
    lang: view.language,
  });
  const edit = () => ({
    op: "place_figure",
    figure: figure.id,
    at: pointer,
    measure: measure.value.trim(),
    ...(unit.value.trim() && { unit: unit.value.trim() }),
    move: true,
  });
  const take = () => () => review.edit(edit());
  const content = [
    make("p.quote", { lang: view.language }, figure.as_written),
    labelled("What it measures, in the article’s words", measure),
    labelled("Unit, where it is not as written", unit),
  ];
  ask("A target of the project", content, take);
  measure.select();
}

/** Guess a measure from the words before a figure: "年产值", "annual sales"; else the usual one. */
function measureBefore(view, figure) {
  const at = view.offsets.toUnits(figure.start);
  const before = view.text.slice(Math.max(0, at - 48), at);
  if (view.language === "zh") return before.match(/年\p{Script=Han}{1,5}$/u)?.[0] ?? "年产";
  return (
    before.match(/annual (?:[a-z]+ ){0,2}[a-z]+(?= (?:of|worth|at|to)? ?$)/i)?.[0] ??
    "annual output"
  );
}

/** Ask for all right readings of a text, best first. */
export function askReadings(review, view, pointer, name, now) {
  const field = make("textarea", { rows: "5", lang: view.language });
  field.value = now.filter((each) => each !== null).join("\n");
  const silence = make("input", { type: "checkbox" });
  silence.checked = now.includes(null);
  const take = () => {
    const lines = field.value
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    return () =>
      review.edit({
        op: "set_readings",
        at: pointer,
        readings: silence.checked ? [...lines, null] : lines,
      });
  };
  const content = [
    labelled("One reading a line, the best first", field),
    make("label.check", {}, silence, " To say nothing is right, too"),
  ];
  ask(name, content, take);
  field.focus();
}
