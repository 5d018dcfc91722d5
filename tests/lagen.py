"""The layers of the product: which app stands above which, and within the monitor what never imports what."""

from dataclasses import dataclass

APPS = ("mantelzorg", "deelnemers", "praktijken", "aanmeldingen", "monitor")
"""In order: each may import itself and those before it."""

MAG_ALLES_NOEMEN = {
    "mantelzorg.urls": "every address of the product stands there",
    "mantelzorg.settings": "every app is installed there",
}
WAARDEN_UIT_MODELLEN = {"Vorm", "Status", "Afloop", "ExperimentAfloop", "Hoedanigheid", "Partnerrol", "Werkgebied"} | {
    "Besluitsoort",
    "Gebeurtenis",
    "Plaatsstand",
}
"""Words that a record may hold: plain values that live beside their models; any layer may name them."""

DATABASE = (
    "django.db",
    "monitor.bron",
    "monitor.grenzen.bron",
    "monitor.grenzen.laden",
    "monitor.oproepen.bron",
    "monitor.models",
    "mantelzorg.models",
    "deelnemers",
    "praktijken",
    "aanmeldingen",
)
WEB = (
    "django.http",
    "django.shortcuts",
    "django.urls",
    "monitor.views",
    "monitor.forms",
    "monitor.api",
    "monitor.meetpaginas",
)
INDICATORKERN = tuple(f"monitor.indicatoren.{naam}" for naam in ("figuren", "cijfers", "soort", "register"))
OPROEPWEB = ("monitor.oproepen.views", "monitor.oproepen.api", "monitor.oproepen.inzage")
VERSCHILWEB = ("monitor.verschil.views", "monitor.verschil.forms")
AANLEVERWEB = (
    "monitor.aanlevering.views",
    "monitor.aanlevering.forms",
    "monitor.aanlevering.opschrijven",
    "monitor.aanlevering.urls",
    *(f"monitor.toezenden.{deel}" for deel in ("views", "forms", "urls")),
)
TOEZENDEN = tuple(f"monitor.toezenden.{deel}" for deel in ("wie", "post", "versturen", "stand", "acties", "taken"))
ERBOVEN = ("monitor.management", "monitor.admin", "monitor.urls", "monitor.urls_api", *OPROEPWEB, *VERSCHILWEB)

