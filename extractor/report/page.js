"use strict";
// Links work without this script. It shows tips at once, lights up a value together with its
// evidence, and keeps article and record beside each other while one leads to the other.
(() => {
  const article = document.getElementById("article");
  const tip = document.getElementById("tip");
  let tipped = null;

  const all = (numbers) => numbers.flatMap((n) => [...document.querySelectorAll(`[data-p~="${n}"]`)]);
  const numbersOf = (element) => (element.dataset.p ? element.dataset.p.split(" ") : []);

  function light(name, elements) {
    document.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name));
    elements.forEach((element) => element.classList.add(name));
  }

  function showTip(element) {
    if (element.title) {
      element.dataset.tip = element.title;
      element.removeAttribute("title");
    }
    tip.replaceChildren(
      ...element.dataset.tip.split("\n\n").map((part) => {
        const block = document.createElement("div");
        part.split("\n").forEach((line, index) => {
          const row = document.createElement(index ? "p" : "strong");
          row.textContent = line;
          block.append(row);
        });
        return block;
      }),
    );
    hideTip();
    tipped = element;
    element.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    placeTip();
  }

  function hideTip() {
    if (tipped) tipped.removeAttribute("aria-describedby");
    tipped = null;
    tip.hidden = true;
  }

  function placeTip() {
    if (!tipped) return;
    const line = tipped.getClientRects()[0];
    if (!line) return;
    // Inside its own pane, so that it covers nothing of the other one.
    const pane = tipped.closest(".pane")?.getBoundingClientRect();
    const edge = Math.min(pane?.right ?? Infinity, document.documentElement.clientWidth - 8);
    const room = edge - tip.offsetWidth;
    const below = line.bottom + 8;
    const fits = below + tip.offsetHeight < window.innerHeight;
    tip.style.left = `${Math.max(8, Math.min(line.left, room))}px`;
    tip.style.top = `${fits ? below : Math.max(8, line.top - tip.offsetHeight - 8)}px`;
  }

  function reveal(element) {
    const scrolls = article.scrollHeight > article.clientHeight + 1;
    if (article.contains(element) && scrolls) {
      const box = article.getBoundingClientRect();
      article.scrollTop += element.getBoundingClientRect().top - box.top - box.height / 3;
      element.scrollIntoView({ block: "nearest" });
    } else {
      element.scrollIntoView({ block: "center" });
    }
    element.focus({ preventScroll: true });
  }

  const withTip = (event) => event.target.closest?.("[title], [data-tip]");

  document.addEventListener("pointerover", (event) => {
    const element = withTip(event);
    if (element) showTip(element);
    const linked = event.target.closest?.("[data-p]");
    light("near", linked ? all(numbersOf(linked)) : []);
  });
  document.addEventListener("pointerout", (event) => {
    if (withTip(event)) hideTip();
  });
  document.addEventListener("focusin", (event) => {
    const element = withTip(event);
    if (element) showTip(element);
    const linked = event.target.closest("[data-p]");
    if (linked) light("near", all(numbersOf(linked)));
  });
  document.addEventListener("focusout", hideTip);
  document.addEventListener("scroll", placeTip, { capture: true, passive: true });
  window.addEventListener("resize", hideTip);

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target || link.classList.contains("skip")) return;
    event.preventDefault();
    const numbers = numbersOf(link);
    light("lit", numbers.length ? all(numbers) : [target]);
    reveal(target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hideTip();
    light("lit", []);
    light("near", []);
  });
})();
