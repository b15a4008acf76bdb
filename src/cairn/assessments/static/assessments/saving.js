// Says honestly whether what is in the form has reached the server. Saving itself is htmx's; without it the buttons save.
(() => {
  const form = document.getElementById("sheet");
  const status = document.getElementById("saving");
  if (!form || !status || !window.htmx) return;
  const say = (words) => { status.textContent = words; };
  form.addEventListener("input", () => say(form.dataset.unsaved));
  for (const event of ["htmx:error", "htmx:response:error"]) {
    document.body.addEventListener(event, () => say(form.dataset.notSaved));
  }
})();
