"""A browser as far as a load needs one: it keeps cookies, and sends back the hidden fields of a form."""

import asyncio
import re
import time
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode

_INVOER = re.compile(r"<input\b[^>]*>")
_KENMERK = re.compile(r'(\w+)="([^"]*)"')
Velden = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """What the server answered, and after how long. `locatie`: where it leads to."""

    status: int
    locatie: str
    inhoud: str
    seconden: float

    @property
    def velden(self) -> Velden:
        """The fields of the page's form as they stand there: text and hidden ones, and what is ticked."""
        kenmerken = [dict(_KENMERK.findall(invoer)) | {"_": invoer} for invoer in _INVOER.findall(self.inhoud)]
        aan = [k for k in kenmerken if k.get("type") not in ("radio", "checkbox") or " checked" in k["_"]]
        return {k["name"]: unescape(k.get("value", "")) for k in aan if "name" in k}


@dataclass(slots=True)
class Browser:
    """One visitor, on a port of this machine; every request has a connection of its own."""

    poort: int
    koekjes: Velden = field(default_factory=dict)

    async def open(self, adres: str) -> Antwoord:
        """Get a page; SystemExit where there is none."""
        antwoord = await self._vraag(f"GET {adres} HTTP/1.1", b"")
        if antwoord.status != 200:
            raise SystemExit(f"GET {adres}: {antwoord.status}")
        return antwoord

    async def verstuur(self, adres: str, velden: Velden) -> Antwoord:
        """Send a form."""
        return await self._vraag(f"POST {adres} HTTP/1.1", urlencode(velden).encode())

    async def kap_af(self, adres: str, velden: Velden, *, halverwege: bool) -> None:
        """Send a form, half or whole, and break the connection before there is an answer."""
        vraag = self._bericht(f"POST {adres} HTTP/1.1", urlencode(velden).encode())
        _, schrijver = await asyncio.open_connection("127.0.0.1", self.poort)
        schrijver.write(vraag[: len(vraag) - 40] if halverwege else vraag)
        await schrijver.drain()
        schrijver.close()

    async def _vraag(self, regel: str, inhoud: bytes) -> Antwoord:
        begin = time.perf_counter()
        lezer, schrijver = await asyncio.open_connection("127.0.0.1", self.poort)
        schrijver.write(self._bericht(regel, inhoud))
        ruw = (await lezer.read()).decode()
        schrijver.close()
        kop, _, rest = ruw.partition("\r\n\r\n")
        kopregels = [kopregel.partition(": ")[::2] for kopregel in kop.split("\r\n")[1:]]
        for naam, waarde in kopregels:
            if naam == "Set-Cookie":
                koekje, _, inhoud_ = waarde.partition(";")[0].partition("=")
                self.koekjes[koekje] = inhoud_
        status = int(kop.split(" ", 2)[1]) if kop else 0
        return Antwoord(
            status=status,
            locatie=dict(kopregels).get("Location", ""),
            inhoud=rest,
            seconden=time.perf_counter() - begin,
        )

    def _bericht(self, regel: str, inhoud: bytes) -> bytes:
        koekjes = "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())
        kop = {"Host": f"127.0.0.1:{self.poort}", "Connection": "close", "Cookie": koekjes}
        if inhoud:
            kop |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(inhoud))}
        regels = "\r\n".join(f"{naam}: {waarde}" for naam, waarde in kop.items() if waarde)
        return f"{regel}\r\n{regels}\r\n\r\n".encode() + inhoud
