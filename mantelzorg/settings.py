"""Settings, driven by the environment; without any environment it runs, on SQLite in `data/`, safely.

| variable | meaning | default |
|---|---|---|
| DEBUG | development: demonstration accounts, insecure cookies | off |
| DATABASE_URL | `postgres://…` or `sqlite:///…` | SQLite in `data/` |
| SECRET_KEY | signing key | made once, kept in `data/geheime-sleutel` |
| ALLOWED_HOSTS, CSRF_TRUSTED_ORIGINS | comma-separated | this machine only |
| EMAIL_URL, DEFAULT_FROM_EMAIL | `smtp://…` | mail goes to the console |
| ACHTER_PROXY | trust X-Forwarded-Proto and X-Forwarded-For of the proxy in front | off |
| WEBADRES | the address people reach the product at, for links in mails | `http://127.0.0.1:8000` |
| CONTACT_EMAIL, CONTACT_TELEFOON | where visitors of the public pages can ask and complain | an example |
| TEMPO_BEGINNEN, _STAP, _BELANGSTELLING, _INSCHRIJVEN | forms one address may send in 10 minutes | 20, 200, 20, 40 |
| TEMPO_CONTROLE | times one address may have a text looked at for personal data in 10 minutes | 600 |
| PRIVACY_VERANTWOORDELIJK | sentences on the page about privacy: who is responsible | Movisie and Vilans |
| BEWAARDAGEN, CONCEPTDAGEN | days after closing that applicants, and unsent drafts, are kept | 365, 14 |
| TEMPO_API_ANONIEM, TEMPO_API | what an address and a token may ask of the API in 10 minutes | 600, 3000 |
| OPENBAAR_MINSTE_SECONDEN | the least time a public form takes to fill in | 3 |
| DATA_DIR | where the database and the key stand | `data/` |
| HUISSTIJL_DIR | a folder with `huisstijl.css` and `merk.svg`, either or both, over the product's own look | none |
"""

import secrets
from pathlib import Path

import environ

from mantelzorg.apibeleid import REST_FRAMEWORK as REST_FRAMEWORK
from mantelzorg.apibeleid import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS
from mantelzorg.browserbeleid import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from mantelzorg.browserbeleid import PERMISSIONS_POLICY as PERMISSIONS_POLICY
from mantelzorg.logbeleid import GEHEIME_ADRESSEN as GEHEIME_ADRESSEN
from mantelzorg.logbeleid import LOGGING as LOGGING
from mantelzorg.taken.tijdvakken import Roostertaak, dagelijks, elke_minuten

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)


def _kept_secret_key() -> str:
    """A key of this installation's own, made on first use and readable by its owner only."""
    bestand = DATA_DIR / "geheime-sleutel"
    if not bestand.exists():
        nieuw = DATA_DIR / f"geheime-sleutel.{secrets.token_hex(4)}"
        nieuw.touch(mode=0o600)
        nieuw.write_text(secrets.token_urlsafe(64))
        nieuw.replace(bestand)
    return bestand.read_text()


SECRET_KEY = env.str("SECRET_KEY", default="") or _kept_secret_key()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "mantelzorg.apps.MantelzorgConfig",
    "mantelzorg.apps.BeheerConfig",
    "deelnemers.apps.DeelnemersConfig",
    "praktijken.apps.PraktijkenConfig",
    "aanmeldingen.apps.AanmeldingenConfig",
    "monitor.apps.MonitorConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",  # its widgets, for our own form templates
    "simple_history",
    "django_tasks",
    "django_tasks_db",
    "rest_framework",
    "drf_spectacular",
    "django_filters",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mantelzorg.nietbewaren.NietBewaren",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "mantelzorg.sessieverlopen.SessieVerlopen",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
    "mantelzorg.wachtrij.Wachtrij",
]

ROOT_URLCONF = "mantelzorg.urls"
WSGI_APPLICATION = "mantelzorg.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mantelzorg.context.toegang",
            ],
        },
    }
]

FORM_RENDERER = "mantelzorg.formulierstijl.Formulierstijl"