PUBLICATIE = tuple(
    f"monitor.publicatie.{naam}"
    for naam in (
        *("afscherming", "erratum", "getallen", "inhoud", "invullen", "lezen", "nakijken", "publiceren", "reeks"),
        *("standaard", "tabelnoten", "verborgen", "vorm"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laag:
    """Modules of one layer of `monitor`, and what stands above them or beside their business."""

    modules: tuple[str, ...]
    nooit: tuple[str, ...]
    omdat: str


LAGEN = (
    Laag(
        modules=("monitor.indicator", "monitor.kaartpunten", "monitor.metinggegevens"),
        nooit=("django", *APPS),
        omdat="the figures are plain values, which anything may hold",
    ),
    Laag(
        modules=("monitor.nederlands", "monitor.zinnen", "monitor.tabellen", "monitor.telregels"),
        nooit=(*DATABASE, *WEB, *ERBOVEN, "monitor.berekening", "monitor.rapport", "monitor.weergave"),
        omdat="words and tables are made of the figures alone",
    ),
    Laag(
        modules=("monitor.feiten", "monitor.canoniek", "monitor.reeks"),
        nooit=("django", *APPS),
        omdat="facts are plain values, and so is the way they are written down",
    ),
    Laag(
        modules=("monitor.uitkomst", "monitor.oordelen", "monitor.hertelling", "monitor.definities", *INDICATORKERN),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.rapport", "monitor.weergave", "monitor.meten"),
        omdat="what is fixed is counted again by these rules alone",
    ),
    Laag(
        modules=("monitor.feitenbron",),
        nooit=(*WEB, *ERBOVEN, "monitor.indicator", "monitor.berekening", "monitor.rapport", "monitor.weergave"),
        omdat="it asks the database for facts and knows nothing of what is made of them",
    ),
    Laag(
        modules=tuple(f"monitor.herleiding.{naam}" for naam in ("figuren", "redenen", "lijst", "vergelijking")),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.rapport", "monitor.weergave"),
        omdat="which records a figure is made of follows from the facts alone",
    ),
    Laag(
        modules=("monitor.meten", "monitor.indicatoren.soorten"),
        nooit=(*WEB, *ERBOVEN, "monitor.weergave"),
        omdat="measurements are made and read the same for every channel",
    ),
    Laag(
        modules=("monitor.bescherming",),
        nooit=("django", *DATABASE, *WEB, *ERBOVEN, "monitor.berekening", "monitor.rapport", "monitor.weergave"),
        omdat="what may be published is decided from figures and earlier publications alone",
    ),
    Laag(
        modules=(
            "monitor.verschil.soorten",
            "monitor.verschil.telling",
            "monitor.verschil.personen",
            "monitor.verschil.oorzaken",
            "monitor.verschil.berekening",
            "monitor.verschil.wijzigingen",
        ),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.rapport", "monitor.weergave", "monitor.meten"),
        omdat="a difference is reckoned in plain Python, over facts",
    ),
    Laag(
        modules=(
            "monitor.verschil.figuren",
            "monitor.verschil.woorden",
            "monitor.verschil.rapport",
            "monitor.verschil.brug",
        ),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.weergave", "monitor.verschil.bron"),
        omdat="what people read of a difference is made of the difference alone",
    ),
    Laag(
        modules=(
            "monitor.verschil.bron",
            "monitor.verschil.keuze",
            "monitor.verschil.achteraf",
            "monitor.verschil.onbeslist",
            "monitor.verschil.besluiten",
            "monitor.verschil.wie",
        ),
        nooit=(*WEB, *ERBOVEN, "monitor.weergave", "monitor.verschil.inzage"),
        omdat="it reads both sides; views say who may see what",
    ),
    Laag(
        modules=(
            "monitor.ronde.cijfers",
            "monitor.ronde.gemis",
            "monitor.controlelijst.bevinding",
            "monitor.controlelijst.praktijken",
            "monitor.controlelijst.deelnemers",
        ),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.rapport", "monitor.weergave", "monitor.meten"),
        omdat="what is confirmed and checked follows from the facts alone",
    ),
    Laag(
        modules=("monitor.ronde.stand", "monitor.ronde.acties", "monitor.controlelijst.lijst"),
        nooit=(*WEB, *ERBOVEN, "monitor.weergave"),
        omdat="a round and its checklist are the same for every channel",
    ),
    Laag(
        modules=PUBLICATIE,
        nooit=(*WEB, *ERBOVEN),
        omdat="what is published is the same for every channel",
    ),
    Laag(
        modules=("monitor.document",),
        nooit=("django", *DATABASE, *WEB, *ERBOVEN, "monitor.rapport", "monitor.publicatie", "monitor.aanlevering"),
        omdat="a document is plain values, whatever it is about",
    ),
    Laag(
        modules=("monitor.publicatie.waarden", "monitor.publicatie.weergave"),
        nooit=(*DATABASE, *WEB, *ERBOVEN, "monitor.rapport", "monitor.meten", "monitor.berekening"),
        omdat="every channel is made of what is published alone",
    ),
    Laag(
        modules=("monitor.bron", "monitor.grenzen.bron"),
        nooit=(*WEB, *ERBOVEN, "monitor.indicator", "monitor.berekening", "monitor.rapport", "monitor.weergave"),
        omdat="it asks the database for rows and knows nothing of what is made of them",
    ),
    Laag(
        modules=("monitor.berekening",),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.rapport", "monitor.weergave"),
        omdat="counting is plain Python, over rows",
    ),
    Laag(
        modules=("monitor.rapport", "monitor.praktijkregels", "monitor.indicatoren.rapport"),
        nooit=("django", *WEB, *ERBOVEN, "monitor.weergave"),
        omdat="a report is the same for every channel",
    ),
    Laag(
        modules=("monitor.weergave", "monitor.indicatoren.weergave"),
        nooit=(*DATABASE, *WEB, *ERBOVEN, "monitor.berekening"),
        omdat="it makes bytes of a report; views and commands add HTTP or a file",
    ),
    Laag(
        modules=(
            "monitor.aanlevering.dossier",
            "monitor.aanlevering.teksten",
            "monitor.aanlevering.inpakken",
            "monitor.aanlevering.word",
            "monitor.aanlevering.document",
            "monitor.aanlevering.antwoordnotitie",
            "monitor.aanlevering.pakket",
        ),
        nooit=(*DATABASE, *WEB, *ERBOVEN, *AANLEVERWEB, "monitor.berekening", "monitor.meten"),
        omdat="documents are bytes of a report, the same for the worker and for who downloads one",
    ),
    Laag(
        modules=("monitor.aanlevering.lezen", "monitor.aanlevering.leveren", "monitor.aanlevering.taken", *TOEZENDEN),
        nooit=(*WEB, *ERBOVEN, *AANLEVERWEB),
        omdat="the worker makes deliveries and sends links without a page",
    ),
    Laag(
        modules=("monitor.oproepen.cijfers",),
        nooit=("django", *APPS),
        omdat="the figures are plain values, which anything may hold",
    ),
    Laag(
        modules=("monitor.oproepen.tabellen", "monitor.oproepen.kern", "monitor.oproepen.definities"),
        nooit=(*DATABASE, *WEB, *ERBOVEN, "monitor.oproepen.berekening", "monitor.oproepen.rapport"),
        omdat="words and tables are made of the figures alone",
    ),
    Laag(
        modules=("monitor.oproepen.bron",),
        nooit=(*WEB, *ERBOVEN, "monitor.oproepen.cijfers", "monitor.oproepen.berekening", "monitor.oproepen.rapport"),
        omdat="it asks the database for rows and knows nothing of what is made of them",
    ),
    Laag(
        modules=("monitor.oproepen.berekening",),
        nooit=("django", *WEB, *ERBOVEN, "monitor.models", "monitor.oproepen.rapport", "monitor.oproepen.weergave"),
        omdat="counting is plain Python, over rows",
    ),
    Laag(
        modules=("monitor.oproepen.rapport",),
        nooit=("django", *WEB, *ERBOVEN, "monitor.oproepen.weergave"),
        omdat="a report is the same for every channel",
    ),
    Laag(
        modules=("monitor.oproepen.weergave",),
        nooit=(*DATABASE, *WEB, *ERBOVEN, "monitor.oproepen.berekening"),
        omdat="it makes bytes of a report; views and commands add HTTP or a file",
    ),
    Laag(
        modules=("mantelzorg.excel",),
        nooit=("django", "mantelzorg.models", "mantelzorg.settings"),
        omdat="its child process must start without settings or secrets",
    ),
)
BUITENSTE = {
    "monitor": "the app itself",
    "monitor.apps": "idem",
    "monitor.models": "the records",
    "monitor.admin": "pages of the admin",
    "monitor.forms": "what views ask",
    "monitor.views": "HTTP",
    "monitor.meetpaginas": "HTTP",
    "monitor.demonstratie": "what `manage.py demonstratie` loads",
    "monitor.templatetags": "links that templates write",
    "monitor.herleiding": "from figures to records",
    "monitor.herleiding.personen": "who the persons of a list are, from the database",
    "monitor.api": "HTTP",
    "monitor.urls": "addresses",
    "monitor.urls_api": "addresses",
    "monitor.management": "commands",
    "monitor.echtheid": "whether what is fixed is still what it was, for the worker, a command and a page",
    "monitor.grenzen": "keeps the borders of CBS's file, in a command",
    "monitor.kaartdata": "makes the shipped map data, in a command",
    "monitor.alleen_toevoegen": "triggers of the database, put by migrate",
    "monitor.metingen": "which days the start page links to, from programmes",
    "monitor.ronde": "pages, mails and tasks of a round",
    "monitor.controlelijst": "the page of the checklist, and what it asks the database",
    "monitor.aanlevering": "what is handed over of a measurement",
    "monitor.toezenden": "links to measurements, by mail",
    **dict.fromkeys(AANLEVERWEB, "HTTP: addresses, what views ask, and what keeps it"),
    "monitor.oproepen": "the figures of a call",
    "monitor.oproepen.views": "HTTP",
    "monitor.oproepen.api": "HTTP",
    "monitor.oproepen.inzage": "whose figures views may show",
    "monitor.oproepen.dagen": "the days of a call, from its moments in the time zone of the settings",
    "monitor.indicatoren": "what indicators declare and get",
    "monitor.verschil": "differences between measurements",
    "monitor.verschil.views": "HTTP",
    "monitor.verschil.forms": "what views ask",
    "monitor.verschil.taken": "tasks of the office",
    "monitor.verschil.inzage": "which records behind a difference views may show",
    "monitor.publicatie": "what is published; idem",
    "monitor.publicatie.forms": "what views ask",
    "monitor.publicatie.geschiedenis": "adds its texts to the pages of history, which know addresses",
    "monitor.publicatie.openbaar": "HTTP",
    "monitor.publicatie.urls": "addresses",
    "monitor.publicatie.views": "HTTP",
    "monitor.peildatum": "reads the day that views and commands are asked for",
}
"""Modules of the monitor that stand beside the flow, at its begin or at its end."""
