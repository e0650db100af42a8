"""OQS XML from and to frozen values: written in UTF-8 or Shift_JIS, read by name in any order.

What the reader does not know is kept and written again: the file passes through the kiosk on its
way to the receipt computer, which may know more than the kiosk does.
"""

import codecs
import re
import types
import typing
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from common.codes import Code
from common.japan import JST
from qualification.errors import BadAnswer
from qualification.oqs.birthdate import Birthdate
from qualification.oqs.codes import CharacterCode
from qualification.oqs.message import Group, Listed, Message

MAX_BYTES = 1024 * 1024
"""An answer on one person has some kilobytes; a megabyte is a fault or an attack."""

_ROOT = "XmlMsg"
_DECLARATION = re.compile(
    r"""\A\s*<\?xml\b[^>]*?(?:encoding\s*=\s*["']([A-Za-z0-9_.-]+)["'][^>]*)?\?>"""
)
_UTF_8 = {"utf-8", "utf8"}
_WINDOWS_JAPANESE = {
    "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "ms932", "cp932", "windows-31j",
    "cswindows31j",
}  # fmt: skip
"""All are written by programs of Windows: one mapping for all, whatever they call it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_READ_OTHERWISE = str.maketrans({each: f"&#{ord(each)};" for each in "¢£¥¬‖‾−〜"})
"""What Shift_JIS of the standard has and Windows takes for another character, as by codec."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_LONGEST_DECLARATION = 400

UNREADABLE = "●"
"""In place of bytes that are no character, as the field writes one that it cannot show."""

MOST_UNREADABLE = 8
"""More of them are no slip: the whole is in another encoding."""

_REPLACED = "\ufffd"


def build(message: Message, encoding: CharacterCode) -> bytes:
    """The file; what Shift_JIS lacks is written as a character reference and so not lost."""
    text = _group_text(_ROOT, message)
    if encoding is CharacterCode.UTF_8:
        return _declaration("UTF-8") + text.encode("utf-8")
    text = text.translate(_READ_OTHERWISE)
    return _declaration("Shift_JIS") + text.encode("shift_jis", "xmlcharrefreplace")


def parse(data: bytes) -> Message:
    """Read the file; raises `BadAnswer` that names the part which is wrong."""
    if len(data) > MAX_BYTES:
        raise BadAnswer(f"XML of more than {MAX_BYTES} bytes")
    text = _decode(data)
    try:
        root = fromstring(text, forbid_dtd=True)
        if root.tag != _ROOT:
            raise BadAnswer("the XML is not an OQS message")
        return _read_group(root, Message)
    except ET.ParseError:
        raise BadAnswer("the XML is not well-formed") from None
    except DefusedXmlException:
        raise BadAnswer("the XML declares a document type or entities") from None
    except RecursionError:
        raise BadAnswer("the XML is nested too deeply") from None


def _declaration(encoding: str) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}" standalone="no"?>\n'.encode("ascii")


