"""Every address of Space, and what each kind of reader gets there.

An address that is not in the table fails the test: decide who may see it before it is built.
"""

from django.urls import reverse

from space.pages.help.shelf import NAMES
from tests.readers.arranging import ARRANGING
from tests.readers.arriving import ARRIVING
from tests.readers.blog_newsroom import NEWSROOM
from tests.readers.blog_pictures import PICTURES
from tests.readers.blog_reading import READING
from tests.readers.blog_writing import BLOG_WRITING
from tests.readers.discussing import DISCUSS
from tests.readers.events_attending import EVENTS_ATTENDING
from tests.readers.events_calendar import EVENTS_CALENDAR
from tests.readers.events_embedding import EVENTS_EMBEDDING
from tests.readers.events_feeds import EVENTS_FEEDS
from tests.readers.events_form import EVENTS_FORM
from tests.readers.events_map import EVENTS_MAP
from tests.readers.membership import COPIES_OF_GROUPS, GROUPS
from tests.readers.messages import MESSAGES
from tests.readers.mine import MINE
from tests.readers.moderation_log import MODERATION_LOG
from tests.readers.responding import RESPONDING
from tests.readers.reviewing import REVIEWING
from tests.readers.rows import DEMO, INSIDE, OWN, READERS, Row, at, of, only, secret_upload, signed_in, upload
from tests.readers.searching import SEARCHING, asking
from tests.readers.steering import STEERING
from tests.readers.telling import TELLING
from tests.readers.words import WORDS
from tests.readers.writing import WRITING

PAGES = [
    Row("pages:home", at("pages:home")),
    Row("pages:guidelines", at("pages:guidelines")),
    Row("pages:about", at("pages:about")),
    Row("pages:privacy", at("pages:privacy")),
    Row("pages:contact", at("pages:contact")),
    Row("pages:begin", at("pages:begin", "about"), all=405),
    Row(
        "pages:begin",
        at("pages:begin", "about"),
        **only("moderator", gets=302, others=403),
        post={"language": "fr"},
    ),
    Row("pages:help", at("pages:help")),
    *(Row("pages:help_page", at("pages:help_page", name)) for name in NAMES),
    Row("pages:help_page", at("pages:help_page", "flying"), all=404),
    Row("community:picture", at("community:picture", "mark", "0123456789abcdef"), all=404),
    Row("pages:healthz", at("pages:healthz")),
    Row("pages:robots", at("pages:robots")),
    Row("pages:sitemap", at("pages:sitemap")),
    *(
        Row("pages:sitemap_part", at("pages:sitemap_part", part))
        for part in ("topics", "stories", "events", "categories", "doors", "help")
    ),
    Row("places:find", asking("places:find", "q=Paris")),
    Row("languages:choose", at("languages:choose"), all=405),
    Row("languages:choose", at("languages:choose"), all=302, post={"lang": "fr"}),
]

MODERATORS = {"all": 403, "but": {"moderator": 200, "nobody": 302}}
DECIDED = {"all": 403, "but": {"moderator": 302, "nobody": 302}}
UPLOADS = [
    Row("uploads:send", at("uploads:send")),
    Row("uploads:kept", of("uploads:kept", lambda w: [w.loose_upload.pk]), **OWN),
    Row("uploads:kept", of("uploads:kept", lambda w: [w.upload.pk])),
    Row("uploads:kept", of("uploads:kept", lambda w: [w.secret_upload.pk]), **INSIDE),
    Row("uploads:picture", at("uploads:picture"), **signed_in()),
    Row("uploads:picture", at("uploads:picture"), **signed_in(422), post={}),
    Row("uploads:remove_picture", at("uploads:remove_picture"), all=405),
    Row("uploads:remove_picture", at("uploads:remove_picture"), all=302, post={}),
    Row("uploads:remove_picture_of", at("uploads:remove_picture_of", "Lena_Müller"), **MODERATORS),
    Row(
        "uploads:remove_picture_of",
        at("uploads:remove_picture_of", "Lena_Müller"),
        **DECIDED,
        post={"reason": "x"},
    ),
    Row("uploads:portrait", of("uploads:portrait", lambda w: [w.portrait, 48])),
    Row("uploads:portrait", of("uploads:portrait", lambda w: [w.portrait, 49]), all=404),
    Row("uploads:file", of("uploads:file", upload)),
    Row("uploads:file", of("uploads:file", secret_upload), **INSIDE),
    Row("uploads:file", of("uploads:file", lambda w: [w.loose_upload.pk, w.loose_upload.name]), **OWN),
    Row(
        "uploads:size", of("uploads:size", lambda w: [w.secret_upload.pk, 320, w.secret_upload.name]), all=404
    ),
    Row("uploads:preview", of("uploads:preview", lambda w: [w.upload.pk, w.upload.name]), all=404),
    Row("uploads:preview", of("uploads:preview", lambda w: [w.stories.picture.pk, "x.png"]), **OWN),
]

