"""What these pages share."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from space.accounts.requests import Request
from space.discuss.permissions import can_arrange


def page(request: Request, template: str, *sent: forms.Form, **context: Any) -> HttpResponse:
    """A page with what it shows; 422 where a form that was `sent` is given back with reasons."""
    refused = any(form.is_bound and form.errors for form in sent)
    shown = {"administers": bool(can_arrange(request.reader)), **context}
    return render(request, template, shown, status=422 if refused else 200)


def number_in(typed: str) -> int:
    """The id that a form names; 0, which nothing has, for anything else."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0
