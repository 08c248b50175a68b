"""New people: invitations, and who lets in those who wait."""

from tests.readers.rows import Row, at

MODERATORS = {"all": 403, "but": {"moderator": 200, "nobody": 302}}
DECIDES = {"all": 403, "but": {"moderator": 404, "nobody": 302}}
NO_NEWCOMERS = {"all": 200, "but": {"nobody": 302, "newcomer": 403, "suspended": 403}}
BAD_LINK = {"link-days": "0", "link-people": "1"}

ARRIVING = [
    Row("account_invited", at("account_invited", "nonsense"), all=302, but={"nobody": 200}),
    Row("accounts:invitations", at("accounts:invitations"), **NO_NEWCOMERS),
    Row(
        "accounts:invitations",
        at("accounts:invitations"),
        all=422,
        but={"nobody": 302, "newcomer": 403, "suspended": 403},
        post=BAD_LINK,
    ),
    Row("accounts:end_invitation", at("accounts:end_invitation", 1_000_000), all=405),
    Row("accounts:end_invitation", at("accounts:end_invitation", 1_000_000), all=302, post={}),
    Row("administration:waiting", at("administration:waiting"), **MODERATORS),
    Row("administration:let_in", at("administration:let_in", 1_000_000), all=405),
    Row("administration:let_in", at("administration:let_in", 1_000_000), **DECIDES, post={}),
    Row("administration:decline", at("administration:decline", 1_000_000), all=405),
    Row("administration:decline", at("administration:decline", 1_000_000), **DECIDES, post={"reason": "x"}),
    Row(
        "administration:keys",
        at("administration:keys", "Lena_Müller"),
        all=403,
        but={"administrator": 200, "nobody": 302},
    ),
    Row(
        "administration:keys",
        at("administration:keys", "Lena_Müller"),
        all=403,
        but={"administrator": 422, "nobody": 302},
        post={"reason": ""},
    ),
]
