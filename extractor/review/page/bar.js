// The bar and the legend: which article, how far it and all others are, what the marks mean.

import { byId, make } from "./dom.js";

const STATES = { new: "as prefilled", edited: "not saved", saved: "saved", broken: "broken" };

/** Draw where one is in the list, and how far the article and the list are. */
export function drawBar({ article, articles, total, session }) {
  const entry = articles.find(({ id }) => id === article?.id);
  byId("mode").textContent = session.mode === "adjudicate" ? "adjudication" : "review";
  byId("name").textContent = article?.name ?? session.title;
  byId("position").textContent = entry ? ` ${articles.indexOf(entry) + 1} of ${total}` : "";
  const nSaved = articles.filter(({ state }) => state === "saved").length;
  const known = articles.length < total ? `the first ${articles.length}` : total;
  byId("progress-words").textContent = `${nSaved} of ${known} saved`;
  byId("progress").max = Math.max(1, articles.length);
  byId("progress").value = nSaved;
  const state = article?.is_saved ? "saved" : (entry?.state ?? "new");
  byId("state").textContent = STATES[state];
  byId("state").className = `state ${state}`;
  byId("undo").setAttribute("aria-disabled", String(!article?.can_undo));
  byId("redo").setAttribute("aria-disabled", String(!article?.can_redo));
}

/** Draw the roles that figures of the article have, with their numbers. */
export function drawLegend({ article, session }) {
  const counts = new Map();
  for (const { role } of article.figures) counts.set(role, (counts.get(role) ?? 0) + 1);
  const rows = session.roles
    .filter(([role]) => counts.has(role))
    .map(([role, meaning]) =>
      make(
        "li",
        { title: meaning },
        make("span.swatch", { data: { role }, "aria-hidden": "true" }),
        `${role} `,
        make("span.count", {}, counts.get(role)),
      ),
    );
  byId("legend").replaceChildren(...rows);
}

/** Show on its button which theme is chosen. */
export function drawTheme(chosen) {
  byId("theme").textContent = { auto: "◐", light: "☀", dark: "☾" }[chosen];
  byId("theme").setAttribute("aria-label", `Colours: ${chosen}. Change.`);
}
