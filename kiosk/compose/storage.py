"""Where the consent ledger, its outbox and their key lie."""

from pathlib import Path

from consent.keys import KeyProvider, kiosk_keys
from kiosk.config import Config

CONSENT_KEY = "consent.key"
CONSENT_LEDGER = "consent.sqlite"


def consent_keys(config: Config) -> KeyProvider:
    return kiosk_keys(config.storage.state / CONSENT_KEY)


def consent_ledger(config: Config) -> Path:
    return config.storage.state / CONSENT_LEDGER
