// Elements made by hand: text is only ever a text node, so nothing in an article becomes markup.

/**
 * Make an element.
 * @param {string} kind its tag, with classes after points: `button.small.quiet`
 * @param {Object} settings attributes; `on` holds listeners by event, `data` the data attributes.
 *   A value of null, undefined or false leaves an attribute out, true writes it empty.
 * @param {...(Node|string|null|undefined)} children
 */
export function make(kind, settings = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  const { on = {}, data = {}, ...attributes } = settings;
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  for (const [name, value] of Object.entries(data)) setAttribute(element, `data-${name}`, value);
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  element.setAttribute(name, value === true ? "" : String(value));
}

export const byId = (id) => document.getElementById(id);

/** Make a button that does something when it is pressed. */
export function button(kind, label, run, settings = {}) {
  return make(`button${kind}`, { type: "button", on: { click: run }, ...settings }, label);
}

const TYPING_MS = 400;

/**
 * Make a select; `choices` are pairs of value and label.
 * What a key chose counts once the keys rest, so that a word can be typed to its end.
 */
export function select(choices, value, change, settings = {}) {
  const options = choices.map(([each, label]) => make("option", { value: each }, label));
  const element = make("select", settings, ...options);
  element.value = value ?? "";
  let told = element.value;
  let [timer, isTyped] = [0, false];
  const tell = () => {
    clearTimeout(timer);
    if (element.value === told) return;
    told = element.value;
    change(told);
  };
  element.addEventListener("keydown", () => {
    isTyped = true;
  });
  element.addEventListener("pointerdown", () => {
    isTyped = false;
  });
  element.addEventListener("change", () => {
    clearTimeout(timer);
    if (isTyped) timer = setTimeout(tell, TYPING_MS);
    else tell();
  });
  element.addEventListener("blur", tell);
  return element;
}

/** Bring an element into the middle of the pane that scrolls it, unless it is in view. */
export function reveal(element, pane) {
  const [box, line] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
  const margin = Math.min(48, box.height / 6);
  if (line.top < box.top + margin || line.bottom > box.bottom - margin) {
    pane.scrollTop += line.top - box.top - Math.max(margin, (box.height - line.height) / 3);
  }
}
