// The record as a form: every value at its place, with what the checks say of it.

import { eventChoices, itemChoices } from "./choices.js";
import { button, make, reveal, select } from "./dom.js";
import { at, depth, first, items, plain, readings } from "./leaves.js";
import { openMenu } from "./menu.js";

const TITLES = { shares: "Shares", projects: "Projects", agreements: "Agreements" };
const SINGLE = { shares: "share", projects: "project", agreements: "agreement" };

export class RecordView {
  /**
   * @param {HTMLElement} pane what scrolls
   * @param {HTMLElement} body what holds the form
   * @param {Review} review
   * @param {Object} ui the steps that a choice can lead to, and ways to show things
   */
  constructor(pane, body, review, ui) {
    this.pane = pane;
    this.body = body;
    this.review = review;
    this.ui = ui;
    this.lately = null; // the item that was last touched
    body.addEventListener("focusin", (event) => this.#touched(event, true));
    body.addEventListener("pointerover", (event) => this.#touched(event, false));
  }

  draw() {
    const { record } = this.review;
    const kept = this.#focus();
    const top = this.pane.scrollTop;
    const parts = record.event
      ? [this.#event(record.event), ...Object.keys(TITLES).map((list) => this.#list(list, record[list]))]
      : [this.#noEvent()];
    this.body.replaceChildren(...parts, this.#source());
    this.pane.scrollTop = top;
    this.#refocus(kept);
  }

  /* Sections */

  #noEvent() {
    const name = () =>
      this.ui.askPassage({
        title: "The name of the event",
        near: null,
        done: (span) => this.review.edit({ op: "add_event", span }),
      });
    return section(
      "Event",
      null,
      make("p.explain", {}, "The article reports no event: the record is empty."),
      make("p.actions", {}, button("", "There is one: name it", name)),
    );
  }

  #event(event) {
    const menu = () => eventChoices(this.review, this.ui);
    const texts = ["name", "activity", "host", "place"].map((field) => this.#optional(`/event/${field}`, field));
    return section(
      "Event",
      this.#menuButton("Change the event", menu, "/event"),
      make(
        "div.leaves",
        {},
        texts[0],
        this.#members("/event/aliases", "other names"),
        ...texts.slice(1),
        make("div.pair", {}, this.#date("start_date", "from"), this.#date("end_date", "to")),
        this.#choice("/event/stage", this.review.session.choices.stage, { label: "stage" }),
        this.#members("/event/industries", "industries"),
      ),
      make("div.total", { data: { at: "/event/total" } }, make("h3", {}, "Total"), this.#values("/event/total", event.total)),
    );
  }

  #list(list, found) {
    const add = () =>
      this.ui.askPassage({
        title: list === "projects" ? "The project’s name" : "The label: the words that name it",
        near: this.ui.placeOf(null),
        done: (span) => this.review.edit({ op: "add_item", list, span }),
      });
    const title = make("span", {}, TITLES[list], make("span.count", {}, ` ${found.length}`));
    const rows = items(this.review.record)
      .filter((item) => item.list === list)
      .map((item) => this.#item(item, found[item.index]));
    const plus = button(".quiet", `+ ${SINGLE[list]}`, add, { data: { key: `add-${list}` } });
    return section(title, plus, rows.length ? make("ul.items", {}, ...rows) : make("p.none", {}, "None."));
  }

  #item(item, content) {
    const menu = () => itemChoices(this.review, item, this.ui);
    const { review } = this;
    const words = `${item.tag} ${item.words}`;
    const deep = item.list === "shares" ? depth(content, review.record.shares) : 0;
    const marks = [`.depth-${deep}`, review.article.changed.includes(item.pointer) ? ".changed" : ""].join("");
    return make(
      `li.item${marks}`,
      { data: { at: item.pointer } },
      make(
        "div.item-head",
        {},
        make("span.tag", { "aria-hidden": "true" }, item.tag),
        this.#text(item.naming, `${item.naming.split("/").pop()} of ${item.tag}`, { isBare: true }),
        this.#menuButton(`Change ${words}`, menu, item.pointer),
      ),
      ...this.#details(item, content),
      this.#values(item.pointer, content),
    );
  }

  #details({ list, pointer, tag }, content) {
    if (list === "shares") return [this.#grouping(pointer, tag, content)];
    if (list === "agreements") return [this.#members(`${pointer}/parties`, "parties")];
    const { shares } = this.review.record;
    const named = (id) => `${id} ${first(shares.find((share) => share.id === id)?.label) ?? ""}`;
    const memberships = content.shares.map((id, index) =>
      this.#removable(`${pointer}/shares/${index}`, make("span.member", {}, "one of ", make("bdi", {}, named(id))), named(id)),
    );
    return [
      make(
        "div.leaves",
        {},
        this.#members(`${pointer}/investors`, "investors"),
        this.#optional(`${pointer}/place`, "place"),
        this.#optional(`${pointer}/industry`, "industry"),
      ),
      memberships.length ? make("div.chips", {}, ...memberships) : null,
    ];
  }

  #grouping(pointer, tag, share) {
    const { choices } = this.review.session;
    const others = this.review.record.shares.filter(({ id }) => id !== share.id);
    const parts = others.map(({ id, label }) => [id, `part of ${id} ${first(label)}`]);
    return make(
      "div.grouping",
      {},
      this.#choice(`${pointer}/dimension`, choices.dimension, { label: `dimension of ${tag}`, isBare: true }),
      this.#choice(`${pointer}/of`, [["", "part of the total"], ...parts], { label: `what ${tag} is part of`, isBare: true }),
      this.#choice(`${pointer}/stage`, [["", "stage as the event"], ...choices.stage], { label: `stage of ${tag}`, isBare: true }),
    );
  }

  #source() {
    const { source } = this.review.article;
    const { choices } = this.review.session;
    const set = (name) => (value) => this.review.edit({ op: "set_source", [name]: value || null });
    const pick = (name, options) =>
      select([["", "unknown"], ...options.map((each) => [each, each])], source[name], set(name), { data: { key: `source-${name}` } });
    const day = make("input", { type: "date", value: source.published, data: { key: "source-published" } });
    day.addEventListener("change", () => set("published")(day.value));
    const traits = make("input", { type: "text", value: source.traits.join(", "), data: { key: "source-traits" } });
    const split = () => traits.value.split(",").map((trait) => trait.trim()).filter(Boolean);
    traits.addEventListener("change", () => this.review.edit({ op: "set_source", traits: split() }));
    return section(
      "Source",
      null,
      make(
        "div.leaves.source",
        {},
        wrapped("language", pick("language", choices.language)),
        wrapped("published", day),
        wrapped("origin", pick("origin", choices.origin)),
        wrapped("traits", traits),
      ),
    );
  }

  /* Values */

  /** A text that may be absent: where it is, it is offered by the item's menu. */
  #optional(pointer, label) {
    return at(this.review.record, pointer) === null ? null : this.#text(pointer, label);
  }

  #text(pointer, label, { isBare = false } = {}) {
    const value = at(this.review.record, pointer);
    const field = make("textarea", { rows: "1", lang: this.ui.language(), spellcheck: "false", ...this.#naming(pointer) });
    field.value = first(value) ?? "";
    field.defaultValue = field.value;
    const commit = () => {
      const text = field.value.trim();
      if (text !== field.defaultValue) this.review.edit({ op: "set_text", at: pointer, text: text || null });
    };
    field.addEventListener("change", commit);
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Enter") {
        event.preventDefault();
        commit();
      }
      if (event.key === "Escape") field.value = field.defaultValue;
    });
    const others = readings(value).length - 1;
    const more = others > 0 ? make("span.also", {}, `or ${others} other${others > 1 ? "s" : ""}`) : null;
    const menu = this.#menuButton(`Change this ${label}`, () => this.#textChoices(pointer, label), `${pointer}-menu`);
    menu.classList.add("shy");
    return this.#leaf(pointer, label, isBare, field, more, menu);
  }

  #textChoices(pointer, label) {
    const { review, ui } = this;
    const value = at(review.record, pointer);
    const name = review.article.fields[pointer]?.name ?? label;
    const isNeeded = /^\/(shares|agreements)\/\d+\/label$|^\/projects\/\d+\/name$|\/(measure|unit)$/.test(pointer);
    const select = () =>
      ui.askPassage({ title: name, near: ui.placeOf(pointer), done: (span) => review.edit({ op: "set_text", at: pointer, span }) });
    return [
      { group: "Text", label: "select it in the article", run: select },
      { group: "Text", label: "show it in the article", run: () => ui.showPlace(pointer) },
      { group: "Text", label: "several right readings", run: () => ui.askReadings(pointer, name, readings(value)) },
      ...(isNeeded ? [] : [{ group: "End", label: "take it out", also: "remove delete empty", run: () => review.edit({ op: "remove", at: pointer }) }]),
    ];
  }

