"""What stands in for numpy's BLAS in the bundle computes what numpy expects of it."""

import ctypes
import subprocess
from collections.abc import Iterator
from ctypes import c_double, c_float, c_int, c_int64, c_void_p
from itertools import product
from typing import Any

import numpy as np
import pytest

from tests.architecture.source_tree import ROOT

ROW_MAJOR, COLUMN_MAJOR = 101, 102
AS_IT_IS, TRANSPOSED, CONJUGATE = 111, 112, 113
UPPER, LOWER = 121, 122
KINDS = {"s": np.float32, "d": np.float64, "c": np.complex64, "z": np.complex128}


@pytest.fixture(scope="module")
def blas(tmp_path_factory: pytest.TempPathFactory) -> ctypes.CDLL:
    made = tmp_path_factory.mktemp("blas") / "blas.so"
    source = ROOT / "packaging" / "small_blas.c"
    subprocess.run(["gcc", "-Wall", "-Wextra", "-Werror", "-O2", "-shared", "-fPIC", "-o", made,
                    source], check=True)  # fmt: skip
    return ctypes.CDLL(str(made))


@pytest.fixture(params=KINDS)
def numbers(request: pytest.FixtureRequest) -> "Numbers":
    return Numbers(request.param)


class Numbers:
    """Arrays of one kind, and how its routines are called."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.type: Any = KINDS[kind]
        self._random = np.random.default_rng(1)
        self._factors: list[Any] = []

    def make(self, *shape: int) -> Any:
        made = self._random.normal(size=shape) + 1j * self._random.normal(size=shape)
        return (made if self.kind in "cz" else made.real).astype(self.type)

    def factor(self, value: float) -> Any:
        if self.kind in "cz":
            self._factors.append(np.array([value], self.type))  # Until the routine has read it.
            return c_void_p(self._factors[-1].ctypes.data)
        return c_float(value) if self.kind == "s" else c_double(value)

    def call(self, blas: ctypes.CDLL, name: str, *arguments: Any) -> None:
        getattr(blas, f"scipy_cblas_{self.kind}{name}64_")(
            *(
                c_void_p(each.ctypes.data) if isinstance(each, np.ndarray) else each
                for each in arguments
            )
        )

    def are(self, found: Any, wanted: Any) -> None:
        np.testing.assert_allclose(found, wanted, rtol=1e-4 if self.kind in "sc" else 1e-12)


def orders() -> Iterator[tuple[int, str]]:
    yield ROW_MAJOR, "C"
    yield COLUMN_MAJOR, "F"


def laid(array: Any, order: str) -> tuple[Any, c_int64]:
    """In that order, and how far one row or column is from the next."""
    made = np.asarray(array, order=order)  # type: ignore[call-overload]
    return made, c_int64(array.shape[1] if order == "C" else array.shape[0])


def turned(array: Any, how: int) -> Any:
    return {AS_IT_IS: array, TRANSPOSED: array.T, CONJUGATE: array.conj().T}[how]


def test_products_of_matrices(blas: ctypes.CDLL, numbers: Numbers) -> None:
    for (order, letter), how_a, how_b in product(
        orders(), (AS_IT_IS, TRANSPOSED, CONJUGATE), (AS_IT_IS, TRANSPOSED, CONJUGATE)
    ):
        a = numbers.make(*((3, 5) if how_a == AS_IT_IS else (5, 3)))
        b = numbers.make(*((5, 4) if how_b == AS_IT_IS else (4, 5)))
        before = numbers.make(3, 4)
        wanted = turned(a, how_a) @ turned(b, how_b) * 2 + before * 3
        (a, a_lead), (b, b_lead), (c, c_lead) = (laid(each, letter) for each in (a, b, before))
        numbers.call(blas, "gemm", c_int(order), c_int(how_a), c_int(how_b), c_int64(3), c_int64(4),
                     c_int64(5), numbers.factor(2), a, a_lead, b, b_lead, numbers.factor(3), c,
                     c_lead)  # fmt: skip
        numbers.are(c, wanted)


def test_a_matrix_and_a_vector(blas: ctypes.CDLL, numbers: Numbers) -> None:
    for (order, letter), how in product(orders(), (AS_IT_IS, TRANSPOSED, CONJUGATE)):
        a = numbers.make(3, 5)
        result = numbers.make(turned(a, how).shape[0])
        x = numbers.make(2 * turned(a, how).shape[1])
        wanted = turned(a, how) @ x[::2] * 2
        a, lead = laid(a, letter)
        numbers.call(blas, "gemv", c_int(order), c_int(how), c_int64(3), c_int64(5),
                     numbers.factor(2), a, lead, x, c_int64(2), numbers.factor(0), result,
                     c_int64(1))  # fmt: skip
        numbers.are(result, wanted)


def test_a_matrix_and_itself(blas: ctypes.CDLL, numbers: Numbers) -> None:
    for (order, letter), triangle, how in product(orders(), (UPPER, LOWER), (AS_IT_IS, TRANSPOSED)):
        a = numbers.make(*((3, 5) if how == AS_IT_IS else (5, 3)))
        wanted = turned(a, how) @ turned(a, how).T
        (a, lead), (c, c_lead) = laid(a, letter), laid(numbers.make(3, 3), letter)
        numbers.call(blas, "syrk", c_int(order), c_int(triangle), c_int(how), c_int64(3),
                     c_int64(5), numbers.factor(1), a, lead, numbers.factor(0), c,
                     c_lead)  # fmt: skip
        side = np.triu if triangle == UPPER else np.tril
        numbers.are(side(c), side(wanted))


def test_sums_of_vectors(blas: ctypes.CDLL, numbers: Numbers) -> None:
    x, y = numbers.make(8), numbers.make(4)
    wanted = y + 2 * x[::-2]
    numbers.call(blas, "axpy", c_int64(4), numbers.factor(2), x[1:], c_int64(-2), y, c_int64(1))
    numbers.are(y, wanted)


@pytest.mark.parametrize(("kind", "result"), [("s", c_float), ("d", c_double)])
def test_products_of_vectors(blas: ctypes.CDLL, kind: str, result: type) -> None:
    numbers = Numbers(kind)
    x, y = numbers.make(8), numbers.make(4)
    routine = getattr(blas, f"scipy_cblas_{kind}dot64_")
    routine.restype = result
    found = routine(c_int64(4), c_void_p(x.ctypes.data), c_int64(2), c_void_p(y.ctypes.data),
                    c_int64(-1))  # fmt: skip
    numbers.are(found, np.dot(x[::2], y[::-1]))


@pytest.mark.parametrize(("kind", "name"), list(product("cz", ("dotu", "dotc"))))
def test_products_of_complex_vectors(blas: ctypes.CDLL, kind: str, name: str) -> None:
    numbers = Numbers(kind)
    x, y, found = numbers.make(4), numbers.make(4), numbers.make(1)
    routine = getattr(blas, f"scipy_cblas_{kind}{name}_sub64_")
    routine(c_int64(4), c_void_p(x.ctypes.data), c_int64(1), c_void_p(y.ctypes.data), c_int64(1),
            c_void_p(found.ctypes.data))  # fmt: skip
    numbers.are(found[0], np.vdot(x, y) if name == "dotc" else np.dot(x, y))
