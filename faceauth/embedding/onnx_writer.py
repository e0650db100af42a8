"""Writes a small ONNX graph as bytes: just enough protobuf for what OpenCV's DNN reads.

Field numbers are those of `onnx.proto` (IR version 8, operators of set 13). The onnx package
itself would bring a protobuf runtime into the product for these few lines.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_IR_VERSION, _OPERATOR_SET = 8, 13
_FLOAT, _INT64 = 1, 7
_ATTRIBUTE_INT, _ATTRIBUTE_INTS = 2, 7


class OnnxGraph:
    """A graph that grows node by node; one input, one output."""

    def __init__(self, input_name: str, input_shape: Sequence[int]) -> None:
        self._input = _value(input_name, input_shape)
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def constant(self, name: str, values: NDArray[np.generic]) -> str:
        """Add float32 or int64 values; returns `name`."""
        kind = _INT64 if values.dtype == np.int64 else _FLOAT
        raw = values.astype("<i8" if kind == _INT64 else "<f4").tobytes()
        dims = b"".join(_number(1, size) for size in values.shape)
        self._constants.append(dims + _number(2, kind) + _text(8, name) + _bytes(9, raw))
        return name

    def node(
        self, operator: str, inputs: Sequence[str], output: str, **attributes: int | list[int]
    ) -> str:
        """Append an operator; returns the name of its `output`."""
        fields = b"".join(_text(1, name) for name in inputs) + _text(2, output)
        fields += _text(3, output) + _text(4, operator)
        for name, value in attributes.items():
            fields += _bytes(5, _attribute(name, value))
        self._nodes.append(fields)
        return output

    def model(self, output_name: str, output_shape: Sequence[int]) -> bytes:
        """The whole as the bytes of a .onnx file."""
        graph = b"".join(_bytes(1, node) for node in self._nodes) + _text(2, "graph")
        graph += b"".join(_bytes(5, constant) for constant in self._constants)
        graph += _bytes(11, self._input) + _bytes(12, _value(output_name, output_shape))
        operators = _text(1, "") + _number(2, _OPERATOR_SET)
        return _number(1, _IR_VERSION) + _bytes(7, graph) + _bytes(8, operators)


def _value(name: str, shape: Sequence[int]) -> bytes:
    dims = b"".join(_bytes(1, _number(1, size)) for size in shape)
    tensor = _number(1, _FLOAT) + _bytes(2, dims)
    return _text(1, name) + _bytes(2, _bytes(1, tensor))


def _attribute(name: str, value: int | list[int]) -> bytes:
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, _ATTRIBUTE_INT)
    numbers = b"".join(_number(8, each) for each in value)
    return _text(1, name) + numbers + _number(20, _ATTRIBUTE_INTS)


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
