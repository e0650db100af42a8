"""Each screen with each member of every enum that it can show: for voices, pictures and tests."""

from consent.port import Item
from faceauth.port import MOVES, Guidance
from kiosk.session.screens import (
    Attract,
    ChooseMethod,
    ClosedFor,
    Completed,
    Face,
    FaceOffer,
    Farewell,
    Notice,
    NumberB,
    NumberBPart,
    OutOfService,
    Pin,
    PinOffer,
    PlacePhone,
    Preparing,
    Question,
    Reading,
    Screen,
    StaffCheck,
    StaffHere,
    Stopped,
    StopReason,
    Waiting,
    WaitingFor,
    WorkerProblem,
)
from reader.port import ReaderProblem


def every_screen() -> list[Screen]:
    notices = (None, *Notice)
    return [
        Attract(camera_works=True),
        Attract(camera_works=False),
        Attract(camera_works=True, service_works=False),
        Attract(camera_works=True, phone_offered=True),
        Attract(camera_works=False, phone_offered=True),
        *(PlacePhone(card_present=present) for present in (False, True)),
        Preparing(card_placed=False),
        Preparing(card_placed=True),
        *(OutOfService(problem) for problem in (*ReaderProblem, *WorkerProblem, *ClosedFor)),
        Reading(),
        *(ChooseMethod(face, PinOffer.READY, None) for face in FaceOffer),
        ChooseMethod(FaceOffer.PREPARING, PinOffer.READY, None, number_b_needed=True),
        ChooseMethod(FaceOffer.PREPARING, PinOffer.READY, None, phone_offered=True),
        ChooseMethod(
            FaceOffer.AGAIN, PinOffer.LOCKED, Notice.CERTIFICATE_GRACE, phone_offered=True
        ),
        *(
            ChooseMethod(FaceOffer.AGAIN, PinOffer.READY, None, hindrance=guidance)
            for guidance in Guidance
            if guidance not in {Guidance.NONE, *MOVES}
        ),
        *(ChooseMethod(FaceOffer.READY, pin, notice) for pin in PinOffer for notice in notices),
        *(
            Face(guidance, 0.5, pin_offered=offered, preparing=preparing)
            for guidance in Guidance
            for offered in (True, False)
            for preparing in (True, False)
        ),
        *(
            Pin(tries_left, was_wrong, confirm_last_try=confirm, face_offered=offered)
            for tries_left, confirm in ((3, False), (2, False), (1, False), (1, True))
            for was_wrong in (True, False)
            for offered in (True, False)
        ),
        NumberB(was_wrong=True),
        *(NumberB(was_wrong=False, part=part) for part in NumberBPart),
        StaffCheck(was_wrong=False),
        StaffCheck(was_wrong=True),
        StaffCheck(was_wrong=False, is_locked=True),
        *(Question(item) for item in Item),
        *(Waiting(what) for what in WaitingFor),
        Waiting(WaitingFor.QUALIFICATION, slow=True),
        *(Completed(notice) for notice in notices),
        Completed(Notice.RESULT_DELAYED, card_left=True),
        *(Farewell(notice) for notice in notices),
        *(Stopped(reason, card_present=True) for reason in StopReason),
        Stopped(StopReason.TIMED_OUT, card_present=True, card_left=True),
        Stopped(StopReason.CERTIFICATE_EXPIRED, card_present=True, card_left=True),
        StaffHere(),
    ]


def every_screen_with_a_phone() -> list[Screen]:
    """Those that say something else when no card lies in the reader, but a phone."""
    return [
        Reading(),
        *(ChooseMethod(FaceOffer.PHONE, pin, None) for pin in (PinOffer.READY, PinOffer.LOCKED)),
        *(
            Pin(tries_left, was_wrong, confirm_last_try=confirm, face_offered=False)
            for tries_left, confirm in ((3, False), (1, True))
            for was_wrong in (True, False)
        ),
        *(Waiting(WaitingFor.IDENTITY, slow=slow) for slow in (False, True)),
        Completed(None),
        Completed(Notice.CERTIFICATE_EXPIRES_SOON),
        Completed(None, card_left=True),
        Stopped(StopReason.TIMED_OUT, card_present=True, card_left=True),
        Stopped(StopReason.RESET_BY_STAFF, card_present=True),
        Stopped(StopReason.INTERNAL_FAULT, card_present=True),
    ]