ARCHIVES = [
    Row("archives:message", of("archives:message", lambda w: [w.letter.key]), all=302),
    Row(
        "archives:message",
        of("archives:message", lambda w: [w.secret_letter.key]),
        **only("insider", gets=302),
    ),
    Row("archives:whole", of("archives:whole", lambda w: [w.letter.key])),
    Row("archives:whole", of("archives:whole", lambda w: [w.secret_letter.key]), **INSIDE),
    Row("archives:takedown", of("archives:takedown", lambda w: [w.letter.post.topic_id])),
    Row("archives:takedown", of("archives:takedown", lambda w: [w.secret_letter.post.topic_id]), **INSIDE),
    Row("archives:takedowns", at("archives:takedowns"), **only("administrator", others=403)),
    Row("archives:decide", at("archives:decide", 1), all=405),
    Row("archives:decide", at("archives:decide", 1), **only("administrator", gets=404, others=403), post={}),
]

ADMINISTRATORS = {"all": 403, "but": {"administrator": 200, "nobody": 302}}
A_SETTING = at("administration:setting", "topics_per_page")
ADMINISTRATION = [
    Row("administration:home", at("administration:home"), **ADMINISTRATORS),
    Row("administration:settings", at("administration:settings"), **ADMINISTRATORS),
    Row("administration:setting", A_SETTING, **ADMINISTRATORS),
    Row(
        "administration:setting",
        A_SETTING,
        all=403,
        but={"administrator": 422, "nobody": 302},
        post={"value": "2000"},
    ),
    Row(
        "administration:setting",
        A_SETTING,
        all=403,
        but={"administrator": 302, "nobody": 302},
        post={"value": "40"},
    ),
    Row("administration:reset", at("administration:reset", "topics_per_page"), all=405),
    Row(
        "administration:reset",
        at("administration:reset", "topics_per_page"),
        all=403,
        but={"administrator": 302, "nobody": 302},
        post={},
    ),
]

PEOPLE = [
    Row("accounts:person", at("accounts:person", "Lena_Müller")),
    Row("accounts:person", at("accounts:person", "Kofi_Mensah")),
    Row("accounts:card", at("accounts:card", "Lena_Müller")),
    Row("accounts:card", at("accounts:card", "Kofi_Mensah")),
    Row("pages:people", at("pages:people")),
    Row("pages:people", lambda w: f"{reverse('pages:people')}?community=safety-circle&order=lately"),
    Row("moderation:trust", at("moderation:trust", "Lena_Müller"), **MODERATORS),
    Row(
        "moderation:trust",
        at("moderation:trust", "Rosa_Quispe"),
        **MODERATORS | {"but": {"nobody": 302, "administrator": 200}},
    ),
    Row(
        "moderation:trust",
        at("moderation:trust", "Lena_Müller"),
        **DECIDED,
        post={"trust": "3", "reason": "Kind"},
    ),
    Row("accounts:me", at("accounts:me"), all=302),
    Row("accounts:preferences", at("accounts:preferences"), **signed_in()),
    Row("accounts:sessions", at("accounts:sessions"), **signed_in()),
    Row("accounts:rest", at("accounts:rest"), **signed_in()),
    Row("accounts:rest", at("accounts:rest"), **signed_in(422), post={}),
    Row("accounts:come_back", at("accounts:come_back"), all=302),
    Row("accounts:come_back", at("accounts:come_back"), all=302, post={}),
    Row("accounts:end_sessions", at("accounts:end_sessions"), all=405),
    Row("accounts:end_sessions", at("accounts:end_sessions"), all=302, post={}),
    Row("accounts:narrow", at("accounts:narrow"), all=405),
    Row("accounts:narrow", at("accounts:narrow"), all=302, post={"list": "discuss", "shown": "mine"}),
    Row("accounts:theme", at("accounts:theme"), all=405),
]

# The cast has no passwords, so nobody asks them for one.
PRIVACY = [
    Row("privacy:kept", at("privacy:kept")),
    Row("privacy:mine", at("privacy:mine"), **signed_in()),
    Row("privacy:mine", at("privacy:mine"), all=302, post={}),
    Row("privacy:fetch", at("privacy:fetch", 1), **signed_in(404)),
    *COPIES_OF_GROUPS,
    Row("privacy:leave", at("privacy:leave"), **signed_in()),
    Row("privacy:leave", at("privacy:leave"), **signed_in(422), post={"way": "name"}),
    Row("privacy:back", at("privacy:back"), all=404),
    Row("privacy:back", at("privacy:back"), all=404, post={}),
    Row("privacy:back_by_mail", at("privacy:back_by_mail", "nonsense"), all=404),
    Row("privacy:back_by_mail", at("privacy:back_by_mail", "nonsense"), all=404, post={}),
]

