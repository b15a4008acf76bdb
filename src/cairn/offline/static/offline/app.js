// The page that works without a network: a PIN, what one can record, and what waits to be sent.
import * as device from "./device.js";
import { at, button, el, faults, word } from "./draw.js";
import { offer, personLabel, queueList, sessionLabel } from "./lists.js";
import { needsYou, refresh, sendAll, settled } from "./sending.js";
import { sheetForm } from "./sheet.js";
import { talkForm } from "./talk.js";
import { safe } from "./vault.js";

const IDLE = 5 * 60 * 1000;
const FORMS = { attendance: sheetForm, needs: talkForm };
const SCREENS = ["begin", "locked", "home", "writing"];
let pack = null;
let writing = null;
let timer = null;
let keeping = Promise.resolve();

function screen(name, { focus = true } = {}) {
  for (const each of SCREENS) at(each).hidden = each !== name;
  at("told").textContent = "";
  if (focus) at(name).querySelector("h2").focus();
}

const tell = (words) => {
  at("told").textContent = words;
};

async function status() {
  const number = await device.unsent();
  at("unsent").textContent = number ? word("unsent", { number }) : word("allSent");
  at("unsent").classList.toggle("warm", number > 0);
  at("network").textContent = word(navigator.onLine ? "online" : "offline");
}

// Home

async function home({ focus = true } = {}) {
  pack = await device.pack();
  const waiting = await device.queue();
  at("who").textContent = pack ? word("takenAlong", { name: pack.name, when: pack.made }) : word("nothingYet");
  const none = word(pack ? "noSessions" : "nothingYet");
  offer(at("sessions"), pack?.sessions ?? [], "attendance", sessionLabel, write, waiting, none);
  offer(at("people"), pack?.people ?? [], "needs", personLabel, write, waiting, word(pack ? "noPeople" : "nothingYet"));
  queueList(at("queue"), waiting, { open: write, raise, drop });
  screen("home", { focus });
  await status();
}

async function drop(piece) {
  if (!confirm(word("throwAwayQuestion"))) return;
  await settled();
  await device.dequeue(piece.uuid);
  await home();
}

async function raise(piece) {
  const payload = { ...piece.payload, capacity: piece.problem.present };
  await device.enqueue({ ...piece, payload, problem: null });
  await home();
  await send();
}

// Sending

async function send({ again = false, quiet = false } = {}) {
  if (!device.isOpen()) return;
  const { arrived, stopped } = await sendAll({ again });
  const taken = stopped ? "" : arrived ? await refresh() : "";
  if (!device.isOpen()) return;
  if (!at("home").hidden) await home({ focus: false });
  await status();
  report(arrived, stopped || taken, quiet);
}

async function report(arrived, stopped, quiet) {
  const left = device.isOpen() ? (await device.queue()).filter(needsYou).length : 0;
  const told = [arrived ? word("arrived", { number: arrived }) : "", left ? word("lookAtThem", { number: left }) : ""];
  if (stopped && !(quiet && stopped === "network")) told.push(word(stopped));
  tell(told.filter(Boolean).join(" "));
  at("sign-in").hidden = stopped !== "signedOut";
}

async function newest() {
  const stopped = await refresh();
  await home({ focus: false });
  await report(0, stopped, false);
  if (!stopped) tell(word("fresh"));
}

// Writing

function write(kind, about, piece = null) {
  writing = { kind, about, uuid: piece?.uuid ?? crypto.randomUUID(), payload: piece?.payload, problem: piece?.problem };
  show();
}

function show() {
  const label = writing.kind === "attendance" ? sessionLabel(writing.about) : personLabel(writing.about);
  writing.form = FORMS[writing.kind](writing, pack.choices, save);
  at("writing-title").textContent = word(writing.kind);
  at("writing-about").replaceChildren(...label);
  at("form").replaceChildren(writing.form.form, el("p", {}, button(word("cancel"), cancel, "quiet")));
  screen("writing");
  scrollTo(0, 0);
}

// What lies open is kept as well, sealed, so that a locked or closed page loses nothing.
function keepDraft() {
  keeping = keeping.then(async () => {
    if (!writing || !device.isOpen()) return;
    const { form, ...rest } = writing;
    await device.keepDraft({ ...rest, payload: form.read() });
  });
  return keeping;
}

async function leave() {
  writing = null;
  await keeping;
  at("form").replaceChildren();
  await device.dropDraft();
}

async function cancel() {
  if (!confirm(word("cancelQuestion"))) return;
  await leave();
  await home();
}

async function save() {
  const { form, kind, about, uuid } = writing;
  const wrong = form.check();
  faults(form.form, wrong);
  if (wrong.length) return;
  const payload = form.read();
  await settled();
  await device.enqueue({ uuid, kind, about, payload, person: pack.person, written: Date.now(), problem: null });
  await leave();
  await home();
  tell(word("keptHere"));
  if (navigator.onLine) await send({ quiet: true });
}

// The lock

async function lock() {
  await keepDraft();
  device.lock();
  writing = pack = null;
  for (const each of ["form", "sessions", "people", "queue", "who"]) at(each).replaceChildren();
  screen("locked");
  await status();
}

async function entered() {
  const left = await device.draft();
  await home();
  if (left && pack) {
    writing = left;
    show();
  }
  await (pack ? send({ quiet: true }) : newest());
}

async function unlock(event) {
  event.preventDefault();
  const pin = at("pin").value;
  at("pin").value = "";
  const left = await device.unlock(pin);
  if (device.isOpen()) return entered();
  if (left) return tell(word("wrongPin", { left }));
  await start();
  return tell(word("destroyed"));
}

async function begin(event) {
  event.preventDefault();
  const [pin, again] = [at("new-pin").value, at("new-pin-again").value];
  if (pin.length < device.LENGTH) return tell(word("pinShort", { number: device.LENGTH }));
  if (pin !== again) return tell(word("pinDiffers"));
  at("new-pin").value = at("new-pin-again").value = "";
  await device.setUp(pin);
  await newest();
  return at("home").querySelector("h2").focus();
}

async function wipe() {
  const number = await device.unsent();
  if (!confirm(word(number ? "wipeUnsentQuestion" : "wipeQuestion", { number }))) return;
  writing = pack = null;
  await device.wipe();
  await start();
  tell(word("wiped"));
}

async function signOut(event) {
  const number = await device.unsent();
  if (number && !confirm(word("signOutQuestion", { number }))) event.preventDefault();
}

function awake() {
  clearTimeout(timer);
  timer = setTimeout(() => device.isOpen() && lock(), IDLE);
}

async function start() {
  screen((await device.isSetUp()) ? "locked" : "begin", { focus: false });
  await status();
}

function listen() {
  at("begin-form").addEventListener("submit", begin);
  at("unlock-form").addEventListener("submit", unlock);
  at("send").addEventListener("click", () => send({ again: true }));
  at("newest").addEventListener("click", newest);
  at("lock").addEventListener("click", lock);
  at("sign-out").addEventListener("click", signOut);
  for (const each of document.querySelectorAll(".wipe")) each.addEventListener("click", wipe);
  at("form").addEventListener("input", keepDraft);
  addEventListener("online", () => status().then(() => send({ quiet: true })));
  addEventListener("offline", status);
  for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, awake, { passive: true });
}

at("plain").hidden = safe();
at("field").hidden = false;
if (safe()) {
  listen();
  await start();
  awake();
  await navigator.serviceWorker?.register(document.documentElement.dataset.worker).catch(() => {});
} else {
  tell(word("insecure"));
}
