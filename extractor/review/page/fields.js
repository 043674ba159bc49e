// The fields of the record: every value as a control, with what the checks say of it.

import { button, make, select } from "./dom.js";
import { at, first, plain, plainly, readings } from "./leaves.js";
import { openMenu } from "./menu.js";

const NEEDED = /^\/(shares|agreements)\/\d+\/label$|^\/projects\/\d+\/name$|\/(measure|unit)$/;

export class Fields {
  /**
   * @param {Review} review
   * @param {Object} ui the steps that a choice can lead to, and ways to show things
   * @param {function(string)} refocus gives the focus to the control of a key
   */
  constructor(review, ui, refocus) {
    this.review = review;
    this.ui = ui;
    this.refocus = refocus;
  }

  /** A text that may be absent: where it is, it is offered by the item's menu. */
  optional(pointer, label) {
    return at(this.review.record, pointer) === null ? null : this.text(pointer, label);
  }

  text(pointer, label, { isBare = false } = {}) {
    const value = at(this.review.record, pointer);
    const field = make("textarea", {
      rows: "1",
      lang: this.ui.language(),
      spellcheck: "false",
      ...this.#naming(pointer),
    });
    field.value = first(value) ?? "";
    field.defaultValue = field.value;
    const commit = () => {
      const text = field.value.trim();
      if (text !== field.defaultValue)
        this.review.edit({ op: "set_text", at: pointer, text: text || null });
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
    const more =
      others > 0 ? make("span.also", {}, `or ${others} other${others > 1 ? "s" : ""}`) : null;
    const menu = this.menuButton(
      `Change this ${label}`,
      () => this.#textChoices(pointer, label),
      `${pointer}-menu`,
    );
    menu.classList.add("shy");
    return this.#leaf(pointer, label, isBare, field, more, menu);
  }

  #textChoices(pointer, label) {
    const { review, ui } = this;
    const value = at(review.record, pointer);
    const name = review.article.fields[pointer]?.name ?? label;
    const isNeeded = NEEDED.test(pointer);
    const select = () =>
      ui.askPassage({
        title: name,
        near: ui.placeOf(pointer),
        done: (span) => review.edit({ op: "set_text", at: pointer, span }),
      });
    return [
      { group: "Text", label: "select it in the article", run: select },
      { group: "Text", label: "show it in the article", run: () => ui.showPlace(pointer) },
      {
        group: "Text",
        label: "several right readings",
        run: () => ui.askReadings(pointer, name, readings(value)),
      },
      ...(isNeeded
        ? []
        : [
            {
              group: "End",
              label: "take it out",
              also: "remove delete empty",
              run: () => review.edit({ op: "remove", at: pointer }),
            },
          ]),
    ];
  }

  date(field, label) {
    const pointer = `/event/${field}`;
    const input = make("input", {
      type: "text",
      placeholder: "YYYY-MM-DD",
      ...this.#naming(pointer),
    });
    input.value = first(this.review.record.event[field]) ?? "";
    input.addEventListener("change", () =>
      this.review.edit({ op: "set_date", at: pointer, value: input.value.trim() || null }),
    );
    return this.#leaf(pointer, label, false, input);
  }

  choice(pointer, choices, { label, isBare = false }) {
    const pairs = choices.map((each) => (Array.isArray(each) ? each : [each, plain(each)]));
    const set = (value) =>
      this.review.edit({ op: "set_choice", at: pointer, value: value || null });
    const element = select(pairs, at(this.review.record, pointer), set, this.#naming(pointer));
    return this.#leaf(pointer, label, isBare, element);
  }

  members(pointer, label) {
    const found = at(this.review.record, pointer);
    if (!found.length) return null;
    const single = (index) =>
      this.text(`${pointer}/${index}`, `${label} ${index + 1}`, { isBare: true });
    return make(
      "div.leaf.many",
      { role: "group", "aria-label": label },
      make("span.name", { "aria-hidden": "true" }, label),
      make("div.chips", {}, ...found.map((_, index) => single(index))),
    );
  }

  /** The figures of the total or of an item. */
  values(pointer, holder) {
    const { choices } = this.review.session;
    const kind = (amount, where) =>
      this.choice(`${where}/kind`, choices.kind, { label: "kind of amount", isBare: true });
    const of = (percent, where) => {
      const bases = choices.of.map((base) => [
        base,
        base === "count" ? "of the number" : "of the investment",
      ]);
      return this.choice(`${where}/of`, bases, {
        label: "what the percentage is of",
        isBare: true,
      });
    };
    const target = (where) => {
      const [unit, measure] = ["unit", "measure"].map((name) =>
        this.text(`${where}/${name}`, name, { isBare: true }),
      );
      return make("span.with", {}, measure, unit);
    };
    const chips = [
      holder.count ? this.#figure(`${pointer}/count`) : null,
      ...(holder.amounts ?? []).map((amount, index) =>
        this.#amount(amount, `${pointer}/amounts/${index}`, kind),
      ),
      ...(holder.percents ?? []).map((percent, index) =>
        this.#figure(`${pointer}/percents/${index}`, of(percent, `${pointer}/percents/${index}`)),
      ),
      ...(holder.targets ?? []).map((_, index) =>
        this.#figure(`${pointer}/targets/${index}`, target(`${pointer}/targets/${index}`)),
      ),
    ].filter(Boolean);
    return make("div.chips", {}, ...(chips.length ? chips : [make("span.none", {}, "no figure")]));
  }

  #amount(amount, pointer, kind) {
    const same = amount.equivalents.map((_, index) =>
      this.#figure(`${pointer}/equivalents/${index}`),
    );
    return make(
      "div.chips.amount",
      {},
      this.#figure(pointer, kind(amount, pointer)),
      ...same.flatMap((each) => ["=", each]),
    );
  }

  #figure(pointer, extra = null) {
    const field = this.review.article.fields[pointer];
    const settings = { title: field?.exact, ...this.#naming(pointer) };
    const value = button(
      ".figure-value",
      make("bdi", {}, field?.text ?? "?"),
      () => this.ui.showPlace(pointer, true),
      settings,
    );
    return this.removable(pointer, make("span.with", {}, value, extra), field?.name ?? pointer);
  }

  removable(pointer, content, name) {
    const remove = button(".icon", "×", () => this.review.edit({ op: "remove", at: pointer }), {
      "aria-label": `Take out: ${name}`,
      data: { key: `${pointer}-remove` },
    });
    const { state, words } = this.#remark(pointer);
    return make(
      "div.chip",
      { data: { at: pointer, state } },
      content,
      remove,
      remarkElement(pointer, words),
    );
  }

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
    const words = state === "plain" ? [] : field.checks.map(plainly);
    if (kept.includes(pointer)) words.push("Not found in the text.");
    return { state: state === "plain" && words.length ? "finding" : state, words };
  }

  #naming(pointer) {
    const { words } = this.#remark(pointer);
    const id = idOf(pointer);
    return { id, "aria-describedby": words.length ? `${id}-remark` : null, data: { key: pointer } };
  }

  menuButton(title, choices, key) {
    const open = () =>
      openMenu({
        at: element.getBoundingClientRect(),
        title,
        options: choices(),
        closed: () => this.refocus(key),
      });
    const element = button(".icon.more", "⋯", open, {
      "aria-label": title,
      "aria-haspopup": "listbox",
      data: { key },
    });
    return element;
  }
}

const idOf = (pointer) => `at${pointer.replaceAll("/", "-")}`;

function remarkElement(pointer, words) {
  return words.length ? make("p.remark", { id: `${idOf(pointer)}-remark` }, words.join(" ")) : null;
}
