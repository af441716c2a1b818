"""The reference table of divisions."""

from models import places


def test_the_table_keeps_its_contract() -> None:
    found = places.derive()
    places.Places.validate(found)
    assert found.height > 40_000


def test_a_county_is_listed_with_its_place_in_the_hierarchy() -> None:
    (row,) = places.derive().filter(place_code="371082").rows(named=True)
    assert (row["name"], row["short_name"], row["level"], row["parent_code"], row["full_name"]) == (
        "荣成市", "荣成", "county", "371000", "山东省威海市荣成市",
    )  # fmt: skip
