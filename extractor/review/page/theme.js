// Light, dark, or as the system has it. The colours stand once, behind a media query of base.css;
// a choice made here opens or shuts that query.

const NEXT = { auto: "light", light: "dark", dark: "auto" };
const QUERY = "prefers-color-scheme";
const rules = [];

export const theme = () => localStorage.getItem("theme") ?? "auto";

/** Go on to the next theme, and return its name. */
export function turn() {
  localStorage.setItem("theme", NEXT[theme()]);
  return apply();
}

/** Apply the chosen theme, and return its name. */
export function apply() {
  if (!rules.length) collect();
  const chosen = theme();
  const condition = { auto: "(prefers-color-scheme: dark)", light: "not all", dark: "all" }[chosen];
  for (const rule of rules) rule.media.mediaText = condition;
  document.documentElement.style.colorScheme = chosen === "auto" ? "light dark" : chosen;
  return chosen;
}

function collect() {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (rule instanceof CSSMediaRule && rule.media.mediaText.includes(QUERY)) rules.push(rule);
    }
  }
}
