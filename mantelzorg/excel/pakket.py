"""The zip as a package of parts that point to each other, which is how Office files hang together."""

import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from mantelzorg.excel.grenzen import BESCHADIGD, MAX_HEEL, TE_ZWAAR, Geweigerd
from mantelzorg.excel.keuring import ZIP_FOUTEN
from mantelzorg.excel.stroom import wortel


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatie:
    """A part points to another: under `sleutel`, as its `soort` ("worksheet", "styles"), to the part `doel`."""

    sleutel: str
    soort: str
    doel: str


@dataclass(frozen=True, slots=True)
class Pakket:
    """The parts of a zip, their names compared without upper and lower case."""

    archief: zipfile.ZipFile
    _namen: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._namen.update({naam.casefold(): naam for naam in self.archief.namelist()})

    def __contains__(self, deel: str) -> bool:
        return deel.casefold() in self._namen

    def naam(self, deel: str) -> str:
        """The name of a part as the zip spells it; a part that is pointed to but not there means damage."""
        if deel not in self:
            raise Geweigerd(BESCHADIGD)
        return self._namen[deel.casefold()]

    def open(self, deel: str) -> IO[bytes]:
        """The bytes of a part, as a stream."""
        try:
            return self.archief.open(self.naam(deel))
        except ZIP_FOUTEN as fout:
            raise Geweigerd(BESCHADIGD) from fout

    def wortel(self, deel: str) -> Element:
        """The root element of a small part, whole."""
        if self.archief.getinfo(self.naam(deel)).file_size > MAX_HEEL:
            raise Geweigerd(TE_ZWAAR)
        with self.open(deel) as stroom:
            return wortel(stroom)

    def relaties(self, deel: str) -> list[Relatie]:
        """Where a part points to within the package, in the order of the file; of the package itself with ""."""
        map_, naam = posixpath.split(deel)
        lijst = posixpath.join(map_, "_rels", f"{naam}.rels")
        if lijst not in self:
            return []
        return [
            Relatie(
                sleutel=el.get("Id", ""),
                soort=el.get("Type", "").rpartition("/")[2],
                doel=posixpath.normpath(posixpath.join("/", map_, el.get("Target", ""))).lstrip("/"),
            )
            for el in self.wortel(lijst)
            if el.get("TargetMode") != "External"
        ]
