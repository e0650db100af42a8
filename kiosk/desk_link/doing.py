"""What the desk wants done, done on the thread that the session belongs to."""

from collections.abc import Callable

from kiosk.desk_link.messages import HandOut, Outcome, TryQueueAgain, read_act
from kiosk.desk_link.process import Wanted
from kiosk.session.states import State, session_of
from kiosk.staff.acts import Act


def do_for_desk(
    wanted: Wanted,
    state: State,
    *,
    perform: Callable[[Act, str], bool],
    try_queue_again: Callable[[], None],
) -> Outcome:
    """`perform` carries out an act of whom it is told, and says whether there was anything to do.

    What staff saw a patient before them for is not done to the next one.
    """
    act = read_act(wanted.act)
    session = session_of(state.phase)
    goes_on = None if session is None else session.session_id
    if wanted.session_id is not None and wanted.session_id != goes_on:
        return Outcome.NOT_NOW
    match act:
        case None | HandOut():  # A print is made where the outbox is read.
            return Outcome.NOT_NOW
        case TryQueueAgain():
            try_queue_again()
            return Outcome.DONE
        case _:
            return Outcome.DONE if perform(act, wanted.by) else Outcome.NOT_NOW
