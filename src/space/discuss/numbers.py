"""The numbers of Discuss that administrators may change. Call one to have its value of now."""

from django.utils.translation import pgettext_lazy

from space.community import Group, number, units

# As long as the column of a title.
TITLE_COLUMN = 255

# --- Lists and pages --------------------------------------------------------------------------------------
TOPICS_PER_PAGE = number(
    "topics_per_page",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Topics in a list"),
    explanation=pgettext_lazy("setting", "Rows on one page of a list. Long pages are slow on phones."),
    unit=units.topics,
    at_least=5,
    at_most=100,
    env="TOPICS_PER_PAGE",
)
POSTS_PER_PAGE = number(
    "posts_per_page",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Posts on a page of a topic"),
    explanation=pgettext_lazy(
        "setting", "Links to posts stay right when this changes; links to the third page show other posts."
    ),
    unit=units.posts,
    at_least=5,
    at_most=100,
    env="POSTS_PER_PAGE",
)
NEW_DAYS = number(
    "new_days",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "How long a topic is new"),
    explanation=pgettext_lazy("setting", "Days in which a topic is marked as new for who has not opened it."),
    unit=units.days,
    at_least=1,
    at_most=60,
    env="NEW_DAYS",
)
TRACKED_AFTER_SECONDS = number(
    "tracked_after_seconds",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "When a topic is tracked"),
    explanation=pgettext_lazy(
        "setting",
        "Seconds of reading after which a topic tells its reader of what is unread. "
        "Who wrote in it tracks it at once.",
    ),
    unit=units.seconds,
    at_least=1,
    at_most=3_600,
    env="TRACKED_AFTER_SECONDS",
)
TRACKED_AT_MOST = number(
    "tracked_at_most",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Topics that one person tracks"),
    explanation=pgettext_lazy("setting", "When there are more, those read longest ago are let go at night."),
    unit=units.topics,
    at_least=100,
    at_most=20_000,
    env="TRACKED_AT_MOST",
)
TOP_AT_LEAST = number(
    "top_at_least",
    group=Group.LISTS,
    label=pgettext_lazy("setting", "Topics that make a week full"),
    explanation=pgettext_lazy("setting", "With fewer in a week, Top looks over a month, a year, or all."),
    unit=units.topics,
    at_least=1,
    at_most=100,
    env="TOP_AT_LEAST",
)

# --- Writing ----------------------------------------------------------------------------------------------
TITLE_AT_LEAST = number(
    "title_at_least",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Shortest title"),
    explanation=pgettext_lazy(
        "setting", "In characters as people count them. A title should say what it is about."
    ),
    unit=units.characters,
    at_least=1,
    at_most=60,
    env="TITLE_AT_LEAST",
)
TITLE_AT_LEAST_CJK = number(
    "title_at_least_cjk",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Shortest title in Chinese, Japanese and Korean"),
    explanation=pgettext_lazy("setting", "The same for scripts that say more in one character."),
    unit=units.characters,
    at_least=1,
    at_most=60,
    env="TITLE_AT_LEAST_CJK",
)
TITLE_AT_MOST = number(
    "title_at_most",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Longest title"),
    explanation=pgettext_lazy(
        "setting", "What is longer comes back to its writer, whole. Older titles stay."
    ),
    unit=units.characters,
    at_least=60,
    at_most=TITLE_COLUMN,
    default=TITLE_COLUMN,
)
POST_AT_LEAST = number(
    "post_at_least",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Shortest post"),
    explanation=pgettext_lazy("setting", "In characters as people count them. “OK” has two."),
    unit=units.characters,
    at_least=1,
    at_most=200,
    env="POST_AT_LEAST",
)
POST_AT_MOST = number(
    "post_at_most",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Longest post"),
    explanation=pgettext_lazy(
        "setting",
        "What is longer comes back to its writer, whole. Ten pages of a book have about 20,000 characters.",
    ),
    unit=units.characters,
    at_least=500,
    at_most=64_000,
    env="POST_AT_MOST",
)
EDIT_GRACE_MINUTES = number(
    "edit_grace_minutes",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "Edits that leave no trace"),
    explanation=pgettext_lazy(
        "setting",
        "Minutes after writing in which an author's own edit makes no version in the history. "
        "With 0 every edit makes one.",
    ),
    unit=units.minutes,
    at_least=0,
    at_most=60,
    env="EDIT_GRACE_MINUTES",
)
EDIT_HOURS_NEW = number(
    "edit_hours_new",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "How long newer people can edit"),
    explanation=pgettext_lazy(
        "setting", "Hours after writing in which people of trust 0 and 1 can edit what they wrote."
    ),
    unit=units.hours,
    at_least=1,
    at_most=24 * 30,
    env="EDIT_HOURS_NEW",
)
EDIT_DAYS = number(
    "edit_days",
    group=Group.WRITING,
    label=pgettext_lazy("setting", "How long everybody else can edit"),
    explanation=pgettext_lazy(
        "setting",
        "Days after writing in which people of trust 2 and more can edit what they wrote. Moderators always can.",
    ),
    unit=units.days,
    at_least=1,
    at_most=3_650,
    env="EDIT_DAYS",
)

