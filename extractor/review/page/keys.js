// Keys: one table, by which they work and from which the help is written.

import { button, make } from "./dom.js";

const TYPED = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";

export class Keys {
  /** @param {Array<{keys: string[], words: string, run: function(KeyboardEvent), when?: function(): boolean}>} table */
  constructor(table) {
    this.table = table;
    document.addEventListener("keydown", (event) => this.#press(event));
  }

  get areOn() {
    return localStorage.getItem("keys") !== "off";
  }

  #press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || !this.areOn || event.target.closest(TYPED)) return;
    if (document.querySelector("dialog:modal, :popover-open")) return;
    const pressed = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
    const entry = this.table.find(
      ({ keys, when }) => keys.includes(pressed) && (when?.(event) ?? true),
    );
    if (!entry) return;
    event.preventDefault();
    entry.run(event);
  }

  /** Show all keys in a dialog; there they can be turned off, for those who dictate. */
  help() {
    const rows = this.table.map(({ keys, words }) =>
      make("tr", {}, make("td", {}, ...keyCaps(keys)), make("td", {}, words)),
    );
    const box = make("input", { type: "checkbox", id: "keys-on" });
    box.checked = this.areOn;
    box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
    const dialog = make(
      "dialog.help",
      { "aria-labelledby": "help-title" },
      make("h2", { id: "help-title" }, "Keys"),
      make("table", {}, make("tbody", {}, ...rows)),
      make("p", {}, make("label", { for: "keys-on" }, box, "Single keys work outside of fields")),
      button("", "Close", () => dialog.close()),
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

function keyCaps(keys) {
  return keys.flatMap((key, at) => [at ? " " : "", make("kbd", {}, named(key))]);
}

const NAMES = { ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓" };
const named = (key) => NAMES[key] ?? (/^[A-Z]$/.test(key) ? `Shift+${key.toLowerCase()}` : key);
