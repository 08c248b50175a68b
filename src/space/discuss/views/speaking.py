"""In which language a post is: a page where its author, regulars and moderators say it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.forms.languages import LanguageField
from space.accounts.requests import Request
from space.discuss.actions import set_language
from space.discuss.addresses import place_of
from space.discuss.finding import find_post
from space.discuss.models import Post
from space.discuss.notes import noting_of
from space.discuss.topic_rules import can_set_language
from space.discuss.views.writing import reasons_to
from space.kit.rules import require
from space.languages import guess, interface_languages, language


class LanguageForm(forms.Form):
    language = LanguageField(
        label=pgettext_lazy("form", "Language of the text"),
        help_text=pgettext_lazy(
            "form", "Type a name or code and choose from the list. Empty where it is none."
        ),
        required=False,
    )


def speak(request: Request, slug: str, pk: int, number: int) -> HttpResponse:
    post = find_post(request.reader, pk, number)
    require(can_set_language(request.reader, post))
    pressed = request.POST.get("choose", "")
    form = LanguageForm(
        {"language": pressed} if pressed else request.POST or None, initial={"language": post.language}
    )
    if form.is_valid():
        with reasons_to(form):
            set_language(post, form.cleaned_data["language"], by=request.user)
            messages.success(request, pgettext("language", "The language of the post is set."))
            return redirect(place_of(post.topic, post.number))
    context = {"topic": post.topic, "post": post, "form": form, "noting": noting_of(post)}
    context["likely"] = _likely(request, post)
    return render(request, "discuss/speak.html", context, status=422 if form.is_bound else 200)


def _likely(request: Request, post: Post) -> list[Any]:
    """Languages to choose with one press: what it looks like, what its topic speaks, what the reader reads."""
    looks = guess(post.source, reads=request.reader.languages).code
    own = request.reader.languages or [one.code for one in interface_languages()]
    codes = dict.fromkeys([looks, *post.topic.languages, *own])
    return [language(code) for code in codes if code and code != post.language][:6]
