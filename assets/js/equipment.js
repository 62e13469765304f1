// Cameras, microphones and speakers: which there are, which this browser was told to use, and <device-choice>, the lists of
// them. Only this browser remembers the choice, and of a device only the name that the browser has made up for this site.
import { announce } from "./app.js";

/** @typedef {"audio" | "video"} Kind */

const shelf = "devices";

/** @returns {Record<string, string>} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/**
 * The device that was chosen for `use`, such as `audioinput`; nothing where the browser chooses.
 * @param {string} use
 */
export function chosen(use) {
  return kept()[use] ?? "";
}

/**
 * @param {string} use
 * @param {string} device
 */
function keep(use, device) {
  try {
    localStorage.setItem(shelf, JSON.stringify({ ...kept(), [use]: device }));
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
}

const uses = { audio: "audioinput", video: "videoinput" };

/**
 * Asks the browser for a microphone, a camera or both: the chosen ones, and others where those are not there any more.
 * @param {Kind[]} kinds
 */
export async function ask(...kinds) {
  const devices = navigator.mediaDevices;
  try {
    return await devices.getUserMedia(wanted(kinds, chosen));
  } catch (cause) {
    if (!kinds.some((kind) => chosen(uses[kind]))) throw cause;
    return devices.getUserMedia(wanted(kinds, () => ""));
  }
}

/**
 * @param {Kind[]} kinds
 * @param {(use: string) => string} device
 * @returns {MediaStreamConstraints}
 */
function wanted(kinds, device) {
  const of = (/** @type {Kind} */ kind) => {
    const exact = device(uses[kind]);
    const how = kind === "audio" ? { echoCancellation: true, noiseSuppression: true } : { width: 640, height: 480, frameRate: 24 };
    return [kind, exact ? { ...how, deviceId: { exact } } : how];
  };
  return Object.fromEntries(kinds.map(of));
}

/**
 * Plays through the speaker that was chosen, where the browser lets a page choose.
 * @param {HTMLMediaElement} player
 */
export function aloud(player) {
  player.setSinkId?.(chosen("audiooutput")).catch(() => {});
}

class DeviceChoice extends HTMLElement {
  /** @type {Set<string>} */
  #speakers = new Set();

  connectedCallback() {
    this.addEventListener("change", this.#choose);
    navigator.mediaDevices?.addEventListener("devicechange", this.fill);
    this.fill();
  }

  disconnectedCallback() {
    this.removeEventListener("change", this.#choose);
    navigator.mediaDevices?.removeEventListener("devicechange", this.fill);
  }

  /** Lists what there is; until something was allowed once, a browser tells no names. */
  fill = async () => {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    for (const list of this.querySelectorAll("select")) {
      const use = list.dataset.device ?? "";
      const here = devices.filter((device) => device.kind === use && device.deviceId && device.label);
      const others = here.filter((device) => device.deviceId !== "default");
      const options = others.map((device) => new Option(device.label, device.deviceId));
      list.replaceChildren(...[...list.options].slice(0, 1), ...options);
      list.value = others.some((device) => device.deviceId === chosen(use)) ? chosen(use) : "";
      const is_free = use !== "audiooutput" || "setSinkId" in HTMLMediaElement.prototype;
      if (list.parentElement) list.parentElement.hidden = !others.length || !is_free;
      if (use === "audiooutput") this.#miss(others.map((device) => device.deviceId));
    }
    this.hidden = !this.querySelector("div:not([hidden]) > select");
  };

  /** @param {string[]} now */
  #miss(now) {
    const mine = chosen("audiooutput");
    if (this.#speakers.has(mine) && !now.includes(mine)) announce(this.dataset.gone ?? "");
    this.#speakers = new Set(now);
  }

  /** @param {Event} event */
  #choose = (event) => {
    const list = event.target;
    if (list instanceof HTMLSelectElement && list.dataset.device) keep(list.dataset.device, list.value);
  };
}

customElements.define("device-choice", DeviceChoice);
