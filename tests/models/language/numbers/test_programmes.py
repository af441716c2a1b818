"""Which programme governs a number."""

import pytest

from models.language.numbers.names import Name, Names
from models.language.numbers.programmes import programme


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“干部助企登高”活动启动。助企登高活动开展以来，收集诉求◯件。", True),
        ("“干部助企登高”活动启动。该活动收集诉求◯件。", True),
        ("“干部助企登高”活动启动。义务植树活动开展以来，种树◯棵。", False),
    ],
)
def test_a_programme_can_be_named_by_the_end_of_its_name(text: str, found: bool) -> None:
    end = text.index("活动") + 2
    names = Names([Name(0, end, "助企", "initiative", text[:end], None)])
    sentence, at = text.index("。") + 1, text.index("◯")
    assert programme(text, names, sentence, at, len(text)) == ("助企" if found else None)
