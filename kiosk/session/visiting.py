"""Leaflet steps 3 and 4: the questions, while the eligibility query runs behind them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from common.certificate_dates import CertificateStanding
from common.decisions import Decision
from consent.port import PARTS, Answer, Item
from kiosk.session import events, intents
from kiosk.session.effects import DeliverResult, EndWorker, Register, StoreConsent
from kiosk.session.events import Event
from kiosk.session.flow import ASKED_OF_SOME, LEAVING_DECLINES, FlowProfile
from kiosk.session.screens import Notice, StopReason
from kiosk.session.states import (
    Asking,
    AwaitingQualification,
    Completed,
    Delivery,
    Eligibility,
    Farewell,
    Pending,
    Registering,
    Settling,
    Stopped,
    StoringConsent,
    Visit,
    Visiting,
)
from kiosk.session.transition import Transition, go, stop
from qualification.port import Prescription


def proceed(phase: Visiting, event: Event, flow: FlowProfile) -> Transition | None:
    """The step that `event` causes after identity is proven."""
    match event:
        case events.EligibilityKnown(eligibility=eligibility):
            return _eligibility_known(phase, eligibility, flow)
        case events.ServiceSlow():
            return go(replace(phase, visit=replace(phase.visit, slow=True)))
        case events.EligibilityFailed(reason=reason):
            return stop(phase.visit.session, reason)
        case events.CardRemoved():
            return _card_taken(phase, flow)
        case _:
            pass
    match phase, event:
        case Asking(item=item, part=part), intents.Answered(answer=answer) if (
            answer.item is item and answer.part == part
        ):
            visit = replace(phase.visit, answers=(*phase.visit.answers, answer))
            if item is Item.REGISTRATION and answer.decision is Decision.AGREED:
                return _register(visit, answer)
            return next_question(visit, flow)
        case StoringConsent(visit=Visit(query=Eligibility(valid=False) as known)), _:
            return _stop_not_qualified(phase.visit, known, event)
        case StoringConsent(), events.ConsentStored():
            if _decision(phase.visit, Item.REGISTRATION) is Decision.DECLINED:
                return stop(phase.visit.session, StopReason.NOT_REGISTERED)
            return deliver(phase.visit)
        case StoringConsent(), events.ConsentNotStored():
            return stop(phase.visit.session, StopReason.CONSENT_NOT_STORED)
        case ((Asking() | Settling()), intents.StaffChosen()):
            return stop(phase.visit.session, StopReason.STAFF_CALLED)
        case _:
            return None


def next_question(visit: Visit, flow: FlowProfile) -> Transition:
    """What is due now: registration, a consent, waiting for the answer, or storing."""
    match visit.query:
        case Eligibility(registered=False) if visit.card.carrier.is_phone:
            return stop(visit.session, StopReason.PHONE_NOT_REGISTERED)
        case Eligibility(registered=False):
            match _decision(visit, Item.REGISTRATION):
                case None:
                    return go(Asking(visit, Item.REGISTRATION))
                case Decision.DECLINED:
                    return _store_declined(visit)
                case _:  # Registered, yet the service says it is not.
                    return stop(visit.session, StopReason.SERVICE_REFUSED)
        case Eligibility(valid=False):
            return _store_not_qualified(visit)
        case Eligibility() | Pending():
            pass
        case _:
            assert_never(visit.query)
    item = _due(visit, flow)
    waits = isinstance(visit.query, Pending) and item in {None, *ASKED_OF_SOME}
    if item is not None and not waits:
        return go(
            Asking(visit, item, next(_waiting(visit), None) if item is Item.DISPENSING else None)
        )
    if waits:
        return go(AwaitingQualification(visit))
    return _store(visit, flow)


def _due(visit: Visit, flow: FlowProfile) -> Item | None:
    """The next question that is open and applies; the one tap comes before all others."""
    if visit.card_taken:
        return None  # Nobody is there to answer.
    if flow.one_tap and _decision(visit, Item.ALL) is None and _applies(Item.ALL, visit):
        return Item.ALL
    agreed_at_once = PARTS[Item.ALL] if _decision(visit, Item.ALL) is Decision.AGREED else ()
    for item in flow.questions:
        is_open = _decision(visit, item) is None and item not in agreed_at_once
        if item is Item.DISPENSING:
            is_open = any(_waiting(visit))
        if is_open and _applies(item, visit):
            return item
    return None


def _waiting(visit: Visit) -> Iterator[Prescription]:
    """Those that were not asked about yet."""
    answered = {a.part for a in visit.answers}
    known = visit.query.prescriptions if isinstance(visit.query, Eligibility) else ()
    return (each for each in known if each.number not in answered)


def _decision(visit: Visit, item: Item) -> Decision | None:
    return next((a.decision for a in visit.answers if a.item is item), None)


def _applies(item: Item, visit: Visit) -> bool:
    if visit.card.certificate is CertificateStanding.GRACE:
        return False  # Only 資格情報 may be given in the grace period (sources: domain 1.7).
    match item:
        case Item.HEALTH_CHECKUPS:
            # Until the answer is known, the question itself offers 「同意しない・40歳未満」.
            return isinstance(visit.query, Pending) or visit.query.checkups_apply
        case _ if item in ASKED_OF_SOME:
            return isinstance(visit.query, Pending) or item in visit.query.has
        case _:
            return True


def _eligibility_known(phase: Visiting, eligibility: Eligibility, flow: FlowProfile) -> Transition:
    """Take the answer in; never change a question under the patient's finger."""
    visit = replace(phase.visit, query=eligibility)
    if isinstance(phase, Asking):
        return go(replace(phase, visit=visit))
    return next_question(visit, flow)


