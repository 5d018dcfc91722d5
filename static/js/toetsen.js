// Shortcuts of one key, off where somebody switched them off: speech input types letters too (WCAG 2.1.4).
// `/` search, `?` the list, `g` and then the letter that a link of the menu carries in data-ga.
(() => {
  "use strict";

  const SLEUTEL = "sneltoetsen";
  const WACHT = 1500; // milliseconds between g and its letter
  const lijst = document.getElementById("toetsen");
  const schakelaars = document.querySelectorAll("[data-toetsen-aan]");
  let sindsG = -Infinity;

  const aan = () => {
    try {
      return localStorage.getItem(SLEUTEL) !== "uit";
    } catch {
      return schakelaars[0].checked; // a browser that keeps nothing: it holds for this page alone
    }
  };

  const bewaar = (waarde) => {
    try {
      localStorage.setItem(SLEUTEL, waarde);
    } catch {
      // see aan()
    }
  };

  const typt = (element) =>
    element.isContentEditable || (element.matches("input, textarea, select") && element.type !== "checkbox");

  const zoekveld = () => document.querySelector('[data-toets="/"]') || document.querySelector('main input[type="search"]');

  const doelVan = (letter) => document.querySelector(`.menu a[data-ga="${CSS.escape(letter)}"]`);

  const begin = aan();
  for (const schakelaar of schakelaars) {
    schakelaar.checked = begin;
    schakelaar.closest("label").hidden = false;
    schakelaar.addEventListener("change", () => {
      bewaar(schakelaar.checked ? "aan" : "uit");
      schakelaars.forEach((ander) => (ander.checked = schakelaar.checked));
    });
  }
  document.getElementById("toetsen-tonen").addEventListener("click", (klik) => {
    klik.preventDefault();
    lijst.showModal();
  });

  const menus = () => document.querySelectorAll(".menu details[open]");

  document.addEventListener("click", (klik) => {
    menus().forEach((menu) => (menu.open = menu.contains(klik.target)));
  });
  document.addEventListener("keydown", (toets) => {
    for (const menu of toets.key === "Escape" ? menus() : []) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  document.addEventListener("keydown", (toets) => {
    if (!aan() || lijst.open || toets.ctrlKey || toets.altKey || toets.metaKey || typt(toets.target)) {
      return;
    }
    const naG = performance.now() - sindsG < WACHT;
    sindsG = toets.key === "g" && !naG ? performance.now() : -Infinity;
    if (naG && doelVan(toets.key)) {
      toets.preventDefault();
      doelVan(toets.key).click();
    } else if (toets.key === "?") {
      toets.preventDefault();
      lijst.showModal();
    } else if (toets.key === "/" && zoekveld()) {
      toets.preventDefault();
      zoekveld().focus();
    }
  });
})();
