"""The people of the simulation: one form of file, one reader, one model."""

import tomllib
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from simulation.errors import SimulationFault
from simulation.service.registry import Card, Entry

PEOPLE_FILE = Path(__file__).parent.parent / "assets" / "people.toml"
"""The demo people: each has a card."""

_SENIOR_AGE = 75

_Entry = TypeVar("_Entry", bound=Entry)

CertificateKind = Literal["valid", "expiring", "grace", "expired", "revoked", "hold"]


class CardKind(Enum):
    """What carries the applications; the value is how the people file names it."""

    CARD = "card"
    FACE_ONLY = "face_only"  # 顔認証マイナンバーカード: its PINs were never set.
    ANDROID = "android"
    IPHONE = "iphone"
    JUKI_OLD = "juki_old"  # 住民基本台帳カード


class IssuedCard(Card):
    """What is to be on the card, and in front of the camera."""

    kind: CardKind = CardKind.CARD
    photo: str
    """Name of a picture; empty on a card without a photo."""
    live: str = ""
    """Name of the picture that stands for this person before the camera."""
    pin: str = Field(repr=False, pattern=r"^\d{4}$")
    pin_tries_left: int = 3
    sign_password: str = Field(repr=False, pattern=r"^[A-Z0-9]{6,16}$")
    security_code: str = Field(repr=False, pattern=r"^\d{4}$")
    expires: date
    municipality: str = Field(pattern=r"^\d{5}$")
    certificate: CertificateKind


class Person(Entry):
    """Somebody with a card. `address` is empty on the card of who lives abroad."""

    story: dict[str, str] = Field(default_factory=dict)
    """What is special about them, by language."""
    card: IssuedCard

    @property
    def wrong_pin(self) -> str:
        return other_digits(self.card.pin)

    def age(self, today: date) -> int:
        had_birthday = (today.month, today.day) >= (self.birth_date.month, self.birth_date.day)
        return today.year - self.birth_date.year - (not had_birthday)

    def kind(self, today: date) -> str:
        """In one word what is special about this person's card."""
        card = self.card
        special = {
            card.kind.value: card.kind is not CardKind.CARD,
            f"certificate_{card.certificate}": card.certificate != "valid",
            "pin_locked": card.pin_tries_left == 0,
            "infant": not card.photo,
            "overseas": not self.address,
            "name_outside_jis": not is_jis_x_0208(self.name),
            "senior": self.age(today) >= _SENIOR_AGE,
        }
        return next((word for word, is_so in special.items() if is_so), "adult")


def read_people(file: Path, kind: type[_Entry]) -> list[_Entry]:
    """The file's people in its order: a `Person`, or an `Entry` without a card. Raises
    `SimulationFault`."""
    try:
        content = tomllib.loads(file.read_text("utf-8"))
        every = TypeAdapter(list[kind])  # type: ignore[valid-type]  # One that is passed in.
        return every.validate_python(content.get("person", []))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SimulationFault(
            f"The people file {file} cannot be read ({type(error).__name__}).", "Restore the file."
        ) from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise SimulationFault(
            f"The people file {file}: person.{where}: {first['msg']}.", "Correct the file."
        ) from None


def find_person(key_or_name: str) -> Person:
    """One of the demo people by key, or by name with or without its space."""
    people = read_people(PEOPLE_FILE, Person)
    wanted = "".join(key_or_name.split())
    for person in people:
        if wanted in (person.key, "".join(person.name.split())):
            return person
    known = ", ".join(person.key for person in people)
    raise SimulationFault(f"There is no demo person {key_or_name!r}. There are: {known}.")


def other_digits(digits: str) -> str:
    """As many, and each another one."""
    return "".join(str((int(digit) + 1) % 10) for digit in digits)


def is_jis_x_0208(text: str) -> bool:
    """Whether older receipt computers can show every character."""
    return all(len(character.encode("euc_jp", "ignore")) == 2 for character in text)
