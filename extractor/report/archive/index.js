"use strict";
// The list: rows come from scripts beside the page, which work from disk, where a browser reads no
// other file. What is looked for stands in the address, so that it can be kept and linked.
(() => {
  const content = JSON.parse(document.getElementById("content").textContent);
  const PAGE = 50;
  const STATUSES = { no_event: "no event" };
  const NOT_SAID = "?";
  const COLUMNS = ["status", "language", "year", "host", "model"];
  const CHECKS = ["findings", "violations", "unplaced"];
  const SEARCHED = ["name", "source", "url", "host", "date", "reason", "words"];
  const ORDERS = {
    latest: (a, b) => when(b, "").localeCompare(when(a, "")),
    earliest: (a, b) => when(a, "9").localeCompare(when(b, "9")),
    name: (a, b) => a.name.localeCompare(b.name),
    checks: (a, b) => weight(b) - weight(a),
  };

  const form = document.getElementById("filters");
  const said = document.getElementById("said");
  const list = document.getElementById("rows");
  const pager = document.getElementById("pager");
  const rows = [];
  const missing = [];
  let found = [];
  let page = 0;
  let n_files = 0;

  const folded = (text) => text.normalize("NFKC").toLowerCase();
  const when = (row, none) => (row.year ? row.year + (row.date || "").slice(4) : none);
  const weight = (row) => row.violations * 1e6 + row.unplaced * 1e3 + row.findings;
  const plural = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // Rows

  window.figurebookRows = (_number, values) => {
    for (const each of values) {
      const row = Object.fromEntries(content.fields.map((field, at) => [field, each[at]]));
      row.order = rows.length;
      row.folded = folded(SEARCHED.map((field) => row[field]).join("\n"));
      rows.push(row);
    }
  };

  function load() {
    if (n_files === content.files.length) {
      show();
      return;
    }
    const [address, n_rows] = content.files[n_files++];
    const script = document.createElement("script");
    script.charset = "utf-8";
    script.src = address;
    script.onload = () => {
      script.remove();
      if (n_files === 1 || n_files % 10 === 0) show();
      load();
    };
    script.onerror = () => {
      missing.push(`${plural(n_rows, "article")} cannot be shown: ${address} is missing.`);
      load();
    };
    document.head.append(script);
  }

  // What is looked for

  const asked = () => new URLSearchParams(location.hash.slice(1));

  // Gives a test of rows, with what is the same for all of them worked out once.
  function matcher(wanted) {
    const terms = folded(wanted.get("q") || "").split(/\s+/).filter(Boolean);
    const values = COLUMNS.filter((column) => wanted.get(column)).map((column) => {
      const value = wanted.get(column);
      return [column, value === NOT_SAID ? "" : folded(value)];
    });
    const checks = wanted.get("checks");
    const checked = {
      clean: (row) => CHECKS.every((name) => !row[name]),
      ...Object.fromEntries(CHECKS.map((name) => [name, (row) => row[name] > 0])),
    }[checks];
    return (row) =>
      values.every(([column, value]) => folded(row[column]) === value) &&
      (!checked || checked(row)) &&
      terms.every((term) => row.folded.includes(term));
  }

  function show() {
    const wanted = asked();
    const order = ORDERS[wanted.get("sort")];
    found = rows.filter(matcher(wanted));
    if (order) found.sort((a, b) => order(a, b) || a.order - b.order);
    page = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1));
    const is_loading = rows.length < content.rows && n_files < content.files.length;
    said.textContent = [
      found.length === content.rows
        ? plural(content.rows, "article")
        : `${found.length.toLocaleString("en")} of ${plural(content.rows, "article")}`,
      is_loading ? `; ${rows.length.toLocaleString("en")} are loaded` : "",
      missing.length ? `. ${missing.join(" ")}` : "",
    ].join("");
    turn(page);
  }

  function turn(to) {
    page = to;
    const start = page * PAGE;
    const shown = found.slice(start, start + PAGE);
    list.start = start + 1;
    list.replaceChildren(...shown.map(item));
    pager.hidden = found.length <= PAGE;
    document.getElementById("before").disabled = page === 0;
    document.getElementById("after").disabled = start + PAGE >= found.length;
    document.getElementById("range").textContent =
      `${(start + 1).toLocaleString("en")}–${(start + shown.length).toLocaleString("en")} of ${found.length.toLocaleString("en")}`;
  }

  // One article

  function item(row) {
    const made = element("li", "row");
    const head = element("div", "what");
    const name = element(row.page ? "a" : "span", "name", row.name);
    if (row.page) name.href = `${content.pages}${row.page.slice(0, 2)}/${row.page}.html`;
    if (row.language !== "other") name.lang = row.language;
    head.append(name, from(row));
    if (row.reason) head.append(element("p", "reason", row.reason.replaceAll("_", " ")));
    made.append(
      head,
      element("div", "host", row.host),
      element("div", "date", row.date || row.year),
      sums(row),
      standing(row),
    );
    return made;
  }

  function from(row) {
    const made = element("p", "from");
    if (row.source && row.source !== row.name) made.append(element("span", "", row.source), " ");
    if (/^https?:\/\//i.test(row.url)) {
      const link = element("a", "web", "on the web");
      link.href = row.url;
      link.rel = "noreferrer noopener";
      link.title = row.url;
      made.append(link);
    }
    return made;
  }

  function sums(row) {
    const made = element("div", "sums");
    if (row.total) {
      made.append(element("p", "", row.total));
    }
    for (const amount of row.amounts ? row.amounts.split("\n") : []) made.append(element("p", "", amount));
    return made;
  }

  function standing(row) {
    const made = element("div", "standing");
    const status = element("span", `status ${row.status}`, STATUSES[row.status] || row.status);
    made.append(status);
    const notes = [
      row.violations && plural(row.violations, "violation"),
      row.findings && plural(row.findings, "finding"),
      row.unplaced && `${row.unplaced.toLocaleString("en")} unplaced`,
    ].filter(Boolean);
    if (notes.length) made.append(element("p", "checks", notes.join(", ")));
    if (row.model) made.append(element("p", "model", row.model));
    return made;
  }

  // Controls and address

  function fill() {
    const wanted = asked();
    for (const control of form.elements) {
      if (!control.name) continue;
      const value = wanted.get(control.name) || "";
      if (control.tagName === "SELECT" && ![...control.options].some((o) => o.value === value)) {
        const option = element("option", "", value);
        option.value = value;
        control.append(option);
      }
      if (control.value !== value) control.value = value;
    }
  }

  function look() {
    const wanted = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) wanted.set(name, value);
    history.replaceState(null, "", `#${wanted}`);
    page = 0;
    show();
  }

  const is_place = () => Boolean(document.getElementById(location.hash.slice(1)));

  form.addEventListener("input", look);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(look));
  window.addEventListener("hashchange", () => {
    if (is_place()) return;
    page = 0;
    fill();
    show();
    document.getElementById("articles-title").focus();
  });
  for (const [id, step] of [["before", -1], ["after", 1]]) {
    document.getElementById(id).addEventListener("click", () => {
      turn(page + step);
      document.getElementById("articles-title").focus();
    });
  }

  form.hidden = false;
  fill();
  load();
})();
