// <device-check>: camera and microphone for oneself alone, before anybody else is there; only after a press.
import { ask } from "./equipment.js";

class DeviceCheck extends HTMLElement {
  /** @type {MediaStream | undefined} */
  #stream;
  /** @type {AudioContext | undefined} */
  #ear;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #listening;

  connectedCallback() {
    this.hidden = !navigator.mediaDevices;
    this.querySelector("button")?.addEventListener("click", this.#try);
    this.addEventListener("change", this.#change);
    addEventListener("pagehide", this.#stop);
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.#stop);
    this.#stop();
  }

  #change = () => {
    if (this.#stream) this.#try();
  };

  #try = async () => {
    this.#stop();
    try {
      this.#stream = await ask("audio", "video");
    } catch {
      return this.#say(this.dataset.denied ?? "");
    }
    const mirror = document.createElement("video");
    mirror.muted = mirror.autoplay = mirror.playsInline = true;
    mirror.className = "mirror";
    mirror.srcObject = this.#stream;
    this.querySelector("div[data-own]")?.replaceChildren(mirror);
    // Now the browser tells what the devices are called.
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
    this.#listen(this.#stream);
  };

  /** @param {MediaStream} stream */
  #listen(stream) {
    this.#ear = new AudioContext();
    this.#ear.resume();
    const meter = this.#ear.createAnalyser();
    this.#ear.createMediaStreamSource(stream).connect(meter);
    const wave = new Float32Array(meter.fftSize);
    this.#listening = setInterval(() => {
      meter.getFloatTimeDomainData(wave);
      if (wave.some((value) => Math.abs(value) > 0.01)) this.#say(this.dataset.heard ?? "");
    }, 250);
  }

  /** @param {string} words */
  #say(words) {
    const line = this.querySelector("p[data-own]");
    if (line && line.textContent !== words) line.textContent = words;
  }

  #stop = () => {
    clearInterval(this.#listening);
    this.#ear?.close();
    this.#ear = undefined;
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
  };
}

customElements.define("device-check", DeviceCheck);