  #date(field, label) {
    const pointer = `/event/${field}`;
    const input = make("input", { type: "text", placeholder: "YYYY-MM-DD", ...this.#naming(pointer) });
    input.value = first(this.review.record.event[field]) ?? "";
    input.addEventListener("change", () => this.review.edit({ op: "set_date", at: pointer, value: input.value.trim() || null }));
    return this.#leaf(pointer, label, false, input);
  }

  #choice(pointer, choices, { label, isBare = false }) {
    const pairs = choices.map((each) => (Array.isArray(each) ? each : [each, plain(each)]));
    const set = (value) => this.review.edit({ op: "set_choice", at: pointer, value: value || null });
    const element = select(pairs, at(this.review.record, pointer), set, this.#naming(pointer));
    return this.#leaf(pointer, label, isBare, element);
  }

  #members(pointer, label) {
    const found = at(this.review.record, pointer);
    if (!found.length) return null;
    const single = (index) => this.#text(`${pointer}/${index}`, `${label} ${index + 1}`, { isBare: true });
    return make(
      "div.leaf.many",
      { role: "group", "aria-label": label },
      make("span.name", { "aria-hidden": "true" }, label),
      make("div.chips", {}, ...found.map((_, index) => single(index))),
    );
  }

  /** The figures of the total or of an item. */
  #values(pointer, holder) {
    const { choices } = this.review.session;
    const kind = (amount, where) => this.#choice(`${where}/kind`, choices.kind, { label: "kind of amount", isBare: true });
    const of = (percent, where) => {
      const bases = choices.of.map((base) => [base, base === "count" ? "of the number" : "of the investment"]);
      return this.#choice(`${where}/of`, bases, { label: "what the percentage is of", isBare: true });
    };
    const target = (_, where) => this.#text(`${where}/measure`, "measure", { isBare: true });
    const chips = [
      holder.count ? this.#figure(`${pointer}/count`) : null,
      ...(holder.amounts ?? []).map((amount, index) => this.#amount(amount, `${pointer}/amounts/${index}`, kind)),
      ...(holder.percents ?? []).map((percent, index) => this.#figure(`${pointer}/percents/${index}`, of(percent, `${pointer}/percents/${index}`))),
      ...(holder.targets ?? []).map((each, index) => this.#figure(`${pointer}/targets/${index}`, target(each, `${pointer}/targets/${index}`))),
    ].filter(Boolean);
    return make("div.chips", {}, ...(chips.length ? chips : [make("span.none", {}, "no figure")]));
  }

  #amount(amount, pointer, kind) {
    const same = amount.equivalents.map((_, index) => this.#figure(`${pointer}/equivalents/${index}`));
    return make("div.chips.amount", {}, this.#figure(pointer, kind(amount, pointer)), ...same.flatMap((each) => ["=", each]));
  }

  #figure(pointer, extra = null) {
    const field = this.review.article.fields[pointer];
    const settings = { title: field?.exact, ...this.#naming(pointer) };
    const value = button(".figure-value", make("bdi", {}, field?.text ?? "?"), () => this.ui.showPlace(pointer, true), settings);
    return this.#removable(pointer, make("span.with", {}, value, extra), field?.name ?? pointer);
  }

  #removable(pointer, content, name) {
    const remove = button(".icon", "×", () => this.review.edit({ op: "remove", at: pointer }), {
      "aria-label": `Take out: ${name}`,
      data: { key: `${pointer}-remove` },
    });
    const { state, words } = this.#remark(pointer);
    return make("div.chip", { data: { at: pointer, state } }, content, remove, remarkElement(pointer, words));
  }

  /* What is said of a value */

  #leaf(pointer, label, isBare, field, ...more) {
    const { state, words } = this.#remark(pointer);
    const name = make(`label.name${isBare ? ".unseen" : ""}`, { for: field.id }, label);
    return make(
      `div.leaf${isBare ? ".bare" : ""}`,
      { data: { at: pointer, state } },
      name,
      make("div.input", {}, field, ...more),
      remarkElement(pointer, words),
    );
  }

  #remark(pointer) {
    const { fields, kept } = this.review.article;
    const field = fields[pointer];
    const state = field?.state ?? "plain";
    const words = state === "plain" ? [] : [...field.checks];
    if (kept.includes(pointer)) words.push("Not found in the text.");
    return { state: state === "plain" && words.length ? "finding" : state, words };
  }

