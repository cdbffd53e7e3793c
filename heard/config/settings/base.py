"""Settings of one deployment: one authority, one database (house.md)."""

from base64 import urlsafe_b64encode

from csp.constants import NONE, SELF

from heard.config import env

DATA = env.data_folder()
HEARD_TODAY = env.read("HEARD_TODAY")
HEARD_DEMO = False
ADDRESS = env.read("HEARD_ADDRESS").rstrip("/")
HTTPS = ADDRESS.startswith("https://")
AUDIT_HEADS = env.read("HEARD_AUDIT_HEADS").replace("HEARD_DATA", str(DATA))
KEYS = DATA / "keys"
KNOWN = frozenset(env.SETTINGS)

SECRET_KEY = env.read("HEARD_SECRET_KEY") or env.key_file("secret.key")
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", ADDRESS.split("://")[-1].split(":")[0]]
CSRF_TRUSTED_ORIGINS = [ADDRESS]
CSRF_FAILURE_VIEW = "heard.foundations.ui.errors.csrf_failed"

OUR_APPS = [
    "heard.foundations.accounts",
    "heard.foundations.access",
    "heard.foundations.audit",
    "heard.foundations.background",
    "heard.foundations.deployment",
    "heard.foundations.reminders",
    "heard.foundations.ui",
    "heard.child.people",
    "heard.child.meetings",
    "heard.child.handing",
    "heard.child.voice",
    "heard.child.feedback",
    "heard.child.reviews",
    "heard.child.evidence",
    "heard.child.asking_due",
    "heard.child.story",
    "heard.child.today",
    "heard.authority.returns",
    "heard.edges.imports",
]
INSTALLED_APPS = [
    *OUR_APPS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "heard.foundations.ui.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "heard.config.doors.by_address.ByAddress",  # families go no further: what follows is for staff
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "heard.foundations.accounts.middleware.SessionsEnd",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "heard.foundations.accounts.middleware.SecondFactorFirst",
    "heard.child.handing.middleware.HandedOver",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "heard.config.doors.staff"
WSGI_APPLICATION = "heard.config.wsgi.application"

_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "heard.foundations.access.navigation.navigation",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "heard.foundations.ui.environment.environment",
            "context_processors": _CONTEXT,
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT},
    },
]

DATABASES = {"default": env.database(env.read("HEARD_DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- sign-in ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.Staff"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    ]
]
# It takes memory as well as time, which makes guessing by graphics cards dear; an older password is
# taken over at its next use.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "heard.foundations.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "heard.foundations.accounts.forms.SignInForm",
    "change_password": "heard.foundations.accounts.forms.NewPasswordForm",
}
# Wrong tries make one account rest (accounts/tries.py). Nothing is limited by address: a whole
# council stands behind one, and nobody may lock colleagues out.
ACCOUNT_RATE_LIMITS = {"login": "", "login_failed": ""}
MFA_RATE_LIMITS = {"webauthn_login": ""}
MFA_ADAPTER = "heard.foundations.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "heard.foundations.accounts.forms.CodeForm",
    "reauthenticate": "heard.foundations.accounts.forms.CodeAgainForm",
    "activate_totp": "heard.foundations.accounts.forms.SetUpCodeForm",
    "add_webauthn": "heard.foundations.accounts.forms.AddPasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Heard"
MFA_TOTP_TOLERANCE = 1  # the code before and the one after: people type slowly; each works once
FACTOR_KEY = urlsafe_b64encode(bytes.fromhex(env.key_file("factors.key")))

# Codes that were used, and limits, hold for all workers: they are kept in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "heard_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# A session ends with the browser, after 30 minutes of rest, and after 10 hours in any case.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 30 * 60  # without a request: SessionsEnd keeps the last, to the minute
SESSION_MAX_SECONDS = 10 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-heard" if HTTPS else "heard"
CSRF_COOKIE_NAME = "__Host-heard-csrf" if HTTPS else "heard-csrf"
CSRF_COOKIE_HTTPONLY = True

# --- headers ---------------------------------------------------------------------------------
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# --- files, language, mail -------------------------------------------------------------------
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "files"
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
EMAIL_URL = env.read("HEARD_EMAIL_URL")
SSD_URL = env.read("HEARD_SSD_URL")
DEFAULT_FROM_EMAIL = env.read("HEARD_EMAIL_FROM")
LOGGING_CONFIG = "heard.config.logs.configure"
