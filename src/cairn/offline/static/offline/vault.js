// Locks and opens what lies on this device. The key is made from the PIN and stays in memory; it is never stored.
export const ROUNDS = 600_000;
const CHECK = "check";
const text = new TextEncoder();

export const safe = () => Boolean(globalThis.crypto?.subtle && globalThis.indexedDB);
export const salt = () => crypto.getRandomValues(new Uint8Array(16));

export async function keyFrom(pin, salted, rounds) {
  const words = await crypto.subtle.importKey("raw", text.encode(pin.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: salted, iterations: rounds },
    words,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

// The name of its place is part of the seal, so that nothing can be put in another's place.
export async function seal(key, place, thing) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = text.encode(JSON.stringify(thing));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(place) }, key, plain);
  return { iv, data };
}

export async function open(key, place, { iv, data }) {
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text.encode(place) }, key, data);
  return JSON.parse(new TextDecoder().decode(plain));
}

// Whether the PIN was right is known by whether this opens.
export const proof = (key) => seal(key, CHECK, true);
export const fits = (key, sealed) => open(key, CHECK, sealed).catch(() => false);