  #naming(pointer) {
    const { words } = this.#remark(pointer);
    const id = idOf(pointer);
    return { id, "aria-describedby": words.length ? `${id}-remark` : null, data: { key: pointer } };
  }

  #menuButton(title, choices, key) {
    const open = () =>
      openMenu({ at: element.getBoundingClientRect(), title, options: choices(), closed: () => this.focusKey(key) });
    const element = button(".icon.more", "⋯", open, { "aria-label": title, "aria-haspopup": "listbox", data: { key } });
    return element;
  }

  /* Focus and places */

  #focus() {
    const { activeElement } = document;
    if (!this.body.contains(activeElement)) return null;
    const { selectionStart, selectionEnd, value, defaultValue, dataset } = activeElement;
    return { key: dataset.key, selectionStart, selectionEnd, typed: value !== defaultValue ? value : null };
  }

  #refocus(kept) {
    if (!kept || document.activeElement !== document.body) return;
    if (!this.focusKey(kept.key)) this.pane.focus({ preventScroll: true });
    const { activeElement } = document;
    if (activeElement.tagName === "TEXTAREA") activeElement.setSelectionRange(kept.selectionStart, kept.selectionEnd);
  }

  /** Give the focus to the control of this key; return whether it is there. */
  focusKey(key) {
    const element = key && this.body.querySelector(`[data-key="${CSS.escape(key)}"]`);
    element?.focus({ preventScroll: true });
    return Boolean(element);
  }

  /** Bring what stands at a pointer into view, with the focus if it is asked for. */
  show(pointer, { withFocus = false } = {}) {
    if (withFocus) this.ui.reach("record");
    for (let each = pointer; each; each = each.slice(0, each.lastIndexOf("/"))) {
      const element = this.body.querySelector(`[data-at="${CSS.escape(each)}"]`);
      if (!element) continue;
      reveal(element, this.pane);
      this.light([each]);
      if (withFocus) element.querySelector("textarea, input, button, select")?.focus({ preventScroll: true });
      return;
    }
  }

  light(pointers) {
    for (const element of this.body.querySelectorAll(".lit")) element.classList.remove("lit");
    for (const pointer of pointers) {
      this.body.querySelector(`[data-at="${CSS.escape(pointer)}"]`)?.classList.add("lit");
    }
  }

  #touched(event, scroll) {
    const pointer = event.target.closest("[data-at]")?.dataset.at;
    if (!pointer) return;
    if (scroll) this.lately = pointer.split("/").slice(0, 3).join("/");
    if (scroll || !this.body.contains(document.activeElement)) this.ui.lightPlace(pointer, { scroll });
  }
}

const idOf = (pointer) => `at${pointer.replaceAll("/", "-")}`;

function section(title, tool, ...content) {
  return make("section.part", {}, make("div.part-head", {}, make("h2", {}, title), tool), ...content);
}

function wrapped(label, field) {
  return make("label.leaf", {}, make("span.name", {}, label), make("div.input", {}, field));
}

function remarkElement(pointer, words) {
  return words.length ? make("p.remark", { id: `${idOf(pointer)}-remark` }, words.join(" ")) : null;
}
