"""Where one sets what one's lists show, beside all that one watches and mutes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from space.accounts.requests import Request
from space.discuss.actions import save_list_taste
from space.discuss.levels_page import LISTS, tabs
from space.discuss.permissions import can_follow
from space.discuss.wishes import WishesForm
from space.kit.rules import require


@login_required
def my_lists(request: Request) -> HttpResponse:
    require(can_follow(request.reader))
    form = WishesForm.of(request.reader, request.POST if request.method == "POST" else None)
    if form.is_valid():
        save_list_taste(request.user, **form.cleaned_data)
        messages.success(request, pgettext("lists", "Your lists are as you wish."))
        return redirect("discuss:my_lists")
    context = {"form": form, "tabs": tabs(LISTS)}
    return render(request, "discuss/my_lists.html", context, status=422 if form.is_bound else 200)
