"""All settings in one place: each explained, read once from the environment, with a default that works."""

from pathlib import Path

from space.kit import database, env
from space.settings_sign_in import *  # noqa: F403 - a setting is whatever has a name in this file

CHECKOUT = Path(__file__).resolve().parents[2]

# --- Where and how we run -------------------------------------------------------------------------------
# Folder for everything that must outlive a restart: secrets, uploads, the embedded database.
DATA = env.folder("SPACE_DATA", CHECKOUT / "data")
# Show details of errors to whoever sees them. Never on a public server.
DEBUG = env.flag("SPACE_DEBUG")
# The demo: sign in as anybody without a password. Listens on this machine only.
DEMO = env.flag("SPACE_DEMO")
# Host names under which we answer; the first one stands in mails and feeds.
HOSTS = env.listing("SPACE_HOSTS", "localhost,127.0.0.1")
# Older or shorter host names that redirect to the first of SPACE_HOSTS.
ALIASES = env.listing("SPACE_ALIASES")
# http or https: how readers reach us, also behind a proxy.
SCHEME = env.text("SPACE_SCHEME", "http")
# The address readers use, when it has another port: https://space.example.org:8443
ORIGIN = env.text("SPACE_ORIGIN") or f"{SCHEME}://{HOSTS[0] if HOSTS else 'localhost'}"
SECRET_KEY = env.secret("SPACE_SECRET_KEY", DATA / "secret_key")
# Binds archived authors to their addresses without keeping the addresses. Lose it and nobody can claim.
ARCHIVE_KEY = env.secret("SPACE_ARCHIVE_KEY", DATA / "archive_key")
ALLOWED_HOSTS = [*HOSTS, *ALIASES]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
# How many proxies stand in front and add to X-Forwarded-For; 0 trusts nobody's word for an address.
PROXIES = env.number("SPACE_PROXIES", 0)

# --- The community --------------------------------------------------------------------------------------
# What administrators can change on a page is marked with (page): then this is only the default.
# Name shown in the title of pages, mails and feeds. (page)
NAME = env.text("SPACE_NAME", "Wikimedia Space")
# Who looks after this server: a mail or web address, linked in the foot of every page.
CONTACT = env.text("SPACE_CONTACT", "")
# Where a wiki link without a prefix leads.
HOME_WIKI = env.text("SPACE_HOME_WIKI", "https://meta.wikimedia.org/wiki/$1")
# The wiki whose free pictures stories may show, by its Action API; empty: no wiki is asked.
COMMONS_API = env.text("SPACE_COMMONS_API", "https://commons.wikimedia.org/w/api.php")
# The wiki whose accounts open our door, with the consumer it knows us by (docs/operating.md); without one: no door.
WIKI = env.text("SPACE_WIKI", "https://meta.wikimedia.org")
WIKI_CLIENT = env.text("SPACE_WIKI_CLIENT", "")
WIKI_SECRET = env.text("SPACE_WIKI_SECRET", "")
# Other origins that this wiki leads people through while they log in there.
WIKI_PASSES = env.listing("SPACE_WIKI_PASSES", "https://auth.wikimedia.org")
# Servers within our own network that may be asked none the less, as host:port. All others are refused.
PRIVATE_HOSTS = env.listing("SPACE_PRIVATE_HOSTS")

