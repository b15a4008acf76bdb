// Away at once, and no trace of the way here in the browser's "Back". Everything also works without this.
"use strict";
(() => {
  const way = document.querySelector(".q-leave").href;
  const empty = () => document.querySelectorAll("form").forEach((form) => HTMLFormElement.prototype.reset.call(form));
  const leave = () => {
    document.documentElement.className = "q-gone";
    document.title = " ";
    empty();
    document.body.replaceChildren();
    location.replace(way);
  };
  let pressed = [];
  const onKey = (event) => {
    if (event.repeat || (event.key !== "Escape" && event.key !== "Shift")) {
      pressed = [];
      return;
    }
    pressed = [...pressed, { key: event.key, at: Date.now() }].filter((one) => one.key === event.key && Date.now() - one.at < 5000);
    if (pressed.length >= 3) leave();
  };
  // One entry in the history for all these pages: links and forms take the place of the page they are on.
  const show = async (answer) => {
    if (answer.redirected) return location.replace(answer.url);
    const page = await answer.text();
    document.open();
    document.write(page);
    document.close();
    scrollTo(0, 0);
  };
  const onClick = (event) => {
    const link = event.target.closest("a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.className.includes("q-leave")) leave();
    else location.replace(link.href);
  };
  const onSubmit = (event) => {
    event.preventDefault();
    const form = event.target;
    const body = new URLSearchParams(new FormData(form));
    const button = event.submitter;
    if (button?.name) body.append(button.name, button.value);
    const lost = document.getElementById("q-lost");
    if (lost) lost.hidden = true;
    fetch(form.getAttribute("action"), { method: "POST", body, cache: "no-store" }).then(show, () => {
      if (lost) lost.hidden = false;
    });
  };
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("submit", onSubmit);
  addEventListener("pagehide", empty);
  // Brought back out of the browser's memory, it is asked for anew, and empty.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.querySelector("main [role=alert]:not([hidden])")?.focus();
})();
