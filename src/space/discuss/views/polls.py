"""Voting, and what becomes of a poll. Who sent a vote gets the poll back, with what came of it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss import actions
from space.discuss.addresses import place_of
from space.discuss.models import Poll
from space.discuss.permissions import can_change_poll, can_close_poll, can_reopen_poll, can_vote, sees_results
from space.discuss.polls.ballots import BallotForm
from space.discuss.polls.finding import find_poll
from space.discuss.polls.forms import PollForm
from space.discuss.polls.shown import poll_html
from space.discuss.polls.votes import VOTES, ballots_on, pager
from space.discuss.views.waiting import waits
from space.discuss.views.writing import reasons_to
from space.kit.htmx import is_htmx
from space.kit.paging import Page
from space.kit.rules import require


@require_POST
def vote(request: Request, pk: int) -> HttpResponse:
    asked = find_poll(request.reader, pk)
    form = BallotForm(request.POST, asked=asked, verdict=can_vote(request.reader, asked.poll))
    if form.is_valid():
        with reasons_to(form):
            return _answer(request, pk, said=_vote(request, asked.poll, form))
    return _answer(request, pk, error=_first_error(form), typed=form.typed)


def votes(request: Request, pk: int) -> HttpResponse:
    """Everybody's votes in an open poll. A secret poll has no such page."""
    asked = find_poll(request.reader, pk)
    if asked.poll.secret:
        raise Http404
    require(sees_results(asked.poll, voted=bool(asked.mine)))
    page = Page.asked(request.GET.get("page"), size=VOTES, total=asked.poll.voters)
    context = {
        "poll": asked.poll,
        "question": asked.poll.post.or_note(asked.poll.question),
        "votes": ballots_on(page, asked),
        "pager": pager(page, request.path),
        "what": npgettext("poll", "%(n)d vote", "%(n)d votes", page.total) % {"n": page.total},
    }
    return render(request, "discuss/poll_votes.html", context)


def change(request: Request, pk: int) -> HttpResponse:
    asked = find_poll(request.reader, pk)
    verdict = can_change_poll(request.reader, asked.poll)
    if request.method == "GET":
        require(verdict)
    form = PollForm(request.POST or None, verdict=verdict, needed=True, initial=PollForm.initial_of(asked))
    if form.is_valid() and form.plan:
        with reasons_to(form):
            poll = actions.change_poll(asked.poll, form.plan, by=request.user)
            away = poll.post.hidden_at is not None
            return waits(request, reverse("discuss:latest")) if away else redirect(_place(poll))
    context = {"poll": asked.poll, "topic": asked.poll.post.topic, "form": form}
    return render(request, "discuss/poll_change.html", context, status=422 if form.is_bound else 200)


@require_POST
def close(request: Request, pk: int) -> HttpResponse:
    poll = find_poll(request.reader, pk).poll
    if not poll.has_ended:
        require(can_close_poll(request.reader, poll))
        actions.close_poll(poll, by=request.user)
    return _answer(request, pk)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    poll = find_poll(request.reader, pk).poll
    require(can_reopen_poll(request.reader, poll))
    actions.reopen_poll(poll, by=request.user)
    return _answer(request, pk)


def _vote(request: Request, poll: Poll, form: BallotForm) -> str:
    if form.cleaned_data["take_back"]:
        actions.take_back(poll, by=request.user)
        return pgettext("poll", "Your vote is taken back.")
    actions.vote(poll, by=request.user, options=form.chosen)
    return pgettext("poll", "Your vote is counted.")


def _first_error(form: BallotForm) -> str:
    return next(str(error) for errors in form.errors.values() for error in errors)


def _answer(request: Request, pk: int, *, said: str = "", **came_of_it: Any) -> HttpResponse:
    """The poll as it is now where htmx asked; else the way back to it, or with an error a page of its own."""
    asked = find_poll(request.reader, pk)
    status = 422 if came_of_it.get("error") else 200
    if is_htmx(request):
        response = HttpResponse(poll_html(asked, request, said=said, **came_of_it), status=status)
    elif status == 422:
        post = asked.poll.post
        context = {"topic": post.topic, "post": post, "poll": poll_html(asked, request, **came_of_it)}
        response = render(request, "discuss/poll.html", context, status=status)
    else:
        if said:
            messages.success(request, said)
        response = redirect(_place(asked.poll))
    patch_vary_headers(response, ["HX-Request"])
    return response


def _place(poll: Poll) -> str:
    """Where the poll stands on its topic's page."""
    return f"{place_of(poll.post.topic, poll.post.number).partition('#')[0]}#poll-{poll.pk}"
