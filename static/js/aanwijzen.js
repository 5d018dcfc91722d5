/* Points out what looks like personal data while one types in a text field. It never stops anybody; without it the
   form asks once when it is sent. Also fills in what was marked in a note when that has to be removed. */
(() => {
  "use strict";

  const WACHT = 600; // milliseconds after the last key
  const adres = document.currentScript.dataset.controle;
  const praktijkVan = (veld) => {
    const vak = veld.closest("[data-praktijk]");
    return vak ? vak.dataset.praktijk : (location.pathname.match(/^\/praktijken\/(\d+)\//) || ["", ""])[1];
  };
  const opsomming = new Intl.ListFormat("nl", { type: "conjunction" });

  const toon = (vak, aanwijzingen) => {
    const stukken = [...new Set(aanwijzingen.map(({ soort, tekst }) => `${soort} “${tekst}”`))];
    const zin = stukken.length ? `Let op, dit lijken persoonsgegevens: ${opsomming.format(stukken)}. Kan het zonder?` : "";
    if (vak.textContent !== zin) vak.textContent = zin;
  };

  const volg = (veld) => {
    const formulier = veld.form;
    const sleutel = formulier && formulier.querySelector("[name=csrfmiddlewaretoken]");
    if (!sleutel || veld.hasAttribute("data-zonder-controle")) return;
    const vak = Object.assign(document.createElement("p"), { className: "aanwijzing" });
    vak.setAttribute("role", "status");
    veld.after(vak);
    let klok, beurt = 0;
    const kijk = async () => {
      const deze = ++beurt;
      if (veld.value.trim().length < 3) return toon(vak, []);
      const vraag = new FormData();
      vraag.set("csrfmiddlewaretoken", sleutel.value);
      vraag.set("tekst", veld.value);
      vraag.set("praktijk", praktijkVan(veld));
      const antwoord = await fetch(adres, { method: "POST", body: vraag }).catch(() => null);
      if (!antwoord || !antwoord.ok || antwoord.redirected || deze !== beurt) return;
      toon(vak, (await antwoord.json()).aanwijzingen);
    };
    veld.addEventListener("input", () => {
      clearTimeout(klok);
      klok = setTimeout(kijk, WACHT);
    });
    if (veld.value) kijk();
  };
  document.querySelectorAll("main form[method=post] :is(textarea, [data-vrij])").forEach(volg);

  let gemarkeerd = "";
  document.addEventListener("selectionchange", () => {
    const tekst = String(document.getSelection()).trim();
    if (tekst) gemarkeerd = tekst;
  });
  document.querySelectorAll("form[data-gemarkeerd]").forEach((formulier) => {
    formulier.addEventListener("submit", () => {
      formulier.elements.tekst.value = gemarkeerd;
    });
  });
})();
