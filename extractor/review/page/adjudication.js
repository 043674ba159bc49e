// Adjudication: where two labellers differ, leaf by leaf, one of the two is picked.

import { button, make } from "./dom.js";
import { said } from "./leaves.js";

export class AdjudicationView {
  constructor(body, review, ui) {
    this.body = body;
    this.review = review;
    this.ui = ui;
    this.current = 0;
    body.addEventListener("keydown", (event) => this.#press(event));
    body.addEventListener("focusin", (event) => this.#focused(event));
  }

  get #differences() {
    return this.review.article.adjudication?.differences ?? [];
  }

  draw() {
    const found = this.review.article.adjudication;
    this.body.hidden = !found;
    if (!found) return;
    const hadFocus = this.body.contains(document.activeElement);
    const title = make("h2", {}, "Differences ", make("span.count", {}, agreement(found)));
    const head = ["leaf", found.a, found.b].map((words) => make("th", { scope: "col" }, words));
    const rows = found.differences.map((each) => this.#row(each, found));
    const table = make(
      "table.differences",
      {},
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...rows),
    );
    const how = make(
      "p.explain",
      {},
      "1 or ← takes the left one, 2 or → the right one, ↑ and ↓ go on.",
    );
    this.body.replaceChildren(title, ...(rows.length ? [how, table] : []));
    if (hadFocus) this.focus(this.current);
  }

  #row(each, { a, b }) {
    const side = (name, labeller) => {
      const isPicked = each.picked === name;
      const value = each[name]?.said ?? null;
      const content =
        value === null ? make("span.none", {}, "says nothing") : make("bdi", {}, said(value));
      return make(
        "td",
        { data: { label: labeller } },
        button(`.side${isPicked ? ".picked" : ""}`, content, () => this.pick(each.number, name), {
          "aria-pressed": String(isPicked),
          tabindex: each.number === this.current && name === (each.picked ?? "a") ? "0" : "-1",
          data: { number: each.number, side: name },
        }),
      );
    };
    const state = each.picked === null ? "open" : "closed";
    const leaf = make("th", { scope: "row" }, each.field.replaceAll(".", " "));
    return make(`tr.${state}`, {}, leaf, side("a", a), side("b", b));
  }

  /** Pick a side, and go on to the next difference that is open. */
  async pick(number, side) {
    const isMade = await this.review.edit({ op: "pick", difference: number, side });
    if (!isMade) return;
    const open = this.#differences.filter(({ picked }) => picked === null);
    const next = open.find((each) => each.number > number) ?? open[0];
    this.focus(next?.number ?? number);
  }

  focus(number) {
    this.current = number;
    for (const each of this.body.querySelectorAll("[data-number]")) each.tabIndex = -1;
    const { picked } = this.#differences.find((each) => each.number === number) ?? {};
    const element = this.body.querySelector(
      `[data-number="${number}"][data-side="${picked ?? "a"}"]`,
    );
    if (!element) return;
    element.tabIndex = 0;
    element.focus();
  }

  #focused(event) {
    const number = event.target.closest("[data-number]")?.dataset.number;
    if (number === undefined) return;
    this.current = Number(number);
    const found = this.#differences.find((each) => each.number === this.current);
    if (found?.now_at) this.ui.lightPlace(found.now_at, { scroll: true });
  }

  #press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const numbers = this.#differences.map(({ number }) => number);
    const place = numbers.indexOf(this.current);
    const go = (by) => this.focus(numbers[Math.max(0, Math.min(numbers.length - 1, place + by))]);
    const take = (side) => this.pick(this.current, side);
    const actions = {
      ArrowLeft: () => take("a"),
      1: () => take("a"),
      ArrowRight: () => take("b"),
      2: () => take("b"),
      ArrowUp: () => go(-1),
      k: () => go(-1),
      ArrowDown: () => go(1),
      j: () => go(1),
    };
    if (!actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  }
}

function agreement({ n_agreed: agreed, n_leaves: leaves, n_open: open, f1 }) {
  const score = f1 === null || f1 === undefined ? "" : `, F1 ${f1.toFixed(3)}`;
  return `${open} open; the two agree on ${agreed} of ${leaves} leaves${score}`;
}
