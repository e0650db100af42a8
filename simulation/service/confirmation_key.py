"""資格確認キー: the service's name for one qualification, as one facility gets it.

How the real system makes it is not public. Here it is the same at each visit, another one at
each facility, and tells nothing of the person.
"""

from hashlib import sha256

from simulation.service.registry import Entry, Insurance

_DIGITS = 32


def confirmation_key(person: Entry, insurance: Insurance, facility_code: str) -> str:
    parts = (facility_code, person.key, insurance.insurer_number, insurance.number)
    return sha256("\0".join(parts).encode()).hexdigest()[:_DIGITS].upper()
