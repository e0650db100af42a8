"""dlib's face network, weight for weight, as an ONNX graph that OpenCV runs.

OpenCV's convolutions take a fifth of the time of a dlib without BLAS, and leave Python's GIL to
others while they run. The weights are read out of dlib's own model file, whose layout is
    per layer "\\x01" + length + name ("con_4", "affine_", "fc_2"), its parameters as one tensor:
    version 2, four sizes (each: byte count, then little-endian bytes), float32 values
in the order of the forward pass. Only the file with the known hash is read, so there is nothing
to guess; that the numbers come out alike is tested against dlib.

The network (dlib's dnn_face_recognition_ex.cpp): a 7 × 7 convolution, 14 residual blocks of two
3 × 3 convolutions, the mean over the picture, 128 outputs. Its peculiarity: a block that halves
the size adds two tensors of different sizes, the smaller one filled up with zeros.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from faceauth import model_files
from faceauth.embedding.alignment import CHIP_PX
from faceauth.embedding.onnx_writer import OnnxGraph

DIMENSIONS = 128
MEAN_RGB = (122.782, 117.001, 104.298)
SCALE = 1 / 256
"""What dlib subtracts from each channel, and multiplies with, before the first layer."""

SHA256 = "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30"

_LAYER = re.compile(rb"\x01[\x04\x05\x07](con_4|affine_|fc_2)(?=[\x01-\x04])")
_BLOCKS = (
    (32, False), (32, False), (32, False),
    (64, True), (64, False), (64, False), (64, False),
    (128, True), (128, False), (128, False),
    (256, True), (256, False), (256, False),
    (256, True),
)  # fmt: skip
"""Filters of each residual block, and whether it halves the picture."""


@dataclass(frozen=True)
class _Convolution:
    filters: NDArray[np.float32]  # outputs × inputs × height × width
    bias: NDArray[np.float32]


def embedding_graph(model_file: Path, batch: int) -> bytes:
    """The bytes of an .onnx file: `batch` × 3 × 150 × 150 in RGB to `batch` × 128.

    Raises `ModelUnusable` when the file is another than the known one.
    """
    layers = _tensors(model_files.read_model(model_file, SHA256))
    graph = OnnxGraph("chips", (batch, 3, CHIP_PX, CHIP_PX))
    first = _convolution(layers, inputs=3, outputs=32, side=7)
    x = graph.node("Relu", [_convolve(graph, "chips", "first", first, stride=2)], "first_relu")
    x = graph.node("MaxPool", [x], "pool", kernel_shape=[3, 3], strides=[2, 2])
    size_px, channels = 35, 32
    for number, (filters, halves) in enumerate(_BLOCKS):
        x, size_px = _block(graph, layers, f"b{number}", x, (size_px, channels), filters, halves)
        channels = filters
    x = graph.node("GlobalAveragePool", [x], "mean")
    x = graph.node("Flatten", [x], "flat", axis=1)
    weights = next(layers).reshape(channels, DIMENSIONS)
    x = graph.node("MatMul", [x, graph.constant("weights", weights)], "embeddings")
    return graph.model(x, (batch, DIMENSIONS))


def _block(
    graph: OnnxGraph,
    layers: Iterator[NDArray[np.float32]],
    name: str,
    x: str,
    shape: tuple[int, int],
    filters: int,
    halves: bool,
) -> tuple[str, int]:
    """Append a residual block; returns its output and the side of that in pixels."""
    size_px, channels = shape
    stride = 2 if halves else 1
    first = _convolution(layers, channels, filters, 3)
    second = _convolution(layers, filters, filters, 3)
    y = graph.node("Relu", [_convolve(graph, x, f"{name}a", first, stride)], f"{name}a_relu")
    y = _convolve(graph, y, f"{name}b", second, 1)
    if halves:
        convolved_px, pooled_px = (size_px - 3) // 2 + 1, size_px // 2
        x = graph.node("AveragePool", [x], f"{name}_pool", kernel_shape=[2, 2], strides=[2, 2])
        size_px = max(convolved_px, pooled_px)
        x = _filled_up(graph, x, f"{name}_x", filters - channels, size_px - pooled_px)
        y = _filled_up(graph, y, f"{name}_y", 0, size_px - convolved_px)
    total = graph.node("Add", [y, x], f"{name}_sum")
    return graph.node("Relu", [total], f"{name}_relu"), size_px


def _filled_up(graph: OnnxGraph, x: str, name: str, channels: int, px: int) -> str:
    """Append zeros after the last channel, row and column."""
    if not channels and not px:
        return x
    pads = graph.constant(f"{name}_pads", np.array([0, 0, 0, 0, 0, channels, px, px], np.int64))
    return graph.node("Pad", [x, pads], f"{name}_pad")


def _convolve(graph: OnnxGraph, x: str, name: str, layer: _Convolution, stride: int) -> str:
    side = layer.filters.shape[2]
    pad = side // 2 if stride == 1 else 0
    filters = graph.constant(f"{name}_filters", layer.filters)
    bias = graph.constant(f"{name}_bias", layer.bias)
    return graph.node(
        "Conv",
        [x, filters, bias],
        name,
        kernel_shape=[side, side],
        strides=[stride, stride],
        pads=[pad] * 4,
    )


def _convolution(
    layers: Iterator[NDArray[np.float32]], inputs: int, outputs: int, side: int
) -> _Convolution:
    """The next convolution and the affine layer after it, made one."""
    parameters, affine = next(layers), next(layers)
    filters = parameters[:-outputs].reshape(outputs, inputs, side, side)
    gain, offset = affine[:outputs], affine[outputs:]
    return _Convolution(
        filters * gain[:, np.newaxis, np.newaxis, np.newaxis],
        parameters[-outputs:] * gain + offset,
    )


def _tensors(data: bytes) -> Iterator[NDArray[np.float32]]:
    """The parameters of every layer that has any, in the order of the forward pass."""
    for layer in _LAYER.finditer(data):
        at = layer.end()
        if layer[1] == b"fc_2":
            _, at = _integer(data, at)  # Outputs and inputs, which the tensor says again.
            _, at = _integer(data, at)
        _version, at = _integer(data, at)
        sizes = []
        for _ in range(4):
            size, at = _integer(data, at)
            sizes.append(size)
        count = int(np.prod(sizes))
        yield np.frombuffer(data, "<f4", count, at).astype(np.float32)


def _integer(data: bytes, at: int) -> tuple[int, int]:
    """dlib's integer: a byte that counts bytes, and those; returns where the next begins."""
    count = data[at]
    return int.from_bytes(data[at + 1 : at + 1 + count], "little"), at + 1 + count
