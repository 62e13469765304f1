// Today's word: with it a browser seals what it sends and opens what it gets, so that whoever does not know it, and the server,
// has nothing of it. The word never leaves this page.
import { say } from "./app.js";
import { workerAddress } from "./trust.js";

/** PBKDF2 is slow on purpose: a word that people say aloud is short. */
const rounds = 600_000;

export class Word {
  #is_on = false;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {(how: string) => void} */
  #say;

  /** @param {(how: "open" | "closed" | "unable") => void} say */
  constructor(say) {
    this.#say = /** @type {(how: string) => void} */ (say);
  }

  /** Whether nothing may be sent or played: it is wanted, and this browser cannot do it. */
  get bars() {
    return this.#is_on && !("RTCRtpScriptTransform" in globalThis);
  }

  /**
   * Only whoever knows the word, or everybody: from the next connection on. Whether that is something new.
   * @param {boolean} is_on
   */
  turn(is_on) {
    if (is_on === this.#is_on) return false;
    this.#is_on = is_on;
    if (!is_on) this.end();
    if (this.bars) this.#say("unable");
    return true;
  }

  /**
   * All of a connection goes through the worker, or nothing does. A browser takes that only while a connection is being made.
   * @param {RTCPeerConnection} peer
   */
  wrap(peer) {
    if (!this.#is_on) return;
    for (const { sender, receiver, direction } of peer.getTransceivers()) {
      const [end, goes_out] = direction === "sendonly" ? [sender, true] : [receiver, false];
      end.transform = new RTCRtpScriptTransform(this.#work(), { goes_out, kind: receiver.track.kind });
    }
  }

  #work() {
    if (this.#worker) return this.#worker;
    this.#worker = new Worker(workerAddress(new URL("../seal.js", import.meta.url).pathname));
    this.#worker.onmessage = ({ data }) => this.#say(data);
    return this.#worker;
  }

  /**
   * @param {string} word
   * @param {string} about what it is for: the same word makes another key for another session
   */
  async take(word, about) {
    const bytes = new TextEncoder();
    const plain = word.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
    const drawn = await crypto.subtle.importKey("raw", bytes.encode(plain), "PBKDF2", false, ["deriveKey"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes.encode(about), iterations: rounds };
    const key = await crypto.subtle.deriveKey(how, drawn, { name: "AES-GCM", length: 128 }, false, ["encrypt", "decrypt"]);
    this.#work().postMessage(key);
  }

  end() {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/**
 * Says how it goes with the word. One that is in use need not be given again.
 * @param {HTMLElement} room
 * @param {"open" | "closed" | "unable"} how
 */
export function show(room, how) {
  const box = /** @type {HTMLElement | null} */ (room.querySelector("[data-sealed]"));
  const line = box?.lastElementChild;
  const words = box?.dataset[how] ?? "";
  if (!line || line.textContent === words) return;
  line.textContent = words;
  say(words);
  const form = box?.querySelector("form");
  if (!form) return;
  const has_focus = form.contains(document.activeElement);
  form.hidden = how === "open";
  if (has_focus && form.hidden) box?.focus();
}
