"""BER-TLV as the card's files use it: one- or two-byte tags, lengths of at most two bytes.

Everything read here comes from a card that may be damaged or forged, so lengths are checked
against what is there before anything is copied. Raises `BadCardAnswer` and nothing else.
"""

from dataclasses import dataclass, field

from reader.errors import BadCardAnswer


@dataclass(frozen=True)
class Tlv:
    """Views into the buffer that was parsed: wipe that buffer and these are empty of content."""

    tag: int
    value: memoryview = field(repr=False)
    whole: memoryview = field(repr=False)
    """Header and value, as signatures cover them."""


def header(data: bytes | bytearray | memoryview) -> tuple[int, int, int]:
    """(tag, header length, value length) of the object at the start of `data`."""
    try:
        tag, position = data[0], 1
        if tag & 0x1F == 0x1F:
            tag, position = tag << 8 | data[1], 2
            if tag & 0x80:
                raise BadCardAnswer("a tag of more than two bytes")
        length = data[position]
        position += 1
        if length in (0x81, 0x82):
            width = length & 0x0F
            length = int.from_bytes(data[position : position + width], "big")
            if len(data) < position + width:
                raise BadCardAnswer("a length that is cut off")
            position += width
        elif length >= 0x80:
            raise BadCardAnswer("a length form that the card does not use")
    except IndexError:
        raise BadCardAnswer("a header that is cut off") from None
    return tag, position, length


def total_length(data: bytes | bytearray | memoryview) -> int:
    """How long the object is that starts here, from its header alone."""
    _, header_length, value_length = header(data)
    return header_length + value_length


def children(data: bytes | bytearray | memoryview) -> tuple[Tlv, ...]:
    """The objects that fill `data` exactly."""
    found = []
    rest = memoryview(data)
    while rest:
        tag, header_length, value_length = header(rest)
        end = header_length + value_length
        if end > len(rest):
            raise BadCardAnswer("an object longer than what holds it")
        found.append(Tlv(tag, rest[header_length:end], rest[:end]))
        rest = rest[end:]
    return tuple(found)


def only(data: bytes | bytearray | memoryview, tag: int) -> Tlv:
    """The one object with `tag` that fills `data`."""
    found = children(data)
    if len(found) != 1 or found[0].tag != tag:
        raise BadCardAnswer(f"no single object {tag:X}")
    return found[0]


def by_tag(data: bytes | bytearray | memoryview) -> dict[int, Tlv]:
    """The objects that fill `data`, each tag at most once."""
    found = children(data)
    table = {item.tag: item for item in found}
    if len(table) != len(found):
        raise BadCardAnswer("a tag that occurs twice")
    return table


def encode(tag: int, value: bytes) -> bytes:
    """One object; lengths from 128 on take the form 82 hh ll, as on the card."""
    tag_bytes = tag.to_bytes(2 if tag > 0xFF else 1, "big")
    length = len(value)
    length_bytes = bytes((length,)) if length < 0x80 else b"\x82" + length.to_bytes(2, "big")
    return tag_bytes + length_bytes + value