# --- Database -------------------------------------------------------------------------------------------
DATABASES = {
    "default": database.from_address(
        env.text("DATABASE_URL"),
        pool=env.number("SPACE_POOL", 8, at_least=1),
        embedded=bool(env.text("SPACE_EMBEDDED")),
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "space.pages",
    "space.administration",
    "space.privacy",
    "space.review",
    "space.archives",
    "space.blog",
    "space.events",
    "space.messages",
    "space.discuss",
    "space.uploads",
    "space.membership",
    "space.moderation",
    "space.notifications",
    "space.search",
    "space.groups",
    "space.accounts",
    "space.places",
    "space.community",
    "space.languages",
    "space.web",
    "space.limits",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "space.web.middleware.SecurityHeaders",
    "space.web.middleware.NoNul",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "space.web.middleware.CanonicalHost",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "space.accounts.middleware.WhoReads",
    "space.accounts.middleware.TimeZone",
    "space.languages.middleware.InterfaceLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "space.accounts.resting.middleware.Resting",
    "space.discuss.reading.NoticeReading",
    "space.web.middleware.ClearErrors",
]

ROOT_URLCONF = "space.urls"
WSGI_APPLICATION = "space.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["space.web.loading.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "space.web.context.shell",
                "space.accounts.context.me",
                "space.notifications.bell.bell",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our own fields are templates too

# --- People ---------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["space.accounts.backends.ByNameOrAddress"]
SESSION_ENGINE = "space.accounts.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 24 * env.number("SPACE_SESSION_DAYS", 60, at_least=1)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SCHEME == "https"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = SCHEME
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "space_session"
CSRF_FAILURE_VIEW = "space.web.errors.old_form"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Tries of a password or code, for each address and each account; a right one does not count. (page)
SIGN_IN_TRIES_A_MINUTE = env.number("SPACE_SIGN_IN_TRIES_A_MINUTE", 6, at_least=1)
SIGN_IN_TRIES_AN_HOUR = env.number("SPACE_SIGN_IN_TRIES_AN_HOUR", 30, at_least=1)
# New accounts from one address: a whole room of newcomers may share one. (page)
SIGN_UPS_AN_HOUR = env.number("SPACE_SIGN_UPS_AN_HOUR", 40, at_least=1)

# --- Languages and time ---------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
# Interface languages that are complete.
LANGUAGES = [("ar", "العربية"), ("en", "English"), ("fr", "Français")]
LOCALE_PATHS = [CHECKOUT / "locale"]
FORMAT_MODULE_PATH = ["space.languages.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

# --- Files: the three numbers are (page) ----------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "space.web.staticfiles.HashedFiles"},
}
WHITENOISE_MAX_AGE = 60
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "/uploads/"
# A file that is larger than this is refused, in bytes.
UPLOAD_BYTES = env.number("SPACE_UPLOAD_BYTES", 10_000_000, at_least=1)
# An image with more pixels than this is refused before it is decoded.
UPLOAD_PIXELS = env.number("SPACE_UPLOAD_PIXELS", 40_000_000, at_least=1)
# A picture whose longer side has more pixels than this is kept smaller.
UPLOAD_SIDE = env.number("SPACE_UPLOAD_SIDE", 4096, at_least=320)
FILE_UPLOAD_HANDLERS = [
    "space.uploads.handlers.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- Mail -----------------------------------------------------------------------------------------------
# smtp://user:password@host:587?tls=yes, smtps://..., file:///folder, console:, memory:
EMAIL_URL = env.text("SPACE_EMAIL_URL", f"file://{DATA}/mail" if DEMO else "")
# Stands in brackets before the title in the subject of mails. (page)
MAIL_PREFIX = env.text("SPACE_MAIL_PREFIX", "Space")
EMAIL_BACKEND = "space.notifications.mail.backend.ByAddress"
MAIL_FROM = env.text("SPACE_MAIL_FROM")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL_FROM or f"{NAME} <space@{HOSTS[0] if HOSTS else 'localhost'}>"

# --- Discuss (docs/settings.md lists them; behaviours are explained in docs): all of these are (page) ----
# Topics in a list, posts on a page of a topic.
TOPICS_PER_PAGE = env.number("SPACE_TOPICS_PER_PAGE", 30, at_least=1)
POSTS_PER_PAGE = env.number("SPACE_POSTS_PER_PAGE", 20, at_least=1)
VERSIONS_PER_PAGE = env.number("SPACE_VERSIONS_PER_PAGE", 30, at_least=1)
# How many days a topic stays new for who has not opened it.
NEW_DAYS = env.number("SPACE_NEW_DAYS", 2, at_least=1)
# A topic is tracked after so many seconds of reading; nobody tracks more topics than this.
TRACKED_AFTER_SECONDS = env.number("SPACE_TRACKED_AFTER_SECONDS", 180, at_least=1)
TRACKED_AT_MOST = env.number("SPACE_TRACKED_AT_MOST", 5_000, at_least=1)
# With fewer topics than this, Top looks over a longer time. Below the last post of a topic stand some to read next.
TOP_AT_LEAST = env.number("SPACE_TOP_AT_LEAST", 10, at_least=1)
SUGGESTED_TOPICS = env.number("SPACE_SUGGESTED_TOPICS", 5)
# Characters as people count them.
TITLE_AT_LEAST = env.number("SPACE_TITLE_AT_LEAST", 8, at_least=1)
TITLE_AT_LEAST_CJK = env.number("SPACE_TITLE_AT_LEAST_CJK", 4, at_least=1)
POST_AT_LEAST = env.number("SPACE_POST_AT_LEAST", 2, at_least=1)
POST_AT_MOST = env.number("SPACE_POST_AT_MOST", 32_000, at_least=100)
# An edit of one's own post in the first minutes makes no version of its own.
EDIT_GRACE_MINUTES = env.number("SPACE_EDIT_GRACE_MINUTES", 5)
# How long an author may edit: hours at trust 0 and 1, days above.
EDIT_HOURS_NEW = env.number("SPACE_EDIT_HOURS_NEW", 24, at_least=1)
EDIT_DAYS = env.number("SPACE_EDIT_DAYS", 30, at_least=1)
# How long a deleted post leaves a line where it stood, and its author can undo it.
DELETED_SHOWN_HOURS = env.number("SPACE_DELETED_SHOWN_HOURS", 24, at_least=1)
# Between two topics, and between two posts, of one person.
TOPIC_GAP_SECONDS = env.number("SPACE_TOPIC_GAP_SECONDS", 15, at_least=1)
POST_GAP_SECONDS = env.number("SPACE_POST_GAP_SECONDS", 5, at_least=1)
# A day's allowance of one person; it grows with trust.
TOPICS_A_DAY = env.number("SPACE_TOPICS_A_DAY", 20, at_least=1)
EDITS_A_DAY = env.number("SPACE_EDITS_A_DAY", 30, at_least=1)
REACTIONS_A_DAY = env.number("SPACE_REACTIONS_A_DAY", 50, at_least=1)
# Votes of one person in an hour, with every change of mind; options of a poll.
VOTES_AN_HOUR = env.number("SPACE_VOTES_AN_HOUR", 60, at_least=1)
POLL_OPTIONS_AT_MOST = env.number("SPACE_POLL_OPTIONS_AT_MOST", 20, at_least=2)
# After so many days in review without an answer its reviewer, or the board, is told of a story again.
STORY_REMINDER_DAYS = env.number("SPACE_STORY_REMINDER_DAYS", 7, at_least=1)
# So many of its first replies stand below a story; so many stories on a page of the Blog.
STORY_REPLIES_SHOWN = env.number("SPACE_STORY_REPLIES_SHOWN", 5, at_least=1)
STORIES_PER_PAGE = env.number("SPACE_STORIES_PER_PAGE", 12, at_least=3)
# Where it can be dangerous to say where people meet: of events in these countries nothing but the country is told.
PROTECTED_COUNTRIES = env.countries("SPACE_PROTECTED_COUNTRIES")
# Pictures under the map of events, by the address of a tile with {z}, {x} and {y}: readers' browsers ask that host.
MAP_TILES = env.tiles("SPACE_MAP_TILES")
MAP_TILES_BY = env.text("SPACE_MAP_TILES_BY")
MAP_TILES_PRIVACY = env.text("SPACE_MAP_TILES_PRIVACY")
MAP_TILES_CREDIT = env.text("SPACE_MAP_TILES_CREDIT")
# How many tags a topic carries at most, and how many people one post can name.
TAGS_A_TOPIC = env.number("SPACE_TAGS_A_TOPIC", 8, at_least=1)
MENTIONS_A_POST = env.number("SPACE_MENTIONS_A_POST", 10, at_least=1)
# Newcomers: trust 0, in the first day. Low enough to blunt spam, high enough for a real first conversation.
NEWCOMER_TOPICS = env.number("SPACE_NEWCOMER_TOPICS", 3, at_least=1)
NEWCOMER_REPLIES = env.number("SPACE_NEWCOMER_REPLIES", 10, at_least=1)
NEWCOMER_GAP_SECONDS = env.number("SPACE_NEWCOMER_GAP_SECONDS", 30, at_least=1)
# What one post of a newcomer can hold; links to Wikimedia wikis do not count.
NEWCOMER_LINKS = env.number("SPACE_NEWCOMER_LINKS", 2)
NEWCOMER_IMAGES = env.number("SPACE_NEWCOMER_IMAGES", 1)
NEWCOMER_MENTIONS = env.number("SPACE_NEWCOMER_MENTIONS", 2)

# --- Search: all of these are (page) --------------------------------------------------------------------
# Searches in a minute of one person, and from one address of who has no account; the box in the bar asks more often.
SEARCHES_A_MINUTE = env.number("SPACE_SEARCHES_A_MINUTE", 30, at_least=1)
SEARCHES_A_MINUTE_UNKNOWN = env.number("SPACE_SEARCHES_A_MINUTE_UNKNOWN", 15, at_least=1)
INSTANT_SEARCHES_A_MINUTE = env.number("SPACE_INSTANT_SEARCHES_A_MINUTE", 90, at_least=1)
RESULTS_PER_PAGE = env.number("SPACE_RESULTS_PER_PAGE", 20, at_least=1)

# --- Speed ----------------------------------------------------------------------------------------------
# Pages for readers without a session are kept this long at most (seconds), in this many bytes a process.
PAGE_CACHE_SECONDS = env.number("SPACE_PAGE_CACHE_SECONDS", 30)
PAGE_CACHE_BYTES = env.number("SPACE_PAGE_CACHE_BYTES", 32_000_000)
# Ready-made rows and posts kept in a process, in bytes.
FRAGMENT_BYTES = env.number("SPACE_FRAGMENT_BYTES", 32_000_000)
# A search that takes longer in the database answers with the most recent matches, and says so (milliseconds).
SEARCH_MILLISECONDS = env.number("SPACE_SEARCH_MILLISECONDS", 80, at_least=1)

# --- What a browser may do on our pages -----------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SCHEME == "https" else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("SPACE_LOG_LEVEL", "WARNING")},
    # A refused address may hold the key of a confirmation or of a new password: only our own failures are told.
    "loggers": {"django.request": {"level": "ERROR"}},
}
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
