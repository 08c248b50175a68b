"""What one does with a whole list, or with the topics that one chose in it."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import npgettext, pgettext
from django.views.decorators.http import require_POST

from space.accounts.requests import Request
from space.discuss.actions import follow_topic, take_as_read, undo_dismissal
from space.discuss.lists.lines import topics_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import PERSONAL, Order, Wanted
from space.discuss.models import Dismissal, Level, Topic
from space.discuss.permissions import can_follow
from space.discuss.topic_forms import ManyForm
from space.discuss.views.choosing_many import ACTS, act_on_many
from space.kit import clock
from space.kit.rules import require
from space.web.choosing import way_back

# A list longer than this is dismissed in several goes.
_AT_MOST = 5_000


def act_on_list(request: Request, wanted: Wanted, back: str) -> HttpResponse | ManyForm:
    """Do with this list what its form says: `dismiss` all of it, or something with the topics that were chosen.

    A form that cannot be acted upon is given back, to be shown again.
    """
    require(can_follow(request.reader))
    do = request.POST.get("do", "")
    if do == "dismiss":
        return _dismiss(request, wanted, back)
    topics = list(_chosen(request))
    if not topics:
        messages.info(request, pgettext("choosing", "Choose some topics first."))
    elif do == "read":
        return _as_read(request, [topic.pk for topic in topics], wanted.order, back)
    elif do == "mute":
        for topic in topics:
            follow_topic(topic, by=request.user, level=Level.MUTED)
        messages.success(request, _told(len(topics)))
    elif do in ACTS and (form := act_on_many(request, do, topics)):
        return form
    return redirect(back)


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Give back what was dismissed a moment ago."""
    require(can_follow(request.reader))
    dismissal = get_object_or_404(Dismissal, pk=pk, person=request.user)
    undo_dismissal(dismissal)
    messages.success(request, pgettext("choosing", "As it was before."))
    return redirect(way_back(request))


def _dismiss(request: Request, wanted: Wanted, back: str) -> HttpResponse:
    taste, now = Taste.of(request.reader), clock.now()
    # Taking Latest as read is taking as read what is new and unread there.
    orders = [wanted.order] if wanted.order in PERSONAL else [Order.NEW, Order.UNREAD]
    topics: list[int] = []
    for order in orders:
        found = topics_of(replace(wanted, order=order), request.reader, taste, taste.new_since(now))
        topics += found.values_list("pk", flat=True)[:_AT_MOST]
    return _as_read(request, topics, wanted.order, back)


def _as_read(request: Request, topics: Any, order: str, back: str) -> HttpResponse:
    what = Dismissal.What.UNREAD if order == Order.UNREAD else Dismissal.What.NEW
    dismissal = take_as_read(topics, by=request.user, what=what)
    return redirect(f"{back}{'&' if '?' in back else '?'}dismissed={dismissal.pk}")


def chosen_in(request: Request) -> list[int]:
    """The ids that the form names."""
    return [int(pk) for pk in request.POST.getlist("topic") if pk.isdecimal() and len(pk) < 19][:100]


def _chosen(request: Request) -> QuerySet[Topic]:
    seen = Topic.objects.visible_to(request.reader).select_related("category", "closure")
    return seen.filter(pk__in=chosen_in(request)).order_by("pk")


def _told(n: int) -> str:
    told = npgettext(
        "choosing", "You will not see %(n)d topic in lists.", "You will not see %(n)d topics in lists.", n
    )
    return told % {"n": n}
