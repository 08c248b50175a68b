from django.utils.translation import override

from space.places.countries import PARTS, countries, country


def test_every_country_but_antarctica_belongs_to_a_part_of_the_world():
    with override("fr"):
        assert [one.code for one in countries() if one.part not in PARTS] == ["AQ"]
        assert country("CM").name == "Cameroun"
        assert [len(countries(part)) for part in PARTS] == [60, 57, 51, 52, 29]
