"""How much one wants to hear of topics, categories, tags and people."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_POST

from space.accounts import names
from space.accounts.former import called
from space.accounts.models import Nature, User
from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.actions import follow, follow_topic
from space.discuss.actions.following import Followed
from space.discuss.mine import level_menu
from space.discuss.models import Level, Tag, Topic
from space.discuss.permissions import can_follow, can_follow_person
from space.discuss.rooms import room
from space.kit.htmx import is_htmx
from space.kit.rules import Verdict, require
from space.web.choosing import way_back


@require_POST
def topic_level(request: Request, pk: int) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.visible_to(request.reader), pk=pk)
    require(can_follow(request.reader))
    follow_topic(topic, by=request.user, level=(level := _level(request)))
    if is_htmx(request):
        return HttpResponse(level_menu(topic, level, get_token(request), way_back(request), again=True))
    return redirect(_back(request, topic.get_absolute_url()))


@require_POST
def thing_level(request: Request) -> HttpResponse:
    thing, level = _thing(request), _level(request)
    require(_verdict(request.reader, thing, level))
    follow(thing, by=request.user, level=level)
    return redirect(_back(request, thing.get_absolute_url()))


def _thing(request: Request) -> Followed:
    """What the form names, as far as this reader may know of it."""
    if slug := request.POST.get("category"):
        if found := room(request.reader, slug):
            return found
        raise Http404
    if name := request.POST.get("person"):
        people = User.objects.filter(nature=Nature.PERSON)
        return get_object_or_404(people, called(names.from_address(name)))
    tags = Tag.objects.visible_to(request.reader).filter(stands_for=None)
    return get_object_or_404(tags, name=request.POST.get("tag", ""))


def _verdict(reader: Reader, thing: Followed, level: Level) -> Verdict:
    """What is muted can be let go of, whatever has become of it."""
    if isinstance(thing, User) and level != Level.NORMAL:
        return can_follow_person(reader, thing)
    return can_follow(reader)


def _level(request: Request) -> Level:
    given = request.POST.get("level", "")
    found = next((level for level in Level if str(level.value) == given), None)
    if found is None:
        raise ValidationError(
            pgettext_lazy("following", "Choose how much you want to hear of it."), code="level"
        )
    return found


def _back(request: Request, otherwise: str) -> str:
    return way_back(request) if request.POST.get("next") else otherwise
