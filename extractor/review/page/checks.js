// What the checks say, in plain words: as a list that leads to each place, and after every edit.

import { button, make } from "./dom.js";
import { plainly } from "./leaves.js";

const UNPLACED = "completeness.unplaced";

/** The violations but for figures without a place, which one line and their marks show. */
export const objections = ({ violations }) => violations.filter(({ code }) => code !== UNPLACED);

const numbered = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** Draw violations, findings, and what a labeller should know of how the article was opened. */
export function drawChecks(body, review, ui) {
  const { findings, unplaced, notices } = review.article;
  const title = make("h2", {}, "Checks ", make("span.count", {}, summary(review.article) || "nothing objects"));
  const accept = ({ number, disputable }) =>
    disputable
      ? button(".quiet", "It stands", () => review.edit({ op: "accept", violation: number }), {
          data: { key: `accept-${number}` },
        })
      : null;
  const rows = [
    ...notices.map((words) => make("li.notice", {}, words)),
    ...objections(review.article).map((each) =>
      make("li.violation", {}, said(each, ui), accept(each)),
    ),
    ...findings.map((each) => make("li.finding", {}, said(each, ui))),
  ];
  if (unplaced.length) {
    const next = button(
      ".said",
      `${withoutPlace(unplaced)}: show the next`,
      () => ui.nextUnplaced(1),
    );
    rows.unshift(make("li.violation", {}, next));
  }
  body.replaceChildren(title, ...(rows.length ? [make("ul.notes", {}, ...rows)] : []));
}

function said(each, ui) {
  return button(".said", plainly(each.message), () => ui.goTo(each));
}

const withoutPlace = (unplaced) => `${numbered(unplaced.length, "figure")} without a place`;

/** Say how much objects to the labels; nothing where nothing does. */
function summary(article) {
  const { findings, unplaced } = article;
  const nViolations = objections(article).length;
  const parts = [
    nViolations && numbered(nViolations, "violation"),
    unplaced.length && withoutPlace(unplaced),
    findings.length && numbered(findings.length, "finding"),
  ];
  return parts.filter(Boolean).join(", ");
}

const DONE = { edits: "Done.", undo: "Undone.", redo: "Done again." };

/** Say what an edit led to: what newly objects, and what no longer does. */
export function consequence(action, before, after) {
  if (action === "save") return after.saved_to ? `Saved to ${after.saved_to}.` : "Saved.";
  const messages = (article) =>
    [...objections(article), ...article.findings].map(({ message }) => message);
  const [old, now] = [messages(before), messages(after)];
  const fresh = now.filter((message) => !old.includes(message));
  const gone = old.filter((message) => !now.includes(message)).length;
  const parts = [DONE[action]];
  if (fresh.length) parts.push(...fresh.slice(0, 2).map(plainly));
  if (fresh.length > 2) parts.push(`And ${fresh.length - 2} more.`);
  if (!fresh.length && gone) parts.push(`${numbered(gone, "remark")} less.`);
  const left = summary(after);
  parts.push(left ? `Now ${left}.` : "Nothing objects.");
  return parts.join(" ");
}
