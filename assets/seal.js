// Seals what leaves this browser and opens what comes, frame by frame, with a key that no server has: AES-GCM with 128 bits.
//
// The first bytes of a frame stay as they are and are vouched for: by them packets are made and key frames are known. Behind
// the sealed rest stands what it was sealed with: eight bytes drawn anew for each sender, and a number that rises.
// What cannot be opened is dropped; whoever has no key sends nothing.

/** Bytes that stay in the clear, by the type of a picture's frame; sound has one. */
const clear = { key: 10, delta: 3, empty: 0 };
const mark_bytes = 12;
/** So many frames that cannot be opened, and none between them that can, are no accident of the line. */
const closed_max = 25;

/** @typedef {RTCEncodedVideoFrame | RTCEncodedAudioFrame} Frame */
/** @typedef {TransformStreamDefaultController<Frame>} Way */

/** @type {CryptoKey | undefined} */
let key;
let closed = 0;
let said = "";
/** @type {Set<RTCRtpScriptTransformer>} */
const pictures = new Set();

addEventListener("message", ({ data }) => {
  key = data;
  closed = 0;
  said = "";
  pictures.forEach((one) => one.sendKeyFrameRequest?.().catch(() => pictures.delete(one)));
});

addEventListener("rtctransform", (event) => {
  const { transformer } = /** @type {RTCTransformEvent} */ (event);
  const { goes_out, kind } = transformer.options;
  const transform = goes_out ? sealer(kind) : opener(kind);
  if (!goes_out && kind === "video") pictures.add(transformer);
  transformer.readable.pipeThrough(new TransformStream({ transform })).pipeTo(transformer.writable).catch(() => {});
});

/** @param {string} how */
function tell(how) {
  if (how === said) return;
  said = how;
  postMessage(how);
}

/** @param {string} kind */
function sealer(kind) {
  const mark = new Uint8Array(mark_bytes);
  crypto.getRandomValues(mark.subarray(0, 8));
  let number = 0;
  return async (/** @type {Frame} */ frame, /** @type {Way} */ way) => {
    if (!key) return;
    new DataView(mark.buffer).setUint32(8, number);
    number += 1;
    const data = new Uint8Array(frame.data);
    const head = data.subarray(0, bare(frame, kind));
    const body = await crypto.subtle.encrypt(box(mark, head), key, data.subarray(head.length));
    frame.data = joined(head, new Uint8Array(body), mark);
    way.enqueue(frame);
  };
}

/** @param {string} kind */
function opener(kind) {
  return async (/** @type {Frame} */ frame, /** @type {Way} */ way) => {
    if (!key) return;
    const data = new Uint8Array(frame.data);
    const head = data.subarray(0, bare(frame, kind));
    const mark = data.subarray(-mark_bytes);
    try {
      const body = await crypto.subtle.decrypt(box(mark, head), key, data.subarray(head.length, -mark_bytes));
      frame.data = joined(head, new Uint8Array(body));
      closed = 0;
      tell("open");
      way.enqueue(frame);
    } catch {
      closed += 1;
      if (closed >= closed_max) tell("closed");
    }
  };
}

/**
 * @param {Frame} frame
 * @param {string} kind
 */
function bare(frame, kind) {
  return kind === "video" && "type" in frame ? clear[frame.type] : 1;
}

/**
 * @param {Uint8Array<ArrayBuffer>} iv
 * @param {Uint8Array<ArrayBuffer>} additionalData
 */
function box(iv, additionalData) {
  return { name: "AES-GCM", iv: iv.slice(), additionalData };
}

/** @param {Uint8Array<ArrayBuffer>[]} parts */
function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}
