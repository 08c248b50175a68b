from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="search.reindex", queueing_lock="search.reindex", lock="at length")
def reindex(timestamp: int) -> None:
    """An index that is empty, or was made by other rules, is made anew: some minutes' work, and the next goes on."""
    from space.search.actions import survey
    from space.search.reindexing import is_due, reindex

    if is_due():
        reindex(at_most=20_000)
        survey()


@app.periodic(cron="* * * * *")
@app.task(name="search.tidy", queueing_lock="search.tidy")
def tidy(timestamp: int) -> None:
    """What was written since stands beside the index, where each question reads all of it."""
    from space.search.indexing import tidy_index

    tidy_index()


@app.periodic(cron="*/10 * * * *")
@app.task(name="search.survey", queueing_lock="search.survey")
def take_survey(timestamp: int) -> None:
    """How rare words are."""
    from space.search.actions import survey_if_due

    survey_if_due()
