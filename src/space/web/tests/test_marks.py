import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from space.web.pagecache import page_for_everybody
from space.web.pagecache.marks import TAGS, shows


@page_for_everybody("lists", "rooms", parameters=("page",))
def view(request):
    return HttpResponse("x")


@pytest.mark.parametrize("query", ["", "page=2", "lang=ar&page=3"])
def test_a_marked_page_with_known_parameters_names_what_it_shows(query):
    assert view(RequestFactory().get(f"/?{query}"))[TAGS] == "lists rooms"


@pytest.mark.parametrize(
    "query", ["utm_source=x", "page=2&x=", "page=1&page=2", "PAGE=2", f"page={'1' * 101}"]
)
def test_a_parameter_that_is_unknown_said_twice_or_long_is_not_kept(query):
    assert TAGS not in view(RequestFactory().get(f"/?{query}"))


def test_a_view_can_name_more_that_it_shows():
    response = HttpResponse()
    shows(response, "topic:7")
    shows(response, "category:1")
    assert response[TAGS] == "topic:7 category:1"
