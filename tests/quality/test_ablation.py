"""Each source of evidence can be switched off, and on again."""

import pytest

from tests.models.language.names.naming import bodies, places
from tests.models.language.names.test_persons import persons
from tests.quality.ablation import SOURCES, without

TEXT = (
    "威海市工信局局长丁一鸣介绍，市委部署荣成市工作。海澄集团有限公司投产，海澄集团扩产。"
    "培育了恩海浦、鸿富达、壳岩等37家企业。丁一鸣陪着大家。“谭一鸣”"
)


def read() -> list[list[str]]:
    return [bodies(TEXT), places(TEXT), persons(TEXT)]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_that_is_switched_off_is_missed(source: str) -> None:
    whole = read()
    with without(source):
        assert read() != whole
    assert read() == whole
