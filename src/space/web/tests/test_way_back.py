import pytest
from django.shortcuts import redirect

from space.web.choosing import way_back


@pytest.mark.parametrize(
    ("typed", "back"),
    [
        ("/discuss/?tag=maps", "/discuss/?tag=maps"),
        ("http://testserver/about/", "http://testserver/about/"),
        ("1", "/"),
        ("home", "/"),
        ("", "/"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_a_form_leads_back_to_a_page_of_ours_or_to_the_first(rf, typed, back):
    assert redirect(way_back(rf.post("/", {"next": typed}))).url == back
