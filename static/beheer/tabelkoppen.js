/* Gives each cell of a table of rows the name of its column, which it shows where the rows stand below each other. */
(() => {
  "use strict";

  document.querySelectorAll(".tabular table").forEach((tabel) => {
    const koppen = [...tabel.tHead.rows[0].cells].map((kop) => kop.textContent.trim());
    tabel.querySelectorAll("tr.form-row").forEach((rij) => {
      [...rij.cells].forEach((cel, plek) => {
        if (!cel.matches(".original")) cel.dataset.kop = koppen[plek] || "";
      });
    });
  });
})();