def _card_taken(phase: Visiting, flow: FlowProfile) -> Transition:
    """A card is taken on purpose, and that may be an answer; a phone also slips."""
    if phase.visit.card.carrier.is_phone and not isinstance(phase, StoringConsent):
        return stop(phase.visit.session, StopReason.CARD_REMOVED)
    match phase:
        case Asking(item=item) if item in LEAVING_DECLINES:
            return next_question(replace(phase.visit, card_taken=True), flow)
        case AwaitingQualification() | StoringConsent():
            return go(replace(phase, visit=replace(phase.visit, card_taken=True)))
        case Settling() | Asking() | Registering():
            return stop(phase.visit.session, StopReason.CARD_REMOVED)
        case _:
            assert_never(phase)


def _register(visit: Visit, answer: Answer) -> Transition:
    session = visit.session.asking()
    visit = replace(visit, session=session, query=Pending(session.requests), slow=False)
    request = Register(session.session_id, session.requests, visit.method, answer)
    return go(Registering(visit), request)


def _store_declined(visit: Visit) -> Transition:
    """Who declines to register goes to the counter; that they declined is kept all the same."""
    session = visit.session.asking()
    visit = replace(visit, session=session)
    request = StoreConsent(
        session.session_id, session.requests, visit.method, visit.answers, report=False
    )
    return go(StoringConsent(visit, session.requests), request)


def _store_not_qualified(visit: Visit) -> Transition:
    """Nothing is agreed to; the answer still goes to the receipt computer, as staff need it.

    Answers given so far are dropped: nobody will make use of them.
    """
    session = visit.session.asking()
    visit = replace(visit, session=session)
    request = StoreConsent(session.session_id, session.requests, visit.method, ())
    return go(StoringConsent(visit, session.requests), request)


def _stop_not_qualified(visit: Visit, known: Eligibility, event: Event) -> Transition | None:
    reason = StopReason.LAPSED if known.lapsed else StopReason.NOT_QUALIFIED
    match event:
        case events.ConsentStored():
            session = visit.session.asking()
            return go(
                Stopped(reason),
                DeliverResult(session.session_id, session.requests),
                EndWorker(session.session_id),
            )
        case events.ConsentNotStored():
            return stop(visit.session, reason)
        case _:
            return None


def _store(visit: Visit, flow: FlowProfile) -> Transition:
    session = visit.session.asking()
    visit = replace(visit, session=session, answers=_spelt_out(visit))
    # The registration was kept before it was made.
    answers = tuple(a for a in visit.answers if a.item is not Item.REGISTRATION)
    request = StoreConsent(
        session.session_id,
        session.requests,
        visit.method,
        answers,
        provided=tuple(item for item in flow.by_rule if _applies(item, visit)),
        rule=flow.name.value,
    )
    return go(StoringConsent(visit, session.requests), request)


def _spelt_out(visit: Visit) -> tuple[Answer, ...]:
    """What the one tap agreed to, item by item, under the text that was on the screen.

    Choosing one by one is no decision about anything: the answers that followed are.
    """
    answers: list[Answer] = []
    for answer in visit.answers:
        if answer.item is not Item.ALL:
            answers.append(answer)
        elif answer.decision is Decision.AGREED:
            covered = (item for item in PARTS[Item.ALL] if _applies(item, visit))
            answers += [replace(answer, item=item) for item in covered]
    return tuple(answers)


def deliver(visit: Visit) -> Transition:
    """Completed for the patient, who leaves nothing personal behind but the sealed message.

    The delivery process brings it to the service and to the receipt computer behind the screen.
    """
    session = visit.session.asking()
    phase = Farewell if visit.card_taken else Completed
    return go(
        phase(session, session.requests, Delivery.PENDING, _notice(visit)),
        DeliverResult(session.session_id, session.requests),
        EndWorker(session.session_id),
    )


def _notice(visit: Visit) -> Notice | None:
    """What has to be said at the desk today comes before what has months of time."""
    if isinstance(visit.query, Eligibility) and visit.query.notice is not None:
        return visit.query.notice
    match visit.card.certificate:
        case CertificateStanding.GRACE:
            return Notice.GRACE_GIVEN
        case CertificateStanding.EXPIRES_SOON:
            return Notice.CERTIFICATE_EXPIRES_SOON
        case CertificateStanding.VALID:
            return None
        case _:
            assert_never(visit.card.certificate)
