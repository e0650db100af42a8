"""The invented people could exist: their papers follow the rules of the real ones."""

from datetime import date

from common.codes import LimitCategory
from qualification.oqs.codes import InsuredCardClass, QualificationValidity
from simulation.people import PEOPLE_FILE, read_people
from simulation.service.people import REGISTRY_FILE
from simulation.service.registry import Entry
from tests.results.strict import check_digit

AS_OF = date(2026, 11, 27)
"""When the data were made; people grow older."""

PEOPLE = [*read_people(PEOPLE_FILE, Entry), *read_people(REGISTRY_FILE, Entry)]
INSURED = [
    (person, insurance)
    for person in PEOPLE
    for insurance in (person.insurance, *person.insurance.others)
]
RATIOS = {
    LimitCategory.B01: 30,
    LimitCategory.B02: 30,
    LimitCategory.B03: 30,
    LimitCategory.B09: 20,
    LimitCategory.B10: 10,
}
"""現役並み pay three tenths, 一般Ⅱ two, 一般Ⅰ one."""


def age(person: Entry) -> int:
    born = person.birth_date
    passed = (AS_OF.month, AS_OF.day) >= (born.month, born.day)
    return AS_OF.year - born.year - (not passed)


def test_insurers_have_the_right_check_digit() -> None:
    for person, insurance in INSURED:
        digits = insurance.insurer_number
        assert len(digits) == 8, person.key
        assert int(digits[-1]) == check_digit(digits[:-1]), person.key


def test_from_75_on_it_is_the_insurance_for_the_old() -> None:
    for person, insurance in INSURED:
        if insurance.card_class is InsuredCardClass.MEDICAL_ASSISTANCE:
            continue
        assert insurance.insurer_number.startswith("39") == (age(person) >= 75), person.key
        if insurance.insurer_number.startswith("39"):
            assert insurance.symbol == "", person.key
            assert insurance.branch == "", person.key
            assert len(insurance.number) == 8, person.key
            assert insurance.number.isdigit(), person.key


def test_category_fits_age_and_share() -> None:
    for person, insurance in INSURED:
        category = insurance.limit_category
        if category is None:
            continue
        assert category.value.startswith("B") == (age(person) >= 70), person.key
        if category in RATIOS:
            assert insurance.burden_percent == RATIOS[category], person.key
        if category in (LimitCategory.B09, LimitCategory.B10):
            assert age(person) >= 75, person.key


def test_what_is_told_does_not_contradict_itself() -> None:
    for person in PEOPLE:
        insurance = person.insurance
        lapsed = insurance.validity in (
            QualificationValidity.INVALID,
            QualificationValidity.INVALID_NEWER_EXISTS,
        )
        assert lapsed == (insurance.lost_on is not None), person.key
        assert (insurance.validity is QualificationValidity.SEVERAL) == bool(insurance.others), (
            person.key
        )
        assistance = insurance.card_class is InsuredCardClass.MEDICAL_ASSISTANCE
        assert assistance == insurance.insurer_number.startswith("12"), person.key
        if insurance.validity is QualificationValidity.VALID_UNREGISTERED:
            assert assistance, person.key
            assert [ticket for ticket in insurance.tickets if ticket.facility_code is None] == [], (
                person.key
            )
