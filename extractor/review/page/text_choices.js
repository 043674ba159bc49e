// What can be chosen for a passage of the article, for an item of the record, and for the event.

import { at, first, items, plain } from "./leaves.js";
import { GROUPS, HELD, instead, NEW, SLOTS } from "./slots.js";

const TEXTS = {
  "/event": ["name", "aliases/-", "activity", "place", "host", "industries/-"],
  shares: ["label"],
  projects: ["name", "investors/-", "place", "industry"],
  agreements: ["label", "parties/-"],
};
const WORDS = {
  aliases: "other name",
  industries: "industry",
  investors: "investor",
  parties: "party",
};

/** Say what a text field is: `investors/-` as `investor`. */
const fieldWords = (field) => WORDS[field.split("/")[0]] ?? field;

/** Choices for a passage: what it is the name of. */
export function passageChoices(review, span, lately, ui) {
  const { record } = review;
  const set = (pointer) => () => review.edit({ op: "set_text", at: pointer, span });
  const missed = {
    group: "Figure",
    label: "a figure that was missed",
    run: () => ui.askReading(span, null),
  };
  if (!record.event) {
    const run = () => review.edit({ op: "add_event", span });
    return [{ group: "Event", label: "the name of the event that it reports", run }, missed];
  }
  const event = TEXTS["/event"].map((field) => ({
    group: "Event",
    label: `the event’s ${fieldWords(field)}`,
    hint: field.endsWith("-") ? "" : instead(first(record.event[field])),
    run: set(`/event/${field}`),
  }));
  const added = Object.keys(NEW).map((list) => ({
    group: "New",
    label: NEW[list],
    run: () => review.edit({ op: "add_item", list, span }),
  }));
  const named = items(record).flatMap((item) =>
    TEXTS[item.list].map((field) => ({
      group: GROUPS[item.list],
      label: `${item.tag} ${item.words}: ${fieldWords(field)}`,
      hint: field.endsWith("-") ? "" : instead(first(at(record, `${item.pointer}/${field}`))),
      pointer: item.pointer,
      run: set(`${item.pointer}/${field}`),
    })),
  );
  const recent = named
    .filter(({ pointer }) => pointer === lately)
    .map((choice) => ({ ...choice, group: "Just now" }));
  return [...recent, ...event, ...added, ...named, missed];
}

/** Choices for an item of the record: what can be added to it, its order, its end. */
export function itemChoices(review, item, ui) {
  const { record } = review;
  const fields = TEXTS[item.list].filter((field) => field !== "label" && field !== "name");
  const texts = fields
    .filter((field) => field.endsWith("-") || at(record, `${item.pointer}/${field}`) === null)
    .map((field) => addText(review, `${item.pointer}/${field}`, ui));
  const last = record[item.list].length - 1;
  const moved = [
    ["up", item.index - 1, item.index > 0],
    ["down", item.index + 1, item.index < last],
  ];
  return [
    ...texts,
    ...addFigures(review, item.pointer, HELD[item.list], ui),
    ...(item.list === "projects" ? memberships(review, item) : []),
    ...moved
      .filter(([, , isPossible]) => isPossible)
      .map(([word, to]) => ({
        group: "Order",
        label: `move it ${word}`,
        run: () => review.edit({ op: "move", at: item.pointer, to }),
      })),
    {
      group: "End",
      label: "remove it",
      also: "delete",
      run: () => review.edit({ op: "remove", at: item.pointer }),
    },
  ];
}

/** Choices for the event: what can be added to it, and that there is none. */
export function eventChoices(review, ui) {
  const { event } = review.record;
  const texts = TEXTS["/event"]
    .filter((field) => field.endsWith("-") || event[field] === null)
    .map((field) => addText(review, `/event/${field}`, ui));
  const dates = ["start_date", "end_date"]
    .filter((field) => event[field] === null)
    .map((field) => ({
      group: "Add",
      label: plain(field),
      run: () => ui.showField(`/event/${field}`),
    }));
  return [
    ...texts,
    ...dates,
    ...addFigures(review, "/event/total", HELD["/event/total"], ui),
    {
      group: "End",
      label: "no event: empty the record",
      also: "remove delete",
      run: () => review.edit({ op: "remove", at: "/event" }),
    },
  ];
}

function addText(review, pointer, ui) {
  const words = fieldWords(
    pointer
      .split("/")
      .slice(pointer.startsWith("/event") ? 2 : 3)
      .join("/"),
  );
  return {
    group: "Add",
    label: words,
    hint: "from the text",
    run: () =>
      ui.askPassage({
        title: `The ${words}`,
        near: ui.placeOf(pointer),
        done: (span) => review.edit({ op: "set_text", at: pointer, span }),
      }),
  };
}

function addFigures(review, pointer, slots, ui) {
  return slots
    .filter((slot) => slot !== "count" || at(review.record, `${pointer}/count`) === null)
    .map((slot) => ({
      group: "Add",
      label: SLOTS[slot],
      hint: "a figure of the text",
      run: () => ui.askFigure(slot, slot === "count" ? `${pointer}/count` : `${pointer}/${slot}/-`),
    }));
}

function memberships(review, item) {
  const { shares } = at(review.record, item.pointer);
  return review.record.shares
    .filter(({ id }) => !shares.includes(id))
    .map((share) => ({
      group: "One of",
      label: `${share.id} ${first(share.label)}`,
      run: () => review.edit({ op: "set_choice", at: `${item.pointer}/shares/-`, value: share.id }),
    }));
}