# SQLite: one writer at a time waits its turn (IMMEDIATE) instead of failing half-way; readers go on (WAL).
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:  # making a connection costs as much as a page; one that broke is made anew
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    # PostgreSQL plans a statement that returns once a connection, and fills in its values itself.
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True, "prepare_threshold": 5}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "mantelzorg.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "mantelzorg.inloggen.AccountBackend"]
if DEBUG:
    AUTHENTICATION_BACKENDS.append("mantelzorg.inloggen.DemonstratieBackend")
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "naam", "werkgever"]},
    },
    {"NAME": "mantelzorg.accounts.wachtwoordregels.MinstensZoLang", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "start"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # seconds
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: a working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True  # people share computers
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "mantelzorg.formulierfout.csrf_fout"
AXES_DISABLE_ACCESS_LOG = True  # who logged in when is not kept
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_CALLABLE = "mantelzorg.inloggen.te_vaak_geprobeerd"
AXES_VERBOSE = AXES_ENABLE_ADMIN = False
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the page promises a quarter of an hour

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True
FORMAT_MODULE_PATH = ["mantelzorg.formats"]

STATIC_URL = "static/"
STATICFILES_DIRS: list[Path | tuple[str, str]] = [BASE_DIR / "static"]
HUISSTIJL_DIR = env.str("HUISSTIJL_DIR", default="")
if HUISSTIJL_DIR:
    STATICFILES_DIRS.append(("huisstijl", HUISSTIJL_DIR))
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)  # empty: whitenoise takes the files from where they stand
WHITENOISE_USE_FINDERS = True

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # seconds; who waits for a page is not to wait longer for the mail server
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="In voor mantelzorg <noreply@voorbeeld.example>")

WEBADRES = env.str("WEBADRES", default="http://127.0.0.1:8000")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="bureau@voorbeeld.example")
CONTACT_TELEFOON = env.str("CONTACT_TELEFOON", default="")
# Said on the page about privacy and held to; for who runs the programme to confirm.
PRIVACY_VERANTWOORDELIJK = env.str(
    "PRIVACY_VERANTWOORDELIJK",
    default="Movisie en Vilans zijn samen verantwoordelijk voor uw gegevens. Zij spreken af wie waarvoor zorgt.",
)
# Under which licence what is published may be used (an address); for who runs the programme to confirm.
CIJFERS_LICENTIE = env.str("CIJFERS_LICENTIE", default="https://creativecommons.org/licenses/by/4.0/deed.nl")
BEWAARDAGEN = env.int("BEWAARDAGEN", default=365)
CONCEPTDAGEN = env.int("CONCEPTDAGEN", default=14)

# How often one address may send each kind of public form in ten minutes, or ask the API something; and the least
# time a form takes to fill in.
OPENBAAR_TEMPO = {
    "beginnen": env.int("TEMPO_BEGINNEN", default=20),  # an application: makes a record and sends a mail
    "stap": env.int("TEMPO_STAP", default=200),  # of an application or another page behind a personal link
    "belangstelling": env.int("TEMPO_BELANGSTELLING", default=20),
    "controle": env.int("TEMPO_CONTROLE", default=600),  # a look at a text that is being typed
    "inschrijven": env.int("TEMPO_INSCHRIJVEN", default=40),  # a meeting; colleagues share an address
    "api-anoniem": env.int("TEMPO_API_ANONIEM", default=600),
    "api-bekend": env.int("TEMPO_API", default=3000),  # a token, or who is logged in
}
OPENBAAR_MINSTE_SECONDEN = env.int("OPENBAAR_MINSTE_SECONDEN", default=3)

