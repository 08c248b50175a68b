from django.http import HttpRequest

from space.accounts.models import User
from space.accounts.readers import Reader


class Request(HttpRequest):
    """What views are given: `WhoReads` has set who reads. `user` is a person only where a rule made sure of it."""

    reader: Reader
    user: User
