"""Which questions are asked, in which order: the profile that a facility has chosen.

`leaflet-2024-06` is the ministry's leaflet. `current-2024-10` is what the ministry announced for
7 October 2024 (sources: domain 1.2, 1.3): one tap agrees to everything, with the individual
choice kept; surgery is asked separately; 限度額情報 needs no consent with the card. Its exact
wording was not found in public, so the texts are ours.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from consent.port import PARTS, Item


class FlowName(Enum):
    LEAFLET_2024_06 = "leaflet-2024-06"
    CURRENT_2024_10 = "current-2024-10"


@dataclass(frozen=True)
class FlowProfile:
    name: FlowName
    questions: tuple[Item, ...]
    """In their order, as far as they apply to the patient."""
    one_tap: bool = False
    """`Item.ALL` comes first; who agrees is not asked for its parts."""
    by_rule: tuple[Item, ...] = ()
    """Provided with the card, without a question."""


_ORDER = (
    Item.MEDICAL_AND_MEDICINES,
    Item.MEDICINES,
    Item.MEDICAL_CARE,
    Item.HEALTH_CHECKUPS,
    Item.SURGERY,
    Item.PRESCRIPTION,
    Item.DISPENSING,
    Item.SUBSIDY,
    Item.LIMIT_INFORMATION,
    Item.SPECIFIC_DISEASE,
)

ASKED_OF_SOME = frozenset(
    {Item.DISPENSING, Item.SUBSIDY, Item.LIMIT_INFORMATION, Item.SPECIFIC_DISEASE}
)
"""Asked, or provided by rule, only where the service says that the person has such data."""

LEAVING_DECLINES = frozenset({Item.LIMIT_INFORMATION, Item.SPECIFIC_DISEASE})
"""The last questions: taking the card is an answer (leaflet step 4: カードを取らずに)."""

_LEAFLET_2024_06 = FlowProfile(
    FlowName.LEAFLET_2024_06,
    (
        Item.MEDICAL_AND_MEDICINES,
        Item.HEALTH_CHECKUPS,
        Item.LIMIT_INFORMATION,
        Item.SPECIFIC_DISEASE,
    ),
)
_CURRENT_2024_10 = FlowProfile(
    FlowName.CURRENT_2024_10,
    (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS, Item.SURGERY, Item.SPECIFIC_DISEASE),
    one_tap=True,
    by_rule=(Item.LIMIT_INFORMATION,),
)
_PROFILES = {profile.name: profile for profile in (_LEAFLET_2024_06, _CURRENT_2024_10)}

ASKED_OF_FACILITIES = frozenset(_ORDER) - LEAVING_DECLINES - {Item.DISPENSING}
"""What a facility may add or leave out."""


def flow_profile(
    name: FlowName, also: Collection[Item] = (), never: Collection[Item] = ()
) -> FlowProfile:
    """The profile as a facility uses it (環境設定情報更新, sources: domain 3.2).

    Of a question that stands for several, of which one is not wanted, the others stay.
    """
    profile = _PROFILES[name]
    wanted: set[Item] = set()
    for item in (*profile.questions, *also):
        parts = PARTS.get(item, ())
        wanted |= set(parts) if any(part in never for part in parts) else {item}
    questions = tuple(item for item in _ORDER if item in wanted and item not in never)
    # The text of the one tap names everything that it agrees to, so it needs all of it.
    one_tap = profile.one_tap and all(item in questions for item in PARTS[Item.ALL])
    return FlowProfile(name, questions, one_tap, profile.by_rule)


LEAFLET_2024_06 = flow_profile(FlowName.LEAFLET_2024_06)
