from procrastinate.contrib.django import app


@app.task(name="archives.tell_administrators", queue="mail")
def tell_administrators(request: int) -> None:
    """A request to take something down has come: each administrator with an address gets a mail."""
    from space.archives.letters import letters_about

    letters_about(request)
