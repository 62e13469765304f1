// <form-draft data-draft="…">: keeps what is being written, at the practice, and on this device only while offline.

const rest_ms = 2000;

class FormDraft extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #sent = "";

  connectedCallback() {
    this.#sent = this.#body();
    this.#restore();
    this.addEventListener("input", this.#later);
    this.addEventListener("submit", this.#done);
    document.addEventListener("visibilitychange", this.#send);
    addEventListener("online", this.#send);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#send);
    removeEventListener("online", this.#send);
  }

  get #address() {
    return this.dataset.draft ?? "";
  }

  get #key() {
    return `draft ${this.#address}`;
  }

  #form() {
    return this.querySelector("form");
  }

  #body() {
    const form = this.#form();
    const data = form ? new FormData(form) : new FormData();
    const pairs = [...data].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
    return new URLSearchParams(pairs).toString();
  }

  #later = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#send, rest_ms);
  };

  #send = async () => {
    clearTimeout(this.#timer);
    const body = this.#body();
    if (body === this.#sent) return;
    try {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const answer = await fetch(this.#address, { method: "POST", body, headers, keepalive: true });
      // Where one has to sign in again, the answer is the page for that, after a redirect: nothing was kept.
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      this.#sent = body;
      sessionStorage.removeItem(this.#key);
      this.#say(await answer.text());
    } catch {
      sessionStorage.setItem(this.#key, body);
      this.#say(this.dataset.offline ?? "");
    }
  };

  // What was sent in earnest is no draft any more.
  #done = () => {
    clearTimeout(this.#timer);
    this.#sent = this.#body();
    sessionStorage.removeItem(this.#key);
  };

  #restore() {
    const kept = sessionStorage.getItem(this.#key);
    if (kept === null) return;
    const values = new URLSearchParams(kept);
    for (const field of this.#form()?.elements ?? []) {
      if (field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox")) {
        field.checked = values.getAll(field.name).includes(field.value);
      } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
        field.value = values.get(field.name) ?? field.value;
      }
    }
    this.#send();
  }

  /** @param {string} sentence */
  #say(sentence) {
    const status = this.querySelector(":scope > [role=status]");
    if (status) status.textContent = sentence;
  }
}

customElements.define("form-draft", FormDraft);
