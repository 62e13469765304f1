// <live-region src="…">: keeps the regions of a page fresh through one stream of server-sent events.
import { wake } from "./app.js";
import { place } from "./regions.js";

const pause_ms = 2000;
const pause_ms_max = 60000;

/**
 * The one stream of the page: a browser allows six to a site, over all its tabs.
 * @type {LiveRegion | undefined}
 */
let owner;

class LiveRegion extends HTMLElement {
  /** @type {EventSource | undefined} */
  #stream;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;
  #pause_ms = pause_ms;

  connectedCallback() {
    if (owner) return;
    owner = this;
    document.addEventListener("visibilitychange", this.#turn);
    this.#turn();
  }

  disconnectedCallback() {
    if (owner !== this) return;
    owner = undefined;
    document.removeEventListener("visibilitychange", this.#turn);
    this.#close();
  }

  // A page that nobody looks at needs no stream; coming back, the server sends all regions anew.
  #turn = () => {
    this.#close();
    if (!document.hidden) this.#open();
  };

  #open() {
    this.#stream = new EventSource(this.getAttribute("src") ?? "");
    this.#stream.addEventListener("open", () => (this.#pause_ms = pause_ms));
    this.#stream.addEventListener("region", (event) => {
      place(event.data);
      wake();
    });
    this.#stream.addEventListener("error", () => {
      // The browser comes back by itself after a broken line, but not after a refusal.
      if (this.#stream?.readyState !== EventSource.CLOSED) return;
      this.#retry = setTimeout(this.#turn, this.#pause_ms);
      this.#pause_ms = Math.min(this.#pause_ms * 2, pause_ms_max);
    });
  }

  #close() {
    clearTimeout(this.#retry);
    this.#stream?.close();
    this.#stream = undefined;
  }
}

customElements.define("live-region", LiveRegion);
