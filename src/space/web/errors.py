from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's own reads the form that was sent here, and fails where that is no form."""
    return render(request, "404.html", status=404)
