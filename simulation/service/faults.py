"""The bad manners of a service in trouble, for rehearsals and tests."""

import asyncio
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from simulation.service.control import Scenario

CLOCK_SKEW = timedelta(hours=1)

_GARBAGE = b"\x00\xff<html>gateway</html>"
_OTHER_XML = b'<?xml version="1.0" encoding="UTF-8"?><Other><Part/></Other>'
_OTHER_JSON = b'{"something": "else"}'

_SENT_OF_IT = {
    Scenario.DROP_ANSWER: 0,
    Scenario.DROP_HEADERS: 20,  # HTTP/1.1 200 OK and three bytes of the first header.
}
_CUTS = {*_SENT_OF_IT, Scenario.DROP_BODY}


def spoiled(response: Response, scenario: Scenario) -> Response:
    """The answer as `scenario` has it; refusals and failures stay what they are."""
    if response.status_code != 200:
        return response
    is_xml = response.media_type == "application/xml"
    match scenario:
        case Scenario.GARBAGE:
            return Response(_GARBAGE, media_type=response.media_type)
        case Scenario.WRONG_SCHEMA:
            return Response(_OTHER_XML if is_xml else _OTHER_JSON, media_type=response.media_type)
        case Scenario.TRUNCATED_XML if is_xml:
            return Response(bytes(response.body)[:-40], media_type=response.media_type)
        case _:
            return response


class CutTransport:
    """A connection that ends amid the answer, as `scenario` has it.

    In front of a transport, all of whose other methods it passes on.
    """

    def __init__(self, transport: asyncio.Transport, scenario: Any) -> None:
        self._transport = transport
        self._scenario = scenario

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        scenario: Scenario = self._scenario()
        if scenario not in _CUTS:
            self._transport.write(data)
            return
        length = _SENT_OF_IT.get(scenario)
        if length is None:
            end_of_headers = data.find(b"\r\n\r\n")
            # Headers and body are written one after the other.
            length = len(data) if end_of_headers >= 0 else len(data) // 2
            if end_of_headers >= 0:
                self._transport.write(data)
                return
        self._transport.write(data[:length])
        self._transport.close()
