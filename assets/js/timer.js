// <time-left data-left="760" data-at="…">: seconds that count down from the moment the server drew them.

class TimeLeft extends HTMLElement {
  static observedAttributes = ["data-at"];
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticks;
  #since_ms = performance.now();

  connectedCallback() {
    this.#ticks = setInterval(this.#show, 1000);
  }

  disconnectedCallback() {
    clearInterval(this.#ticks);
  }

  // Only the time that passes here counts: the clock of this machine may be wrong.
  attributeChangedCallback() {
    this.#since_ms = performance.now();
  }

  #show = () => {
    const passed_s = Math.floor((performance.now() - this.#since_ms) / 1000);
    const left_s = Math.max(0, Number(this.dataset.left) - passed_s);
    this.textContent = `${Math.floor(left_s / 60)}:${String(left_s % 60).padStart(2, "0")}`;
  };
}

customElements.define("time-left", TimeLeft);
