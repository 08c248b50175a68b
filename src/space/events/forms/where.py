"""Where an event takes place: at a place, online, or both."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.events.forms.fields import PointField, point_typed
from space.events.forms.placing import Candidate, called, offered, zone_of
from space.events.shown.where import is_protected
from space.events.when import is_zone
from space.kit.fields import one_line
from space.languages import WORLD, regions
from space.places.found import Found
from space.places.pinning import nearest

ON_SITE, ONLINE, BOTH = "on-site", "online", "both"


class WhereFields(forms.Form):
    """A place is its name and its country. A town that we know brings along its country, its point and its zone."""

    # Of the name that was typed, where there are several: the form asks which.
    candidates: Sequence[Candidate] = ()
    reader: Reader

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
        help_text=pgettext_lazy("event form", "The town, or the house where it is."),
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

    # The point that the form began with, and the place whose it was.
    place_before = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    point_before = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)
    # Which of several places of that name is meant.
    geoname = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)

    def offer_countries(self) -> None:
        chosen = cast(forms.ChoiceField, self.fields["country"])
        named = [one for one in regions() if one[0] != WORLD]
        chosen.choices = [("", pgettext_lazy("event form", "Choose a country")), *named]

    def settle_place(self) -> None:
        """What the name that was typed brings along. Comes before all that asks for country, point or zone."""
        data = self.cleaned_data
        data["town"] = None
        is_elsewhere = data.get("place") != data.get("place_before")
        if is_elsewhere and data.get("point") and point_typed(*data["point"]) == data.get("point_before"):
            # It was that of another place.
            data["point"] = None
        if data.get("how") == ONLINE:
            return
        if data.get("place") and not is_protected(data.get("country", "")):
            self._settle_town(data)
        if data.get("point") and not data.get("country") and "country" not in self.errors:
            data["country"] = nearest(*data["point"]).country

    def _settle_town(self, data: dict[str, Any]) -> None:
        found = called(data["place"], data.get("country", ""))
        meant = [one for one in found if one.place.pk == data.get("geoname")] or found
        if len(meant) > 1 and not data.get("point"):
            self._ask_which(meant)
        elif len(meant) == 1:
            town = data["town"] = meant[0].place
            data["place"], data["country"] = town.name, data.get("country") or town.country
            data["point"] = data.get("point") or (town.latitude, town.longitude)

    def _ask_which(self, found: list[Found]) -> None:
        self.candidates = offered(found)
        text = pgettext("event form", "There are several places of this name. Choose the one that is meant.")
        self.add_error("place", ValidationError(text, code="several"))

    def settle_zone(self) -> None:
        """Where none was chosen, that of the place; of what is online that of who adds it."""
        data, own = self.cleaned_data, self.reader.time_zone
        if data.get("zone") or "zone" in self.errors or "place" in self.errors:
            return
        if data.get("how") != ONLINE:
            point = data.get("point") or None
            own = zone_of(data.get("town"), point, data.get("country", ""), own)
        if is_zone(own):
            data["zone"] = own
        else:
            data.pop("zone", None)
            text = pgettext("event form", "We do not know which time zone is meant. Choose it.")
            self.add_error("zone", ValidationError(text, code="unknown"))

    def clean_where(self) -> None:
        data = self.cleaned_data
        how = data.get("how")
        if how in {ON_SITE, BOTH} and "country" in data and not data["country"] and not self.candidates:
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
            told["geoname"] = data["town"].pk if data["town"] else None
        return told
