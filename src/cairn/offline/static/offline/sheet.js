// Who came: the sheet of one session, as a form.
import { bdi, button, chosen, el, field, radios, select, word } from "./draw.js";

const UNKNOWN = "unknown";

// What stands in each line: what was written here, else what the server told; what only another wrote meanwhile is taken over.
function lines(session, payload, problem) {
  return session.people.map((person) => {
    const theirs = problem?.lines?.[person.id];
    const own = payload?.said[person.id] ?? person.said;
    return { ...person, said: theirs && !theirs.clash ? theirs.said : own, theirs: theirs?.clash ? theirs.words : "" };
  });
}

function line(person, choices) {
  const [state, reason, early] = person.said;
  const box = el("fieldset", { class: "person", "data-person": person.id }, el("legend", {}, bdi(person.code)));
  if (person.theirs) box.append(el("p", { class: "notice warning" }, person.theirs));
  const why = select(`reason-${person.id}`, choices.reason, reason);
  const left = el("input", { type: "checkbox", checked: early });
  box.append(
    radios(`state-${person.id}`, choices.presence, state, person.code),
    el("p", { class: "why" }, el("label", { for: why.id }, word("reason")), why),
    el("p", { class: "early" }, el("label", { class: "check" }, left, el("span", {}, word("leftEarly")))),
  );
  return box;
}

function staffLine(one, choices, payload) {
  const said = payload?.staff?.[one.id];
  const there = said === undefined ? one.there : said === null ? "" : said ? "yes" : "no";
  const box = el("fieldset", { class: "person", "data-staff": one.id }, el("legend", {}, bdi(one.label)));
  box.append(radios(`staff-${one.id}`, choices.there, there, one.label));
  return box;
}

export function sheetForm({ about: session, payload, problem }, choices, save) {
  const form = el("form", { class: "sheet", novalidate: true });
  if (problem) form.append(el("p", { class: "notice warning" }, problem.words));
  form.append(el("p", { class: "muted" }, word("tickAbsent")));
  form.append(...session.staff.map((one) => staffLine(one, choices, payload)));
  form.append(...lines(session, payload, problem).map((person) => line(person, choices)));
  const newcomers = el("input", { type: "text", autocomplete: "off", autocapitalize: "characters", dir: "ltr" });
  newcomers.value = payload?.newcomers ?? "";
  const hours = el("input", { type: "number", step: "0.25", min: "0", max: "24", inputmode: "decimal" });
  hours.value = payload?.hours ?? session.hours ?? "";
  form.append(field("newcomers", word("newcomers"), newcomers, word("newcomersHint")));
  form.append(field("hours", word("hours"), hours));
  const rest = () => {
    for (const unknown of form.querySelectorAll(`[name^="state-"][value="${UNKNOWN}"]:checked`)) {
      unknown.closest(".segments").querySelector('[value="present"]').checked = true;
    }
    save();
  };
  form.append(
    el("div", { class: "save" }, button(word("saveRest"), rest), button(word("saveThese"), () => save(), "secondary")),
  );

  function read() {
    const said = {};
    for (const box of form.querySelectorAll("[data-person]")) {
      const id = box.dataset.person;
      said[id] = [
        chosen(box, `state-${id}`) || UNKNOWN,
        box.querySelector("select").value,
        box.querySelector("[type=checkbox]").checked,
      ];
    }
    const staff = {};
    for (const box of form.querySelectorAll("[data-staff]")) {
      staff[box.dataset.staff] = { yes: true, no: false }[chosen(box, `staff-${box.dataset.staff}`)] ?? null;
    }
    return {
      session: session.id,
      revision: problem?.revision ?? payload?.revision ?? session.revision,
      said,
      staff,
      newcomers: newcomers.value.trim(),
      hours: hours.value || null,
      capacity: payload?.capacity ?? null,
    };
  }

  // The server looks at everything again; here only what would come back for certain.
  const check = () => (hours.validity.valid ? [] : [word("hoursWrong")]);
  return { form, read, check };
}