def _decode(data: bytes) -> str:
    """Without its declaration, which Expat would believe; a bad character costs itself alone."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    head = _DECLARATION.match(data[:_LONGEST_DECLARATION].decode(marked or "latin-1", "ignore"))
    label = (head[1] if head and head[1] else "utf-8").lower()
    if marked is None and label in _WINDOWS_JAPANESE:
        text = data.decode("cp932", "replace")
    elif marked is not None or label in _UTF_8:
        text = data.decode(marked or "utf-8", "replace").removeprefix("\ufeff")
    else:
        raise BadAnswer(f"the XML's encoding is {label}")
    if text.count(_REPLACED) > MOST_UNREADABLE:
        raise BadAnswer(f"the XML is not {label}")
    text = text.replace(_REPLACED, UNREADABLE)
    return _NO_XML.sub("", _DECLARATION.sub("", text))


@dataclass(frozen=True)
class _Field:
    """How one field of a group is written: element `name`, value type, item name of a list."""

    attribute: str
    name: str
    type: type
    item: str | None
    required: bool


_known_fields: dict[type[Group], tuple[_Field, ...]] = {}


def _fields(group: type[Group]) -> tuple[_Field, ...]:
    if group not in _known_fields:
        hints = typing.get_type_hints(group, include_extras=True)
        _known_fields[group] = tuple(
            _field(f.name, hints[f.name], required=f.default is MISSING)
            for f in fields(group)
            if f.name != "others"
        )
    return _known_fields[group]


def _field(attribute: str, hint: object, *, required: bool) -> _Field:
    annotated, *metadata = typing.get_args(hint)
    listed = next((m for m in metadata if isinstance(m, Listed)), None)
    return _Field(
        attribute=attribute,
        name=listed.name if listed else "".join(p.capitalize() for p in attribute.split("_")),
        type=_value_type(annotated),
        item=listed.item if listed else None,
        required=required,
    )


def _value_type(hint: object) -> type:
    """`X`, `X | None` and `tuple[X, ...]` all give X."""
    arguments = [a for a in typing.get_args(hint) if a is not types.NoneType and a is not ...]
    return typing.cast(type, arguments[0] if arguments else hint)


def _group_text(name: str, group: Group) -> str:
    others = list(group.others)
    parts = [f"<{name}>"]
    for f in _fields(type(group)):
        value = getattr(group, f.attribute)
        if value is None or value == ():
            continue
        if f.item is not None:
            items = "".join(_group_text(f.item, item) for item in value)
            parts.append(f"<{f.name}>{items}{_kept_in_list(f.name, others)}</{f.name}>")
        elif isinstance(value, Group):
            parts.append(_group_text(f.name, value))
        else:
            parts.append(f"<{f.name}>{escape(_text(value))}</{f.name}>")
    return "".join((*parts, *others, f"</{name}>"))


def _kept_in_list(name: str, others: list[str]) -> str:
    """Take out of `others` what was in that list between its known items."""
    start, end = f"<{name}>", f"</{name}>"
    kept = [text for text in others if text.startswith(start)]
    others[:] = [text for text in others if not text.startswith(start)]
    return "".join(text.removeprefix(start).removesuffix(end) for text in kept)


def _text(value: str | date | datetime | Birthdate | Code) -> str:
    match value:
        case str():
            return value
        case datetime():
            return value.astimezone(JST).strftime("%Y%m%d%H%M%S")
        case date():
            return value.strftime("%Y%m%d")
        case Birthdate():
            return value.digits
        case Code():
            return str(value.value)


_G = typing.TypeVar("_G", bound=Group)


def _read_group(element: ET.Element, group: type[_G]) -> _G:
    known = {f.name: f for f in _fields(group)}
    values: dict[str, object] = {}
    others: list[str] = []
    for child in element:
        f = known.get(child.tag)
        if f is None or f.attribute in values:
            others.append(_kept(child))
        elif f.item is not None:
            values[f.attribute] = tuple(_read_group(i, f.type) for i in child if i.tag == f.item)
            unknown = [item for item in child if item.tag != f.item]
            if unknown:
                child[:] = unknown
                others.append(_kept(child))
        elif issubclass(f.type, Group):
            values[f.attribute] = _read_group(child, f.type)
        else:
            try:
                value = _read_value(child, f.type)
            except ValueError:
                others.append(_kept(child))
            else:
                values[f.attribute] = value
    for f in known.values():
        if f.required and values.get(f.attribute) is None:
            raise BadAnswer(f"{f.name} is missing or not valid")
    return group(others=tuple(others), **values)


def _read_value(element: ET.Element, kind: type) -> object:
    """None for an empty element that is no text; raises ValueError for what does not fit."""
    if len(element):
        raise ValueError("an element with elements where a value belongs")
    text = element.text or ""
    if kind is str:
        return text
    text = text.strip()
    if not text:
        return None
    if kind is datetime:
        return _digits_as_time(text, "%Y%m%d%H%M%S", 14).replace(tzinfo=JST)
    if kind is date:
        return _digits_as_time(text, "%Y%m%d", 8).date()
    return kind(text)


def _digits_as_time(text: str, form: str, digits: int) -> datetime:
    if len(text) != digits or not (text.isascii() and text.isdigit()):
        raise ValueError("strptime alone would guess at a digit that is missing")
    return datetime.strptime(text, form)


def _kept(element: ET.Element) -> str:
    element.tail = None
    return ET.tostring(element, encoding="unicode")
