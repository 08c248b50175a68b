"""Points that somebody sets by hand."""

import pytest

from space.places.pinning import kilometres, nearest


@pytest.mark.parametrize(
    ("point", "place", "country", "zone"),
    [
        ((39.5, -0.4), 2, "ES", "Europe/Madrid"),
        # On this side of the river, though the town beyond it is nearer.
        ((52.352, 14.548), 10, "DE", "Europe/Berlin"),
        ((52.345, 14.575), 11, "PL", "Europe/Warsaw"),
        # Beyond the line at which days change.
        ((-16.75, -179.99), 12, "FJ", "Pacific/Fiji"),
        ((0.0, -150.0), None, "", "Etc/GMT+10"),
        ((90.0, 0.0), None, "", "Etc/GMT"),
    ],
)
def test_a_point_lies_in_the_country_of_a_place_near_it_and_in_a_time_zone(few, point, place, country, zone):
    spot = nearest(*point)

    assert (spot.place and spot.place.pk, spot.country, spot.time_zone) == (place, country, zone)


@pytest.mark.parametrize("point", [(91, 0), (0, 181), (float("nan"), 0)])
def test_there_are_points_that_are_not_on_earth(point):
    with pytest.raises(ValueError, match="no such point"):
        nearest(*point)


def test_the_crow_flies_a_quarter_of_the_earth_from_the_pole():
    assert kilometres((90, 0), (0, 77)) == pytest.approx(10_007, abs=1)
