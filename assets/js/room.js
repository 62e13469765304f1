// <live-room data-socket data-ticket>: one socket for everything that happens, one connection for sound and pictures.
//
// The server draws the page and says what there is; this file shows it, sends what is pressed, and looks after camera,
// microphone and the lines. Who is behind which slot changes without a new description of the connection.
import { announce, wake } from "./app.js";
import { documentOf, morph, parse } from "./morph.js";

const version = 1;
const pause_ms = 500;
const pause_ms_max = 8000;
/** Places for others: their sound, and as many pictures as a phone can decode. */
const voices = 12;
const pictures = 9;

/** @typedef {{ mid: string, kind: string, seat: number | null }} Slot */
/** @typedef {"audio" | "video"} Kind */

class LiveRoom extends HTMLElement {
  /** @type {WebSocket | undefined} */
  #socket;
  /** @type {RTCPeerConnection | undefined} */
  #peer;
  /** @type {Record<Kind, RTCRtpSender | undefined>} */
  #senders = { audio: undefined, video: undefined };
  /** @type {Record<Kind, MediaStreamTrack | undefined>} */
  #tracks = { audio: undefined, video: undefined };
  /** @type {Map<string, HTMLMediaElement>} */
  #players = new Map();
  /** @type {Slot[]} */
  #slots = [];
  /** @type {HTMLVideoElement | undefined} */
  #mirror;
  /** @type {number | undefined} */
  #seat;
  #resume = "";
  #carries = false;
  #over = false;
  #pause_ms = pause_ms;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #retry;

  connectedCallback() {
    this.addEventListener("click", this.#press);
    this.addEventListener("submit", this.#send);
    addEventListener("pagehide", this.#close);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.#close);
    this.#close();
  }

  #close = () => {
    this.#over = true;
    clearTimeout(this.#retry);
    this.#socket?.close();
    this.#hangUp();
    for (const kind of /** @type {Kind[]} */ (["audio", "video"])) this.#release(kind);
  };

  async #open() {
    try {
      const answer = await fetch(this.dataset.ticket ?? "", { method: "POST" });
      const text = await answer.text();
      if (answer.status === 409) return this.#end(text);
      if (answer.redirected) return location.reload();
      if (answer.status === 404) return this.#end(this.dataset.gone ?? "");
      if (!answer.ok) return this.#again();
      const socket = new WebSocket(new URL(this.dataset.socket ?? "", location.href.replace(/^http/, "ws")));
      this.#socket = socket;
      socket.onopen = () => this.#tell({ t: "hello", ticket: text, resume: this.#resume });
      socket.onmessage = (event) => this.#take(JSON.parse(event.data));
      socket.onclose = () => this.#again();
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

  /** @param {Record<string, unknown>} frame */
  #tell(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ v: version, ...frame }));
  }

  /** @param {any} frame */
  #take(frame) {
    switch (frame.t) {
      case "welcome":
        this.#seat = frame.seat;
        this.#resume = frame.resume;
        this.#carries = frame.media === "yes";
        this.#pause_ms = pause_ms;
        return this.#line("");
      case "regions":
        frame.html.forEach(show);
        wake();
        this.#leaf().catch(() => {});
        return this.#place();
      case "connect":
        return this.#peer || this.#connect();
      case "again":
        this.#hangUp();
        return this.#connect();
      case "answer":
        return this.#peer?.setRemoteDescription({ type: "answer", sdp: frame.sdp });
      case "slots":
        this.#slots = frame.slots;
        return this.#place();
      case "line":
        return this.#line((frame.pictures === "none" ? this.dataset.soundOnly : this.dataset.picturesBack) ?? "");
      case "muted":
        return this.#release(frame.source === "camera" ? "video" : "audio");
      case "said":
        return frame.at === "now" ? this.#alert(frame.words) : announce(frame.words);
      case "error":
        return this.#line(frame.words);
      case "bye":
        return this.#end(frame.words);
    }
  }

  // Sound and pictures.

  async #connect() {
    if (!this.#carries) return;
    const peer = new RTCPeerConnection();
    this.#peer = peer;
    this.#senders.audio = peer.addTransceiver("audio", { direction: "sendonly" }).sender;
    this.#senders.video = peer.addTransceiver("video", {
      direction: "sendonly",
      sendEncodings: [
        { rid: "q", scaleResolutionDownBy: 2, maxBitrate: 120_000 },
        { rid: "h", maxBitrate: 400_000 },
      ],
    }).sender;
    for (let place = 0; place < voices; place += 1) peer.addTransceiver("audio", { direction: "recvonly" });
    for (let place = 0; place < pictures; place += 1) peer.addTransceiver("video", { direction: "recvonly" });
    peer.getTransceivers().forEach(plain);
    peer.ontrack = ({ transceiver, track }) => this.#play(transceiver.mid ?? "", track);
    peer.onconnectionstatechange = () => {
      if (peer === this.#peer && peer.connectionState === "failed") this.#offer({ iceRestart: true });
    };
    await this.#offer();
    for (const kind of /** @type {Kind[]} */ (["audio", "video"])) {
      const track = this.#tracks[kind];
      if (track) await this.#senders[kind]?.replaceTrack(track);
    }
  }

  /** @param {RTCOfferOptions} [options] */
  async #offer(options) {
    const peer = this.#peer;
    if (!peer) return;
    const offer = await peer.createOffer(options);
    await peer.setLocalDescription(offer);
    this.#tell({ t: "offer", sdp: peer.localDescription?.sdp ?? "" });
  }

