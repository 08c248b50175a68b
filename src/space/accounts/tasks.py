from procrastinate.contrib.django import app


@app.periodic(cron="15 4 * * *")
@app.task(name="accounts.forget_addresses", queueing_lock="accounts.forget_addresses")
def forget_addresses(timestamp: int) -> None:
    """The keys under which addresses of long ago were kept."""
    from space.accounts import addresses

    addresses.forget_old_keys()


@app.periodic(cron="25 4 * * *")
@app.task(name="accounts.forget_sessions", queueing_lock="accounts.forget_sessions")
def forget_sessions(timestamp: int) -> None:
    """Sessions that are over."""
    from space.accounts.sessions import SessionStore

    SessionStore.clear_expired()


@app.periodic(cron="35 * * * *")
@app.task(name="accounts.ask_the_wikis", queueing_lock="accounts.ask_the_wikis")
def ask_the_wikis(timestamp: int) -> None:
    """What the wikis say of people who are here: a few of them each hour, each once a week."""
    from space.accounts.wiki.actions import refreshing

    refreshing.refresh_some()
