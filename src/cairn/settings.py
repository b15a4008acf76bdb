"""Every setting of Cairn, in one file.

Each can be given by an environment variable; a value that cannot be read stops the start and names the variable.
"""

from __future__ import annotations

import logging
import os
import secrets
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from environs import Env, EnvError, validate

env = Env()
ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(__file__).resolve().parent

# Where the database and the secret key live. Made on the first start, readable by its owner only.
DATA_DIR = Path(env.str("CAIRN_DATA_DIR", str(ROOT / "data")))
try:
    DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
except OSError as fault:
    raise EnvError(f'Environment variable "CAIRN_DATA_DIR" invalid: {fault}') from fault


def _kept_secret() -> str:
    """A secret key made once and kept beside the data, so that a first start asks nothing."""
    file = DATA_DIR / "secret-key"
    if not file.exists():
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(48))
    return file.read_text()


# Where the keys live that open sealed records: apart from the database and from its backups. Better still on another disk.
KEYS_DIR = Path(env.str("CAIRN_KEYS_DIR", str(DATA_DIR / "keys")))
# Master keys from outside instead of from a file there: name:secret, current first.
MASTER_KEYS: list[str] = env.list("CAIRN_MASTER_KEYS", default=[])

# Where the store lies that says which name belongs to which code, for houses that cannot do without one. Empty: no names are kept.
NAMES = Path(names) if (names := env.str("CAIRN_NAMES", "")) else None

DEBUG = env.bool("CAIRN_DEBUG", default=False)
SECRET_KEY = env.str("CAIRN_SECRET_KEY", None, validate=validate.Length(min=32)) or _kept_secret()
ALLOWED_HOSTS = env.list("CAIRN_HOSTS", default=["localhost", "127.0.0.1", "[::1]", "testserver"])
BEHIND_HTTPS = env.bool("CAIRN_HTTPS", default=False)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "csp",
    "cairn.common",
    "cairn.vault",
    "cairn.people",
    "cairn.trail",
    "cairn.notices",
    "cairn.frameworks",
    "cairn.practices",
    "cairn.search",
    "cairn.publications",
    "cairn.repository",
    "cairn.curation",
    "cairn.transfer",
    "cairn.sheets",
    "cairn.surveys",
    "cairn.participants",
    "cairn.registers",
    "cairn.money",
    "cairn.needs",
    "cairn.plans",
    "cairn.activities",
    "cairn.voices",
    "cairn.listening",
    "cairn.offline",
    "cairn.results",
    "cairn.releases",
    "cairn.progress",
    "cairn.evidence",
    "cairn.assessments",
    "cairn.review",
    "cairn.rounds",
    "cairn.improvement",
    "cairn.renewals",
    "cairn.passages",
    "cairn.comparison",
    "cairn.reports",
    "cairn.exchange",
    "cairn.analytics",
    "cairn.home",
    "cairn.demo",
    "cairn.api",
    # After our own rooms, whose templates take the place of its pages.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    # Before all others, so that none of them learns who comes to a public form.
    "cairn.voices.nobody.Nobody",
    # First, so that it sees every answer under /api/, also those of the others below.
    "cairn.api.middleware.ApiMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "cairn.participants.views.kept_nowhere.KeptNowhere",
    # Pages and styles travel at a fifth of their size; Django pads them so that lengths tell nothing (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Before the doorkeeper below, so that who was away too long is led to the door.
    "cairn.people.middleware.Idle",
    # Deny by default: a page is private unless its view says @login_not_required.
    "cairn.people.views.kept.KeepingLoginRequired",
    "cairn.people.middleware.SecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "cairn.urls"
WSGI_APPLICATION = "cairn.wsgi.application"
FORM_RENDERER = "cairn.common.rendering.Renderer"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# SQLite by default, PostgreSQL by DATABASE_URL=postgres://user:password@host/name.
DATABASES: dict[str, Any] = {
    "default": env.dj_db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'cairn.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # FULL: what was acknowledged survives a power cut. IMMEDIATE: writers queue instead of failing. Connections are not kept from
    # one request to the next, although that costs a third of a short one: when the last closes, SQLite empties its log, and what
    # was erased or shuffled away is on the disk no more (docs/decisions/0013).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON",
    }
