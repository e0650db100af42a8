"""What `uketsuke doctor` finds of the reception's console: TLS both ways, and no more than that."""

import ssl

from kiosk.config import Config, Desk
from kiosk.desk_link.line import Line, client_context
from kiosk.errors import SetupFault

_REFUSED_WITHIN_S = 1.0
"""By TLS 1.3 a client learns with the first answer that it is not taken."""


def look(config: Config, desk: Desk) -> str:
    """A kiosk that runs keeps its line: nothing is said on this one. Raises `SetupFault`."""
    try:
        context = client_context(desk.authority, config.service.certificate, config.service.key)
        line = Line(context, desk.host, desk.port)
    except ssl.SSLCertVerificationError as error:
        raise SetupFault(
            f"Whoever answers at {desk.address} is not the console that desk.authority vouches for "
            f"({error.verify_message}). Check both settings, and the console's certificate."
        ) from None
    except OSError as error:
        raise SetupFault(
            f"The console at {desk.address} does not answer ({error.strerror or error}). Start it, "
            "or look at the network between them."
        ) from None
    try:
        for _ in line.hear(_REFUSED_WITHIN_S):
            pass
    except TimeoutError:
        pass  # Nothing but TLS's own came: it waits for what a kiosk says first.
    except OSError:
        raise SetupFault(
            f"The console at {desk.address} does not take this kiosk's certificate. Its "
            "kiosks.authority must be who signed service.certificate."
        ) from None
    finally:
        line.close()
    return f"{desk.address} answers, and takes this kiosk"
