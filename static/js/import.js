// How far an import or a delivery is, renewed every second; once there is something else to see, the page itself.
(() => {
  "use strict";

  const stand = document.getElementById("stand");
  if (!stand) {
    return;
  }

  const ververs = async () => {
    try {
      const antwoord = await fetch(stand.dataset.adres, { credentials: "same-origin" });
      if (antwoord.status !== 200 || antwoord.redirected) {
        location.reload();
        return;
      }
      stand.innerHTML = await antwoord.text();
    } catch {
      // no connection for a moment: the work goes on, and so does the asking
    }
    setTimeout(ververs, 1000);
  };

  setTimeout(ververs, 1000);
})();
