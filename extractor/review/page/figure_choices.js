// What can be chosen for a figure: where it may go, those places that are likely first.
// Each choice says what it does in words, and carries the edits that do it or a step that follows.

import { at, items, plain, reading } from "./leaves.js";
import { GROUPS, HELD, instead, NEW, SLOTS } from "./slots.js";

const BACKGROUND =
  "earlier edition, year to date, cumulative, growth, average, GDP, guests, jobs and taxes of the whole";
const NEAR = 80; // code points between a figure and a name that it may belong to

/** Return the choices for a figure, in the order in which they are offered. */
export function figureChoices(review, figure, ui) {
  return new FigureChoices(review, figure, ui).all();
}

class FigureChoices {
  constructor(review, figure, ui) {
    this.review = review;
    this.record = review.record;
    this.figure = figure;
    this.ui = ui;
  }

  all() {
    const isUsed = this.figure.uses.length > 0;
    const places = [
      ...this.#inEvent(),
      ...items(this.record).flatMap((item) => this.#inItem(item)),
    ];
    return [
      ...this.#likely(),
      ...(isUsed ? places : []),
      ...this.#aside(),
      ...(isUsed ? [] : places),
      ...this.#inNew(),
      ...this.#conversions(),
      ...this.#rereadings(),
    ];
  }

  #edit(op, settings = {}) {
    return () => this.review.edit({ op, figure: this.figure.id, ...settings });
  }

