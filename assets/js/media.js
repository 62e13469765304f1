// Sound and pictures of a live room: one connection, described once. Who is behind which slot, which camera and how much of
// pictures change without a new description; another way to the server is a new description of the same connection.
import { aloud } from "./equipment.js";
import { Own } from "./own.js";
import { Word } from "./word.js";

/** Places for others: their sound, and as many pictures as a phone can decode. */
const voices = 12;
const pictures = 9;
/** How long a connection may be silent before another way to the server is looked for, and an offer be without an answer. */
const silence_ms = 2000;
const answer_ms = 5000;

/** @typedef {{ mid: string, kind: string, seat: number | null }} Slot */
/**
 * What the room does for its media: sends a frame, says a sentence, opens another socket where this one seems dead, and says
 * how it goes with today's word.
 * @typedef {object} Room
 * @property {(frame: Record<string, unknown>) => boolean} tell
 * @property {(words: string) => void} line
 * @property {() => void} move
 * @property {(how: "open" | "closed" | "unable") => void} sealed
 */

export class Media {
  /** @type {number | undefined} */
  seat;
  /**
   * Servers that pass on what cannot go straight.
   * @type {RTCIceServer[]}
   */
  relays = [];
  /** Whether an offer is due once the socket is back. */
  must_offer = false;
  /** Offers over this socket whose answers are to come. Each gets one, in their order; only the last counts. */
  #due = 0;
  own;
  word;
  #page;
  #room;
  /** @type {RTCPeerConnection | undefined} */
  #peer;
  /** @type {Map<string, HTMLMediaElement>} */
  #players = new Map();
  /** @type {Slot[]} */
  #slots = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #doubt;

  /**
   * @param {HTMLElement} page
   * @param {Room} room
   */
  constructor(page, room) {
    this.#page = page;
    this.#room = room;
    this.own = new Own(page.dataset, room, () => this.place());
    this.word = new Word(room.sealed);
  }

  // The connection.

  /** The room has a place for it: there is one already, or it is made. */
  begin() {
    if (this.word.bars) return;
    if (this.#peer?.connectionState === "closed") this.hangUp();
    return this.#peer ? this.#goOn(this.#peer) : this.#connect();
  }

  async #connect() {
    const peer = new RTCPeerConnection({ iceServers: this.relays });
    this.#peer = peer;
    this.own.join(peer);
    for (let place = 0; place < voices; place += 1) peer.addTransceiver("audio", { direction: "recvonly" });
    for (let place = 0; place < pictures; place += 1) peer.addTransceiver("video", { direction: "recvonly" });
    peer.getTransceivers().forEach(plain);
    this.word.wrap(peer);
    peer.ontrack = ({ transceiver, track }) => this.#play(transceiver.mid ?? "", track);
    peer.onconnectionstatechange = () => this.#watch(peer);
    await this.#offer();
    await this.own.resume();
  }

  /**
   * A line that is silent for a while goes another way; often it comes back by itself before.
   * @param {RTCPeerConnection} peer
   */
  #watch(peer) {
    if (peer !== this.#peer) return;
    clearTimeout(this.#doubt);
    if (peer.connectionState === "failed") this.#restart();
    if (peer.connectionState === "disconnected") this.#doubt = setTimeout(() => this.#restart(), silence_ms);
  }

  /** The same connection over another way: whoever is behind its slots stays there. */
  #restart() {
    this.#peer?.restartIce();
    return this.#offer();
  }

  /**
   * The socket is back. What was said over the old one may be lost.
   * @param {RTCPeerConnection} peer
   */
  #goOn(peer) {
    const is_lost = this.must_offer || peer.signalingState !== "stable";
    if (is_lost || ["disconnected", "failed"].includes(peer.connectionState)) this.#restart();
  }

  async #offer() {
    const peer = this.#peer;
    if (!peer) return;
    clearTimeout(this.#doubt);
    this.must_offer = false;
    try {
      await peer.setLocalDescription(await peer.createOffer());
    } catch {
      // It was hung up meanwhile.
      return;
    }
    if (peer !== this.#peer) return;
    const is_sent = this.#room.tell({ t: "offer", sdp: peer.localDescription?.sdp ?? "" });
    if (!is_sent) return (this.must_offer = true);
    this.#due += 1;
    this.#wait();
  }

  /** Without an answer the socket is dead, too. */
  #wait() {
    clearTimeout(this.#doubt);
    this.#doubt = setTimeout(this.#room.move, answer_ms);
  }

  /** @param {string} sdp */
  async answered(sdp) {
    const peer = this.#peer;
    if (!this.refused() || peer?.signalingState !== "have-local-offer") return;
    await peer.setRemoteDescription({ type: "answer", sdp });
    await this.own.thin();
  }

  /** An offer is done with; whether it was the last. */
  refused() {
    this.#due -= 1;
    if (this.#due > 0) return false;
    clearTimeout(this.#doubt);
    return true;
  }

  /**
   * A new socket, over which nothing was said yet.
   * @param {boolean} stands whether the connection is known at its other end
   */
  meet(stands) {
    this.#due = 0;
    if (!stands) this.hangUp();
  }

  /**
   * Only those who know today's word, or everybody. A browser that cannot seal has no part in it, and nothing goes on in the
   * clear that began sealed: whoever wants that turns themselves on again.
   * @param {boolean} is_on
   */
  seal(is_on) {
    if (!this.word.turn(is_on)) return;
    if (!is_on || this.word.bars) this.own.silence();
    if (!this.#peer) return;
    this.hangUp();
    this.begin();
  }

  hangUp() {
    clearTimeout(this.#doubt);
    this.must_offer = false;
    this.#peer?.close();
    this.#peer = undefined;
    this.#players.forEach((player) => player.remove());
    this.#players.clear();
  }

  // What comes in.

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
      this.#page.querySelector("#room-sounds")?.append(player);
      aloud(player);
    }
    player.srcObject = new MediaStream([track]);
    player.play().catch(() => this.#offerSound());
    this.#players.set(mid, player);
    this.place();
  }

  /**
   * Puts each picture where the page shows whose it is.
   * @param {Slot[]} [slots]
   */
  place(slots = this.#slots) {
    this.#slots = slots;
    for (const { mid, kind, seat } of slots) {
      const player = this.#players.get(mid);
      if (kind !== "video" || !player) continue;
      const frame = seat === null ? null : this.#page.querySelector(`.picture[data-seat="${seat}"]`);
      if (!frame) player.remove();
      else if (player.parentNode !== frame) frame.replaceChildren(player);
      if (frame && player.paused) player.play().catch(() => {});
    }
    const own = this.#page.querySelector(`.picture[data-seat="${this.seat}"]`);
    const mirror = this.own.mirror;
    if (own && mirror && mirror.parentNode !== own) {
      own.replaceChildren(mirror);
      mirror.play().catch(() => {});
    }
  }

  /** Another speaker. */
  speak() {
    this.#players.forEach(aloud);
  }

  /** A browser may want a press before it plays anything aloud. */
  #offerSound() {
    const sounds = this.#page.querySelector("#room-sounds");
    if (!sounds || sounds.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    button.textContent = this.#page.dataset.sound ?? "";
    sounds.prepend(button);
  }

  /** Any press in the room is one. */
  unmute() {
    const button = this.#page.querySelector("#room-sounds button");
    if (!button) return;
    button.remove();
    this.#players.forEach((player) => player.play().catch(() => {}));
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