  #hangUp() {
    this.#peer?.close();
    this.#peer = undefined;
    this.#players.forEach((player) => player.remove());
    this.#players.clear();
  }

  /**
   * @param {string} mid
   * @param {MediaStreamTrack} track
   */
  #play(mid, track) {
    const player = document.createElement(track.kind === "video" ? "video" : "audio");
    player.autoplay = true;
    if (player instanceof HTMLVideoElement) {
      player.playsInline = true;
      player.muted = true;
    } else {
      this.querySelector("#room-sounds")?.append(player);
    }
    player.srcObject = new MediaStream([track]);
    player.play().catch(() => this.#offerSound());
    this.#players.set(mid, player);
    this.#place();
  }

  /** Puts each picture where the page shows whose it is. */
  #place() {
    for (const { mid, kind, seat } of this.#slots) {
      const player = this.#players.get(mid);
      if (kind !== "video" || !player) continue;
      const frame = seat === null ? null : this.querySelector(`.picture[data-seat="${seat}"]`);
      if (!frame) player.remove();
      else if (player.parentNode !== frame) frame.replaceChildren(player);
      if (frame && player.paused) player.play().catch(() => {});
    }
    const own = this.querySelector(`.picture[data-seat="${this.#seat}"]`);
    if (own && this.#mirror && this.#mirror.parentNode !== own) {
      own.replaceChildren(this.#mirror);
      this.#mirror.play().catch(() => {});
    }
  }

  /** A browser may want a press before it plays anything aloud. */
  #offerSound() {
    const sounds = this.querySelector("#room-sounds");
    if (!sounds || sounds.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = this.dataset.sound ?? "";
    sounds.prepend(button);
  }

  /** Any press in the room is one. */
  #unmute() {
    const button = this.querySelector("#room-sounds button");
    if (!button) return;
    button.remove();
    this.#players.forEach((player) => player.play().catch(() => {}));
  }

  /**
   * Asks the browser for a camera or a microphone; only ever after a press.
   * @param {Kind} kind
   */
  async #obtain(kind) {
    const wanted =
      kind === "audio"
        ? { audio: { echoCancellation: true, noiseSuppression: true } }
        : { video: { width: 640, height: 480, frameRate: 24 } };
    const [track] = (await navigator.mediaDevices.getUserMedia(wanted)).getTracks();
    if (!track) return;
    this.#tracks[kind] = track;
    if (kind === "video") {
      this.#mirror = document.createElement("video");
      this.#mirror.muted = this.#mirror.autoplay = this.#mirror.playsInline = true;
      this.#mirror.className = "mirror";
      this.#mirror.srcObject = new MediaStream([track]);
      this.#place();
    }
    await this.#senders[kind]?.replaceTrack(track);
  }

  /** @param {Kind} kind */
  #release(kind) {
    this.#tracks[kind]?.stop();
    this.#tracks[kind] = undefined;
    this.#senders[kind]?.replaceTrack(null).catch(() => {});
    if (kind === "video") {
      this.#mirror?.remove();
      this.#mirror = undefined;
    }
  }

  // What is pressed and written.

  /** @param {Event} event */
  #press = async (event) => {
    this.#unmute();
    const button = event.target instanceof Element ? event.target.closest("button[data-wish]") : null;
    if (!(button instanceof HTMLElement)) return;
    const wish = button.dataset.wish ?? "";
    try {
      if (wish === "mic-on") await this.#obtain("audio");
      if (wish === "cam-on") await this.#obtain("video");
    } catch {
      return this.#line(this.dataset.denied ?? "");
    }
    if (wish === "mic-off") this.#release("audio");
    if (wish === "cam-off") this.#release("video");
    this.#line("");
    this.#wish(wish, button.dataset, {});
  };

  /** @param {SubmitEvent} event */
  #send = (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
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
    try {
      const body = new URLSearchParams(/** @type {[string, string][]} */ ([...fields]));
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      const is_done = answer.ok || answer.type === "opaqueredirect";
      this.#line(is_done ? "" : (this.dataset.refused ?? ""));
      if (is_done) clear(form);
    } catch {
      this.#line(this.dataset.refused ?? "");
    }
  }

  /** A leaf of another page, read with the rights of whoever looks. */
  async #leaf() {
    const place = this.querySelector("[data-leaf]:empty");
    if (!(place instanceof HTMLElement)) return;
    place.append(document.createElement("p"));
    const answer = await fetch(place.dataset.leaf ?? "");
    const page = answer.ok ? documentOf(await answer.text()) : null;
    place.replaceChildren(...(page?.querySelectorAll("main .lead, main .sheet") ?? []));
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
    this.#tell({ ...frame, ...more });
  }

  // What is said.

  /** @param {string} words */
  #line(words) {
    const line = this.querySelector("#room-line");
    if (line && line.textContent !== words) line.textContent = words;
  }

  /** @param {string} words */
  #alert(words) {
    const alert = this.querySelector("#room-alert");
    if (alert) alert.textContent = words;
  }

  /** @param {string} words */
  #end(words) {
    this.#close();
    for (const id of ["room-stage", "room-dock", "room-talk", "room-lead"]) document.getElementById(id)?.replaceChildren();
    const now = document.getElementById("room-now");
    const sentence = document.createElement("p");
    sentence.className = "lead";
    sentence.setAttribute("role", "status");
    sentence.textContent = words;
    now?.replaceChildren(sentence);
  }
}

/** @param {string} html */
function show(html) {
  const next = parse(html);
  const now = next && document.getElementById(next.id);
  if (!next || !now) return;
  const log = now.querySelector(".log");
  const at_end = log && log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const said = now.dataset.say;
  morph(now, next);
  if (log && at_end) log.scrollTop = log.scrollHeight;
  if (now.dataset.say && now.dataset.say !== said) announce(now.dataset.say);
}

/** @param {HTMLFormElement} form */
function clear(form) {
  for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) {
    if (!field.hasAttribute("data-stays")) /** @type {HTMLInputElement} */ (field).value = "";
  }
}

/**
 * Opus and VP8 alone, so that a description stays small.
 * @param {RTCRtpTransceiver} transceiver
 */
function plain(transceiver) {
  const kind = transceiver.receiver.track.kind;
  const wanted = kind === "audio" ? ["audio/opus"] : ["video/vp8", "video/rtx"];
  const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  const fitting = codecs.filter((codec) => wanted.includes(codec.mimeType.toLowerCase()));
  if (fitting.length && transceiver.setCodecPreferences) transceiver.setCodecPreferences(fitting);
}

customElements.define("live-room", LiveRoom);