# What nobody waits for goes in a queue in the database; `manage.py werker` does it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
ROOSTER = [
    Roostertaak(taak="mantelzorg.post.versturen.verstuur_post", tijdvak=elke_minuten(1)),
    Roostertaak(taak="mantelzorg.taken.opruimen.ruim_taken_op", tijdvak=dagelijks(3)),
    Roostertaak(taak="praktijken.uitwisseling.taken.red_imports", tijdvak=elke_minuten(1)),
    Roostertaak(taak="monitor.aanlevering.taken.red_leveringen", tijdvak=elke_minuten(1)),
    Roostertaak(taak="monitor.toezenden.taken.verstuur_toezendingen", tijdvak=elke_minuten(1)),
    Roostertaak(taak="praktijken.uitwisseling.taken.ruim_imports_op", tijdvak=dagelijks(4)),
    Roostertaak(taak="aanmeldingen.privacy.termijn.ruim_op", tijdvak=dagelijks(4)),
    Roostertaak(taak="monitor.echtheid.nacht.controleer_metingen", tijdvak=dagelijks(2)),
    Roostertaak(taak="praktijken.kloptdit.opruimen.ruim_op", tijdvak=dagelijks(3)),
    Roostertaak(taak="aanmeldingen.openbaar.tempo.ruim_op", tijdvak=elke_minuten(60)),
    Roostertaak(taak="praktijken.herinneringen.weekbrief.zet_weekbrieven_klaar", tijdvak=dagelijks(5)),
    Roostertaak(taak="aanmeldingen.bijeenkomsten.herinneren.zet_herinneringen_klaar", tijdvak=dagelijks(8)),
    Roostertaak(taak="aanmeldingen.plaatsen.taken.laat_aanbiedingen_verlopen", tijdvak=elke_minuten(1)),
    Roostertaak(taak="aanmeldingen.beoordelen.aanvullen.herinner_aan_aanvulling", tijdvak=dagelijks(6)),
]
# The personal link in a kind of mail, its files, and reasons not to send one after all: functions of a Bericht.
POST_LINKS: dict[str, str] = {
    "uitnodiging": "mantelzorg.accounts.mail.maak_link",
    "wachtwoord": "mantelzorg.accounts.mail.maak_link",
    "klopt dit": "praktijken.kloptdit.link.maak_link",
    "weekbrief": "praktijken.herinneringen.afmelden.maak_link",
    "aanmelden na sluiting": "aanmeldingen.formulier.post.maak_laatlink",
    "plaats aangeboden": "aanmeldingen.plaatsen.post.maak_link",
}
_BIJEENKOMST = (
    "inschrijving", "dubbele inschrijving", "plaats bij bijeenkomst", "bijeenkomst gewijzigd",
    "herinnering bijeenkomst",
)  # fmt: skip
_AANMELDING = (
    "aanmelding begonnen", "aanmelding link", "aanmelding ontvangen", "aanmelding gewijzigd", "aanmelding na sluiting",
    "uitslag selectie", "terug op de wachtlijst", "antwoord op aanbod", "vraag om aanvulling", "herinnering aanvulling",
)  # fmt: skip
POST_LINKS |= dict.fromkeys(_AANMELDING, "aanmeldingen.formulier.post.maak_link")
POST_LINKS |= dict.fromkeys(
    (*_BIJEENKOMST, "wachtlijst bijeenkomst", "bedankt bijeenkomst"), "aanmeldingen.bijeenkomsten.post.maak_link"
)
POST_BIJLAGEN = dict.fromkeys(
    (*_BIJEENKOMST, "bijeenkomst afgelast", "afmelding bijeenkomst"), "aanmeldingen.bijeenkomsten.post.bijlagen"
)
POST_WEIGERINGEN = [
    "mantelzorg.accounts.mail.weigering",
    "praktijken.herinneringen.afmelden.weigering",
    "deelnemers.benaderen.weigering",
    "praktijken.avg.post.weigering",
    "praktijken.kloptdit.post.weigering",
    "aanmeldingen.formulier.post.weigering",
    "aanmeldingen.belangstelling.post.weigering",
    "aanmeldingen.plaatsen.post.weigering",
    "aanmeldingen.beoordelen.brief.weigering",
    "aanmeldingen.bijeenkomsten.post.weigering",
    "monitor.ronde.post.weigering",
    "monitor.toezenden.post.weigering",
]
# Where tasks in the task list and weekly mail come from, beside those about practices: a Bron each.
TAAKBRONNEN: list[str] = [
    "aanmeldingen.beoordelen.taken.GESPREKKEN",
    "aanmeldingen.beoordelen.taken.BUREAU",
    "aanmeldingen.belangstelling.taken.VAN_ADVISEUR",
    "aanmeldingen.belangstelling.taken.VAN_KANTOOR",
    "aanmeldingen.toelaten.taken.BRON",
    "monitor.echtheid.taken.BRON",
    "monitor.ronde.taken.VAN_ADVISEUR",
    "monitor.ronde.taken.VAN_KANTOOR",
    "monitor.verschil.taken.BRON",
]
# Pieces of a practice's page that apps above it make: functions of a practice and a user, to HTML.
PRAKTIJKDELEN = ["aanmeldingen.toelaten.herkomst.herkomst"]
# The figures that erasing a person may not change: a function of programme and day.
CIJFERS = "monitor.berekening.bereken"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
ACHTER_PROXY = env.bool("ACHTER_PROXY", default=False)
if ACHTER_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    AXES_CLIENT_IP_CALLABLE = "mantelzorg.inloggen.adres_achter_proxy"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a practice with all its inlines in the admin
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
