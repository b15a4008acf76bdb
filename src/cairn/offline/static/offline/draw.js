// Small pieces of page. Text is only ever set as text, so nothing that was typed becomes markup.
const WORDS = JSON.parse(document.getElementById("words").textContent);

export const word = (name, more = {}) =>
  WORDS[name].replace(/\{(\w+)\}/g, (_all, key) => more[key] ?? "");

export const at = (id) => document.getElementById(id);

export function el(tag, traits = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// A code or a name inside a sentence keeps its own direction.
export const bdi = (words) => el("bdi", {}, words);

export const button = (label, onclick, kind = "") =>
  el("button", { type: "button", class: `button ${kind}`.trim(), onclick }, label);

export function radios(name, choices, chosen, labelled) {
  const row = el("div", { class: "segments", role: "radiogroup", "aria-label": labelled });
  for (const [value, label] of choices) {
    const input = el("input", { type: "radio", name, value, checked: value === chosen });
    row.append(el("label", {}, input, el("span", {}, label)));
  }
  return row;
}

export const chosen = (box, name) => box.querySelector(`input[name="${name}"]:checked`)?.value ?? "";

export function select(id, choices, value) {
  const made = el("select", { id });
  for (const [key, label] of choices) made.append(el("option", { value: key, selected: key === value }, label));
  return made;
}

export function field(id, label, control, hint = "") {
  control.id = id;
  const told = hint ? el("div", { class: "hint", id: `${id}-hint` }, hint) : null;
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return el("div", { class: "field" }, el("label", { for: id }, label), told, control);
}

// What cannot be saved, at the top of the form and read aloud.
export function faults(form, words) {
  form.querySelector(".error-summary")?.remove();
  if (!words.length) return;
  const list = el("ul", {}, ...words.map((one) => el("li", {}, one)));
  const box = el("div", { class: "error-summary", role: "alert", tabindex: "-1" }, el("h3", {}, word("notSaved")), list);
  form.prepend(box);
  box.focus();
}
