// What one can do now: sessions, people, and what waits to be sent.
import { bdi, button, el, word } from "./draw.js";
import { needsYou } from "./sending.js";

const row = (...parts) => el("li", { class: "row" }, ...parts);

function empty(list, words) {
  list.replaceChildren(el("li", { class: "muted" }, words));
}

// `open(kind, about)` begins a form; what is written already and not sent is opened again instead.
export function offer(list, things, kind, label, open, waiting, words) {
  if (!things.length) return empty(list, words);
  return list.replaceChildren(
    ...things.map((thing) => {
      const piece = waiting.find((one) => one.kind === kind && one.about.id === thing.id);
      const mark = piece ? el("span", { class: "tag warm" }, word("waits")) : null;
      return row(el("button", { type: "button", class: "button secondary", onclick: () => open(kind, thing, piece) }, ...label(thing)), mark);
    }),
  );
}

export const sessionLabel = (session) => [bdi(session.title), ` ${session.day} ${session.time}`];
export const personLabel = (person) => [bdi(person.code)];

export function queueList(list, pieces, { open, raise, drop }) {
  if (!pieces.length) return empty(list, word("nothingWaits"));
  return list.replaceChildren(
    ...pieces.map((piece) => {
      const label = piece.kind === "attendance" ? sessionLabel(piece.about) : personLabel(piece.about);
      const item = el("li", { class: needsYou(piece) ? "card needs-you" : "card" });
      item.append(el("p", {}, el("strong", {}, word(piece.kind)), " ", ...label));
      item.append(el("p", { class: "small" }, piece.problem?.words ?? word("waitsForNetwork")));
      const deeds = el("p", { class: "actions" });
      if (piece.problem?.problem === "full") {
        deeds.append(button(word("raise", { number: piece.problem.present }), () => raise(piece), "small"));
      }
      deeds.append(button(word("openIt"), () => open(piece.kind, piece.about, piece), "secondary small"));
      if (needsYou(piece)) deeds.append(el("a", { class: "button quiet small", href: piece.about.page }, word("ordinary")));
      deeds.append(button(word("throwAway"), () => drop(piece), "quiet small"));
      item.append(deeds);
      return item;
    }),
  );
}
