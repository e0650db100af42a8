"""What staff are told beside a good result: ProcessingResultCode and …Message.

The real system sets them so too, and receipt computers show the message as it is (sources:
domain 5.3). Its codes and words are not public: these are ours.
"""

from collections.abc import Iterator

from common.certificate_dates import CertificateStanding
from simulation.service.registry import Entry


def staff_notices(
    person: Entry, standing: CertificateStanding, *, tell_difference: bool
) -> tuple[str | None, str | None]:
    """The first one's code, and the sentences of all of them."""
    notices = list(_notices(person, standing, tell_difference=tell_difference))
    if not notices:
        return None, None
    return notices[0][0], "".join(sentence for _, sentence in notices)


def _notices(
    person: Entry, standing: CertificateStanding, *, tell_difference: bool
) -> Iterator[tuple[str, str]]:
    match standing:
        case CertificateStanding.GRACE:
            yield (
                "UK002",
                "電子証明書の有効期限が切れています。資格情報のみ提供します。"
                "市区町村の窓口での更新をご案内ください。",
            )
        case CertificateStanding.EXPIRES_SOON:
            yield (
                "UK001",
                "電子証明書の有効期限まで３か月以内です。市区町村の窓口での更新をご案内ください。",
            )
        case CertificateStanding.VALID:
            pass
    if person.card_differs_in and tell_difference:
        yield "UK003", f"カードの{'・'.join(person.card_differs_in)}が最新の情報と異なります。"
