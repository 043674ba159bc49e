"use strict";
// The tables and plots are whole without this script. It lets systems be left out, and shows an
// article with the places of gold's and two systems' values beside the leaves that were compared.
(() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  const byId = (id) => document.getElementById(id);
  const [viewer, text, side, legend] = ["article", "text", "side", "legend"].map(byId);
  const [first, second, all] = ["first", "second", "all"].map(byId);
  const FIELD = 0, ITEM = 1, GROUP = 2, GOLD = 3, GOLD_AT = 4, ALSO = 5, CELLS = 6;
  const SAID = 0, VERDICT = 1, IS_STRICT = 2, SAID_AT = 3, WHY = 4, MISTAKES = 5;
  let article = null;
  let chosen = null;

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  /* Which systems are shown */

  const toggles = byId("toggles");
  if (toggles) {
    toggles.hidden = false;
    const shown = () => [...toggles.querySelectorAll(":checked")].map((box) => box.value);
    toggles.addEventListener("change", () => {
      const kept = new Set(shown());
      document.querySelectorAll("[data-s]").forEach((element) => {
        element.toggleAttribute("hidden", !kept.has(element.dataset.s));
        if (element instanceof SVGElement) element.style.display = kept.has(element.dataset.s) ? "" : "none";
      });
    });
  }

  /* Which two are marked */

  function offer(select, number, withNone) {
    const titles = content.systems.map((title, index) => [String(index), title]);
    if (withNone) titles.unshift(["", "none"]);
    titles.forEach(([value, title]) => {
      const option = make("option", "", title);
      option.value = value;
      select.append(option);
    });
    select.value = number;
    select.addEventListener("change", () => draw());
  }

  const selected = () => [first.value, second.value].map((value) => (value === "" ? null : Number(value)));
  const cellOf = (row, system) => (system === null ? null : row[CELLS + system]);
  const isRight = (cell) => cell === null || cell[VERDICT] === "correct";

  /* The text */

  /** Return every place of a value: whose it is, the row, and whether its leaf is right. */
  function places() {
    const [a, b] = selected();
    return article.rows.flatMap((row, index) => {
      const [left, right] = [cellOf(row, a), cellOf(row, b)];
      const found = [];
      if (row[GOLD_AT]) {
        found.push({ span: row[GOLD_AT], by: "gold", index, isRight: isRight(left) && isRight(right) });
      }
      if (left?.[SAID_AT]) found.push({ span: left[SAID_AT], by: "in-a", index, isRight: isRight(left) });
      if (right?.[SAID_AT]) found.push({ span: right[SAID_AT], by: "in-b", index, isRight: isRight(right) });
      return found;
    });
  }

  function drawText() {
    const chars = Array.from(article.text); // offsets count code points
    const marks = places();
    const cuts = [...new Set([0, chars.length, ...marks.flatMap((mark) => mark.span)])].sort((x, y) => x - y);
    const pieces = cuts.slice(0, -1).map((start, at) => {
      const end = cuts[at + 1];
      const words = chars.slice(start, end).join("");
      const over = marks.filter((mark) => mark.span[0] <= start && end <= mark.span[1]);
      return over.length ? piece(words, start, end, over) : words;
    });
    text.lang = article.lang;
    text.replaceChildren(...pieces);
    const [a, b] = selected();
    text.style.setProperty("--first", a === null ? "transparent" : `var(--c${a % 8})`);
    text.style.setProperty("--second", b === null ? "transparent" : `var(--c${b % 8})`);
  }

  function piece(words, start, end, over) {
    const span = make("span", "mark", words);
    over.forEach((mark) => span.classList.add(mark.by));
    const golden = over.filter((mark) => mark.by === "gold");
    if (golden.some((mark) => mark.span[0] === start)) span.classList.add("begins");
    if (golden.some((mark) => mark.span[1] === end)) span.classList.add("ends");
    if (over.some((mark) => !mark.isRight)) span.classList.add("not-right");
    const size = (mark) => mark.span[1] - mark.span[0];
    const order = [...over].sort((x, y) => x.isRight - y.isRight || size(x) - size(y));
    span.dataset.rows = [...new Set(order.map((mark) => mark.index))].join(" ");
    return span;
  }

  /* The leaves */

  function drawLeaves() {
    const systems = selected().filter((system) => system !== null);
    const body = make("tbody");
    let group = null;
    article.rows.forEach((row, index) => {
      const cells = systems.map((system) => cellOf(row, system));
      const isSilent = !row[GOLD] && cells.every((cell) => cell === null);
      if (isSilent || (!all.checked && index !== chosen && cells.every(isRight))) return;
      if (row[GROUP] !== group) {
        group = row[GROUP];
        body.append(heading(row, systems.length));
      }
      body.append(...leafRows(row, index, cells));
    });
    const head = ["leaf", "gold", ...systems.map((system) => content.systems[system])];
    const cells = head.map((title) => {
      const cell = make("th", "", title);
      cell.scope = "col";
      return cell;
    });
    const table = make("table", "compared", make("thead", "", make("tr", "", ...cells)), body);
    const nothing = make("p", "empty", "Every leaf of this article is right.");
    side.replaceChildren(body.childElementCount ? table : nothing);
  }

  function heading(row, nSystems) {
    const kind = row[FIELD].split(".")[0];
    const cell = make("th", "", kind);
    if (row[ITEM]) cell.append(" ", make("bdi", "", row[ITEM]));
    cell.colSpan = 2 + nSystems;
    cell.scope = "rowgroup";
    return make("tr", "item", cell);
  }

  function leafRows(row, index, cells) {
    const button = make("button", "", row[FIELD].split(".").slice(1).join(" "));
    button.type = "button";
    button.dataset.row = index;
    button.setAttribute("aria-expanded", String(index === chosen));
    const gold = make("td", "", make("bdi", "", row[GOLD] || "–"));
    const line = make("tr", "", make("td", "", button), gold, ...cells.map((cell) => answer(cell, row)));
    if (index !== chosen) return [line];
    line.classList.add("chosen");
    const also = row[ALSO].map((other) => `Gold takes ${other} as well.`);
    const reasons = [...also, ...new Set(cells.filter(Boolean).flatMap((cell) => [...cell[WHY], ...cell[MISTAKES]]))];
    if (!reasons.length) return [line];
    const why = make("td", "", ...reasons.map((reason) => make("span", "note", reason)));
    why.colSpan = 2 + cells.length;
    return [line, make("tr", "why chosen", why)];
  }

  function answer(cell, row) {
    if (cell === null) return make("td", "", make("span", "none", row[GOLD] ? "" : "–"));
    if (cell[VERDICT] === "correct") {
      const tick = make("span", "tick-mark", cell[IS_STRICT] ? "✓" : "≈");
      tick.setAttribute("aria-label", cell[IS_STRICT] ? "right" : "alike");
      tick.setAttribute("role", "img");
      return make("td", "", tick, ...(cell[IS_STRICT] ? [] : [" ", make("bdi", "", cell[SAID])]));
    }
    const verdict = make("span", `verdict-${cell[VERDICT]}`, cell[VERDICT]);
    return make("td", "", ...(cell[SAID] ? [make("bdi", "", cell[SAID]), " "] : []), verdict);
  }

  /* Choosing */

  function scrollInside(pane, element) {
    const [box, line] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
    if (line.top < box.top + 30 || line.bottom > box.bottom) {
      pane.scrollTop += line.top - box.top - box.height / 3;
    }
  }

  function choose(index) {
    chosen = index === chosen ? null : index;
    drawLeaves();
    light();
    const button = side.querySelector(`[data-row="${index}"]`);
    if (button) {
      button.focus({ preventScroll: true });
      scrollInside(side, button);
    }
  }

  function light() {
    text.querySelectorAll(".lit").forEach((mark) => mark.classList.remove("lit"));
    if (chosen === null) return;
    const spans = places().filter((place) => place.index === chosen).map((place) => place.span);
    let at = 0;
    const lit = [];
    text.childNodes.forEach((node) => {
      const start = at;
      at += Array.from(node.textContent).length;
      if (spans.some(([low, high]) => low <= start && at <= high)) lit.push(node);
    });
    lit.forEach((mark) => mark.classList.add("lit"));
    if (lit.length) scrollInside(text, lit[0]);
  }

  function draw() {
    const [a, b] = selected();
    const entries = [["gold", make("span", "mark gold begins ends", "outlined")]];
    [["in-a", a], ["in-b", b]].forEach(([by, system]) => {
      if (system === null) return;
      const sample = make("span", `mark ${by}`, "underlined");
      sample.style.setProperty(by === "in-a" ? "--a" : "--b", `var(--c${system % 8})`);
      entries.push([content.systems[system], sample]);
    });
    entries.push(["not right", make("span", "mark not-right", "tinted")]);
    legend.replaceChildren(...entries.map(([title, sample]) => make("li", "", sample, ` ${title}`)));
    drawText();
    drawLeaves();
    light();
  }

  function open(number) {
    article = content.articles[number];
    chosen = null;
    viewer.hidden = false;
    byId("article-title").textContent = article.name;
    text.scrollTop = 0;
    side.scrollTop = 0;
    draw();
    viewer.scrollIntoView({ block: "start" });
    byId("article-title").focus({ preventScroll: true });
  }

  offer(first, "0", false);
  offer(second, content.systems.length > 1 ? "1" : "", true);
  all.addEventListener("change", () => draw());

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-article]");
    if (link) {
      event.preventDefault();
      open(Number(link.dataset.article));
      return;
    }
    const button = event.target.closest("#side [data-row]");
    if (button) choose(Number(button.dataset.row));
    const mark = event.target.closest("#text .mark");
    if (mark) choose(Number(mark.dataset.rows.split(" ")[0]));
  });
})();
