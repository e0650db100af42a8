"""Which questions are asked, in which order: the profile that a facility has chosen.

`leaflet-2024-06` is the ministry's leaflet. `current-2024-10` is what the ministry announced for
7 October 2024 (fact sheet domain 1.2, 1.3): one tap agrees to everything, with the individual
choice kept; surgery is asked separately; 限度額情報 needs no consent with the card. Its exact
wording was not found in public, so the texts are ours.
"""

from dataclasses import dataclass
from enum import Enum

from consent.port import Item


class FlowName(Enum):
    LEAFLET_2024_06 = "leaflet-2024-06"
    CURRENT_2024_10 = "current-2024-10"


@dataclass(frozen=True)
class Switches:
    """What the facility makes use of (環境設定情報更新, fact sheet domain 3.2)."""

    medicines: bool = True
    medical_care: bool = True
    checkups: bool = True
    surgery: bool | None = None  # None: as the profile has it.
    prescription: bool = False  # Electronic or paper: for clinics that issue both.
    subsidy: bool = False  # 医療費助成 (PMH): for facilities in a municipality that takes part.


@dataclass(frozen=True)
class FlowProfile:
    questions: tuple[Item, ...]
    """In their order, as far as they apply to the patient."""
    at_once: tuple[Item, ...] = ()
    """What one tap on `Item.ALL` agrees to; empty: it is not offered."""
    limit_unasked: bool = False
    """限度額情報 is given with the card, without a question."""


def flow_profile(name: FlowName, switches: Switches = Switches()) -> FlowProfile:
    """The profile as this facility uses it."""
    is_current = name is FlowName.CURRENT_2024_10
    surgery = is_current if switches.surgery is None else switches.surgery
    wanted = (
        *_care(switches),
        *([Item.HEALTH_CHECKUPS] if switches.checkups else ()),
        *([Item.SURGERY] if surgery else ()),
        *([Item.PRESCRIPTION] if switches.prescription else ()),
        *([Item.SUBSIDY] if switches.subsidy else ()),
        *([] if is_current else [Item.LIMIT_INFORMATION]),  # Last: before the card is taken.
    )
    # The text of the one tap names everything that it agrees to, so it needs all of it.
    everything = (Item.MEDICAL_AND_MEDICINES, Item.HEALTH_CHECKUPS)
    one_tap = is_current and all(item in wanted for item in everything)
    return FlowProfile(wanted, everything if one_tap else (), limit_unasked=is_current)


def _care(switches: Switches) -> tuple[Item, ...]:
    match switches.medicines, switches.medical_care:
        case True, True:
            return (Item.MEDICAL_AND_MEDICINES,)
        case True, False:
            return (Item.MEDICINES,)
        case False, True:
            return (Item.MEDICAL_CARE,)
        case _:
            return ()


LEAFLET_2024_06 = flow_profile(FlowName.LEAFLET_2024_06)
