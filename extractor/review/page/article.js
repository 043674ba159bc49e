// The article: its text in blocks, every figure and every quoted name marked in it.
// A block gets its marks when it comes near the window; until then it is plain text, so that a
// megabyte opens at once.

import { make, reveal } from "./dom.js";
import { blocks, Offsets } from "./text.js";

export class ArticleView {
  /**
   * @param {HTMLElement} pane what scrolls
   * @param {HTMLElement} body what holds the text
   * @param {{chosen: function(number), picked: function(number), passed: function(string[]), reached: function()}} hooks
   *   a figure became the current one; it was clicked; a quoted name was clicked; the article is to be seen
   */
  constructor(pane, body, hooks) {
    this.pane = pane;
    this.body = body;
    this.hooks = hooks;
    this.figures = [];
    this.byId = new Map();
    this.current = null;
    this.lit = [];
    this.near = new IntersectionObserver((seen) => this.#see(seen), {
      root: pane,
      rootMargin: "600px",
    });
    body.addEventListener("click", (event) => this.#click(event));
    body.addEventListener("focusin", (event) => this.#focused(event));
  }

  /** Take a text to show; its marks come with `paint`. */
  open(text, language) {
    this.text = text;
    this.offsets = new Offsets(text);
    this.language = language;
    this.blocks = null;
    this.current = null;
    this.lit = [];
  }

  /**
   * Mark figures and quoted names; spans are in code points.
   * @param {Array<{id, start, end, role, words}>} figures in order; `words` say what each is
   * @param {Array<{start, end, field}>} quotes
   */
  paint(figures, quotes) {
    this.figures = figures.map((figure) => ({ ...figure, ...this.#units(figure) }));
    this.byId = new Map(this.figures.map((figure) => [figure.id, figure]));
    if (!this.blocks) this.#build();
    const cut = quotes
      .map((quote) => ({ ...quote, ...this.#units(quote) }))
      .sort((a, b) => a.from - b.from);
    this.#deal("figures", this.figures);
    this.#deal("quotes", cut);
    if (!this.byId.has(this.current)) this.current = this.figures[0]?.id ?? null;
    this.#redraw(this.blocks.filter(({ isMarked }) => isMarked));
  }

  #units({ start, end }) {
    return { from: this.offsets.toUnits(start), to: this.offsets.toUnits(end) };
  }

  #build() {
    const spans = blocks(
      this.text,
      this.figures.map(({ from, to }) => [from, to]),
    );
    this.blocks = spans.map(([from, to]) => {
      const element = make("div.block", {}, this.text.slice(from, to));
      const block = { element, from, to, figures: [], quotes: [], isMarked: false, signature: "" };
      element.block = block;
      return block;
    });
    this.near.disconnect();
    this.body.lang = this.language;
    this.body.replaceChildren(...this.blocks.map(({ element }) => element));
    this.pane.scrollTop = 0;
    for (const { element } of this.blocks) this.near.observe(element);
  }

  /** Give every block the marks that touch it. */
  #deal(name, marks) {
    for (const block of this.blocks) block[name] = [];
    for (const mark of marks) for (const block of this.#blocksOf(mark)) block[name].push(mark);
  }

  /** The blocks that a span touches. */
  #blocksOf({ from, to }) {
    const touched = [];
    for (let at = this.#blockAt(from); this.blocks[at]?.from < to; at += 1)
      touched.push(this.blocks[at]);
    return touched;
  }

  #blockAt(unit) {
    let [low, high] = [0, this.blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.blocks[middle].from <= unit) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  #see(seen) {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting && !target.block.isMarked) this.#mark(target.block);
    }
  }

  #mark(block) {
    const lit = this.lit.filter(({ from, to }) => from < block.to && to > block.from);
    const signature = JSON.stringify([block.figures, block.quotes, lit]);
    if (block.isMarked && signature === block.signature) return;
    block.isMarked = true;
    block.signature = signature;
    block.element.replaceChildren(...this.#runs(block, lit));
  }

  /** Cut a block into figures and the text between them, each into pieces under the same quotes. */
  #runs(block, lit) {
    const runs = [];
    let at = block.from;
    for (const figure of block.figures) {
      runs.push(...this.#pieces(block, lit, at, figure.from));
      const pieces = this.#pieces(block, lit, figure.from, figure.to);
      runs.push(figureElement(figure, figure.id === this.current, pieces));
      at = figure.to;
    }
    runs.push(...this.#pieces(block, lit, at, block.to));
    return runs;
  }

  #pieces({ quotes }, lit, from, to) {
    const over = quotes.filter((quote) => quote.from < to && quote.to > from);
    const light = lit.filter((span) => span.from < to && span.to > from);
    const bounds = [...over, ...light]
      .flatMap((span) => [span.from, span.to])
      .filter((at) => at > from && at < to);
    const cuts = [...new Set([from, ...bounds, to])].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((start, index) => {
      const words = this.text.slice(start, cuts[index + 1]);
      const inside = ({ from: low, to: high }) => low <= start && start < high;
      const here = over.filter(inside).sort((a, b) => a.to - a.from - (b.to - b.from));
      const isLit = light.some(inside);
      if (!here.length && !isLit) return words;
      const kind = `span${here.length ? ".quoted" : ""}${isLit ? ".lit" : ""}`;
      return make(
        kind,
        { data: { fields: here.map(({ field }) => field).join(" ") || null } },
        words,
      );
    });
  }

  #element(id) {
    return id === null ? null : this.body.querySelector(`[data-figure="${id}"]`);
  }

  /** Let Tab reach the current figure, and only it: the others are a step from there. */
  #makeReachable() {
    this.body.querySelector(".figure[tabindex='0']")?.setAttribute("tabindex", "-1");
    const figure = this.byId.get(this.current);
    if (!figure) return;
    this.#mark(this.blocks[this.#blockAt(figure.from)]);
    this.#element(this.current)?.setAttribute("tabindex", "0");
  }

  /** Make a figure the current one, in view and with the focus, unless these are prevented. */
  focus(id, { preventFocus = false, preventScroll = false } = {}) {
    if (!this.byId.has(id)) return;
    if (!preventFocus) this.hooks.reached();
    this.current = id;
    this.#makeReachable();
    const element = this.#element(id);
    if (!preventScroll) reveal(element, this.pane);
    if (!preventFocus) element.focus({ preventScroll: true });
    this.hooks.chosen(id);
  }

  /** Go `by` figures on, among those that `fits`; around the end to the beginning. */
  step(by, fits = () => true) {
    const fitting = this.figures.filter((figure) => fits(figure) || figure.id === this.current);
    const at = fitting.findIndex(({ id }) => id === this.current);
    const found = fitting.at((at + by + fitting.length) % fitting.length);
    if (found && (fits(found) || by === 0)) this.focus(found.id);
    return Boolean(found && fits(found));
  }

  /** Light passages, in code points, and bring the first into view. */
  light(spans, { scroll = true } = {}) {
    const before = this.lit;
    this.lit = spans.map(([start, end]) => this.#units({ start, end }));
    this.#redraw([...before, ...this.lit].flatMap((span) => this.#blocksOf(span)));
    if (this.lit.length && scroll) this.#show(this.lit[0]);
  }

  /** Mark blocks anew; a figure that had the focus has it again. */
  #redraw(blocks) {
    const hadFocus = this.body.contains(document.activeElement);
    for (const block of blocks) this.#mark(block);
    this.#makeReachable();
    if (hadFocus && !this.body.contains(document.activeElement)) {
      this.#element(this.current)?.focus({ preventScroll: true });
    }
  }

  #show({ from }) {
    const block = this.blocks[this.#blockAt(from)];
    const place = block.element.querySelector(".lit") ?? block.element;
    reveal(place, this.pane);
  }

  /** The element of a figure, for a menu to open beside. */
  boxOf(id) {
    return this.#element(id)?.getBoundingClientRect() ?? this.pane.getBoundingClientRect();
  }

  /** Return the passage that is selected, in code points, or null. */
  selection() {
    const selected = document.getSelection();
    if (!selected.rangeCount || selected.isCollapsed) return null;
    const range = selected.getRangeAt(0);
    if (!this.body.contains(range.commonAncestorContainer)) return null;
    const [from, to] = this.#trimmed(
      this.#unitOf(range.startContainer, range.startOffset),
      this.#unitOf(range.endContainer, range.endOffset),
    );
    if (from >= to) return null;
    return {
      start: this.offsets.toPoints(from),
      end: this.offsets.toPoints(to),
      text: this.text.slice(from, to),
      box: range.getBoundingClientRect(),
    };
  }

