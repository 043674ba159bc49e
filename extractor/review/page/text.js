// Offsets: the server counts code points, a browser counts UTF-16 units.

/** Translates offsets into a text between code points and UTF-16 units. */
export class Offsets {
  /** @param {string} text */
  constructor(text) {
    this.points = []; // code-point offsets of the characters that take two units, in order
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) {
      this.points.push(match.index - this.points.length);
    }
  }

  /** Return the offset in UTF-16 units of an offset in code points. */
  toUnits(point) {
    return point + this.#before((at) => this.points[at] < point);
  }

  /** Return the offset in code points of an offset in UTF-16 units. */
  toPoints(unit) {
    return unit - this.#before((at) => this.points[at] + at < unit);
  }

  /** Count the wide characters, from the first, for which `isBefore` holds. */
  #before(isBefore) {
    let [low, high] = [0, this.points.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * Cut a text into blocks of whole lines, so that a browser lays out only those in view.
 * A line that is itself too long is cut after a space or a full stop, never inside a kept span.
 * @param {string} text
 * @param {Array<[number, number]>} kept spans in order, without overlap, in UTF-16 units
 * @returns {Array<[number, number]>} half-open spans that together are the text
 */
export function blocks(text, kept, size = 2000) {
  const cuts = [];
  let start = 0;
  let next = 0;
  while (start < text.length) {
    let end = cutAfter(text, start, size);
    while (next < kept.length && kept[next][1] <= start) next += 1;
    for (let at = next; at < kept.length && kept[at][0] < end; at += 1) {
      if (kept[at][1] > end) end = kept[at][1];
    }
    cuts.push([start, end]);
    start = end;
  }
  return cuts;
}

function cutAfter(text, start, size) {
  const limit = start + size;
  if (limit >= text.length) return text.length;
  const line = text.lastIndexOf("\n", limit);
  if (line > start) return line + 1;
  const ahead = text.indexOf("\n", limit);
  if (ahead >= 0 && ahead < limit + size) return ahead + 1;
  const places = [" ", "。", "；", "，"].map((mark) => text.lastIndexOf(mark, limit));
  const best = Math.max(...places);
  return best > start ? best + 1 : limit + (isLowSurrogate(text, limit) ? 1 : 0);
}

function isLowSurrogate(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
