// Says honestly whether what is in the form has reached the server. Saving itself is htmx's; without it the buttons save.
"use strict";
addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("sheet");
  const status = document.getElementById("saving");
  if (!form || !status) return;
  const say = (words, state) => {
    status.textContent = words;
    status.dataset.state = state;
  };
  const failed = () => say(form.dataset.notSaved, "failed");
  form.addEventListener("input", () => say(form.dataset.unsaved, "waiting"));
  // No connection, or an answer that is not ours, such as the sign-in page of a session that has ended.
  addEventListener("htmx:error", failed);
  addEventListener("htmx:response:error", failed);
  addEventListener("htmx:after:swap", () => {
    if (document.getElementById("saved-words")) status.dataset.state = "saved";
    else if (!status.textContent.trim()) failed();
  });
});
