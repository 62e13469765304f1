// <live-room data-socket data-ticket>: one socket for everything that happens, one connection for sound and pictures.
//
// The server draws the page and says what there is; this file shows it and sends what is pressed. media.js looks after camera,
// microphone and the lines.
import { announce, say, wake } from "./app.js";
import { clear, leaf, post } from "./beside.js";
import { Media } from "./media.js";
import { kinds } from "./own.js";
import { add, place } from "./regions.js";
import { show } from "./word.js";

const version = 1;
const pause_ms = 500;
const pause_ms_max = 8000;
/** Wishes that are kept while the line is broken. */
const unsent_max = 20;
/** Why a line was closed that can be opened anew. */
const may_come_again = ["left", "taken-over", "turned-away", "unreadable", "too-long", "flood", "too-many"];

class LiveRoom extends HTMLElement {
  /** @type {WebSocket | undefined} */
  #socket;
  #resume = "";
  #host = "";
  /** @type {Record<string, unknown>[]} */
  #unsent = [];
  /** Whether the room has taken this page in; a socket that is open may still be sent away. */
  #is_in = false;
  #carries = false;
  #over = false;
  #urged = "";
  #pause_ms = pause_ms;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #media = new Media(this, {
    tell: (frame) => this.#tell(frame),
    line: (words) => this.#line(words),
    move: () => this.#move(),
    sealed: (how) => show(this, how),
  });

  connectedCallback() {
    this.addEventListener("click", this.#press);
    this.addEventListener("submit", this.#send);
    this.addEventListener("change", this.#change);
    addEventListener("keydown", this.#fold);
    addEventListener("pointerdown", this.#fold);
    addEventListener("pagehide", this.#close);
    addEventListener("online", this.#move);
    document.addEventListener("securitypolicyviolation", this.#strange);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("keydown", this.#fold);
    removeEventListener("pointerdown", this.#fold);
    removeEventListener("pagehide", this.#close);
    removeEventListener("online", this.#move);
    document.removeEventListener("securitypolicyviolation", this.#strange);
    this.#close();
  }

  // The socket.

  #close = () => {
    this.#over = true;
    clearTimeout(this.#retry);
    this.#drop();
    this.#media.hangUp();
    kinds.forEach((kind) => this.#media.own.release(kind));
    this.#media.word.end();
  };

  async #open() {
    try {
      const answer = await fetch(this.dataset.ticket ?? "", { method: "POST" });
      const text = await answer.text();
      if (answer.status === 409) return this.#end(text);
      if (answer.redirected) return location.reload();
      if (answer.status === 404) return this.#end(this.dataset.gone ?? "");
      if (!answer.ok) return this.#again();
      if (this.#over) return;
      this.#drop();
      // In a second line, the address of the server that has the room, where it is not this page's own.
      const [ticket, server = location.href] = text.split("\n");
      const address = new URL(this.dataset.socket ?? "", server.replace(/^http/, "ws"));
      this.#host = address.host;
      const socket = new WebSocket(address);
      this.#socket = socket;
      socket.onopen = () => this.#tell({ t: "hello", ticket, resume: this.#resume });
      socket.onmessage = (event) => this.#take(JSON.parse(event.data));
      socket.onclose = () => {
        this.#is_in = false;
        this.#again();
      };
    } catch {
      this.#again();
    }
  }

  #again() {
    if (this.#over) return;
    this.#line(this.dataset.broken ?? "");
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(), this.#pause_ms);
    this.#pause_ms = Math.min(this.#pause_ms * 2, pause_ms_max);
  }

  /** Lets the socket go; whatever still comes over it is for nobody. */
  #drop() {
    const socket = this.#socket;
    this.#is_in = false;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** Another network: the old lines may never say that they are dead. */
  #move = () => {
    if (this.#over) return;
    clearTimeout(this.#retry);
    this.#drop();
    this.#media.must_offer = true;
    this.#open();
  };

  /**
   * A server that this page was not told of has the room: a new page is.
   * @param {SecurityPolicyViolationEvent} event
   */
  #strange = (event) => {
    if (event.effectiveDirective !== "connect-src" || !this.#host || !event.blockedURI.includes(this.#host)) return;
    // Once: where the new page was not told either, another would not be.
    if (sessionStorage.getItem(this.#mark)) return;
    sessionStorage.setItem(this.#mark, "loaded anew");
    location.reload();
  };

  get #mark() {
    return `room:${this.dataset.socket}`;
  }

  /** @param {Record<string, unknown>} frame */
  #tell(frame) {
    const is_open = this.#socket?.readyState === WebSocket.OPEN;
    if (is_open) this.#socket?.send(JSON.stringify({ v: version, ...frame }));
    return is_open;
  }

  /** @param {any} frame */
  #take(frame) {
    switch (frame.t) {
      case "welcome":
        return this.#enter(frame);
      case "regions":
        return this.#show(frame.html, frame.log);
      case "connect":
        this.#media.relays = frame.relays ?? [];
        return this.#carries && this.#media.begin();
      case "again":
        this.#media.hangUp();
        return this.#carries && this.#media.begin();
      case "hang-up":
        return this.#media.hangUp();
      case "answer":
        return this.#media.answered(frame.sdp);
      case "slots":
        return this.#media.place(frame.slots);
      case "line":
        this.toggleAttribute("data-without", frame.pictures === "none");
        return this.#line((frame.pictures === "none" ? this.dataset.soundOnly : this.dataset.picturesBack) ?? "");
      case "muted":
        return this.#media.own.release(frame.source === "camera" ? "video" : "audio");
      case "said":
        return frame.at === "now" ? this.#alert(frame.words) : announce(frame.words);
      case "error":
        if (["not-in", "offer", "media"].includes(frame.code)) this.#media.refused();
        return this.#line(frame.words);
      case "bye":
        return this.#end(frame.words, may_come_again.includes(frame.why));
    }
  }

  /** @param {{ seat: number, resume: string, media: string, stands: string }} frame */
  #enter(frame) {
    this.#media.seat = frame.seat;
    this.#resume = frame.resume;
    this.#carries = frame.media === "yes";
    this.#pause_ms = pause_ms;
    this.#media.meet(frame.stands === "yes");
    this.#line("");
    this.#is_in = true;
    sessionStorage.removeItem(this.#mark);
    for (const unsent of this.#unsent.splice(0)) this.#tell(unsent);
  }

  /**
   * @param {string[]} pieces
   * @param {{ first: string, html: string[] }} [added]
   */
  #show(pieces, added) {
    pieces.forEach(place);
    if (added) add(added);
    wake();
    this.#urge();
    this.#media.seal(this.querySelector("[data-sealed]") !== null);
    leaf(this).catch(() => {});
    this.#media.own.spare(this.querySelector("[data-pictures]")?.getAttribute("data-pictures") ?? "all");
    this.#media.place();
  }

  // What is pressed and written.

  /** @param {Event} event */
  #press = async (event) => {
    this.#media.unmute();
    const button = event.target instanceof Element ? event.target.closest("button[data-wish]") : null;
    if (!(button instanceof HTMLElement)) return;
    const wish = button.dataset.wish ?? "";
    try {
      if (wish === "mic-on") await this.#media.own.obtain("audio");
      if (wish === "cam-on") await this.#media.own.obtain("video");
    } catch {
      return this.#line(this.dataset.denied ?? "");
    }
    if (wish === "mic-off") this.#media.own.release("audio");
    if (wish === "cam-off") this.#media.own.release("video");
    if (wish === "pictures" && button.dataset.choice === "none") this.#wish("cam-off", {}, {});
    if (this.#socket?.readyState === WebSocket.OPEN) this.#line("");
    this.#wish(wish, button.dataset, {});
  };

  /** @param {SubmitEvent} event */
  #send = (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if ("word" in form.dataset) return this.#know(form);
    const fields = new FormData(form, event.submitter);
    if (!form.dataset.wish) return this.#post(form, fields);
    const words = String(fields.get("words") ?? "").trim();
    if (fields.has("words") && !words && !form.querySelector("[data-stays]")) return;
    /** @type {Record<string, unknown>} */
    const more = fields.has("words") ? { words } : {};
    if (fields.has("choice")) more.choice = fields.get("choice");
    if (fields.has("number")) more.number = Number(fields.get("number"));
    this.#wish(String(fields.get("do") ?? form.dataset.wish), form.dataset, more);
    clear(form);
  };

  /**
   * A form of the pages beside the room: sent without leaving it. What changes comes by the pages' own line.
   * @param {HTMLFormElement} form
   * @param {FormData} fields
   */
  async #post(form, fields) {
    const is_done = await post(form, fields);
    this.#line(is_done ? "" : (this.dataset.refused ?? ""));
    if (is_done) clear(form);
  }

  /**
   * Today's word stays on this page.
   * @param {HTMLFormElement} form
   */
  #know(form) {
    const field = form.querySelector("input");
    if (!field?.value.trim()) return;
    this.#media.word.take(field.value, this.dataset.socket ?? "");
    field.value = "";
    show(this, "open");
  }

  /**
   * @param {string} wish
   * @param {DOMStringMap} about
   * @param {Record<string, unknown>} more
   */
  #wish(wish, about, more) {
    /** @type {Record<string, unknown>} */
    const frame = { t: "wish", do: wish };
    if (about.seat) frame.seat = Number(about.seat);
    if (about.number) frame.number = Number(about.number);
    if (about.choice) frame.choice = about.choice;
    Object.assign(frame, more);
    // What is asked for before the room has taken this page in goes out once it has; a call for help always does.
    if (this.#is_in && this.#tell(frame)) return;
    if (wish === "unsafe" || this.#unsent.length < unsent_max) this.#unsent.push(frame);
  }

  /** @param {Event} event */
  #change = (event) => {
    const use = event.target instanceof HTMLSelectElement ? event.target.dataset.device : "";
    return use === "audiooutput" ? this.#media.speak() : this.#media.own.change(use);
  };

  /**
   * Escape folds up what is open over the page, and so does a press beside it.
   * @param {Event} event
   */
  #fold = (event) => {
    const open = this.querySelector(".dock__more[open]");
    if (!open || (event instanceof KeyboardEvent ? event.key !== "Escape" : open.contains(/** @type {Node} */ (event.target)))) return;
    const has_focus = open.contains(document.activeElement);
    open.removeAttribute("open");
    if (has_focus) open.querySelector("summary")?.focus();
  };

  // What is said.

  /** @param {string} words */
  #line(words) {
    const line = this.querySelector("#room-line");
    if (!line || line.textContent === words) return;
    line.textContent = words;
    if (words) say(words);
  }

  /** That one is next may interrupt, as that it is one's turn. */
  #urge() {
    const words = this.querySelector("[data-urgent]")?.textContent ?? "";
    if (words && words !== this.#urged) this.#alert(words);
    this.#urged = words;
  }

  /** @param {string} words */
  #alert(words) {
    const alert = this.querySelector("#room-alert");
    if (alert) alert.textContent = words;
  }

  /**
   * @param {string} words
   * @param {boolean} [may_come_again]
   */
  #end(words, may_come_again) {
    this.#close();
    this.classList.add("live-room--over");
    for (const part of [...this.children]) if (part.id !== "room-now") part.remove();
    const sentence = document.createElement("p");
    sentence.className = "lead";
    sentence.tabIndex = -1;
    sentence.textContent = words;
    const now = this.querySelector("#room-now");
    now?.replaceChildren(sentence);
    if (may_come_again) {
      const way = document.createElement("a");
      way.className = "btn";
      way.href = location.href;
      way.textContent = this.dataset.again ?? "";
      now?.append(way);
    }
    sentence.focus();
    say(words);
  }
}

customElements.define("live-room", LiveRoom);
