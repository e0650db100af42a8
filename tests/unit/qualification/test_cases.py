"""Every case that the registry's people stand for, asked over the wire."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from common.codes import LimitCategory, SpecificDisease
from consent.port import Item
from qualification.client import HttpsQualificationService
from qualification.errors import RefusalCode, Refused
from qualification.oqs import xml
from qualification.oqs.codes import (
    Consent,
    InsuredCardClass,
    LimitCertificateClass,
    LossReason,
    Match,
    Preschool,
    SingleOrCombined,
    TicketType,
)
from qualification.oqs.message import MessageBody, ResultOfQualificationConfirmation
from qualification.port import IdentityMethod, Validity
from simulation.service.process import ServiceProcess
from simulation.service.revocation import RevocationWay
from tests.unit.qualification.world import (
    LEAFLET_ITEMS,
    World,
    attest,
    authenticate,
    connected,
    decided,
)

WITH_DISEASE = decided([*LEAFLET_ITEMS, Item.SPECIFIC_DISEASE])


def _body(client: HttpsQualificationService, world: World, who: str) -> MessageBody:
    authenticated = authenticate(client, world.cards[who])
    if not authenticated.registered:
        client.register(authenticated.session_id)
    return xml.parse(client.conclude(authenticated.session_id, WITH_DISEASE).xml).message_body


def _result(
    client: HttpsQualificationService, world: World, who: str
) -> ResultOfQualificationConfirmation:
    (only,) = _body(client, world, who).results
    return only


@pytest.mark.parametrize("category", LimitCategory)
def test_every_limit_category(
    client: HttpsQualificationService, world: World, category: LimitCategory
) -> None:
    result = _result(client, world, f"kubun-{category.value.lower()}")
    limit = result.limit_application_certificate_related_info
    assert limit is not None
    assert limit.limit_application_certificate_classification_flag is category
    low_income = category.value in {"A05", "A06", "B05", "B06", "B07", "B08"}
    assert limit.limit_application_certificate_classification is (
        LimitCertificateClass.LIMIT_AND_STANDARD_REDUCTION
        if low_income
        else LimitCertificateClass.LIMIT
    )


@pytest.mark.parametrize(
    ("who", "validity"),
    [
        ("hanako", Validity.VALID),
        ("mukou", Validity.INVALID),
        ("shinkyu", Validity.INVALID_NEWER_EXISTS),
        ("nashi", Validity.NONE),
        ("fukusu", Validity.SEVERAL),
        ("fujo-miitaku", Validity.VALID_UNREGISTERED),
    ],
)
def test_every_validity(
    client: HttpsQualificationService, world: World, who: str, validity: Validity
) -> None:
    session_id = authenticate(client, world.cards[who]).session_id
    qualification = client.qualify(session_id)
    assert qualification.validity is validity
    assert (qualification.birth_date is None) == (validity is Validity.NONE)


def test_lost_qualification_comes_with_day_and_reason(
    client: HttpsQualificationService, world: World
) -> None:
    result = _result(client, world, "mukou")
    assert str(result.disqualification_date) == "2026-03-31"
    assert result.reason_of_loss is LossReason.OTHER


def test_several_qualifications_come_together(
    client: HttpsQualificationService, world: World
) -> None:
    body = _body(client, world, "fukusu")
    assert [result.insurer_number for result in body.results] == ["06139992", "00138016"]


def test_nobody_s_qualification_brings_no_result(
    client: HttpsQualificationService, world: World
) -> None:
    assert _body(client, world, "nashi").results == ()


def test_medical_assistance_comes_with_its_tickets(
    client: HttpsQualificationService, world: World
) -> None:
    authenticated = authenticate(client, world.cards["fujo"])
    assert not authenticated.registered
    client.register(authenticated.session_id)
    assert client.qualify(authenticated.session_id).validity is Validity.VALID
    result = _result(client, world, "fujo")
    assert result.insured_card_classification is InsuredCardClass.MEDICAL_ASSISTANCE
    medical, dispensing = result.medical_tickets
    assert medical.ticket_type is TicketType.MEDICAL
    assert medical.designated_medical_institution_flag is Match.SAME
    assert medical.single_or_combined_use is SingleOrCombined.SINGLE
    assert dispensing.ticket_type is TicketType.DISPENSING
    assert dispensing.designated_medical_institution_flag is Match.DIFFERENT
    assert dispensing.self_pay_amount == "1200"


def test_before_its_ticket_medical_assistance_comes_without_one(
    client: HttpsQualificationService, world: World
) -> None:
    assert _result(client, world, "fujo-miitaku").medical_tickets == ()


def test_public_expense_beside_an_insurance(
    client: HttpsQualificationService, world: World
) -> None:
    (ticket,) = _result(client, world, "kohi").medical_tickets
    assert ticket.single_or_combined_use is SingleOrCombined.COMBINED


def test_specific_diseases(client: HttpsQualificationService, world: World) -> None:
    result = _result(client, world, "tokutei")
    assert result.specific_diseases_certificate_related_cons_flg is Consent.GIVEN
    assert [d.specific_diseases_disease_category for d in result.specific_diseases] == [
        SpecificDisease.HAEMOPHILIA,
        SpecificDisease.HIV,
    ]
    (dialysis,) = _result(client, world, "toseki").specific_diseases
    assert dialysis.specific_diseases_self_pay == "20000"


def test_specific_disease_stays_away_without_consent(
    client: HttpsQualificationService, world: World
) -> None:
    session_id = authenticate(client, world.cards["toseki"]).session_id
    nothing = decided([Item.LIMIT_INFORMATION], declined=[Item.SPECIFIC_DISEASE])
    (result,) = xml.parse(client.conclude(session_id, nothing).xml).message_body.results
    assert result.specific_diseases == ()
    assert result.specific_diseases_certificate_related_cons_flg is Consent.NONE


def test_long_stay_in_hospital(client: HttpsQualificationService, world: World) -> None:
    limit = _result(client, world, "choki").limit_application_certificate_related_info
    assert limit is not None
    assert str(limit.limit_application_certificate_long_term_date) == "2026-06-01"


def test_infant_card_serves_with_the_pin_alone(
    client: HttpsQualificationService, world: World
) -> None:
    for method in (IdentityMethod.FACE, IdentityMethod.STAFF):
        with pytest.raises(Refused) as refused:
            attest(client, world.cards["nyuji"], method)
        assert refused.value.code is RefusalCode.METHOD_NOT_ALLOWED
    assert _result(client, world, "nyuji").preschool_classification is Preschool.PRESCHOOL


def test_what_changed_since_the_card_was_made_is_told_in_the_message(
    client: HttpsQualificationService, world: World
) -> None:
    assert _body(client, world, "hanako").processing_result_message is None
    moved = _body(client, world, "tenkyo")
    assert moved.processing_result_message == "カードの住所が最新の情報と異なります。"
    assert moved.results[0].address == "大阪府大阪市中央区大手前２丁目１番２２号"
    renamed = _body(client, world, "kaisei")
    assert renamed.processing_result_message == "カードの氏名・住所が最新の情報と異なります。"
    assert renamed.results[0].name == "見本　改"


@pytest.fixture(scope="module")
def asking(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServiceProcess]:
    """A service of its own that asks by OCSP and marks changes with an element."""
    config = replace(
        world.service_config,
        database_url=f"sqlite:///{tmp_path_factory.mktemp('ocsp') / 's.sqlite'}",
        revocation=RevocationWay.OCSP,
        difference_element="CardDifference",
        control_dir=None,
    )
    with ServiceProcess(config) as process:
        yield process


def test_what_changed_can_be_an_element_of_the_result(asking: ServiceProcess, world: World) -> None:
    with connected(world.client_config(asking.url)) as client:
        result = _result(client, world, "kaisei")
        assert result.others == ("<CardDifference>氏名,住所</CardDifference>",)
        assert _result(client, world, "hanako").others == ()


@pytest.mark.parametrize("way", RevocationWay)
@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("torikeshi", RefusalCode.CERTIFICATE_REVOKED),
        ("teishi", RefusalCode.CERTIFICATE_ON_HOLD),
        ("expired", RefusalCode.CERTIFICATE_EXPIRED),
    ],
)
def test_certificate_that_is_not_good_is_refused_both_ways(
    service: ServiceProcess,
    asking: ServiceProcess,
    world: World,
    who: str,
    code: RefusalCode,
    way: RevocationWay,
) -> None:
    url = (asking if way is RevocationWay.OCSP else service).url
    with connected(world.client_config(url)) as client, pytest.raises(Refused) as refused:
        authenticate(client, world.cards[who])
    assert refused.value.code is code


def test_person_who_is_not_registered_can_register(
    client: HttpsQualificationService, world: World
) -> None:
    authenticated = authenticate(client, world.cards["mitoroku"])
    assert not authenticated.registered
    client.register(authenticated.session_id)
    assert client.qualify(authenticated.session_id).validity is Validity.VALID
