"""Practices for the map tests: the eleven of 2020, on the shipped municipalities."""

import json

from django.conf import settings

from monitor.kaartpunten import Kaartpraktijk, Kaartpunt

GEMEENTEN = {
    rij["code"]: Kaartpunt(
        code=rij["code"], naam=rij["naam"], provincie=rij["provincie"], lon=rij["lon"], lat=rij["lat"]
    )
    for rij in json.loads((settings.BASE_DIR / "mantelzorg/gegevens/gemeenten.json").read_text(encoding="utf-8"))
}


def praktijk(nummer: int, naam: str, *codes: str) -> Kaartpraktijk:
    return Kaartpraktijk(nummer=nummer, naam=naam, gemeenten=tuple(GEMEENTEN[code] for code in codes))


ELF = (
    praktijk(1, "Arnhem", "GM0202"),
    praktijk(2, "Bergen op Zoom", "GM0748"),
    praktijk(3, "Cuijk", "GM1684"),
    praktijk(4, "Den Bosch", "GM0796"),
    praktijk(5, "Ede", "GM0228"),
    praktijk(6, "Epe", "GM0232"),
    praktijk(7, "Horst aan de Maas", "GM1507"),
    praktijk(8, "Leiden", "GM0546"),
    praktijk(9, "Leusden", "GM0327"),
    praktijk(10, "Renswoude", "GM0339", "GM0279"),
    praktijk(11, "Stein", "GM0971"),
)
