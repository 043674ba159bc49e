// The record as a form: every value at its place, with what the checks say of it.

import { button, make, reveal, select } from "./dom.js";
import { Fields } from "./fields.js";
import { depth, first, items } from "./leaves.js";
import { GROUPS } from "./slots.js";
import { eventChoices, itemChoices } from "./text_choices.js";

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
    this.fields = new Fields(review, ui, (key) => this.focusKey(key));
    this.lately = null; // the item that was last touched
    body.addEventListener("focusin", (event) => this.#touched(event, true));
    body.addEventListener("pointerover", (event) => this.#touched(event, false));
  }

  draw() {
    const { record } = this.review;
    const kept = this.#focus();
    const top = this.pane.scrollTop;
    const parts = record.event
      ? [
          this.#event(record.event),
          ...Object.keys(GROUPS).map((list) => this.#list(list, record[list])),
        ]
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
    const texts = ["name", "activity", "host", "place"].map((field) =>
      this.fields.optional(`/event/${field}`, field),
    );
    return section(
      "Event",
      this.fields.menuButton("Change the event", menu, "/event"),
      make(
        "div.leaves",
        {},
        texts[0],
        this.fields.members("/event/aliases", "other names"),
        ...texts.slice(1),
        make(
          "div.pair",
          {},
          this.fields.date("start_date", "from"),
          this.fields.date("end_date", "to"),
        ),
        this.fields.choice("/event/stage", this.review.session.choices.stage, { label: "stage" }),
        this.fields.members("/event/industries", "industries"),
      ),
      make(
        "div.total",
        { data: { at: "/event/total" } },
        make("h3", {}, "Total"),
        this.fields.values("/event/total", event.total),
      ),
    );
  }

  #list(list, found) {
    const add = () =>
      this.ui.askPassage({
        title: list === "projects" ? "The project’s name" : "The label: the words that name it",
        near: this.ui.placeOf(null),
        done: (span) => this.review.edit({ op: "add_item", list, span }),
      });
    const title = make("span", {}, GROUPS[list], make("span.count", {}, ` ${found.length}`));
    const rows = items(this.review.record)
      .filter((item) => item.list === list)
      .map((item) => this.#item(item, found[item.index]));
    const plus = button(".quiet", `+ ${SINGLE[list]}`, add, { data: { key: `add-${list}` } });
    return section(
      title,
      plus,
      rows.length ? make("ul.items", {}, ...rows) : make("p.none", {}, "None."),
    );
  }

  #item(item, content) {
    const menu = () => itemChoices(this.review, item, this.ui);
    const { review } = this;
    const words = `${item.tag} ${item.words}`;
    const deep = item.list === "shares" ? depth(content, review.record.shares) : 0;
    const isChanged = review.article.changed.some((each) =>
      `${each}/`.startsWith(`${item.pointer}/`),
    );
    const marks = `.depth-${deep}${isChanged ? ".changed" : ""}`;
    return make(
      `li.item${marks}`,
      { data: { at: item.pointer } },
      make(
        "div.item-head",
        {},
        make("span.tag", { "aria-hidden": "true" }, item.tag),
        this.fields.text(item.naming, `${item.naming.split("/").pop()} of ${item.tag}`, {
          isBare: true,
        }),
        this.fields.menuButton(`Change ${words}`, menu, item.pointer),
      ),
      ...this.#details(item, content),
      this.fields.values(item.pointer, content),
    );
  }

  #details({ list, pointer, tag }, content) {
    if (list === "shares") return [this.#grouping(pointer, tag, content)];
    if (list === "agreements") return [this.fields.members(`${pointer}/parties`, "parties")];
    const { shares } = this.review.record;
    const named = (id) => `${id} ${first(shares.find((share) => share.id === id)?.label) ?? ""}`;
    const memberships = content.shares.map((id, index) =>
      this.fields.removable(
        `${pointer}/shares/${index}`,
        make("span.member", {}, "one of ", make("bdi", {}, named(id))),
        named(id),
      ),
    );
    return [
      make(
        "div.leaves",
        {},
        this.fields.members(`${pointer}/investors`, "investors"),
        this.fields.optional(`${pointer}/place`, "place"),
        this.fields.optional(`${pointer}/industry`, "industry"),
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
      this.fields.choice(`${pointer}/dimension`, choices.dimension, {
        label: `dimension of ${tag}`,
        isBare: true,
      }),
      this.fields.choice(`${pointer}/of`, [["", "part of the total"], ...parts], {
        label: `what ${tag} is part of`,
        isBare: true,
      }),
      this.fields.choice(`${pointer}/stage`, [["", "stage as the event"], ...choices.stage], {
        label: `stage of ${tag}`,
        isBare: true,
      }),
    );
  }

  #source() {
    const { source } = this.review.article;
    const { choices } = this.review.session;
    const set = (name) => (value) => this.review.edit({ op: "set_source", [name]: value || null });
    const pick = (name, options) =>
      select([["", "unknown"], ...options.map((each) => [each, each])], source[name], set(name), {
        data: { key: `source-${name}` },
      });
    const day = make("input", {
      type: "date",
      value: source.published,
      data: { key: "source-published" },
    });
    day.addEventListener("change", () => set("published")(day.value));
    const traits = make("input", {
      type: "text",
      value: source.traits.join(", "),
      data: { key: "source-traits" },
    });
    const split = () =>
      traits.value
        .split(",")
        .map((trait) => trait.trim())
        .filter(Boolean);
    traits.addEventListener("change", () =>
      this.review.edit({ op: "set_source", traits: split() }),
    );
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

  /* Focus and places */

  #focus() {
    const { activeElement } = document;
    if (!this.body.contains(activeElement)) return null;
    const { selectionStart, selectionEnd, value, defaultValue, dataset } = activeElement;
    return {
      key: dataset.key,
      selectionStart,
      selectionEnd,
      typed: value !== defaultValue ? value : null,
    };
  }

  #refocus(kept) {
    if (!kept || document.activeElement !== document.body) return;
    if (!this.focusKey(kept.key)) this.pane.focus({ preventScroll: true });
    const { activeElement } = document;
    if (activeElement.tagName === "TEXTAREA")
      activeElement.setSelectionRange(kept.selectionStart, kept.selectionEnd);
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
      if (withFocus)
        element.querySelector("textarea, input, button, select")?.focus({ preventScroll: true });
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
    if (scroll || !this.body.contains(document.activeElement))
      this.ui.lightPlace(pointer, { scroll });
  }
}

function section(title, tool, ...content) {
  return make(
    "section.part",
    {},
    make("div.part-head", {}, make("h2", {}, title), tool),
    ...content,
  );
}

function wrapped(label, field) {
  return make("label.leaf", {}, make("span.name", {}, label), make("div.input", {}, field));
}
