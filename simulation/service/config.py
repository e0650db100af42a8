"""What the mock service needs to know to start."""

from dataclasses import dataclass
from pathlib import Path

from qualification.port import ProofKind
from simulation.service.revocation import RevocationWay

OWN_PROOFS = frozenset({ProofKind.PIN, ProofKind.ATTESTED, ProofKind.PHONE})
"""What a kiosk can give without a maker's adapter."""


@dataclass(frozen=True)
class ServiceConfig:
    """Folders are laid out as set-up makes them (see `simulation.service.pki` for `pki_dir`).

    `cards_dir` holds `jpki_test_auth_ca.pem` and `.key`, `card_face_ca.pem` and for each person
    `<key>/auth_certificate.der` and `<key>/face_public_key.der`.
    """

    pki_dir: Path
    cards_dir: Path
    people_file: Path
    database_url: str  # SQLAlchemy: sqlite:////path/to/file, postgresql+psycopg://…
    control_dir: Path | None = None  # None: no scenario can be played.
    host: str = "127.0.0.1"
    port: int = 0  # 0: any free port, announced when ready.
    revocation: RevocationWay = RevocationWay.CRL
    proofs: frozenset[ProofKind] = OWN_PROOFS
    """Of identity, that are taken; the PIN is always among them: every kiosk offers it."""
    cache_dir: Path | None = None  # Where the last CRL is kept; None: it is not.
    keep: bool = False
    """Serve what the database holds; otherwise it is filled with the data files' people first."""
    subsidy_element: str = "MedicalSubsidy"
    """How the element with 医療費助成 (PMH) begins in each result of who agreed to use it.

    Readers put what PMH answers into files of its own (`PMHsimsm…`), whose form is not public: the
    name and the content are ours.
    """
    difference_element: str | None = None
    """Name of an element in each result that lists what of the four on the card is no longer so.

    How the real system marks it was not found in public: None, the default, puts a sentence
    into `ProcessingResultMessage`, which receipt computers show as it is.
    """

    def url(self, port: int) -> str:
        """Where it is reached when it was given this port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"https://{host}:{port}"

    @classmethod
    def for_demo(
        cls, demo_dir: Path, people_file: Path, control_dir: Path | None = None, port: int = 0
    ) -> "ServiceConfig":
        folder = demo_dir / "service"
        return cls(
            pki_dir=demo_dir / "pki",
            cards_dir=demo_dir / "cards",
            people_file=people_file,
            database_url=f"sqlite:///{(folder / 'service.sqlite').absolute()}",
            control_dir=control_dir,
            port=port,
            cache_dir=folder,
        )