  #trimmed(from, to) {
    const words = this.text.slice(from, to);
    return [to - words.trimStart().length, from + words.trimEnd().length];
  }

  #unitOf(node, offset) {
    if (node === this.body) return this.blocks[offset]?.from ?? this.text.length;
    const holder = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const { block } = holder.closest(".block") ?? {};
    if (!block) return 0;
    const before = document.createRange();
    before.setStart(block.element, 0);
    before.setEnd(node, offset);
    return block.from + before.toString().length;
  }

  #click(event) {
    if (this.selection()) return;
    const figure = event.target.closest(".figure");
    if (figure) {
      const id = Number(figure.dataset.figure);
      this.focus(id);
      this.hooks.picked(id);
      return;
    }
    const quoted = event.target.closest("[data-fields]");
    if (quoted) this.hooks.passed(quoted.dataset.fields.split(" "));
  }

  #focused(event) {
    const figure = event.target.closest(".figure");
    const id = figure ? Number(figure.dataset.figure) : null;
    if (id === null || id === this.current) return;
    this.current = id;
    this.#makeReachable();
    this.hooks.chosen(id);
  }
}

function figureElement({ id, role, words }, isCurrent, pieces) {
  const settings = {
    role: "button",
    tabindex: isCurrent ? "0" : "-1",
    "aria-haspopup": "listbox",
    "aria-description": words,
    data: { figure: id, role },
  };
  return make("span.figure", settings, ...pieces);
}
