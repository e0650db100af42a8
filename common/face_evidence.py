"""What a card shows of its face record to whoever must not see the photo."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class FaceEvidence:
    """Of 券面事項確認AP EF 0002 and EF 0004, what proves the card's key (sources: card 5).

    The photo and the images themselves never leave the session worker; their digests do.
    """

    birth_sex_key: bytes = field(repr=False)  # DF22 ‖ DF23 ‖ DF24 with their headers
    images_digest: bytes = field(repr=False)  # SHA-256(DF25 ‖ DF26)
    photo_digest: bytes = field(repr=False)  # SHA-256(DF27)
    signature: bytes = field(repr=False)  # value of DF28
    cv_certificate: bytes = field(repr=False)  # EF 0004, the 7F21 object
