// A menu with type-ahead: a combobox whose list narrows as one types (WAI-ARIA "combobox" pattern).

import { make } from "./dom.js";

let opened = null;
let count = 0;

/**
 * Open a menu beside an element.
 * @param {Object} menu
 * @param {{left: number, top: number, bottom: number}} menu.at the box that it is about
 * @param {string} menu.title what is chosen, in words
 * @param {Array<{group: string, label: string, hint?: string, also?: string, isChosen?: boolean, run: function()}>} menu.options
 *   `also` holds more words by which an option is found
 * @param {function()} menu.closed called when it shuts, with or without a choice
 */
export function openMenu({ at, title, options, closed }) {
  opened?.close();
  opened = new Menu(title, options, closed);
  opened.show(at);
}

class Menu {
  constructor(title, options, closed) {
    this.options = options;
    this.closed = closed;
    const id = `menu-${(count += 1)}`;
    this.list = make("ul.options", { id, role: "listbox", "aria-label": title });
    this.input = make("input", {
      type: "text",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: "Type to narrow",
      "aria-label": title,
      "aria-expanded": "true",
      "aria-controls": id,
      "aria-autocomplete": "list",
    });
    this.none = make("p.none", { role: "status" });
    this.box = make(
      "div.menu",
      { popover: "auto" },
      make("p.menu-title", {}, title),
      this.input,
      this.list,
      this.none,
    );
    this.input.addEventListener("input", () => this.narrow());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.click(event));
    this.box.addEventListener("toggle", (event) => event.newState === "closed" && this.close());
  }

  show(at) {
    document.body.append(this.box);
    this.box.showPopover();
    this.narrow();
    this.place(at);
    this.input.focus();
  }

  place(at) {
    if (window.matchMedia("(max-width: 560px)").matches) return; // a sheet at the foot, by the style
    const { width } = this.box.getBoundingClientRect();
    const [above, below] = [at.top - 14, innerHeight - at.bottom - 14];
    const isBelow = below >= Math.min(300, Math.max(above, 0));
    const room = Math.max(160, isBelow ? below : above);
    this.box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
    this.box.style.maxHeight = `${Math.min(460, room)}px`;
    if (isBelow) this.box.style.top = `${Math.min(at.bottom + 6, innerHeight - 168)}px`;
    else this.box.style.bottom = `${Math.max(8, innerHeight - at.top + 6)}px`;
  }

  narrow() {
    const words = this.input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ group, label, hint = "", also = "" }) => {
      const text = `${group} ${label} ${hint} ${also}`.toLowerCase();
      return words.every((word) => text.includes(word));
    };
    this.shown = this.options.filter(fits);
    const chosen = this.shown.findIndex((option) => option.isChosen);
    this.draw();
    this.light(words.length || chosen < 0 ? 0 : chosen);
  }

  draw() {
    let group = null;
    const rows = [];
    this.rows = this.shown.map((option) => {
      if (option.group !== group) {
        group = option.group;
        rows.push(make("li.group", { role: "presentation" }, group));
      }
      const row = make(
        "li.option",
        {
          role: "option",
          id: `${this.list.id}-${this.options.indexOf(option)}`,
          "aria-selected": "false",
        },
        make("span.tick", { "aria-hidden": "true" }, option.isChosen ? "✓" : ""),
        make(
          "span",
          {},
          make("bdi", {}, option.label),
          option.isChosen ? make("span.unseen", {}, " (now)") : null,
        ),
        option.hint ? make("span.hint", {}, make("bdi", {}, option.hint)) : null,
      );
      rows.push(row);
      return row;
    });
    this.list.replaceChildren(...rows);
    this.none.textContent = rows.length ? "" : "Nothing fits these words.";
  }

  light(at) {
    this.rows[this.lit]?.setAttribute("aria-selected", "false");
    this.lit = at;
    const row = this.rows[at];
    if (!row) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    row.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", row.id);
    row.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (event.isComposing) return;
    const last = this.rows.length - 1;
    const moves = {
      ArrowDown: () => this.light(this.lit >= last ? 0 : this.lit + 1),
      ArrowUp: () => this.light(this.lit <= 0 ? last : this.lit - 1),
      PageDown: () => this.light(Math.min(last, this.lit + 8)),
      PageUp: () => this.light(Math.max(0, this.lit - 8)),
      Enter: () => this.choose(this.shown[this.lit]),
      Tab: () => this.close(),
      Escape: () => this.close(),
    };
    if (!moves[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    moves[event.key]();
  }

  click(event) {
    const row = event.target.closest("[role=option]");
    if (row) this.choose(this.shown[this.rows.indexOf(row)]);
  }

  choose(option) {
    if (!option) return;
    this.close();
    option.run();
  }

  close() {
    if (opened !== this) return;
    opened = null;
    this.box.remove();
    this.closed();
  }
}