# --- Limits -----------------------------------------------------------------------------------------------
TOPIC_GAP_SECONDS = number(
    "topic_gap_seconds",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Between two topics"),
    explanation=pgettext_lazy("setting", "How long one person waits after starting a topic."),
    unit=units.seconds,
    at_least=1,
    at_most=3_600,
    env="TOPIC_GAP_SECONDS",
)
POST_GAP_SECONDS = number(
    "post_gap_seconds",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Between two posts"),
    explanation=pgettext_lazy("setting", "How long one person waits after a reply."),
    unit=units.seconds,
    at_least=1,
    at_most=600,
    env="POST_GAP_SECONDS",
)
TOPICS_A_DAY = number(
    "topics_a_day",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Topics in a day"),
    explanation=pgettext_lazy(
        "setting",
        "What one person may start. "
        "At trust 2 it is half as much again, at trust 3 twice, at trust 4 three times as much.",
    ),
    unit=units.topics,
    at_least=1,
    at_most=500,
    env="TOPICS_A_DAY",
)
EDITS_A_DAY = number(
    "edits_a_day",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "Edits in a day"),
    explanation=pgettext_lazy("setting", "What one person may change. It grows with trust as topics do."),
    unit=units.edits,
    at_least=1,
    at_most=1_000,
    env="EDITS_A_DAY",
)
MENTIONS_A_POST = number(
    "mentions_a_post",
    group=Group.LIMITS,
    label=pgettext_lazy("setting", "People named in a post"),
    explanation=pgettext_lazy("setting", "Everybody who is named is told, so a high number disturbs many."),
    unit=units.people,
    at_least=1,
    at_most=50,
    env="MENTIONS_A_POST",
)

# --- Newcomers: trust 0, in the first day -------------------------------------------------------------------
NEWCOMER_TOPICS = number(
    "newcomer_topics",
    group=Group.NEWCOMERS,
    label=pgettext_lazy("setting", "Topics on the first day"),
    explanation=pgettext_lazy(
        "setting", "Few enough to slow down spam, enough for a real question and its follow-up."
    ),
    unit=units.topics,
    at_least=1,
    at_most=100,
    env="NEWCOMER_TOPICS",
)
NEWCOMER_REPLIES = number(
    "newcomer_replies",
    group=Group.NEWCOMERS,
    label=pgettext_lazy("setting", "Replies on the first day"),
    explanation=pgettext_lazy("setting", "A first conversation that goes well should never meet this."),
    unit=units.replies,
    at_least=1,
    at_most=500,
    env="NEWCOMER_REPLIES",
)
NEWCOMER_GAP_SECONDS = number(
    "newcomer_gap_seconds",
    group=Group.NEWCOMERS,
    label=pgettext_lazy("setting", "Between two posts on the first day"),
    explanation=pgettext_lazy("setting", "How long a newcomer waits after a reply."),
    unit=units.seconds,
    at_least=1,
    at_most=600,
    env="NEWCOMER_GAP_SECONDS",
)
NEWCOMER_LINKS = number(
    "newcomer_links",
    group=Group.NEWCOMERS,
    label=pgettext_lazy("setting", "Links in a newcomer's post"),
    explanation=pgettext_lazy("setting", "To other sites. Links to Wikimedia wikis do not count."),
    unit=units.links,
    at_least=0,
    at_most=50,
    env="NEWCOMER_LINKS",
)
NEWCOMER_IMAGES = number(
    "newcomer_images",
    group=Group.NEWCOMERS,
    label=pgettext_lazy("setting", "Images in a newcomer's post"),
    explanation=pgettext_lazy("setting", "With 0 newcomers show no images on their first day."),
    unit=units.images,
    at_least=0,
    at_most=50,
    env="NEWCOMER_IMAGES",
)
NEWCOMER_MENTIONS = number(
    "newcomer_mentions",
    group=Group.NEWCOMERS,
    label=pgettext_lazy("setting", "People named in a newcomer's post"),
    explanation=pgettext_lazy("setting", "Everybody who is named is told. With 0 newcomers can name nobody."),
    unit=units.people,
    at_least=0,
    at_most=50,
    env="NEWCOMER_MENTIONS",
)
