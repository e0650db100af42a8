"""The client of the online qualification service, as the configuration has it."""

from kiosk.config import Config, ResultEncoding
from qualification.client import ClientConfig, HttpsQualificationService
from qualification.oqs.codes import CharacterCode

_CHARACTER_CODES = {
    ResultEncoding.UTF_8: CharacterCode.UTF_8,
    ResultEncoding.SHIFT_JIS: CharacterCode.SHIFT_JIS,
}


def service(config: Config) -> HttpsQualificationService:
    return HttpsQualificationService(
        ClientConfig(
            url=config.service.url,
            authority_file=config.service.authority,
            certificate_file=config.service.certificate,
            key_file=config.service.key,
            statement_key_file=config.service.statement_key,
            character_code=_CHARACTER_CODES[config.storage.result_encoding],
            limit_category=config.flow.show_amounts,
        )
    )
