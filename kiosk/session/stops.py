"""All ways in which a reception ends at the counter: codes, causes, and what to do.

The codes 001, 002 and 006 are those of the readers in the field (sources: domain 5.7); the text
of 003 to 005 and of all others is not public. Ours begin with U, so that nobody takes them for a
code of the field. `docs/stops.md` is made of this table.
"""

from dataclasses import dataclass

from kiosk.session.screens import StopReason


@dataclass(frozen=True)
class Stop:
    code: str  # Small on the screen, for the call to the help desk.
    cause: str
    patient: str  # As the screen says it.
    staff: str


STOPS: dict[StopReason, Stop] = {
    StopReason.CARD_UNREADABLE: Stop(
        "001",
        "The card could not be read, or lay there too short",
        "Places the card again, without its cover, flat and still",
        "Wipe the card; try another card; then check the reader. Else 資格確認書 or by number",
    ),
    StopReason.NOT_A_MY_NUMBER_CARD: Stop(
        "002",
        "What lies there is no My Number Card",
        "Places the My Number Card",
        "Ask for the card; a 資格確認書 is entered by hand",
    ),
    StopReason.CERTIFICATE_EXPIRED: Stop(
        "006",
        "利用者証明用電子証明書 expired more than three months ago",
        "Comes to the counter; has it renewed at the municipal office",
        "資格確認書, or the insurance as of the last visit with 被保険者資格申立書",
    ),
    StopReason.CERTIFICATE_REVOKED: Stop(
        "006",
        "利用者証明用電子証明書 was revoked",
        "Comes to the counter; asks the municipal office",
        "As for an expired one. A new card was perhaps issued: ask for it",
    ),
    StopReason.PHONE_NOT_READ: Stop(
        "U01",
        "A phone with a certificate (スマホ用電子証明書): this kiosk reads cards only",
        "Takes the phone and places the My Number Card",
        "Without the card: a reader of yours that reads phones, else 資格確認書 or by number",
    ),
    StopReason.PHONE_NOT_CONFIRMED: Stop(
        "U07",
        "An iPhone that had not asked its owner for face or finger when it was laid down",
        "Takes the iPhone, presses the side button twice, confirms, and places it again",
        "Else the card; 資格確認書 or by number",
    ),
    StopReason.PHONE_NOT_REGISTERED: Stop(
        "U08",
        "健康保険証利用登録 is missing, and cannot be made with a phone",
        "Takes the phone and places the My Number Card",
        "Without the card: 資格確認書, or by number",
    ),
    StopReason.PHONE_CERTIFICATE_EXPIRED: Stop(
        "U09",
        "The phone's certificate has expired; a phone has no grace",
        "Takes the phone and places the My Number Card, which may still be in its grace",
        "Without the card: 資格確認書, or by number",
    ),
    StopReason.CERTIFICATE_ON_HOLD: Stop(
        "U02",
        "一時利用停止: the card was reported lost",
        "Comes to the counter; has the stop lifted by the free dial",
        "Is it the holder? Then the free dial lifts it, and the card is placed again",
    ),
    StopReason.CERTIFICATE_MISSING: Stop(
        "U03",
        "The card has no 利用者証明用電子証明書",
        "Comes to the counter; has one issued at the municipal office",
        "資格確認書, or by number",
    ),
    StopReason.LAPSED: Stop(
        "U04",
        "The insurance that the service knows has ended (validity 2)",
        "Comes to the counter and tells of a new insurance",
        "The result file tells what lapsed and when. A new job's insurance comes late: "
        "被保険者資格申立書, and ask again another day",
    ),
    StopReason.NOT_QUALIFIED: Stop(
        "U05",
        "The service knows no insurance (validity 4, or an unknown person)",
        "Comes to the counter with what shows the insurance",
        "Ask for the insurer; 資格確認書, or 被保険者資格申立書, and ask again another day",
    ),
    StopReason.NOT_REGISTERED: Stop(
        "U06",
        "健康保険証利用登録 was declined",
        "Comes to the counter, or registers another time",
        "資格確認書, or by number",
    ),
    StopReason.SERVICE_UNREACHABLE: Stop(
        "U11",
        "The online service does not answer",
        "Waits to be called at the counter",
        "`uketsuke status`; the router, the service's notices. Meanwhile the way for a failure of "
        "the system: name, birth date, sex and address off the card, asked later",
    ),
    StopReason.SERVICE_REFUSED: Stop(
        "U12",
        "The online service does not take this reception",
        "Comes to the counter",
        "The log tells the refusal (`eligibility_failed`); call the vendor when it comes again",
    ),
    StopReason.CONSENT_NOT_STORED: Stop(
        "U13",
        "The decisions could not be kept; nothing was sent",
        "Comes to the counter",
        "The log tells why (`consent_not_stored`): most often a full disk",
    ),
    StopReason.INTERNAL_FAULT: Stop(
        "U14",
        "A part of the kiosk ended",
        "Places the card once more, or comes to the counter",
        "It comes back by itself. When it comes again: the log to the vendor",
    ),
    StopReason.CARD_REMOVED: Stop(
        "U21",
        "The card was taken before the end",
        "Places the card again",
        "Nothing was sent; begin anew",
    ),
    StopReason.PHONE_REMOVED: Stop(
        "U25",
        "The phone was moved before the end",
        "Places the phone again and leaves it there",
        "Nothing was sent; begin anew. A reader on metal, or a thick case, loses phones easily",
    ),
    StopReason.TIMED_OUT: Stop(
        "U22",
        "Nobody touched the screen",
        "Places the card again",
        "Nothing was sent; begin anew",
    ),
    StopReason.STAFF_CALLED: Stop(
        "U23",
        "The patient asked for staff",
        "Waits for staff",
        "Go there",
    ),
    StopReason.RESET_BY_STAFF: Stop(
        "U24",
        "Staff ended the session",
        "Takes the card",
        "Nothing was sent; begin anew",
    ),
}
