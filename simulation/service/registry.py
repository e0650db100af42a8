"""What the insurers have reported of a person: the entries of the registry's data files.

The same form serves `registry.toml` beside this module and the rows of the database; the demo
people (`simulation.people`) have a card besides.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from common.codes import LimitCategory, SpecificDisease
from consent.port import Item
from qualification.oqs.codes import (
    InsuredCardClass,
    LossReason,
    PersonOrFamily,
    QualificationValidity,
    Sex,
    TicketType,
    TreatmentType,
)

Yen = Annotated[int, Field(ge=0)]


def _sex(value: object) -> object:
    return str(value) if isinstance(value, int) else value


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Card(_Data):
    """What the authority and the registry know of the card, beside the certificate itself."""

    certificate: str = "valid"
    """"revoked" and "hold" are known to the authority alone; the rest is in the certificate."""
    photo: str = "photo"
    """Empty: a card for a child below one year, which has none (sources: domain 1.8)."""
    name: str | None = None
    """As printed on the card, where the register of residents says something else by now."""
    address: str | None = None


class Disease(_Data):
    category: SpecificDisease
    self_pay_yen: Yen


class Ticket(_Data):
    """医療券・調剤券: 医療扶助 pays."""

    type: TicketType = TicketType.MEDICAL
    treatment: TreatmentType = TreatmentType.OUTPATIENT
    issue_number: str
    self_pay_yen: Yen = 0
    facility_code: str | None = None
    """The facility chosen; None: the one that asks."""


class Subsidy(_Data):
    """受給者証 of a 医療費助成, as a municipality has given it to PMH."""

    name: str
    payer_number: str
    """公費負担者番号"""
    recipient_number: str
    """受給者番号"""


class Prescription(_Data):
    """電子処方箋 that waits to be dispensed."""

    number: str
    issued_on: date
    issuer: str


class Insurance(_Data):
    """One qualification."""

    insurer_number: str
    insurer_name: str
    symbol: str = ""
    number: str
    branch: str = ""
    card_class: InsuredCardClass = InsuredCardClass.GENERAL
    person_or_family: PersonOrFamily = PersonOrFamily.INSURED
    burden_percent: Annotated[int, Field(ge=0, le=100)]
    limit_category: LimitCategory | None = None
    long_term_since: date | None = None
    """長期入院該当年月日: the meal's share falls after 90 days in hospital."""
    qualified_on: date = date(2020, 4, 1)
    lost_on: date | None = None
    loss_reason: LossReason | None = None
    diseases: tuple[Disease, ...] = ()
    tickets: tuple[Ticket, ...] = ()

    @property
    def is_insurance(self) -> bool:
        """医療扶助 is none: it has no limits to pay up to."""
        return self.card_class is not InsuredCardClass.MEDICAL_ASSISTANCE

    @property
    def renewed_yearly(self) -> bool:
        """国民健康保険 (six digits from 00) and 後期高齢者医療 (39)."""
        return self.insurer_number.startswith(("00", "39"))


class MainInsurance(Insurance):
    """The qualification that is told first, with what holds for the person as a whole."""

    registered: bool
    validity: QualificationValidity = QualificationValidity.VALID
    others: tuple[Insurance, ...] = ()


class Entry(_Data):
    """One person, as they are today: 最新4情報 are name, address, birth date and sex."""

    key: str = Field(pattern=r"^[a-z0-9_-]+$")
    name: str = Field(repr=False)
    name_kana: str = Field(repr=False)
    birth_date: date = Field(repr=False)
    sex: Annotated[Sex, BeforeValidator(_sex)]  # A number in the file, a code in the format.
    post_number: str = Field("", repr=False)
    address: str = Field(repr=False)
    birth_digits_known: str = Field("", repr=False)
    """yyyyMMdd with zeros, where the register does not know the birth date to the day."""
    card: Card = Card()
    insurance: MainInsurance
    subsidies: tuple[Subsidy, ...] = ()
    prescriptions: tuple[Prescription, ...] = ()

    @property
    def has(self) -> list[Item]:
        """What only some have, and so only some are asked for."""
        all_of_them = (self.insurance, *self.insurance.others)
        found = {
            Item.LIMIT_INFORMATION: any(each.is_insurance for each in all_of_them),
            Item.SPECIFIC_DISEASE: any(each.diseases for each in all_of_them),
            Item.SUBSIDY: bool(self.subsidies),
            Item.DISPENSING: bool(self.prescriptions),
        }
        return [item for item, is_there in found.items() if is_there]

    @property
    def birth_digits(self) -> str:
        return self.birth_digits_known or f"{self.birth_date:%Y%m%d}"

    @property
    def card_differs_in(self) -> tuple[str, ...]:
        """氏名, 住所: what of the four on the card is no longer so."""
        changed = {
            "氏名": self.card.name not in (None, self.name),
            "住所": self.card.address not in (None, self.address),
        }
        return tuple(item for item, differs in changed.items() if differs)
