/* Keeps what is typed in this browser until the server has it.

A form with data-bewaar (a key of this person and this form) is kept as it is typed, and put back when the page opens
again. What the server says it has (data-inzending) is wiped, and everything at log-out. Sending first asks the server
for the page again: without an answer the text stays and the page says so; with one, the form gets that page's fresh
CSRF token, and is not sent for somebody else who logged in meanwhile. Without this script the form works all the same. */

(() => {
  "use strict";

  const VOOR = "bewaar:";
  const HOOGSTENS = 14 * 24 * 60 * 60 * 1000; // milliseconds that text stays on a device
  const GEDULD = 15000; // milliseconds to wait for the server
  let afgelopen = false; // logged out in this or another tab: keep nothing any more

  function sleutels() {
    return Object.keys(localStorage).filter((sleutel) => sleutel.startsWith(VOOR));
  }

  function lees(sleutel) {
    const tekst = localStorage.getItem(sleutel);
    return tekst ? JSON.parse(tekst) : null;
  }

  function wisVerstuurd() {
    const binnen = new Set([...document.querySelectorAll("[data-inzending]")].map((el) => el.dataset.inzending));
    for (const sleutel of sleutels()) {
      const kopie = lees(sleutel);
      if (binnen.has(kopie.velden.inzending) || Date.now() - kopie.op > HOOGSTENS) {
        localStorage.removeItem(sleutel);
      }
    }
  }

  function wisAlles() {
    afgelopen = true;
    sleutels().forEach((sleutel) => localStorage.removeItem(sleutel));
    localStorage.setItem("uitgelogd", String(Date.now())); // tells the other tabs
  }

  function velden(formulier) {
    return [...formulier.elements].filter(
      (veld) => veld.name && veld.name !== "csrfmiddlewaretoken" && !["file", "password", "submit"].includes(veld.type),
    );
  }

  /* What can be ticked shares its name with others: it is kept by name and value. */
  function aanTeVinken(veld) {
    return ["checkbox", "radio"].includes(veld.type);
  }

  function plek(veld) {
    return aanTeVinken(veld) ? `${veld.name}=${veld.value}` : veld.name;
  }

  function bewaar(formulier) {
    if (afgelopen) {
      return;
    }
    const waarden = Object.fromEntries(velden(formulier).map((veld) => [plek(veld), aanTeVinken(veld) ? veld.checked : veld.value]));
    localStorage.setItem(formulier.dataset.bewaar, JSON.stringify({ op: Date.now(), velden: waarden }));
    zeg(formulier, navigator.onLine ? "Wat u invult, staat alleen nog op dit apparaat. Het is nog niet verstuurd." : GEEN_LIJN);
  }

  const GEEN_LIJN = "Geen verbinding. Wat u invult, blijft op dit apparaat staan.";

  function zeg(formulier, tekst) {
    const stand = formulier.querySelector("[data-stand]");
    if (stand.textContent !== tekst) {
      stand.textContent = tekst; // said once, not at every key
    }
  }

  function meld(formulier, tekst, inloggen) {
    const melding = formulier.querySelector("[data-melding]");
    melding.textContent = tekst;
    if (inloggen) {
      const link = document.createElement("a");
      link.href = inloggen;
      link.textContent = "Log opnieuw in";
      melding.append(" ", link, ". U komt dan hier terug.");
    }
    melding.hidden = !tekst;
  }

  function zetTerug(formulier) {
    const kopie = lees(formulier.dataset.bewaar);
    if (!kopie) {
      return;
    }
    for (const veld of velden(formulier)) {
      if (!(plek(veld) in kopie.velden)) {
        continue;
      }
      if (aanTeVinken(veld)) {
        veld.checked = kopie.velden[plek(veld)];
      } else {
        veld.value = kopie.velden[plek(veld)];
      }
    }
    const om = new Date(kopie.op).toLocaleString("nl-NL", { dateStyle: "long", timeStyle: "short" });
    zeg(formulier, `Uw tekst van ${om} staat er weer. Een bijlage kiest u opnieuw.`);
    const opnieuw = formulier.querySelector("[data-teruggezet]");
    opnieuw.hidden = false;
    opnieuw.querySelector("[data-opnieuw]").addEventListener("click", () => {
      localStorage.removeItem(formulier.dataset.bewaar);
      window.location.assign(formulier.dataset.proef);
    });
  }

  /* True when the form may go: its CSRF token is fresh, and it is still the same person's. */
  async function proef(formulier) {
    const antwoord = await fetch(formulier.dataset.proef, {
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(GEDULD),
    });
    if (antwoord.type === "opaqueredirect") {
      meld(formulier, "U bent niet meer ingelogd. Wat u invulde, blijft op dit apparaat staan.", formulier.dataset.inloggen);
      return false;
    }
    const vers = new DOMParser().parseFromString(await antwoord.text(), "text/html").querySelector("[data-bewaar]");
    if (vers && vers.dataset.bewaar.split(":")[1] !== formulier.dataset.bewaar.split(":")[1]) {
      meld(formulier, "Iemand anders is intussen ingelogd op dit apparaat. Uw tekst is niet verstuurd.");
      return false;
    }
    if (vers) {
      const naam = "[name=csrfmiddlewaretoken]";
      formulier.querySelector(naam).value = vers.querySelector(naam).value;
    }
    return true;
  }

  async function verstuur(formulier, knop) {
    meld(formulier, "");
    bewaar(formulier);
    zeg(formulier, "Bezig met versturen…");
    let mag = false;
    try {
      mag = await proef(formulier);
    } catch (fout) {
      if (!(fout instanceof TypeError || fout instanceof DOMException)) {
        throw fout;
      }
      meld(formulier, "Geen verbinding. Er is niets verstuurd. Uw tekst blijft hier staan: probeer het straks opnieuw.");
    }
    zeg(formulier, "");
    if (mag) {
      noemKnop(formulier, knop);
      formulier.submit();
    }
    return mag;
  }

  /* Sent by script, a form leaves out which button was pressed. */
  function noemKnop(formulier, knop) {
    formulier.querySelectorAll("[data-knop]").forEach((veld) => veld.remove());
    if (knop && knop.name) {
      const veld = Object.assign(document.createElement("input"), { type: "hidden", name: knop.name, value: knop.value });
      veld.dataset.knop = "";
      formulier.append(veld);
    }
  }

  function isGetypt(formulier) {
    return velden(formulier).some((veld) => ["text", "textarea"].includes(veld.type) && veld.value !== veld.defaultValue);
  }

  function houdBij(formulier) {
    let bezig = false;
    if ("vers" in formulier.dataset) {
      bewaar(formulier);
    } else if (!lees(formulier.dataset.bewaar) && isGetypt(formulier)) {
      bewaar(formulier); // typed on a slow device or line, before this script was there
    } else {
      zetTerug(formulier);
    }
    formulier.addEventListener("input", () => bewaar(formulier));
    formulier.addEventListener("submit", async (gebeurtenis) => {
      gebeurtenis.preventDefault();
      if (!bezig) {
        bezig = true;
        bezig = await verstuur(formulier, gebeurtenis.submitter);
      }
    });
    window.addEventListener("pageshow", (gebeurtenis) => {
      bezig = bezig && !gebeurtenis.persisted; // the back button brings a page that may be sent again
    });
    window.addEventListener("offline", () => zeg(formulier, GEEN_LIJN));
  }

  function begrens(veld) {
    veld.addEventListener("change", () => {
      const teGroot = [...veld.files].some((bestand) => bestand.size > Number(veld.dataset.hoogstens));
      veld.setCustomValidity(teGroot ? "Dit bestand is groter dan 10 MB. Kies een kleiner bestand." : "");
      veld.reportValidity();
    });
  }

  function magBewaren() {
    try {
      return Boolean(window.localStorage);
    } catch {
      return false; // the browser was told to keep nothing: the form works without
    }
  }

  document.querySelectorAll("[data-hoogstens]").forEach(begrens);
  if (!magBewaren()) {
    return;
  }
  wisVerstuurd();
  document.querySelectorAll("form[data-bewaar]").forEach(houdBij);
  document.querySelectorAll("[data-weggooien]").forEach((link) => {
    link.addEventListener("click", () => localStorage.removeItem(link.dataset.weggooien));
  });
  document.querySelectorAll('form[action$="/uitloggen/"]').forEach((formulier) => {
    formulier.addEventListener("submit", wisAlles);
  });
  window.addEventListener("storage", (gebeurtenis) => {
    afgelopen = afgelopen || gebeurtenis.key === "uitgelogd";
  });
})();
