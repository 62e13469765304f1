// One's own camera and microphone in a live room: asked for after a press, sent, exchanged, lost and let go.
import { ask } from "./equipment.js";

/** @typedef {import("./equipment.js").Kind} Kind */
/** @typedef {import("./media.js").Room} Room */

export const kinds = /** @type {Kind[]} */ (["audio", "video"]);

export class Own {
  /** @type {HTMLVideoElement | undefined} */
  mirror;
  #words;
  #room;
  #place;
  /** @type {Record<Kind, RTCRtpSender | undefined>} */
  #senders = { audio: undefined, video: undefined };
  /** @type {Record<Kind, MediaStreamTrack | undefined>} */
  #tracks = { audio: undefined, video: undefined };
  /** How much of pictures was asked for: the page that the server draws knows it. */
  #pictures = "all";

  /**
   * @param {DOMStringMap} words
   * @param {Room} room
   * @param {() => void} place puts the mirror where the page shows it
   */
  constructor(words, room, place) {
    this.#words = words;
    this.#room = room;
    this.#place = place;
  }

  /**
   * A new connection sends both, in two sizes of the picture.
   * @param {RTCPeerConnection} peer
   */
  join(peer) {
    this.#senders.audio = peer.addTransceiver("audio", { direction: "sendonly" }).sender;
    this.#senders.video = peer.addTransceiver("video", {
      direction: "sendonly",
      sendEncodings: [
        { rid: "q", scaleResolutionDownBy: 2, maxBitrate: 120_000 },
        { rid: "h", maxBitrate: 400_000 },
      ],
    }).sender;
  }

  /** What is on goes out over the new connection, too. */
  async resume() {
    for (const kind of kinds) {
      const track = this.#tracks[kind];
      if (track) await this.#senders[kind]?.replaceTrack(track);
    }
  }

  /**
   * Asks the browser for a camera or a microphone; only ever after a press.
   * @param {Kind} kind
   */
  async obtain(kind) {
    const [track] = (await ask(kind)).getTracks();
    if (!track) return;
    this.#tracks[kind]?.stop();
    this.#tracks[kind] = track;
    track.onended = () => this.#lose(kind, track);
    if (kind === "video") this.#look(track);
    await this.#senders[kind]?.replaceTrack(track);
    // Only now does the browser tell what the devices are called.
    navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
  }

  /** @param {MediaStreamTrack} track */
  #look(track) {
    const mirror = document.createElement("video");
    mirror.muted = mirror.autoplay = mirror.playsInline = true;
    mirror.className = "mirror";
    mirror.srcObject = new MediaStream([track]);
    this.mirror?.remove();
    this.mirror = mirror;
    this.#place();
  }

  /**
   * A device is gone in the middle: another one takes its place, or it is off.
   * @param {Kind} kind
   * @param {MediaStreamTrack} track
   */
  async #lose(kind, track) {
    if (this.#tracks[kind] !== track) return;
    const words = this.#words;
    try {
      await this.obtain(kind);
      this.#room.line((kind === "audio" ? words.micOther : words.camOther) ?? "");
    } catch {
      this.release(kind);
      this.#room.tell({ t: "wish", do: kind === "audio" ? "mic-off" : "cam-off" });
      this.#room.line((kind === "audio" ? words.micGone : words.camGone) ?? "");
    }
  }

  /**
   * Another device from now on, without a new description of the connection.
   * @param {string | undefined} use
   */
  async change(use) {
    const kind = use === "audioinput" ? "audio" : "video";
    if (!use || !this.#tracks[kind]) return;
    try {
      await this.obtain(kind);
    } catch {
      this.#room.line(this.#words.denied ?? "");
    }
  }

  /** Off, whatever is on, and the room knows. */
  silence() {
    for (const kind of kinds.filter((one) => this.#tracks[one])) {
      this.release(kind);
      this.#room.tell({ t: "wish", do: kind === "audio" ? "mic-off" : "cam-off" });
    }
  }

  /** @param {Kind} kind */
  release(kind) {
    this.#tracks[kind]?.stop();
    this.#tracks[kind] = undefined;
    this.#senders[kind]?.replaceTrack(null).catch(() => {});
    if (kind === "video") {
      this.mirror?.remove();
      this.mirror = undefined;
    }
  }

  /**
   * How much of pictures goes over the line from now on. Whoever wants none sends none.
   * @param {string} wanted
   */
  spare(wanted) {
    if (wanted === this.#pictures) return;
    this.#pictures = wanted;
    if (wanted === "none") this.release("video");
    return this.thin();
  }

  /** Sends the small picture alone, or both again. */
  async thin() {
    const sender = this.#senders.video;
    const parameters = sender?.getParameters();
    const large = parameters?.encodings?.find((encoding) => encoding.rid === "h");
    const is_on = this.#pictures === "all";
    if (!sender || !parameters || !large || (large.active ?? true) === is_on) return;
    large.active = is_on;
    await sender.setParameters(parameters).catch(() => {});
  }
}
