// The queue: all articles in the order in which they are to be looked at.

import { button, make } from "./dom.js";

const STATES = { new: "new", edited: "not saved", saved: "saved", broken: "broken" };

/** Show the list of articles in a dialog, with a search. */
export function openQueue(review, open) {
  const field = make("input", {
    type: "search",
    placeholder: "Search by name",
    "aria-label": "Search by name",
  });
  const body = make("ol.queue");
  const count = make("p.explain", { role: "status" });
  const dialog = make(
    "dialog.wide",
    { "aria-labelledby": "queue-title" },
    make(
      "div.part-head",
      {},
      make("h2", { id: "queue-title" }, "Articles"),
      button("", "Close", () => dialog.close()),
    ),
    field,
    count,
    body,
  );
  const draw = ({ articles, total }) => {
    count.textContent =
      articles.length < total
        ? `${articles.length} of ${total}, those to look at first`
        : `${total} in all`;
    body.replaceChildren(...articles.map((each) => row(each, review, go)));
  };
  const go = (id) => {
    dialog.close();
    open(id);
  };
  let typing = 0;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(async () => draw(await review.list(field.value)), 150);
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  draw(review);
  dialog.showModal();
  body.querySelector("[aria-current]")?.focus();
}

function row({ id, name, place, state, reasons }, review, go) {
  const isOpen = id === review.article?.id;
  return make(
    "li",
    {},
    make(
      "button.entry",
      { type: "button", "aria-current": isOpen ? "true" : null, on: { click: () => go(id) } },
      make("span.entry-name", {}, make("bdi", {}, name)),
      make(`span.state.${state}`, {}, STATES[state]),
      make("span.entry-why", {}, reasons.length ? reasons.join("; ") : make("bdi", {}, place)),
    ),
  );
}
