from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.discuss.actions import set_clock, slow_down
from space.discuss.pace_forms import PaceForm
from space.discuss.permissions import can_close
from space.discuss.views.steering import topic_for


def pace(request: Request, slug: str, pk: int) -> HttpResponse:
    """Slow a topic down, and let it close or open by the clock."""
    topic = topic_for(request, pk, can_close)
    form = PaceForm(request.POST or None, topic=topic)
    if form.is_valid():
        data = form.cleaned_data
        with transaction.atomic():
            slow_down(topic, data["minutes"], by=request.user)
            set_clock(topic, by=request.user, closes_at=data["closes_at"], reopens_at=data["reopens_at"])
        messages.success(request, pgettext("pace of a topic", "Saved. It is told under the last post."))
        return redirect(topic)
    context = {"topic": topic, "form": form}
    return render(request, "discuss/pace.html", context, status=422 if form.is_bound else 200)
