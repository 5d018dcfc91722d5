/* At the door the connection may be gone: a tap is then not sent into nothing, and the list stays on the screen.

Before a tap is sent the server is asked for a sign of life; without an answer the page says that nothing was sent.
Without this script a tap is an ordinary form. */

(() => {
  "use strict";

  const GEDULD = 8000; // milliseconds to wait for the server
  const GEEN_LIJN = "Geen verbinding. Er is niets verstuurd: tik straks opnieuw.";
  const melding = document.querySelector("[data-lijn]");

  function zeg(tekst) {
    melding.textContent = tekst;
    melding.hidden = !tekst;
  }

  async function heeftLijn() {
    try {
      await fetch(window.location.pathname, {
        method: "HEAD",
        cache: "no-store",
        redirect: "manual",
        signal: AbortSignal.timeout(GEDULD),
      });
      return true;
    } catch (fout) {
      if (!(fout instanceof TypeError || fout instanceof DOMException)) {
        throw fout;
      }
      return false;
    }
  }

  document.querySelectorAll("form[data-tik]").forEach((formulier) => {
    let gaat = false;
    formulier.addEventListener("submit", async (gebeurtenis) => {
      if (gaat) {
        return;
      }
      gebeurtenis.preventDefault();
      zeg("");
      if (await heeftLijn()) {
        gaat = true;
        formulier.requestSubmit(gebeurtenis.submitter);
      } else {
        zeg(GEEN_LIJN);
        melding.scrollIntoView({ block: "center" });
      }
    });
    window.addEventListener("pageshow", () => {
      gaat = false; // the back button brings a page that may be tapped again
    });
  });
})();
