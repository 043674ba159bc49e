// Leaves of a record: what stands at a JSON pointer, and how items are called.

/** Return what stands at a pointer of a record; undefined where nothing does. */
export function at(record, pointer) {
  return pointer
    .split("/")
    .slice(1)
    .reduce((node, key) => node?.[key], record);
}

/** Return the first reading of a string that may have several. */
export const first = (text) => (text && typeof text === "object" ? text.any_of[0] : text);

/** Return all readings of a string. */
export const readings = (text) => (text && typeof text === "object" ? text.any_of : [text]);

/** The items of a record, in its order, each with its list, pointer, words and the pointer of those words. */
export function items(record) {
  return [
    ...record.shares.map((share, index) => item("shares", index, share.label, share.id)),
    ...record.projects.map((project, index) =>
      item("projects", index, project.name, `p${index + 1}`),
    ),
    ...record.agreements.map((agreement, index) =>
      item("agreements", index, agreement.label, `a${index + 1}`),
    ),
  ];
}

function item(list, index, words, tag) {
  const pointer = `/${list}/${index}`;
  return {
    list,
    index,
    pointer,
    words: first(words) ?? "",
    tag,
    naming: `${pointer}/${list === "projects" ? "name" : "label"}`,
  };
}

const DEEPEST = 5;

/** Return how deep a share lies in others. */
export function depth(share, shares) {
  let deep = 0;
  for (let above = share.of; above && deep < DEEPEST; deep += 1) {
    above = shares.find(({ id }) => id === above)?.of;
  }
  return deep;
}

/** Write a code of the record for people: `capital_brought_in` as `capital brought in`. */
export const plain = (code) => code.replaceAll("_", " ");

/** Write what the finder reads in a figure: `about 93,588,000,000 CNY`. */
export function reading(figure) {
  if (figure.value === null || figure.kind === "year") return figure.date ?? "no value";
  const hedge = figure.hedge === "exact" ? "" : `${figure.hedge} `;
  const upper = figure.upper === null ? "" : `–${grouped(figure.upper)}`;
  const space = figure.unit && figure.unit !== "%" ? " " : "";
  return `${hedge}${grouped(figure.value)}${upper}${space}${figure.unit ?? ""}`;
}

function grouped(value) {
  const [whole, part] = String(value).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part ? `${digits}.${part}` : digits;
}

/** Write what a check says without the figures' ids, which only a model needs. */
export const plainly = (message) => message.replace(/\[\d+\] (?=“)/g, "");

/** Write whatever stands at a leaf for people: a text with its readings, a figure, an item. */
export function said(value) {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.map(said).join(", ");
  if (typeof value !== "object") return String(value);
  if (value.any_of) return value.any_of.map(said).join(" or ");
  if ("as_written" in value) return figureSaid(value);
  const figures = [
    value.count,
    ...(value.amounts ?? []),
    ...(value.percents ?? []),
    ...(value.targets ?? []),
  ];
  return [first(value.label ?? value.name), ...figures.filter(Boolean).map(figureSaid)]
    .filter(Boolean)
    .join("; ");
}

function figureSaid({ as_written: written, value, upper, kind, currency, measure, unit, of }) {
  const range = upper === null ? grouped(value) : `${grouped(value)}–${grouped(upper)}`;
  const about = [
    `${range} ${currency ?? first(unit) ?? ""}`.trim(),
    kind && plain(kind),
    of && `of the ${of}`,
    first(measure),
  ];
  return `${first(written)} (${about.filter(Boolean).join(", ")})`;
}
