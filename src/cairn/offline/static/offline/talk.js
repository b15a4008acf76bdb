// A talk about needs, all on one page: a part to open for each domain.
import { chosen, el, field, radios, word } from "./draw.js";

const NOTE = { rows: "2", autocomplete: "off", maxlength: "5000", dir: "auto" };

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function finding(domain, number, need, said, choices) {
  const name = `${domain}-${number}`;
  const answers = [["", word("unsaid")], ...choices.answer];
  const note = el("textarea", NOTE);
  note.value = said?.note ?? "";
  const box = el("div", { class: "finding", "data-name": name, "data-domain": domain, "data-need": need?.id ?? "" });
  if (need) box.append(el("p", { class: "muted" }, `${word("known")} ${need.words}`));
  box.append(
    el("p", { class: "label" }, word("howUrgent")),
    radios(`answer-${name}`, answers, said?.answer ?? "", word("howUrgent")),
    el("p", { class: "label" }, word("whoSaid")),
    radios(`source-${name}`, choices.source, said?.source ?? "", word("whoSaid")),
    field(`note-${name}`, word("note"), note, word("sealed")),
  );
  return box;
}

function domainPart([domain, label], participant, payload, choices) {
  const said = payload?.said[domain] ?? [];
  const known = participant.needs.filter((need) => need.domain === domain);
  const of = (need) => said.find((one) => (one.need ?? null) === (need?.id ?? null));
  const part = el("details", { class: "card", open: said.length > 0 }, el("summary", {}, label));
  [...known, null].forEach((need, number) => part.append(finding(domain, number, need, of(need), choices)));
  return part;
}

export function talkForm({ about: participant, payload, problem }, choices, save) {
  const form = el("form", { class: "talk", novalidate: true });
  if (problem) form.append(el("p", { class: "notice warning" }, problem.words));
  const day = el("input", { type: "date", max: today(), required: true });
  day.value = payload?.assessed_on ?? today();
  const note = el("textarea", NOTE);
  note.value = payload?.note ?? "";
  const interpreter = { true: "yes", false: "no" }[payload?.with_interpreter] ?? "";
  const yesNo = [["yes", word("yes")], ["no", word("no")], ["", word("unrecorded")]];
  form.append(
    field("day", word("day"), day),
    el("p", { class: "label" }, word("where")),
    radios("place", choices.place, payload?.place ?? "", word("where")),
    el("p", { class: "label" }, word("interpreter")),
    radios("interpreter", yesNo, interpreter, word("interpreter")),
    field("talk-note", word("talkNote"), note, word("sealed")),
    ...choices.domain.map((domain) => domainPart(domain, participant, payload, choices)),
    el("div", { class: "save" }, el("button", { type: "submit", class: "button" }, word("save"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });

  const boxes = () => [...form.querySelectorAll(".finding")];
  const told = (box) => ({
    answer: chosen(box, `answer-${box.dataset.name}`),
    source: chosen(box, `source-${box.dataset.name}`),
    note: box.querySelector("textarea").value.trim(),
    need: box.dataset.need || null,
  });

  function read() {
    const said = {};
    for (const box of boxes()) {
      const one = told(box);
      if (one.answer || one.note) (said[box.dataset.domain] ??= []).push(one);
    }
    return {
      participant: participant.id,
      assessed_on: day.value,
      place: chosen(form, "place"),
      with_interpreter: { yes: true, no: false }[chosen(form, "interpreter")] ?? null,
      note: note.value.trim(),
      said,
    };
  }

  function check() {
    const said = Object.entries(read().said);
    const names = Object.fromEntries(choices.domain);
    const wrong = day.validity.valid ? [] : [word("dayWrong")];
    if (!said.length) wrong.push(word("nothingSaid"));
    for (const [domain, found] of said) {
      if (found.some((one) => !one.answer)) wrong.push(`${names[domain]}: ${word("noteAlone")}`);
      if (found.some((one) => one.answer && one.answer !== "none" && !one.source)) {
        wrong.push(`${names[domain]}: ${word("sayWho")}`);
      }
    }
    return wrong;
  }

  return { form, read, check };
}