# The cast has no passwords, so nobody of it can prove again who they are.
ENTRANCES = [
    Row("account_login", at("account_login"), all=302, but={"nobody": 200}),
    Row("account_signup", at("account_signup"), all=302, but={"nobody": 200}),
    Row("account_logout", at("account_logout"), **signed_in()),
    Row("account_inactive", at("account_inactive")),
    Row("account_reauthenticate", at("account_reauthenticate"), **signed_in(403)),
    Row("account_email", at("account_email"), **signed_in()),
    Row("account_email_verification_sent", at("account_email_verification_sent")),
    Row("account_confirm_email", at("account_confirm_email", "nonsense")),
    Row("account_change_password", at("account_change_password"), all=302),
    Row("account_set_password", at("account_set_password"), **signed_in()),
    Row("account_reset_password", at("account_reset_password")),
    Row("account_reset_password_done", at("account_reset_password_done")),
    Row("account_reset_password_from_key_done", at("account_reset_password_from_key_done")),
    Row(
        "account_reset_password_from_key",
        lambda w: reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "x-y"}),
    ),
    Row("mfa_index", at("mfa_index"), **signed_in()),
    Row("mfa_authenticate", at("mfa_authenticate"), all=302),
    Row("mfa_reauthenticate", at("mfa_reauthenticate"), **signed_in(403)),
    Row("mfa_activate_totp", at("mfa_activate_totp"), **signed_in()),
    Row("mfa_deactivate_totp", at("mfa_deactivate_totp"), all=404, but={"nobody": 302}),
    Row("mfa_add_webauthn", at("mfa_add_webauthn"), **signed_in()),
    Row("mfa_remove_webauthn", at("mfa_remove_webauthn", 1), all=404, but={"nobody": 302}),
    Row("mfa_login_webauthn", at("mfa_login_webauthn")),
    Row("mfa_reauthenticate_webauthn", at("mfa_reauthenticate_webauthn"), **signed_in(403)),
    Row("mfa_view_recovery_codes", at("mfa_view_recovery_codes"), all=404, but={"nobody": 302}),
    Row("mfa_generate_recovery_codes", at("mfa_generate_recovery_codes"), **signed_in()),
    Row("mfa_download_recovery_codes", at("mfa_download_recovery_codes"), all=404, but={"nobody": 302}),
]

# Where no wiki opens the door (as for these readers) there is nothing of it.
WIKI = [
    Row("wiki_sign_in", at("wiki_sign_in"), all=405),
    Row("wiki_sign_in", at("wiki_sign_in"), all=404, post={}),
    Row("wiki_back", at("wiki_back"), all=404),
    Row("wiki_link", at("wiki_link"), all=405),
    Row("wiki_link", at("wiki_link"), **signed_in(404), post={}),
    Row("wiki_prove", at("wiki_prove"), **signed_in(404)),
    Row("wiki_prove", at("wiki_prove"), **signed_in(404), post={}),
    Row("wiki_account", at("wiki_account"), **signed_in(404)),
    Row("wiki_refresh", at("wiki_refresh"), all=405),
    Row("wiki_refresh", at("wiki_refresh"), **signed_in(404), post={}),
    Row("wiki_unlink", at("wiki_unlink"), **signed_in(404)),
    Row("wiki_unlink", at("wiki_unlink"), **signed_in(404), post={"name": "Amina"}),
]

# The demo's pages exist in the demo only.
DEMO_PAGES = [
    Row("demo:people", at("demo:people"), **DEMO),
    Row("demo:become", at("demo:become"), all=405),
    Row("demo:become", at("demo:become"), **DEMO, post={"person": "Ada"}),
    Row("demo:mail", at("demo:mail"), **DEMO),
    Row("demo:letter", at("demo:letter", "x.eml"), **DEMO),
    Row("demo:letter_html", at("demo:letter_html", "x.eml"), **DEMO),
]

PARTS = {
    "pages": PAGES,
    "blog": [*NEWSROOM, *BLOG_WRITING, *PICTURES, *READING],
    "events": [
        *EVENTS_FORM,
        *EVENTS_CALENDAR,
        *EVENTS_FEEDS,
        *EVENTS_ATTENDING,
        *EVENTS_MAP,
        *EVENTS_EMBEDDING,
    ],
    "groups": GROUPS,
    "messages": MESSAGES,
    "discuss": DISCUSS,
    "responding": RESPONDING,
    "mine": MINE,
    "steering": STEERING,
    "telling": TELLING,
    "writing": WRITING,
    "arranging": ARRANGING,
    "reviewing": REVIEWING,
    "uploads": UPLOADS,
    "archives": ARCHIVES,
    "administration": ADMINISTRATION,
    "arriving": ARRIVING,
    "people": PEOPLE,
    "privacy": PRIVACY,
    "moderation_log": MODERATION_LOG,
    "searching": SEARCHING,
    "words": WORDS,
    "entrances": ENTRANCES,
    "wiki": WIKI,
    "demo": DEMO_PAGES,
}
TABLE = [row for part in PARTS.values() for row in part]

__all__ = ["PARTS", "READERS", "TABLE", "Row"]
