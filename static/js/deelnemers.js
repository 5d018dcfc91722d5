/* Suggests organisations and possible doubles as one types; without it the page does the same with its buttons. */
(() => {
  "use strict";

  const WACHT = 300; // milliseconds after the last key
  const nadat = (doe) => {
    let klok;
    return (...wat) => {
      clearTimeout(klok);
      klok = setTimeout(() => doe(...wat), WACHT);
    };
  };

  const lijst = document.getElementById("organisaties");
  const vulLijst = nadat(async (veld) => {
    if (veld.value.trim().length < 2) return;
    const adres = new URL(veld.dataset.organisaties, location.href);
    adres.searchParams.set("zoek", veld.value.trim());
    const antwoord = await fetch(adres, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!antwoord || !antwoord.ok || antwoord.redirected) return;
    const { organisaties } = await antwoord.json();
    lijst.replaceChildren(...organisaties.map((naam) => Object.assign(document.createElement("option"), { value: naam })));
  });
  document.querySelectorAll("[data-organisaties]").forEach((veld) => {
    veld.addEventListener("input", () => vulLijst(veld));
  });

  const formulier = document.querySelector("[data-dubbelen]");
  if (!formulier) return;
  const vak = document.getElementById("dubbelen");
  let laatste = 0;
  const zoekDubbelen = nadat(async () => {
    const beurt = ++laatste;
    const vraag = { method: "POST", body: new FormData(formulier) };
    const antwoord = await fetch(formulier.dataset.dubbelen, vraag).catch(() => null);
    if (!antwoord || !antwoord.ok || antwoord.redirected) return;
    const html = await antwoord.text();
    if (beurt === laatste && vak.innerHTML.trim() !== html.trim()) vak.innerHTML = html;
  });
  formulier.addEventListener("input", (gebeurtenis) => {
    if (["naam", "organisatie", "email"].includes(gebeurtenis.target.name)) zoekDubbelen();
  });
})();
