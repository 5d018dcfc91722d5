// Shortcuts of one key, off where somebody switched them off: speech input types letters too (WCAG 2.1.4).
(() => {
  "use strict";

  const SLEUTEL = "sneltoetsen";
  const lijst = document.getElementById("toetsen");
  const schakelaar = document.getElementById("toetsen-aan");
  const knop = document.getElementById("toetsen-tonen");

  const aan = () => {
    try {
      return localStorage.getItem(SLEUTEL) !== "uit";
    } catch {
      return true; // a browser that keeps nothing
    }
  };

  const bewaar = (waarde) => {
    try {
      localStorage.setItem(SLEUTEL, waarde);
    } catch {
      // it holds for this page alone then
    }
  };

  const typt = (element) =>
    element.isContentEditable || (element.matches("input, textarea, select") && element.type !== "checkbox");

  const zoekveld = () => document.querySelector('[data-toets="/"]') || document.querySelector('main input[type="search"]');

  schakelaar.checked = aan();
  schakelaar.addEventListener("change", () => bewaar(schakelaar.checked ? "aan" : "uit"));
  knop.hidden = false;
  knop.addEventListener("click", () => lijst.showModal());

  document.addEventListener("keydown", (toets) => {
    if (!schakelaar.checked || lijst.open || toets.ctrlKey || toets.altKey || toets.metaKey || typt(toets.target)) {
      return;
    }
    if (toets.key === "?") {
      toets.preventDefault();
      lijst.showModal();
    } else if (toets.key === "/" && zoekveld()) {
      toets.preventDefault();
      zoekveld().focus();
    }
  });
})();
