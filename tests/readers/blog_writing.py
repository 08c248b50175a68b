"""Writing stories in the table of readers."""

from tests.readers.rows import SIGNED_IN, Row, at, only

# Who has just begun something waits a moment.
MEMBERS = {
    "all": 302,
    "but": dict.fromkeys(("nobody", "suspended", "outsider", "insider", "administrator"), 422),
}
HANDED_IN = {
    "begins": "draft",
    "title": "A river told again",
    "summary": "Six names",
    "text": "People here call the river by six names.",
    "language": "en",
}
BLOG_WRITING = [
    Row("blog:submit", at("blog:submit")),
    Row("blog:submit", at("blog:submit"), all=422, post={"title": "x"}),
    Row("blog:submit", at("blog:submit"), **MEMBERS, post=HANDED_IN),
    Row(
        "blog:complete_regions",
        lambda w: f"{at('blog:complete_regions')(w)}?q=came",
        **only(*SIGNED_IN[:-1], others=403),
    ),
]
