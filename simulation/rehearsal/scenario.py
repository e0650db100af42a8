"""A scenario: one patient's story as data, one file each in `scenarios/`."""

import tomllib
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from consent.port import Item
from kiosk.config import FacilityKind
from kiosk.errors import SetupFault
from kiosk.session.flow import FlowName

_FOLDER = "scenarios"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(_Part):
    """What the patient, or somebody beside them, does when a screen appears."""

    on: str | list[str] | None = None
    """The screen's name, for a question followed by its item: `Question:limit_information`.

    Of several, whichever comes first; left out, right after the step before.
    """
    tap: str | None = None
    """Object name of a control."""
    pin: Literal["right", "wrong"] | None = None
    """Type four digits and enter them."""
    number_b: Literal["right", "wrong"] | None = None
    """Type the three numbers printed on the card."""
    password: Literal["right", "wrong"] | None = None
    """Staff type their number and PIN."""
    reader: Literal["unplug", "plug"] | None = None
    camera: Literal["unplug", "plug"] | None = None
    uncovers: bool = False
    """Whatever is before the face is taken away."""
    service: str | None = None
    """What the service plays from now on."""
    results: Literal["lose", "restore"] | None = None
    """The folder of the receipt computer goes away, or comes back."""
    wait: Literal["delayed", "delivered"] | None = None
    """Until the result could not be delivered; until it has arrived after all."""
    card: Literal["take"] | None = None
    place: str | None = None
    """A person's key: whose card or phone is laid down. Where no step does it, the story begins
    with the card of its person.
    """

    @property
    def screens(self) -> list[str]:
        return [self.on] if isinstance(self.on, str) else self.on or []


class Situation(_Part):
    """How the simulators and the facility are set before the card is placed."""

    stands: str | None = None
    """Who stands before the camera: a person's key, or `nobody`; by default the card's owner."""
    wears: str | None = None
    """What covers their face, a name in `simulation.camera.occluders`."""
    camera: Literal["plugged", "unplugged"] = "plugged"
    moves_asked: bool = False
    """Whether the person has to turn or nod as the screen says, as on a real kiosk by default."""
    surface: Literal["readable", "unreadable"] = "readable"
    """Whether the camera above the card can read its printed side."""
    service: str = "ok"
    service_delay_ms: int = 0
    also_ask: list[Item] = []
    """What the facility asks beyond the profile's questions."""
    facility: FacilityKind = FacilityKind.CLINIC
    phones: bool = False
    """Whether the facility reads phones."""
    owner_recognised: bool = True
    """Whether an iPhone has asked its owner before it is laid down."""
    patience: float = 1.0
    """How long the kiosk waits for people, against the usual."""

    @property
    def questions(self) -> list[Item]:
        own = [Item.DISPENSING] if self.facility is FacilityKind.PHARMACY else []
        return [*self.also_ask, *own]


class Expectation(_Part):
    """How it must end, in every profile."""

    outcome: str
    """`completed`, or `stopped:` with the reason."""
    identity_method: Literal["face", "pin", "staff", "phone"] | None = None
    consents: dict[str, Literal["agreed", "declined"]] = {}
    """As far as the profile asks for them."""
    notice: str | None = None
    """What stands beside 受付完了 for the patient."""
    result: bool = False
    """Whether a result for the receipt computer is written."""
    result_says: dict[str, list[str]] = {}
    """By element name, what that result says there, in its order."""
    result_says_in: dict[FlowName, dict[str, list[str]]] = {}
    """Likewise in one profile alone."""


class Scenario(_Part):
    name: str
    story: str
    person: str
    situation: Situation = Situation()
    answers: dict[str, Literal["agree", "decline"]] = {}
    """What the patient answers to whatever is asked, where no step says otherwise."""
    steps: Annotated[list[Step], Field(min_length=1)]
    expect: Expectation


def names() -> list[str]:
    folder = resources.files("simulation.rehearsal") / _FOLDER
    return sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith("toml"))


def load(name: str) -> Scenario:
    """Raises `SetupFault` when there is none of that name, or it is malformed."""
    if name not in names():
        raise SetupFault(f"There is no scenario {name!r}. There are: {', '.join(names())}.")
    text = (resources.files("simulation.rehearsal") / _FOLDER / f"{name}.toml").read_text("utf-8")
    try:
        return Scenario(name=name, **tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise SetupFault(f"The scenario {name}.toml is malformed: {error}") from None
