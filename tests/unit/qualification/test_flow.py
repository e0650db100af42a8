"""From challenge to result, against the real server over real TLS."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from common.certificate_dates import CertificateStanding
from common.codes import LimitCategory
from common.decisions import Decisions
from consent.port import Item
from qualification.client import HttpsQualificationService
from qualification.errors import RefusalCode, Refused
from qualification.oqs import xml
from qualification.oqs.codes import CharacterCode, Consent, LimitConsent, PrescriptionIssue, Sex
from qualification.oqs.message import ResultOfQualificationConfirmation
from qualification.port import (
    IdentityMethod,
    OqsResult,
    Validity,
)
from simulation.service.process import ServiceProcess
from tests.unit.qualification.world import (
    CONSENTED_AT,
    EVERYTHING,
    FACILITY,
    LEAFLET_ITEMS,
    World,
    attest,
    authenticate,
    connected,
    decided,
)


def _only_result(result: OqsResult) -> ResultOfQualificationConfirmation:
    (only,) = xml.parse(result.xml).message_body.results
    return only


def test_pin_leads_to_a_result_with_everything_agreed(
    client: HttpsQualificationService, world: World
) -> None:
    authenticated = authenticate(client, world.cards["hanako"])
    assert authenticated.registered
    assert authenticated.certificate is CertificateStanding.VALID
    qualification = client.qualify(authenticated.session_id)
    assert qualification.validity is Validity.VALID
    assert qualification.birth_date == date(1975, 5, 5)

    message = xml.parse(client.conclude(authenticated.session_id, EVERYTHING).xml)
    assert message.message_header.medical_institution_code == FACILITY
    (result,) = message.message_body.results
    assert result.name == "見本　花子"
    assert result.sex1 is Sex.FEMALE
    assert result.insurer_number == "  138057"
    assert result.insured_partial_contribution_ratio == "030"
    assert result.pharmacists_info_cons_flg is Consent.GIVEN
    assert result.diagnosis_info_cons_flg is Consent.GIVEN
    assert result.operation_info_cons_flg is Consent.NONE
    assert result.specific_health_checkups_info_cons_flg is Consent.GIVEN
    assert result.pharmacists_info_cons_time == CONSENTED_AT
    assert result.pharmacists_info_available_time == datetime(2026, 11, 24, 1, 2, 3, tzinfo=UTC)
    assert result.limit_application_certificate_related_cons_flg is LimitConsent.GIVEN
    limit = result.limit_application_certificate_related_info
    assert limit is not None
    assert limit.limit_application_certificate_classification_flag is LimitCategory.A03


@pytest.mark.parametrize("method", [IdentityMethod.FACE, IdentityMethod.STAFF])
def test_attested_match_leads_to_a_qualification(
    client: HttpsQualificationService, world: World, method: IdentityMethod
) -> None:
    authenticated = attest(client, world.cards["hanako"], method)
    assert client.qualify(authenticated.session_id).validity is Validity.VALID


@pytest.mark.parametrize("decisions", [{}, decided(declined=LEAFLET_ITEMS)])
def test_nothing_agreed_leaves_limit_information_and_times_out(
    client: HttpsQualificationService, world: World, decisions: Decisions
) -> None:
    session_id = authenticate(client, world.cards["hanako"]).session_id
    result = _only_result(client.conclude(session_id, decisions))
    assert result.limit_application_certificate_related_cons_flg is LimitConsent.NOT_GIVEN
    assert result.limit_application_certificate_related_info is None
    assert result.pharmacists_info_cons_flg is Consent.NONE
    assert result.specific_health_checkups_info_cons_flg is Consent.NONE
    assert result.pharmacists_info_cons_time is None
    assert result.specific_health_checkups_info_available_time is None


def test_each_consent_stands_alone(client: HttpsQualificationService, world: World) -> None:
    session_id = authenticate(client, world.cards["hanako"]).session_id
    result = _only_result(client.conclude(session_id, decided([Item.HEALTH_CHECKUPS])))
    assert result.specific_health_checkups_info_cons_flg is Consent.GIVEN
    assert result.diagnosis_info_cons_flg is Consent.NONE


SAID = {
    Item.MEDICINES: "pharmacists_info",
    Item.MEDICAL_CARE: "diagnosis_info",
    Item.SURGERY: "operation_info",
}


@pytest.mark.parametrize("asked", SAID)
@pytest.mark.parametrize("said", [True, False])
def test_what_is_asked_for_alone_is_told_alone(
    client: HttpsQualificationService, world: World, asked: Item, said: bool
) -> None:
    decisions = decided([asked]) if said else decided(declined=[asked])
    session_id = authenticate(client, world.cards["hanako"]).session_id
    result = _only_result(client.conclude(session_id, decisions))
    for item, element in SAID.items():
        agreed = said and item == asked
        assert getattr(result, f"{element}_cons_flg") is (Consent.GIVEN if agreed else Consent.NONE)
        assert getattr(result, f"{element}_cons_time") == (CONSENTED_AT if agreed else None)
        assert (getattr(result, f"{element}_available_time") is not None) == agreed


@pytest.mark.parametrize(
    ("decisions", "told"),
    [
        ({}, None),
        (decided([Item.PRESCRIPTION]), PrescriptionIssue.ELECTRONIC),
        (decided(declined=[Item.PRESCRIPTION]), PrescriptionIssue.PAPER),
    ],
)
def test_form_of_the_prescription_is_told(
    client: HttpsQualificationService,
    world: World,
    decisions: Decisions,
    told: PrescriptionIssue | None,
) -> None:
    session_id = authenticate(client, world.cards["hanako"]).session_id
    body = xml.parse(client.conclude(session_id, decisions).xml).message_body
    assert body.prescription_issue_select is told


def test_limit_category_is_told_beforehand_only_to_be_shown(
    service: ServiceProcess, world: World
) -> None:
    for asks, told in ((False, None), (True, "A03")):
        config = replace(world.client_config(service.url), limit_category=asks)
        with connected(config) as client:
            session_id = authenticate(client, world.cards["hanako"]).session_id
            assert client.qualify(session_id).limit_category == told
            declined = decided(declined=[Item.LIMIT_INFORMATION])
            result = _only_result(client.conclude(session_id, declined))
        assert result.limit_application_certificate_related_info is None


def test_conclusion_that_is_reported_again_gives_the_result_again(
    client: HttpsQualificationService, world: World
) -> None:
    session_id = authenticate(client, world.cards["hanako"]).session_id
    first = _only_result(client.conclude(session_id, EVERYTHING))
    assert _only_result(client.conclude(session_id, EVERYTHING)) == first


def test_unregistered_person_registers_and_goes_on(
    client: HttpsQualificationService, world: World
) -> None:
    authenticated = authenticate(client, world.cards["shinki"])
    assert not authenticated.registered
    with pytest.raises(Refused) as refused:
        client.qualify(authenticated.session_id)
    assert refused.value.code is RefusalCode.NOT_REGISTERED
    client.register(authenticated.session_id)
    assert client.qualify(authenticated.session_id).validity is Validity.VALID
    assert authenticate(client, world.cards["shinki"]).registered


def test_certificate_in_grace_gives_qualification_without_medical_data(
    client: HttpsQualificationService, world: World
) -> None:
    authenticated = authenticate(client, world.cards["grace"])
    assert authenticated.certificate is CertificateStanding.GRACE
    everything = decided([*LEAFLET_ITEMS, Item.SURGERY])
    result = _only_result(client.conclude(authenticated.session_id, everything))
    assert result.insured_identification_number == "67890"
    assert result.operation_info_cons_flg is Consent.NONE
    assert result.pharmacists_info_cons_flg is Consent.NONE
    assert result.diagnosis_info_cons_flg is Consent.NONE
    assert result.specific_health_checkups_info_cons_flg is Consent.NONE


def test_certificate_that_ends_within_three_months_is_noticed(
    client: HttpsQualificationService, world: World
) -> None:
    assert authenticate(client, world.cards["soon"]).certificate is CertificateStanding.EXPIRES_SOON


def test_a_name_with_characters_that_cannot_be_sent_comes_with_its_kana(
    client: HttpsQualificationService, world: World
) -> None:
    session_id = authenticate(client, world.cards["kuromaru"]).session_id
    result = _only_result(client.conclude(session_id, EVERYTHING))
    assert result.name == "●本　外子"
    assert result.name_kana


def test_kiosk_may_ask_for_shift_jis(service: ServiceProcess, world: World) -> None:
    config = replace(world.client_config(service.url), character_code=CharacterCode.SHIFT_JIS)
    with connected(config) as client:
        session_id = authenticate(client, world.cards["hanako"]).session_id
        result = client.conclude(session_id, EVERYTHING)
    assert b'encoding="Shift_JIS"' in result.xml
    assert "見本　花子".encode("shift_jis") in result.xml
    assert _only_result(result).name_kana == "ﾐﾎﾝ ﾊﾅｺ"


def test_durations_of_calls_add_up(client: HttpsQualificationService, world: World) -> None:
    client.accepted_proofs()
    assert client.service_ms == 0
    client.challenge()
    after_challenge_ms = client.service_ms
    authenticate(client, world.cards["hanako"])
    assert 0 < after_challenge_ms < client.service_ms