  #place(pointer, settings = {}) {
    return this.#edit("place_figure", { at: pointer, move: true, ...settings });
  }

  /** The free slots of the items whose names stand nearest. */
  #likely() {
    return items(this.record)
      .map((item) => ({ item, distance: this.#distance(item) }))
      .filter(({ distance }) => distance < NEAR)
      .sort((a, b) => a.distance - b.distance)
      .flatMap(({ item }) => this.#inItem(item).filter(({ isFree }) => isFree))
      .slice(0, 3)
      .map((choice) => ({ ...choice, group: "Nearest" }));
  }

  #distance({ naming }) {
    const { start, end } = this.figure;
    const gaps = this.#placesOf(naming).map(([from, to]) => Math.max(from - end, start - to, 0));
    return Math.min(Infinity, ...gaps);
  }

  #placesOf(pointer) {
    return this.review.article.evidence[pointer] ?? [];
  }

  #inEvent() {
    if (!this.record.event) return [];
    if (["date", "year"].includes(this.figure.kind)) return this.#dates();
    const pointer = "/event/total";
    const group = "Event";
    const places = this.#slots(pointer, HELD[pointer]).map((choice) => ({
      ...choice,
      group,
      label: `the total’s ${choice.slot}`,
    }));
    if (!this.figure.fits.includes("amounts")) return places;
    const kinds = this.review.session.choices.kind.filter((kind) => kind !== "investment");
    const others = kinds.map((kind) => ({
      group,
      label: `the total’s amount: ${plain(kind)}`,
      run: this.#place(`${pointer}/amounts/-`, { kind }),
    }));
    return [...places, ...others];
  }

  #dates() {
    return ["start_date", "end_date"].map((field) => ({
      group: "Event",
      label: `the event’s ${plain(field)}`,
      hint: instead(this.record.event[field]),
      isChosen: this.figure.uses.includes(`/event/${field}`),
      run: this.#edit("set_date", { at: `/event/${field}` }),
    }));
  }

  #inItem({ list, pointer, tag, words }) {
    return this.#slots(pointer, HELD[list]).map((choice) => ({
      ...choice,
      group: GROUPS[list],
      label: `${tag} ${words}: ${choice.slot}`,
      also: `${list} ${choice.slot}`,
    }));
  }

  /** The slots of one holder that the figure fits. */
  #slots(pointer, names) {
    const { fits, uses } = this.figure;
    return names
      .filter((name) => fits.includes(name))
      .map((name) => {
        const spot = name === "count" ? `${pointer}/count` : `${pointer}/${name}/-`;
        const used = uses.find((use) => use.startsWith(`${pointer}/${name}`));
        const before = at(this.record, `${pointer}/${name}`);
        const put =
          name === "targets" ? () => this.ui.askMeasure(this.figure, spot) : this.#place(spot);
        return {
          slot: SLOTS[name],
          isFree: !used && (name === "count" ? before === null : before.length === 0),
          isChosen: Boolean(used),
          hint: name === "count" && !used ? instead(this.review.article.fields[spot]?.text) : "",
          run: used ? () => this.ui.goToField(used) : put,
        };
      });
  }

  #inNew() {
    if (!this.record.event) return [];
    return Object.keys(NEW).flatMap((list) => {
      const slot = HELD[list].find((each) => each !== "targets" && this.figure.fits.includes(each));
      return slot ? [this.#newItem(list, slot)] : [];
    });
  }

  #newItem(list, slot) {
    const kind = list === "shares" ? { dimension: this.#neighbouring() } : {};
    const spot = `/${list}/${this.record[list].length}/${slot === "count" ? "count" : `${slot}/-`}`;
    const put = { op: "place_figure", figure: this.figure.id, at: spot, move: true };
    const title =
      list === "projects" ? "The project’s name" : "The label: the words that name the group";
    const done = (span) => this.review.edit({ op: "add_item", list, span, ...kind }, put);
    return {
      group: "New",
      label: `${NEW[list]} with this ${SLOTS[slot]}`,
      hint: ["then its name", kind.dimension].filter(Boolean).join("; "),
      run: () => this.ui.askPassage({ title, near: this.figure, done }),
    };
  }

  /** The dimension of the share nearest before the figure: groups of one kind stand together. */
  #neighbouring() {
    const start = ({ naming }) => this.#placesOf(naming)[0]?.[0] ?? Infinity;
    const before = items(this.record).filter(
      (item) => item.list === "shares" && start(item) < this.figure.start,
    );
    const [nearest] = before.sort((a, b) => start(b) - start(a));
    return nearest ? this.record.shares[nearest.index].dimension : "other";
  }

  #conversions() {
    const { id, start, fits } = this.figure;
    if (!fits.includes("amounts")) return [];
    const near = this.review.article.figures.filter(
      (other) => other.id !== id && Math.abs(other.start - start) < NEAR,
    );
    return near.flatMap((other) =>
      other.uses
        .filter((use) => /\/amounts\/\d+$/.test(use))
        .map((use) => ({
          group: "The same once more",
          label: `the conversion of ${other.as_written}`,
          run: this.#place(`${use}/equivalents/-`),
        })),
    );
  }

  #aside() {
    const group = "No place";
    const { id, uses } = this.figure;
    const { background, fields } = this.review.article;
    if (uses.length) {
      return uses.map((use) => ({
        group,
        label: `take it out of ${fields[use]?.name ?? use}`,
        run: () => this.review.edit({ op: "remove", at: use }),
      }));
    }
    const isAside = background.includes(id);
    return [
      {
        group,
        label: isAside ? "not background: it needs a place" : "background: not this event’s result",
        also: BACKGROUND,
        hint: "b",
        run: () => this.review.edit({ op: isAside ? "take_back" : "put_aside", figures: [id] }),
      },
    ];
  }

  #rereadings() {
    const group = "Reading";
    const { start, end, marked } = this.figure;
    const again = {
      group,
      label: "it is read wrongly: correct kind, value, unit or hedge",
      hint: reading(this.figure),
      run: () => this.ui.askReading([start, end], this.figure),
    };
    return marked
      ? [again, { group, label: "take the correction back", run: this.#edit("unmark_figure") }]
      : [again];
  }
}

/** Return the figures that fit a slot as choices: those without a place first, then the nearest. */
export function slotChoices(review, slot, pointer, ui) {
  const titles = ["Unplaced", "Others", "Used already (it may serve twice)"];
  const rank = ({ uses, role }) => (uses.length ? 2 : role === "unplaced" ? 0 : 1);
  const { start } = ui.placeOf(pointer) ?? { start: 0 };
  const gap = (figure) => Math.abs(figure.start - start);
  const place = (figure) =>
    slot === "targets"
      ? ui.askMeasure(figure, pointer)
      : review.edit({ op: "place_figure", figure: figure.id, at: pointer });
  return review.article.figures
    .filter((figure) => figure.fits.includes(slot))
    .sort((a, b) => rank(a) - rank(b) || gap(a) - gap(b))
    .map((figure) => ({
      group: titles[rank(figure)],
      label: figure.as_written,
      hint: reading(figure),
      run: () => place(figure),
    }));
}
