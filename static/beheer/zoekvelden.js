/* Names the parts of the admin's search fields, which their library leaves without. */
(() => {
  "use strict";

  const labelVan = (veld) => {
    const label = veld.id && document.querySelector(`label[for="${CSS.escape(veld.id)}"]`);
    return veld.getAttribute("aria-label") || (label ? label.textContent.replace(/:\s*$/, "").trim() : "Zoeken");
  };

  const benoem = (veld) => {
    const doos = veld.nextElementSibling;
    if (!doos || !doos.classList.contains("select2")) return;
    const naam = labelVan(veld);
    const keuze = doos.querySelector(".select2-selection");
    const gekozen = doos.querySelector(".select2-selection__rendered");
    if (keuze.getAttribute("aria-label") !== naam) keuze.setAttribute("aria-label", naam);
    keuze.removeAttribute("aria-labelledby");
    if (gekozen.getAttribute("role") === "textbox") gekozen.setAttribute("aria-label", naam);
    const zoek = doos.querySelector(".select2-search__field");
    if (zoek) zoek.setAttribute("aria-label", `${naam}: zoeken`);
  };

  const benoemAlle = () => document.querySelectorAll("select.admin-autocomplete").forEach(benoem);

  window.addEventListener("load", () => {
    benoemAlle();
    new MutationObserver(benoemAlle).observe(document.body, { childList: true, subtree: true });
    window.django.jQuery(document).on("select2:open", (gebeurtenis) => {
      const zoek = document.querySelector(".select2-container--open .select2-search__field");
      if (zoek) zoek.setAttribute("aria-label", `${labelVan(gebeurtenis.target)}: zoeken`);
    });
  });
})();
