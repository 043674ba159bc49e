// What can be chosen: for a figure, for a passage of the article, for an item of the record.
// Each choice says what it does in words, and carries the edits that do it or a step that follows.

import { at, first, items, plain, reading } from "./leaves.js";

const SLOTS = { count: "number", amounts: "amount", percents: "percentage", targets: "target" };
const HELD = {
  "/event/total": ["count", "amounts"],
  shares: ["count", "amounts", "percents"],
  projects: ["amounts", "targets"],
  agreements: ["count", "amounts"],
};
const BACKGROUND = "earlier edition, year to date, cumulative, growth, average, GDP, guests, jobs and taxes of the whole";

/** Choices for a figure: where it may go, those that are likely first. */
export function figureChoices(review, figure, ui) {
  const { record } = review;
  const place = (pointer, extra = {}) => () =>
    review.edit({ op: "place_figure", figure: figure.id, at: pointer, move: true, ...extra });
  const places = [
    ...eventPlaces(review, figure, place, ui),
    ...items(record).flatMap((item) => itemPlaces(review, figure, item, place, ui)),
  ];
  return [
    ...likely(review, figure, place, ui),
    ...(figure.uses.length ? places : []),
    ...aside(review, figure),
    ...(figure.uses.length ? [] : places),
    ...newPlaces(review, figure, ui),
    ...equivalents(review, figure),
    ...rereadings(review, figure, ui),
  ];
}

function likely(review, figure, place, ui) {
  const near = items(review.record)
    .map((item) => ({ ...item, distance: distance(review, item, figure) }))
    .filter((item) => item.distance < 80)
    .sort((a, b) => a.distance - b.distance);
  return near
    .flatMap((item) => itemPlaces(review, figure, item, place, ui).filter(({ isFree }) => isFree))
    .slice(0, 3)
    .map((choice) => ({ ...choice, group: "Nearest" }));
}

function distance({ article }, item, figure) {
  const spans = article.evidence[item.naming] ?? [];
  return Math.min(Infinity, ...spans.map(([start, end]) => Math.max(start - figure.end, figure.start - end, 0)));
}

function eventPlaces(review, figure, place, ui) {
  const { record } = review;
  if (!record.event) return [];
  if (["date", "year"].includes(figure.kind)) {
    return ["start_date", "end_date"].map((field) => ({
      group: "Event",
      label: `the event’s ${plain(field)}`,
      hint: instead(record.event[field]),
      isChosen: figure.uses.includes(`/event/${field}`),
      run: () => review.edit({ op: "set_date", at: `/event/${field}`, figure: figure.id }),
    }));
  }
  const whole = { pointer: "/event/total", words: "", tag: "" };
  const places = placesIn(review, figure, whole, HELD["/event/total"], place, ui);
  const others = review.session.choices.kind.filter((kind) => kind !== "investment");
  const kinds = figure.fits.includes("amounts") ? others : [];
  return [
    ...places.map((choice) => ({ ...choice, group: "Event", label: `the total’s ${choice.slot}` })),
    ...kinds.map((kind) => ({
      group: "Event",
      label: `the total’s amount: ${plain(kind)}`,
      run: place("/event/total/amounts/-", { kind }),
    })),
  ];
}

const GROUPS = { shares: "Shares", projects: "Projects", agreements: "Agreements" };

function itemPlaces(review, figure, item, place, ui) {
  return placesIn(review, figure, item, HELD[item.list], place, ui).map((choice) => ({
    ...choice,
    group: GROUPS[item.list],
    label: `${item.tag} ${item.words}: ${choice.slot}`,
  }));
}

function placesIn(review, figure, { pointer, list, words }, slots, place, ui) {
  return slots
    .filter((slot) => figure.fits.includes(slot))
    .map((slot) => {
      const used = figure.uses.find((use) => use.startsWith(`${pointer}/${slot}`));
      const target = slot === "count" ? `${pointer}/count` : `${pointer}/${slot}/-`;
      const before = at(review.record, `${pointer}/${slot}`);
      const isFree = !used && (slot === "count" ? before === null : before.length === 0);
      const run = slot === "targets" ? () => ui.askMeasure(figure, target, words) : place(target);
      return {
        slot: SLOTS[slot],
        isFree,
        isChosen: Boolean(used),
        hint: slot === "count" && !used ? instead(review.article.fields[target]?.text) : "",
        also: `${list ?? "event"} ${slot}`,
        run: used ? () => ui.goToField(used) : run,
      };
    });
}

const instead = (value) => (value ? `instead of ${value}` : "");

const NEW = { shares: "a new share", projects: "a new project", agreements: "new agreements" };

function newPlaces(review, figure, ui) {
  if (!review.record.event) return [];
  const { record } = review;
  return Object.keys(NEW).flatMap((list) => {
    const slot = HELD[list].find((each) => figure.fits.includes(each) && each !== "targets");
    if (!slot) return [];
    const spot = `/${list}/${record[list].length}/${slot === "count" ? "count" : `${slot}/-`}`;
    const kind = list === "shares" ? { dimension: neighbouring(review, figure) } : {};
    return {
      group: "New",
      label: `${NEW[list]} with this ${SLOTS[slot]}`,
      hint: `then its name${kind.dimension ? `; ${kind.dimension}` : ""}`,
      run: () =>
        ui.askPassage({
          title: list === "projects" ? "The project’s name" : "The label: the words that name the group",
          near: figure,
          done: (span) =>
            review.edit(
              { op: "add_item", list, span, ...kind },
              { op: "place_figure", figure: figure.id, at: spot, move: true },
            ),
        }),
    };
  });
}