else:
    DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Shared by all workers, so that limits on sign-in attempts hold across processes.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "cairn.people.door.Door"
# No "remember me": a session ends with the browser, after eight hours, or when nobody did anything for a while.
ACCOUNT_SESSION_REMEMBER = False
SESSION_COOKIE_AGE = 60 * 60 * 8
IDLE_MINUTES = env.int("CAIRN_IDLE_MINUTES", 30, validate=validate.Range(min=1))
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Whether passages are compared by meaning too where `./cairn embeddings` brought a model; off, it is left unused.
EMBEDDINGS = env.bool("CAIRN_EMBEDDINGS", default=True)

# Second factors: an app with codes, or a passkey, which signs in by itself. Demanded of everyone by CAIRN_SECOND_FACTOR.
SECOND_FACTOR = env.bool("CAIRN_SECOND_FACTOR", default=False)
MFA_ADAPTER = "cairn.people.second_factor.Factors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A code typed while the next one comes up still counts, as RFC 6238 (5.2) advises: one step of half a minute, not more.
MFA_TOTP_TOLERANCE = 1
# Addresses come from the coordinator who gave the account; nobody signs up.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# Browsers allow passkeys without HTTPS on localhost only.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_HTTPS
# A form that is older than the sign-in is shown again with what was typed into it.
CSRF_FAILURE_VIEW = "cairn.people.views.kept.stale"

# Security headers. `same-origin` and not `no-referrer`: with the latter browsers post a null origin and forms fail.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = BEHIND_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_HTTPS else None
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
# Uploads: beyond this size a request is refused before it is read.
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Email goes to the console unless EMAIL_URL names a server, e.g. EMAIL_URL=smtp+tls://user:password@mail.example:587
_mail = env.dj_email_url("EMAIL_URL", default="console:")
EMAIL_BACKEND, EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_BACKEND"], _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL, EMAIL_TIMEOUT = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"], 10
DEFAULT_FROM_EMAIL = env.str("CAIRN_EMAIL_FROM", "cairn@localhost")
# How people reach this site, without a slash at the end: for the links in emails, feeds and catalogues.
SITE_ADDRESS = env.str("CAIRN_ADDRESS", "http://localhost:8000").rstrip("/")
# Who publishes here, and the address of the licence under which others may use it: for feeds and catalogues.
SITE_NAME = env.str("CAIRN_NAME", "Cairn")
PUBLIC_LICENCE = env.str("CAIRN_LICENCE", "")
# Where "Leave this page" leads on public forms: a page on which anybody could be; {language} becomes en, ar, ti …
EXIT_TO = env.str("CAIRN_EXIT_TO", "https://{language}.wikipedia.org/")

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("CAIRN_TIME_ZONE", "UTC", validate=validate.OneOf(available_timezones()))
LANG_INFO.setdefault("ti", {"bidi": False, "code": "ti", "name": "Tigrinya", "name_local": "ትግርኛ"})
LANGUAGES = [("en", "English"), ("fr", "Français"), ("ar", "العربية")]
LANGUAGES_BIDI = ["ar", "fa", "he", "ur", "ps", "prs", "ckb", "sd", "ug"]
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "static/"
STATIC_ROOT = ROOT / "static-files"
STATIC_ROOT.mkdir(exist_ok=True)  # whitenoise warns of a missing folder, and nothing is collected in tests
# Named by content, browsers may keep files for ever, but they must be collected; plain names need no collecting.
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
BY_CONTENT = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Documents of practices, pictures and recordings of forms: never under an address of their own, readable by the owner of the process only.
    "documents": {"BACKEND": "cairn.passages.storing.Cupboard"},
    "staticfiles": {
        "BACKEND": env.str("CAIRN_STATIC_STORAGE", PLAIN, validate=validate.OneOf([PLAIN, BY_CONTENT]))
    },
}
WHITENOISE_USE_FINDERS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"unnamed": {"()": "cairn.voices.nobody.Unnamed"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["unnamed"]}},
    "root": {"handlers": ["console"], "level": env.log_level("CAIRN_LOG_LEVEL", default=logging.WARNING)},
}
