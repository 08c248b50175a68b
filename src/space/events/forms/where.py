"""Where an event takes place: at a place, online, or both."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from space.events.forms.fields import PointField
from space.events.shown.where import is_protected
from space.kit.fields import one_line
from space.languages import WORLD, regions

ON_SITE, ONLINE, BOTH = "on-site", "online", "both"


class WhereFields(forms.Form):
    """A place is its name and its country. A picker of places will fill both, and the point, where it is there."""

    how = forms.ChoiceField(
        label=pgettext_lazy("event form", "Where"),
        choices=[
            (ON_SITE, pgettext_lazy("event form", "At a place")),
            (ONLINE, pgettext_lazy("event form", "Online")),
            (BOTH, pgettext_lazy("event form", "Both")),
        ],
        initial=ON_SITE,
        widget=forms.RadioSelect,
        error_messages={
            "required": pgettext_lazy("event form", "Say whether it is at a place, online or both.")
        },
    )
    place = forms.CharField(
        label=pgettext_lazy("event form", "Place"),
        required=False,
        max_length=200,
        help_text=pgettext_lazy("event form", "The town, or the house and the town."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    country = forms.ChoiceField(label=pgettext_lazy("event form", "Country"), required=False)
    place_follows = forms.BooleanField(
        label=pgettext_lazy("event form", "The place will be told later"), required=False
    )
    online_url = forms.URLField(
        label=pgettext_lazy("event form", "Link to take part"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=pgettext_lazy("event form", "Of the call or the room. It can follow later."),
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )
    online_for_going = forms.BooleanField(
        label=pgettext_lazy("event form", "Show the link only to who is going"), required=False
    )
    address = forms.CharField(
        label=pgettext_lazy("event form", "Street and house, or how to find it"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    region = forms.CharField(
        label=pgettext_lazy("event form", "Region, state or county"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    point = PointField(
        label=pgettext_lazy("event form", "Point on the map"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy(
            "event form", "Latitude and longitude, as 5.556, -0.197; or a link to the place on OpenStreetMap."
        ),
    )

    def offer_countries(self) -> None:
        chosen = cast(forms.ChoiceField, self.fields["country"])
        named = [one for one in regions() if one[0] != WORLD]
        chosen.choices = [("", pgettext_lazy("event form", "Choose a country")), *named]

    def clean_where(self) -> None:
        data = self.cleaned_data
        how = data.get("how")
        if how in {ON_SITE, BOTH} and "country" in data and not data["country"]:
            text = pgettext("event form", "Choose the country, so that people nearby find it.")
            self.add_error("country", ValidationError(text, code="required"))
        named = data.get("place") or data.get("point") or data.get("place_follows")
        if (
            how in {ON_SITE, BOTH}
            and not named
            and not is_protected(data.get("country", ""))
            and "place" in data
        ):
            text = pgettext("event form", "Say where, or that the place will be told later.")
            self.add_error("place", ValidationError(text, code="required"))

    @property
    def where(self) -> dict[str, Any]:
        """The columns of an event. In a protected country nothing but the country is kept at all."""
        data = self.cleaned_data
        is_on_site, is_online = data["how"] != ONLINE, data["how"] != ON_SITE
        hidden = is_protected(data["country"])
        told: dict[str, Any] = {
            "is_on_site": is_on_site,
            "is_online": is_online,
            "country": data["country"] if is_on_site else "",
            "online_url": data["online_url"] if is_online else "",
            "online_for_going": is_online and data["online_for_going"],
        }
        if is_on_site and not hidden:
            told |= {name: one_line(data[name]) for name in ("place", "address", "region")}
            told["place_follows"] = data["place_follows"] and not told["place"]
            told["latitude"], told["longitude"] = data["point"] or (None, None)
        return told
