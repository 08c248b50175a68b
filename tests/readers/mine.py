"""One's own flags, and decisions about oneself: Kofi's, in the closed group."""

from tests.readers.rows import Row, at, of, secret

# Only his own, also where others read the group with him.
OWN = {"all": 404, "but": {"nobody": 302, "insider": 200, "visitor": 404}}
DONE = {"all": 404, "but": {"nobody": 302, "insider": 302, "visitor": 404}}
SIGNED_IN = {"all": 200, "but": {"nobody": 302}}


def public(world) -> list[int]:
    return [world.topic.pk, 1]


# Who wrote it flags nothing there; nor does who is suspended.
FLAGGING = {"outsider": 403, "suspended": 403}


HIS_PICTURE = at("review:flag_portrait", "Kofi_Mensah")
OF_KOFI = {"insider": 403, "suspended": 403}


def a_picture(world) -> list[int]:
    return [world.upload.pk]


MINE = [
    Row("review:flag_post", of("review:flag_post", public), all=200, but=FLAGGING),
    Row("review:flag_post", of("review:flag_post", public), all=302, but=FLAGGING, post={"why": "spam"}),
    Row("review:flag_post", of("review:flag_post", public), all=422, but=FLAGGING, post={"why": "else"}),
    Row(
        "review:flag_post", of("review:flag_post", lambda w: [secret(w)[1], 2]), all=404, but={"insider": 403}
    ),
    Row("review:flag_picture", of("review:flag_picture", a_picture), all=200, but=FLAGGING),
    Row(
        "review:flag_picture",
        of("review:flag_picture", a_picture),
        all=302,
        but=FLAGGING,
        post={"why": "spam"},
    ),
    Row(
        "review:flag_picture",
        of("review:flag_picture", lambda w: [w.secret_upload.pk]),
        all=404,
        but={"insider": 403},
    ),
    Row("review:flag_portrait", HIS_PICTURE, all=200, but=OF_KOFI),
    Row("review:flag_portrait", HIS_PICTURE, all=302, but=OF_KOFI, post={"why": "spam"}),
    Row("review:flag_portrait", at("review:flag_portrait", "Lena_Müller"), all=404, but=FLAGGING),
    Row("review:flag_person", at("review:flag_person", "Lena_Müller"), all=200, but=FLAGGING),
    Row(
        "review:flag_person",
        at("review:flag_person", "Lena_Müller"),
        all=302,
        but=FLAGGING,
        post={"why": "spam"},
    ),
    Row("review:thanks", at("review:thanks")),
    Row("review:my_flags", at("review:my_flags"), **SIGNED_IN),
    Row("review:withdraw", of("review:withdraw", lambda w: [w.judged.flag.pk]), all=405),
    Row("review:withdraw", of("review:withdraw", lambda w: [w.judged.flag.pk]), **DONE, post={}),
    Row("review:about_me", at("review:about_me"), **SIGNED_IN),
    Row("review:about_me_one", of("review:about_me_one", lambda w: [w.judged.decision.pk]), **OWN),
    Row(
        "review:about_me_one",
        of("review:about_me_one", lambda w: [w.judged.decision.pk]),
        **DONE,
        post={"words": "Why?"},
    ),
    Row("review:about_me_case", of("review:about_me_case", lambda w: [w.judged.held.pk]), **OWN),
    Row(
        "review:about_me_case",
        of("review:about_me_case", lambda w: [w.judged.held.pk]),
        **DONE,
        post={"words": "Why?"},
    ),
    Row("review:take_back", of("review:take_back", lambda w: [w.judged.held.pk]), all=405),
    Row("review:take_back", of("review:take_back", lambda w: [w.judged.held.pk]), **DONE, post={}),
    Row("review:amend", of("review:amend", lambda w: [w.judged.decision.case_id]), **OWN),
    Row(
        "review:amend",
        of("review:amend", lambda w: [w.judged.decision.case_id]),
        **DONE,
        post={"text": "Kinder"},
    ),
]
