// What this device keeps: a lock, what was taken along, what waits to be sent, and the form that lies open.
import * as store from "./store.js";
import * as vault from "./vault.js";

export const TRIES = 10;
export const LENGTH = 6;
const LOCK = "lock";
const PACK = "pack";
const DRAFT = "draft";
const QUEUE = "queue:";
let key = null;

export const isOpen = () => key !== null;
export const isSetUp = async () => Boolean(await store.get(LOCK));

export async function setUp(pin) {
  await navigator.storage?.persist?.();
  const salt = vault.salt();
  key = await vault.keyFrom(pin, salt, vault.ROUNDS);
  await store.put(LOCK, { salt, rounds: vault.ROUNDS, tries: 0, proof: await vault.proof(key) });
}

// How many tries are left; 0 means that everything is gone. Counted before the look, so that closing the page wins no try.
export async function unlock(pin) {
  const lock = await store.get(LOCK);
  if (!lock || lock.tries >= TRIES) return wiped();
  lock.tries += 1;
  await store.put(LOCK, lock);
  const made = await vault.keyFrom(pin, lock.salt, lock.rounds);
  if (await vault.fits(made, lock.proof)) {
    key = made;
    await store.put(LOCK, { ...lock, tries: 0 });
    return TRIES;
  }
  return lock.tries >= TRIES ? wiped() : TRIES - lock.tries;
}

async function wiped() {
  await wipe();
  return 0;
}

export function lock() {
  key = null;
}

export async function wipe() {
  lock();
  await store.destroy();
}

const keep = async (name, thing) => store.put(name, await vault.seal(key, name, thing));

async function kept(name) {
  const sealed = await store.get(name);
  return sealed ? vault.open(key, name, sealed) : null;
}

export const pack = () => kept(PACK);
export const keepPack = (taken) => keep(PACK, taken);
export const draft = () => kept(DRAFT);
export const keepDraft = (written) => keep(DRAFT, written);
export const dropDraft = () => store.remove(DRAFT);

const waiting = async () => (await store.names()).filter((name) => name.startsWith(QUEUE));

// Told without the PIN: how many wait, never what they say.
export const unsent = async () => (await waiting()).length;

export async function queue() {
  const pieces = await Promise.all((await waiting()).map(kept));
  return pieces.sort((one, other) => one.written - other.written);
}

export const enqueue = (piece) => keep(QUEUE + piece.uuid, piece);
export const dequeue = (uuid) => store.remove(QUEUE + uuid);
