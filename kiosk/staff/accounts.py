"""Who of the staff may do what: one account for each person, its password hashed with argon2id.

A file for its owner only, read anew at each use: whoever is removed cannot sign in any more.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from common import japan
from common.files import read_regular, replace_whole
from kiosk.errors import SetupFault
from kiosk.staff.acts import Role

ACCOUNTS_FILE = "staff.json"
"""In the folder that `storage.state` names."""

NUMBER_DIGITS = 3
LONGEST_NAME = 40

_HASHER = PasswordHasher()
"""argon2id with the second recommended choice of RFC 9106: 64 MiB, about 0.1 s."""


@dataclass(frozen=True)
class Person:
    """Somebody of the staff, as acts and their audit name them."""

    number: str
    name: str
    role: Role

    @property
    def who(self) -> str:
        """For the audit."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True)
class Account:
    person: Person
    hash: str
    last_day: date | None = None
    """On which it may still be used; None: no end."""


class Accounts:
    """The accounts of one kiosk, or of one desk."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def any(self) -> bool:
        """Whether there is one. Raises `SetupFault`."""
        return bool(self._read())

    def listed(self) -> list[Account]:
        """By number. Raises `SetupFault`."""
        return sorted(self._read().values(), key=lambda account: account.person.number)

    def add(
        self,
        name: str,
        role: Role,
        password: bytes,
        *,
        number: str = "",
        last_day: date | None = None,
    ) -> Person:
        """With the lowest free number, or with `number`. Raises `SetupFault`."""
        if not 1 <= len(name) <= LONGEST_NAME or not name.isprintable():
            raise SetupFault(f"A name has 1 to {LONGEST_NAME} letters.")
        accounts = self._read()
        number = number or _lowest_free(accounts)
        if not re.fullmatch(rf"[0-9]{{{NUMBER_DIGITS}}}", number) or number in accounts:
            raise SetupFault(
                f"A staff number has {NUMBER_DIGITS} digits and belongs to one person. Choose "
                "another, or leave it out."
            )
        person = Person(number, name, role)
        accounts[number] = Account(person, _HASHER.hash(password), last_day)
        self._write(accounts)
        return person

    def remove(self, number: str) -> None:
        """Raises `SetupFault`."""
        accounts = self._read()
        if accounts.pop(number, None) is None:
            raise SetupFault(f"There is no staff number {number}. `uketsuke staff list` lists all.")
        self._write(accounts)

    def sign_in(self, number: str, password: bytes) -> Person | None:
        """Who it is, if it is them; slow on purpose. Raises `SetupFault`."""
        account = self._read().get(number)
        if account is None:
            _HASHER.hash(password)  # As long as the other way: the time does not tell who there is.
            return None
        try:
            _HASHER.verify(account.hash, password)
        except (VerificationError, InvalidHashError):
            return None
        is_over = account.last_day is not None and account.last_day < japan.today()
        return None if is_over else account.person

    def _read(self) -> dict[str, Account]:
        try:
            content = json.loads(read_regular(self._file, follow=False))
            return {each["number"]: _account(each) for each in content["staff"]}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise SetupFault(
                f"The staff accounts {self._file} cannot be read: {error.strerror}. Give the "
                "kiosk's user the right to read them."
            ) from None
        except (ValueError, KeyError, TypeError):
            raise SetupFault(
                f"The staff accounts {self._file} are damaged. Remove the file and add staff anew "
                "with `uketsuke staff add`."
            ) from None

    def _write(self, accounts: Mapping[str, Account]) -> None:
        content = {"staff": [_plain(account) for _, account in sorted(accounts.items())]}
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_whole(self._file, json.dumps(content, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            raise SetupFault(
                f"The staff accounts {self._file} cannot be written: {error.strerror}. Make room "
                "on that disk, or run this command as the kiosk's user."
            ) from None


def _lowest_free(accounts: Mapping[str, Account]) -> str:
    numbers = (f"{number:0{NUMBER_DIGITS}}" for number in range(1, 10**NUMBER_DIGITS))
    return next((number for number in numbers if number not in accounts), "")


def _plain(account: Account) -> dict[str, str | None]:
    return {
        "number": account.person.number,
        "name": account.person.name,
        "role": account.person.role.value,
        "hash": account.hash,
        "last_day": None if account.last_day is None else account.last_day.isoformat(),
    }


def _account(values: Mapping[str, Any]) -> Account:
    last_day = values["last_day"]
    return Account(
        Person(str(values["number"]), str(values["name"]), Role(values["role"])),
        str(values["hash"]),
        None if last_day is None else date.fromisoformat(last_day),
    )
