from procrastinate import RetryStrategy
from procrastinate.contrib.django import app


@app.periodic(cron="35 4 * * *")
@app.task(name="discuss.tidy_reading", queueing_lock="discuss.tidy_reading")
def tidy_reading(timestamp: int) -> None:
    """Tracked topics above the cap; dismissals and bookmarks that nobody wants back any more."""
    from space.discuss.actions.bookmarking import forget_bookmarks
    from space.discuss.actions.dismissing import forget_dismissals
    from space.discuss.actions.reading import let_go_of_most_tracked

    let_go_of_most_tracked()
    forget_dismissals()
    forget_bookmarks()


@app.periodic(cron="45 4 * * *")
@app.task(name="discuss.grow_trust", queueing_lock="discuss.grow_trust")
def grow_trust(timestamp: int) -> None:
    """Trust that people have earned by reading and taking part."""
    from space.discuss.actions.trusting import grow_trust

    grow_trust()


@app.periodic(cron="50 4 * * *")
@app.task(name="discuss.tidy_drafts", queueing_lock="discuss.tidy_drafts")
def tidy_drafts(timestamp: int) -> None:
    """Drafts that nobody touches any more, and those that were discarded."""
    from space.discuss.actions.drafts import forget_old_drafts

    forget_old_drafts()


@app.periodic(cron="57 5 * * *")
@app.task(name="discuss.remind_waiting", queueing_lock="discuss.remind_waiting")
def remind_waiting(timestamp: int) -> None:
    """Owners of groups whose questions have waited long."""
    from space.discuss.actions.asking import remind_waiting

    remind_waiting()


@app.periodic(cron="*/10 * * * *")
@app.task(name="discuss.score", queueing_lock="discuss.score")
def score(timestamp: int) -> None:
    """Top of today and this week, and Hot."""
    from space.discuss.actions.scoring import OFTEN, score_periods

    score_periods(OFTEN)


@app.periodic(cron="7 * * * *")
@app.task(name="discuss.score_long", queueing_lock="discuss.score_long")
def score_long(timestamp: int) -> None:
    """Top of longer times: an hour changes little there."""
    from space.discuss.actions.scoring import SELDOM, score_periods

    score_periods(SELDOM)


@app.task(name="discuss.close_poll", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
def close_poll(poll: int) -> None:
    """Planned for the moment at which a poll closes. That may have changed since."""
    from space.discuss.actions.polling import close_if_due

    close_if_due(poll)


@app.task(name="discuss.know_language", retry=RetryStrategy(max_attempts=3, exponential_wait=5))
def know_language(post: int, version: int) -> None:
    """Asked for where somebody left the language of a post to us, and the quick guess was not sure."""
    from space.discuss.actions.knowing import know_language

    know_language(post, version)


@app.task(name="discuss.look_at_quotes", retry=RetryStrategy(max_attempts=5, exponential_wait=5))
def look_at_quotes(post: int) -> None:
    """A post has another content note, or a first post was moved alone: what leads to it was rendered before."""
    from space.discuss.actions.quoting import render_quotes

    render_quotes(post)


@app.periodic(cron="50 2 * * *")
@app.task(name="discuss.render_again", queueing_lock="discuss.render_again", lock="at length")
def render_again(timestamp: int) -> None:
    """What an older renderer made. A night's work; the next night goes on."""
    from space.discuss.actions.rendering import render_again

    render_again(at_most=100_000)


@app.periodic(cron="*/10 * * * *")
@app.task(name="discuss.unpin", queueing_lock="discuss.unpin")
def unpin(timestamp: int) -> None:
    """Topics whose time on top of lists is over."""
    from space.discuss.actions.pinning import let_go_of_old_pins

    let_go_of_old_pins()


@app.periodic(cron="12 * * * *")
@app.task(name="discuss.note_last_posts", queueing_lock="discuss.note_last_posts")
def note_last_posts(timestamp: int) -> None:
    """Who wrote lately, for the directory of people."""
    from space.discuss.actions.last_posts import note_last_posts

    note_last_posts()


@app.periodic(cron="* * * * *")
@app.task(name="discuss.follow_clocks", queueing_lock="discuss.follow_clocks")
def follow_clocks(timestamp: int) -> None:
    """Topics that close or open by themselves now."""
    from space.discuss.actions.pacing import follow_clocks

    follow_clocks()
