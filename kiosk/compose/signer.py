"""A session's signer: what it works with. Imported in its process only."""

from cryptography import x509

from consent.face_tries import SqliteFaceTries
from consent.keys import KeyProvider, subject_pseudonym
from consent.ledger import SqliteConsentLedger
from kiosk import log
from kiosk.compose.rights import signer_rights
from kiosk.compose.shared import card_face_authority, consent_keys, consent_ledger, service
from kiosk.config import Config
from kiosk.signer.parts import SignerParts
from kiosk.signer.proof_check import proof_check


def signer_parts(config: Config) -> SignerParts:
    log.configure(config.log.file, config.log.level)
    keys = consent_keys(config)
    return SignerParts(
        rights=signer_rights(config),
        service=service(config),
        check_proof=proof_check(card_face_authority(config)),
        ledger=lambda: SqliteConsentLedger(consent_ledger(config), keys),
        face_tries=SqliteFaceTries(consent_ledger(config), keys),
        subject_pseudonym=lambda certificate: _pseudonym(keys, certificate),
        facility_code=config.facility.code,
        kiosk_id=config.facility.kiosk_id,
    )


def _pseudonym(keys: KeyProvider, certificate_der: bytes) -> str:
    serial = x509.load_der_x509_certificate(certificate_der).serial_number
    return subject_pseudonym(keys.keys().pseudonym, serial)
