// The server: every answer is the checked state of the article. A lost connection loses no edit.

const PAUSE_MS = 1500;

/** What the server understood and would not do, with a sentence to show. */
export class Refused extends Error {
  constructor({ code, message }) {
    super(message);
    this.code = code;
  }
}

export class Server {
  /** @param {{lost: function(), back: function()}} hooks the connection went, or came again */
  constructor(hooks) {
    this.hooks = hooks;
    this.isLost = false;
  }

  /** Return JSON from the server, waiting until it can be reached. */
  async get(path) {
    for (;;) {
      const answer = await this.#once(path);
      if (answer) return answer;
    }
  }

  /**
   * Change an article, and return its state.
   * An edit names the version that it is made on. Where the answer was lost, the version that the
   * server has now tells whether the edit arrived, so that it is made once.
   */
  async change(id, action, body) {
    for (;;) {
      const answer = await this.#once(`api/articles/${id}/${action}`, body);
      if (answer) return answer;
      const now = await this.get(`api/articles/${id}`);
      if (now.version !== body.version) return now;
    }
  }

  /** Ask what code makes of a passage. */
  async read(id, span) {
    return (await this.#once(`api/articles/${id}/read`, { span })) ?? this.read(id, span);
  }

  async #once(path, body) {
    let response;
    try {
      response = await fetch(path, body && post(body));
    } catch {
      this.isLost = true;
      this.hooks.lost();
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      return null;
    }
    if (this.isLost) {
      this.isLost = false;
      this.hooks.back();
    }
    const answer = await response.json();
    if (!response.ok) throw new Refused(answer.error);
    return answer;
  }
}

const post = (body) => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});
