"""How long exchanges take over the air to a contactless card: a model, not a measurement.

ISO 14443-4: bits at the link's rate in both directions, some milliseconds of frame waiting and
reader turnaround for each exchange, and the card's own time for an RSA signature.
"""

RATES_KBIT_S = (106, 212, 424, 848)
"""What ISO 14443 allows; most readers settle on one of the first three."""

EXCHANGE_MS = 5.0
RSA_MS = 350.0


def air_time_ms(rate_kbit_s: int, *, exchanges: int, transferred_bytes: int, rsa: int) -> float:
    """`transferred_bytes` counts both directions, `rsa` the private-key operations."""
    return transferred_bytes * 8 / rate_kbit_s + exchanges * EXCHANGE_MS + rsa * RSA_MS
