// What every page gains with JavaScript; nothing needs it.
"use strict";
addEventListener("DOMContentLoaded", () => {
  // After a refused save, the first thing focused is what went wrong.
  document.querySelector(".error-summary")?.focus();
  // Where a link leads into something closed, it opens.
  const open = () => {
    const aim = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const box = aim && aim.closest("details");
    if (box && !box.open) {
      box.open = true;
      aim.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
  // Escape closes the menu, a click beside it too.
  const menu = document.querySelector("details.menu");
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu?.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  addEventListener("click", (event) => {
    if (menu?.open && !menu.contains(event.target)) menu.open = false;
  });
});