/** Return the dimension of the share nearest before a figure: groups of one kind stand together. */
function neighbouring(review, figure) {
  const before = items(review.record).filter(({ list }) => list === "shares");
  const start = ({ naming }) => review.article.evidence[naming]?.[0]?.[0] ?? Infinity;
  const nearest = before.filter((item) => start(item) < figure.start).sort((a, b) => start(b) - start(a))[0];
  return nearest ? review.record.shares[nearest.index].dimension : "other";
}

function equivalents(review, figure) {
  if (!figure.fits.includes("amounts")) return [];
  const others = review.article.figures.filter(
    (other) => other.id !== figure.id && Math.abs(other.start - figure.start) < 80,
  );
  return others.flatMap((other) =>
    other.uses
      .filter((use) => /\/amounts\/\d+$/.test(use))
      .map((use) => ({
        group: "The same once more",
        label: `the conversion of ${other.as_written}`,
        run: () =>
          review.edit({ op: "place_figure", figure: figure.id, at: `${use}/equivalents/-`, move: true }),
      })),
  );
}

function aside(review, figure) {
  const group = "No place";
  const taking = figure.uses.map((use) => ({
    group,
    label: `take it out of ${review.article.fields[use]?.name ?? use}`,
    run: () => review.edit({ op: "remove", at: use }),
  }));
  if (figure.uses.length) return taking;
  const isAside = review.article.background.includes(figure.id);
  return [
    {
      group,
      label: isAside ? "not background: it needs a place" : "background: not this event’s result",
      also: BACKGROUND,
      hint: isAside ? "" : "b",
      run: () => review.edit({ op: isAside ? "take_back" : "put_aside", figures: [figure.id] }),
    },
  ];
}

function rereadings(review, figure, ui) {
  const group = "Reading";
  const again = {
    group,
    label: "it is read wrongly: correct kind, value, unit or hedge",
    hint: reading(figure),
    run: () => ui.askReading([figure.start, figure.end], figure),
  };
  if (!figure.marked) return [again];
  const back = { group, label: "take the correction back", run: () => review.edit({ op: "unmark_figure", figure: figure.id }) };
  return [again, back];
}

const TEXTS = {
  "/event": ["name", "aliases/-", "activity", "place", "host", "industries/-"],
  shares: ["label"],
  projects: ["name", "investors/-", "place", "industry"],
  agreements: ["label", "parties/-"],
};
const WORDS = { aliases: "other name", industries: "industry", investors: "investor", parties: "party" };

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
  const recent = named.filter(({ pointer }) => pointer === lately).map((choice) => ({ ...choice, group: "Just now" }));
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
    ...addFigures(review, item.pointer, HELD[item.list], item.words, ui),
    ...(item.list === "projects" ? memberships(review, item) : []),
    ...moved
      .filter(([, , isPossible]) => isPossible)
      .map(([word, to]) => ({
        group: "Order",
        label: `move it ${word}`,
        run: () => review.edit({ op: "move", at: item.pointer, to }),
      })),
    { group: "End", label: "remove it", also: "delete", run: () => review.edit({ op: "remove", at: item.pointer }) },
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
    .map((field) => ({ group: "Add", label: plain(field), run: () => ui.showField(`/event/${field}`) }));
  return [
    ...texts,
    ...dates,
    ...addFigures(review, "/event/total", HELD["/event/total"], "", ui),
    {
      group: "End",
      label: "no event: empty the record",
      also: "remove delete",
      run: () => review.edit({ op: "remove", at: "/event" }),
    },
  ];
}

function addText(review, pointer, ui) {
  const words = fieldWords(pointer.split("/").slice(pointer.startsWith("/event") ? 2 : 3).join("/"));
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

function addFigures(review, pointer, slots, words, ui) {
  return slots
    .filter((slot) => slot !== "count" || at(review.record, `${pointer}/count`) === null)
    .map((slot) => ({
      group: "Add",
      label: SLOTS[slot],
      hint: "a figure of the text",
      run: () => ui.askFigure(slot, slot === "count" ? `${pointer}/count` : `${pointer}/${slot}/-`, words),
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

/** Choices of a figure for a slot: those without a place first. */
export function slotChoices(review, slot, pointer, words, ui) {
  const found = review.article.figures.filter((figure) => figure.fits.includes(slot));
  const place = (figure) =>
    slot === "targets"
      ? ui.askMeasure(figure, pointer, words)
      : review.edit({ op: "place_figure", figure: figure.id, at: pointer });
  const rank = ({ uses, role }) => (uses.length ? 2 : role === "unplaced" ? 0 : 1);
  const titles = ["Unplaced", "Others", "Used already (it may serve twice)"];
  const sorted = [...found].sort((a, b) => rank(a) - rank(b));
  return sorted.map((figure) => ({
    group: titles[rank(figure)],
    label: figure.as_written,
    hint: reading(figure),
    run: () => place(figure),
  }));
}
