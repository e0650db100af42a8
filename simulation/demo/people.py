"""The demo people, as far as the person at the screen needs to know them."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from common.operators import OperatorLanguage
from kiosk.errors import SetupFault
from reader.number_b import number_b_of
from simulation.card.content import load_content

PEOPLE_FILE = Path(__file__).parent.parent.parent / "assets" / "people.toml"


@dataclass(frozen=True)
class Person:
    key: str
    name: str
    stories: dict[str, str]
    """By language; see `OperatorLanguage`."""
    live: str
    """Name of the picture that stands for this person before the camera."""
    pin: str = field(repr=False)

    def story(self, language: OperatorLanguage) -> str:
        return self.stories[language.value]

    def called(self, language: OperatorLanguage) -> str:
        """The name, so that who reads that language can read it."""
        return self.name if language is OperatorLanguage.JAPANESE else self.key.capitalize()

    @property
    def wrong_pin(self) -> str:
        return other_digits(self.pin)


def other_digits(digits: str) -> str:
    """As many, and each another one."""
    return "".join(str((int(digit) + 1) % 10) for digit in digits)


def printed_number(cards: Path, person: Person) -> str:
    """照合番号B as it stands on the face of this person's card."""
    return number_b_of(load_content(cards, person.key).surface.reading).decode("ascii")


def load_people(path: Path = PEOPLE_FILE) -> dict[str, Person]:
    """By key, in the file's order."""
    entries = tomllib.loads(path.read_text("utf-8"))["person"]
    people = (
        Person(e["key"], e["name"], e["story"], e["card"]["live"], e["card"]["pin"])
        for e in entries
    )
    return {person.key: person for person in people}


def find_person(key_or_name: str) -> Person:
    """By key, or by name with or without its space."""
    people = load_people()
    wanted = "".join(key_or_name.split())
    for person in people.values():
        if wanted in (person.key, "".join(person.name.split())):
            return person
    raise SetupFault(f"There is no demo person {key_or_name!r}. There are: {', '.join(people)}.")
