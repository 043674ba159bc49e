// The review: the session, the list of articles, and the open one as the server last checked it.

import { Refused, Server } from "./server.js";

const PAGE = 200;

export class Review extends EventTarget {
  constructor() {
    super();
    this.server = new Server({
      lost: () => this.#tell("lost"),
      back: () => this.#tell("back"),
    });
    this.articles = [];
    this.total = 0;
    this.article = null;
    this.turn = Promise.resolve();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async begin() {
    this.session = await this.server.get("api/session");
    await this.list();
  }

  /** Load the list anew, as long as it was, or those that fit `words`. */
  async list(words = "") {
    const query = new URLSearchParams({
      limit: Math.min(500, Math.max(PAGE, this.articles.length)),
      q: words,
    });
    const found = await this.server.get(`api/articles?${query}`);
    if (!words) this.#keep(found.articles, found.total);
    return found;
  }

  async more() {
    if (this.articles.length >= this.total) return;
    const query = new URLSearchParams({ offset: this.articles.length, limit: PAGE });
    const found = await this.server.get(`api/articles?${query}`);
    this.#keep([...this.articles, ...found.articles], found.total);
  }

  #keep(articles, total) {
    this.articles = articles;
    this.total = total;
    this.#tell("list");
  }

  /** Open an article; `isBlank` leaves out what a model says of it. */
  async open(id, { isBlank = false } = {}) {
    this.opening = id;
    const article = await this.server.get(`api/articles/${id}${isBlank ? "?blank=1" : ""}`);
    if (this.opening !== id) return;
    this.before = null;
    this.article = article;
    this.#tell("article");
  }

  get record() {
    return this.article.record;
  }

  /** Make edits, all or none, as one step of undo; return whether they were made. */
  edit(...edits) {
    return this.#change("edits", { edits });
  }

  undo() {
    return this.article.can_undo ? this.#change("undo") : this.#say("There is nothing to undo.");
  }

  redo() {
    return this.article.can_redo ? this.#change("redo") : this.#say("There is nothing to redo.");
  }

  save() {
    return this.#change("save");
  }

  /** Say something that is no error. */
  #say(words) {
    this.#tell("said", words);
    return Promise.resolve(false);
  }

  /** Send one change after the other: each is made on the version that the one before gave. */
  #change(action, body = {}) {
    if (!this.article) return Promise.resolve(false);
    if (this.server.isLost)
      return this.#say(
        "The server does not answer: one change waits already, make the next one when it is sent.",
      );
    const { id } = this.article;
    const made = this.turn.then(() => this.#send(id, action, body));
    this.turn = made.catch(() => {}); // a fault in one does not hold up the next
    return made;
  }

  async #send(id, action, body) {
    if (this.article.id !== id) return false;
    try {
      const state = await this.server.change(id, action, {
        ...body,
        version: this.article.version,
      });
      this.#accept(id, state, action);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === "stale") await this.open(id); // someone changed it in another window
      this.#tell("refused", error.message);
      return false;
    }
  }

  #accept(id, state, action) {
    if (this.article.id !== id) return;
    this.before = this.article;
    this.article = { ...this.article, ...state };
    this.#tell("state", action);
    const entry = this.articles.find((each) => each.id === id);
    if (entry)
      Object.assign(entry, { state: state.is_saved ? "saved" : "edited", status: state.status });
    this.#tell("list");
  }

  read(span) {
    return this.server.read(this.article.id, span);
  }

  figure(id) {
    return this.article.figures.find((figure) => figure.id === id);
  }
}
