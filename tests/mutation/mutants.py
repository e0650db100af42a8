"""Small faults, one at a time, in the source of a module.

A mutant changes one thing that a tired programmer gets wrong: a comparison, a condition, a number,
a case of a `match`, an argument left out, a statement forgotten. Nothing is changed that no
patient and no member of staff would notice: words of errors, log calls, annotations.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
_LOGS = {"log", "_log"}
_NOT_NOTICED = {"assert_never", "explain", "cast"}

Edit = Callable[[], Callable[[], None]]
"""Does it, in the tree, and returns what takes it back."""


@dataclass(frozen=True)
class Mutant:
    file: str
    function: str
    """Where it is; empty for a value of the module."""
    first_line: int
    last_line: int
    what: str
    made: CodeType
    """Its function or class, compiled with the fault; of a value of the module, its expression."""
    value: str = ""
    """The name of that value."""

    @property
    def name(self) -> str:
        return f"{self.file} {self.function or 'module'}: {self.what}"


def mutants(root: Path, file: str) -> Iterator[Mutant]:
    """All of them, in the order of the source; names are unique and carry no line numbers."""
    path = root / file
    tree = ast.parse(path.read_text("utf-8"))
    seen: dict[str, int] = {}
    for node, place in _places(tree):
        what = place.what
        key = f"{place.function}: {what}"
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            what = f"{what} ({seen[key]})"
        take_back = place.edit()
        try:
            ast.fix_missing_locations(node)
            made = _compiled(node, place, str(path))
        except (SyntaxError, ValueError):
            continue  # A name that would be bound no longer: no program at all.
        finally:
            take_back()
        yield Mutant(file, place.function, *place.lines, what, made, _name(place.value))


@dataclass(frozen=True)
class _Place:
    function: str
    lines: tuple[int, int]
    what: str
    edit: Edit
    value: "ast.Assign | ast.AnnAssign | None" = None


def _compiled(node: ast.stmt, place: _Place, path: str) -> CodeType:
    if place.value is None:
        return compile(ast.Module([node], []), path, "exec")
    assert place.value.value is not None
    return compile(ast.Expression(place.value.value), path, "eval")


def _name(node: "ast.Assign | ast.AnnAssign | None") -> str:
    """Of a value of the module; empty for what is none."""
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) and target.id.upper() == target.id else ""


def _places(tree: ast.Module) -> Iterator[tuple[ast.stmt, _Place]]:
    """Each with the statement of the module that it is in."""
    for node in tree.body:
        for place in _of_statement(node, []):
            yield node, place


def _of_statement(node: ast.stmt, inside: list[str]) -> Iterator[_Place]:
    match node:
        case ast.FunctionDef(name=name, body=body):
            if name in ("__repr__", "__str__"):
                return
            for place in _of_body(body, name):
                function = ".".join([*inside, place.function])
                yield _Place(function, place.lines, place.what, place.edit)
        case ast.ClassDef(name=name, body=body):
            for each in body:
                if not isinstance(each, ast.Assign | ast.AnnAssign | ast.Expr):
                    yield from _of_statement(each, [*inside, name])
        case ast.Assign(value=value) | ast.AnnAssign(value=ast.expr() as value):
            if name := _name(node):
                for what, edit in _of_expression(node, "value", value):
                    lines = node.lineno, node.end_lineno or node.lineno
                    yield _Place("", lines, f"{name}: {what}", edit, node)
        case _:
            return


def _of_body(body: Sequence[ast.stmt], function: str) -> Iterator[_Place]:
    for number, node in enumerate(body):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if is_docstring or _is_not_noticed(node):
            continue
        lines = node.lineno, node.end_lineno or node.lineno
        header = node.lineno, _end_of_header(node)
        if isinstance(body, list) and (removal := _removal(node)):
            what = f"without `{_short(node)}`"
            yield _Place(function, lines, what, _replaced(body, number, removal))
        for field, value in ast.iter_fields(node):
            if field in (
                "body",
                "orelse",
                "finalbody",
                "handlers",
                "cases",
                "annotation",
                "returns",
                "decorator_list",
                "args",
                "type_comment",
                "targets",
                "target",
            ):
                continue
            for what, edit in _of_field(node, field, value):
                yield _Place(function, header, what, edit)
        for field in ("body", "orelse", "finalbody"):
            inner = getattr(node, field, None)
            if isinstance(inner, list):
                yield from _of_body(inner, function)
        for handler in getattr(node, "handlers", ()):
            yield from _of_body(handler.body, function)
        for case in getattr(node, "cases", ()):
            yield from _of_case(case, function)


def _of_case(case: ast.match_case, function: str) -> Iterator[_Place]:
    if len(case.body) == 1 and _is_not_noticed(case.body[0]):
        return
    pattern = case.pattern
    lines = pattern.lineno, max(pattern.end_lineno, case.body[0].lineno)
    shown = ast.unparse(pattern)
    is_any = isinstance(pattern, ast.MatchAs) and pattern.pattern is None
    does_nothing = len(case.body) == 1 and isinstance(case.body[0], ast.Pass)
    if not is_any and not does_nothing:
        never = ast.Constant(value=False)
        first = case.body[0].lineno, case.body[0].end_lineno or case.body[0].lineno
        yield _Place(function, first, f"never `case {shown}`", _set(case, "guard", never))
    if case.guard is not None:
        guard = ast.unparse(case.guard)
        yield _Place(
            function, lines, f"`case {shown}` without `if {guard}`", _set(case, "guard", None)
        )
        for what, edit in _of_expression(case, "guard", case.guard):
            yield _Place(function, lines, what, edit)
    for what, edit in _of_pattern(pattern):
        yield _Place(function, lines, what, edit)
    yield from _of_body(case.body, function)


def _of_pattern(pattern: ast.pattern) -> Iterator[tuple[str, Edit]]:
    match pattern:
        case ast.MatchOr(patterns=patterns):
            for number, each in enumerate(patterns):
                if len(patterns) > 2:
                    yield f"`case` without `{ast.unparse(each)}`", _left_out(patterns, number)
                else:
                    other = patterns[1 - number]
                    yield (
                        f"`case` without `{ast.unparse(each)}`",
                        _set(pattern, "patterns", [other, other]),
                    )
                yield from _of_pattern(each)
        case ast.MatchClass(kwd_attrs=names, kwd_patterns=patterns):
            for number, each in enumerate(patterns):
                binds = isinstance(each, ast.MatchAs) and each.pattern is None
                if not binds:
                    yield (
                        f"`{ast.unparse(pattern)}` with any {names[number]}",
                        _replaced(patterns, number, ast.MatchAs(pattern=None, name=None)),
                    )
        case _:
            return


def _removal(node: ast.stmt) -> ast.stmt | None:
    """What stands in the place of a statement that was forgotten."""
    match node:
        case (
            ast.Expr(value=ast.Call() | ast.Await()) | ast.AugAssign() | ast.Raise() | ast.Delete()
        ):
            return ast.copy_location(ast.Pass(), node)
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return ast.copy_location(ast.Pass(), node)
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and (value.value is None or value.value is False)
        ):  # Whoever asks takes None for False.
            return ast.copy_location(ast.Return(value=ast.Constant(value=None)), node)
        case ast.Return(value=None) | ast.Continue() | ast.Break():
            return ast.copy_location(ast.Pass(), node)
        case _:
            return None


def _of_field(owner: ast.AST, field: str, value: object) -> Iterator[tuple[str, Edit]]:
    if isinstance(value, ast.expr):
        if field == "test":
            yield from _of_condition(owner, field, value)
        yield from _of_expression(owner, field, value)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            if isinstance(each, ast.expr):
                yield from _of_expression(value, number, each)
            elif isinstance(each, ast.withitem):
                yield from _of_expression(each, "context_expr", each.context_expr)


def _of_condition(owner: ast.AST, field: str, value: ast.expr) -> Iterator[tuple[str, Edit]]:
    if not isinstance(value, ast.Compare | ast.UnaryOp):
        negated = ast.UnaryOp(op=ast.Not(), operand=value)
        yield f"not `{_short(value)}`", _set(owner, field, negated)


def _of_expression(
    owner: "ast.AST | list[ast.expr]", field: "str | int", node: ast.expr
) -> Iterator[tuple[str, Edit]]:
    """What may be wrong with `node`, which stands in `field` of `owner`, or within it."""
    for what, other in _others(node):
        placed = ast.copy_location(other, node)
        if isinstance(owner, list):
            assert isinstance(field, int)
            yield what, _replaced(owner, field, placed)
        else:
            yield what, _set(owner, str(field), placed)
    if isinstance(node, ast.JoinedStr | ast.Lambda) or _is_not_noticed(ast.Expr(node)):
        return
    yield from _left_out_of(node)
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.expr):
            yield from _of_expression(node, name, value)
        elif isinstance(value, list):
            yield from _of_list(value)


def _of_list(items: list) -> Iterator[tuple[str, Edit]]:  # type: ignore[type-arg]
    for number, each in enumerate(items):
        match each:
            case ast.expr():
                yield from _of_expression(items, number, each)
            case ast.keyword(value=value):
                yield from _of_expression(each, "value", value)
            case ast.comprehension(ifs=ifs, iter=over):
                for index, test in enumerate(ifs):
                    yield f"without `if {_short(test)}`", _left_out(ifs, index)
                    yield from _of_expression(ifs, index, test)
                yield from _of_expression(each, "iter", over)
            case _:
                pass


def _left_out_of(node: ast.expr) -> Iterator[tuple[str, Edit]]:
    match node:
        case ast.Call(keywords=keywords):
            for number, keyword in enumerate(keywords):
                if keyword.arg not in (None, "encoding"):
                    yield f"`{_short(node)}` without `{keyword.arg}`", _left_out(keywords, number)
        case ast.Set(elts=elements) | ast.Tuple(elts=elements) | ast.List(elts=elements):
            for number, each in enumerate(elements):
                if isinstance(node, ast.Set) or len(elements) > 2:
                    what = f"without `{_short(each)}` in `{_short(node)}`"
                    yield what, _left_out(elements, number)
        case _:
            return


def _others(node: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """What may stand in its place by mistake."""
    shown = _short(node)
    for other in _exchanged(node):
        yield f"`{shown}` → `{_short(other)}`", other
    match node:
        case ast.BoolOp(op=op, values=values):
            for number, each in enumerate(values):
                rest = values[:number] + values[number + 1 :]
                less = rest[0] if len(rest) == 1 else ast.BoolOp(op=op, values=rest)
                yield f"`{shown}` without `{_short(each)}`", less
        case ast.IfExp(body=body, orelse=orelse):
            yield f"always `{_short(body)}`", body
            yield f"always `{_short(orelse)}`", orelse
        case _:
            return


def _exchanged(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for number, op in enumerate(ops):
                changed = [*ops[:number], _COMPARISONS[type(op)](), *ops[number + 1 :]]
                yield ast.Compare(left=left, ops=changed, comparators=comparators)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(op=ast.Or() if isinstance(op, ast.And) else ast.And(), values=values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            if not _is_text(left) and not _is_text(right):
                yield ast.BinOp(left=left, op=_OPERATORS[type(op)](), right=right)
        case ast.Constant(value=bool() as truth):
            yield ast.Constant(value=not truth)
        case ast.Constant(value=int() | float() as number):
            yield ast.Constant(value=number + 1)
        case ast.Constant(value=bytes() as data) if data:
            yield ast.Constant(value=b"XX")
        case ast.Constant(value=str() as text) if text.isidentifier():
            yield ast.Constant(value="XX")
        case _:
            return


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _is_not_noticed(node: ast.stmt) -> bool:
    """A log call, and what mypy alone needs."""
    if isinstance(node, ast.Raise):
        return False
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
        return False
    match node.value.func:
        case ast.Attribute(value=ast.Name(id=name)):
            return name in _LOGS
        case ast.Name(id=name):
            return name in _NOT_NOTICED
        case _:
            return False


def _end_of_header(node: ast.stmt) -> int:
    """The last line before what stands indented below it."""
    body = getattr(node, "body", None) or getattr(node, "cases", None)
    if not body:
        return node.end_lineno or node.lineno
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return max(node.lineno, int(first.lineno) - 1)


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 70 else text[:67] + "..."


def _set(owner: ast.AST, field: str, value: object) -> Edit:
    def edit() -> Callable[[], None]:
        before = getattr(owner, field)
        setattr(owner, field, value)
        return lambda: setattr(owner, field, before)

    return edit


def _replaced(items: list, number: int, value: object) -> Edit:  # type: ignore[type-arg]
    def edit() -> Callable[[], None]:
        before = items[number]
        items[number] = value
        return lambda: items.__setitem__(number, before)

    return edit


def _left_out(items: list, number: int) -> Edit:  # type: ignore[type-arg]
    def edit() -> Callable[[], None]:
        before = items.pop(number)
        return lambda: items.insert(number, before)

    return edit
