"""Every delay of a session, each with its reason. All in milliseconds."""

READ_CARD_MS = 8_000
"""A card answers its certificate in under 2 s at 106 kbit/s; longer means it lies badly."""

PLACE_PHONE_MS = 60_000
"""Finding the phone, unlocking it, or having it recognise its owner."""

CHOOSE_MS = 60_000
"""Idle limit of a screen that asks one thing (sources: ux 1b: 60 to 90 s at a reception)."""

FACE_MS = 45_000
"""Until somebody is in the picture, and again from then on; then the choice is offered again."""

PIN_MS = 60_000
"""Remembering and typing four digits."""

NUMBER_B_MS = 120_000
"""Finding three numbers on the card and typing fourteen digits."""

OPEN_FACE_RECORD_MS = 10_000
"""The number is verified and some 5 kB are read, which takes up to 3 s at 106 kbit/s."""

VERIFY_PIN_MS = 5_000
"""VERIFY takes well under 1 s; a card that is silent longer was moved."""

IDLE_WARNING_MS = 20_000
"""Time to say "I am still here" before a screen that nobody answers is given up: to see the
question, to understand it and to reach out (WCAG 2.2.1 asks for at least 20 s)."""

CARD_LEFT_MS = 60_000
"""A card that still lies there when its reception is over was forgotten: staff are called."""

FORGET_PREFERENCES_MS = 60_000
"""Who chose a language, touched nothing since and placed no card has gone; the next one comes."""

STAFF_PAUSE_MS = 300_000
"""The longest that a session is paused while staff look after the kiosk."""

STAFF_IDLE_MS = 60_000
"""Staff's screens that nobody touches give the kiosk back by themselves."""

STAFF_MS = 120_000
"""Staff have to walk to the kiosk."""

STAFF_CHECK_MS = 5_000
"""The password is hashed slowly on purpose (about 0.1 s); more is a fault."""

SETTLE_MS = 300
"""How long the first question waits for the service's answer.

Taps are ignored for as long after a screen change anyway, so this costs the patient nothing,
and spares them a question that the answer makes pointless (registration, under 40).
"""

QUESTION_MS = 90_000
"""Reading a consent text aloud takes about 20 s; leave time to think."""

QUALIFICATION_MS = 15_000
"""The ministry expects 3 to 7 s (sources: domain 1.5); at twice that, staff are asked to help."""

REGISTRATION_MS = 20_000
"""Registration and the query after it."""

STORE_CONSENT_MS = 5_000
"""One synchronous commit; a disk that needs longer is failing."""

DELIVERY_MS = 20_000
"""Reporting the consents and writing the result, while the patient already takes the card."""

FAREWELL_MS = 6_000
"""Long enough to read one line while walking away."""

STOPPED_MS = 10_000
"""How long a message stays once the card is gone."""
