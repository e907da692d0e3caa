"""The reasons that the code can say why something was not read, found in its syntax tree; 7 stands for what it fills in.

A reason is what is given to the records and errors below: words, a name for words, or what a function returns. What
comes from elsewhere, as the words of an error that was caught, is found where it is made.
"""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FILLED = "7"
ROOMS = ("geo/base", "geo/documents", "geo/store", "dashboard/parts/desk")
# Which arguments of a record, an error or a function, counted from the front, hold a reason or its place.
SAID = {
    "ReadError": (0,),
    "NoDocument": (0,),
    "Told": (1,),
    "Unread": (0, 1),
    "Failure": (1, 2),
    "Trouble": (2,),
    "Decoded": (2,),
    "refuse": (1,),
    "read_row": (2,),
    "read_sheet": (1,),
}
# Functions whose answers are said elsewhere.
SAYING = (
    "_say_trouble",
    "_say_missing",
    "_say_large",
    "find_reason",
    "_find_excess",
    "describe",
    "_describe",
    "_contradict",
)
# What only a command says, of the paths that it was given.
OF_COMMANDS = (
    "7: there is no such file or folder; check the path",
    "7: it cannot be opened: 7",
    "7: 7",
    "nothing could be read: 7: 7",
    "published is 7, which is no date; write it as 2020-03-26, 2020-03 or 2020",
)
_DEEPEST = 14


class Scope(NamedTuple):
    """Where the names in an expression have their meaning."""

    function: ast.FunctionDef
    module: ast.Module


@cache
def find_reasons() -> dict[str, str]:
    """Return each reason with the file that says it."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
    found = {reason: path for path in files for reason in _read_module(ast.parse(path.read_text(encoding="utf-8")))}
    return {
        reason: path.relative_to(ROOT).as_posix()
        for reason, path in found.items()
        if reason.strip(f"{FILLED}/, ") and reason not in OF_COMMANDS
    }


def _read_module(module: ast.Module) -> Iterator[str]:
    for function in _list_functions(module):
        scope = Scope(function, module)
        if function.name.startswith(SAYING) and "str" in ast.unparse(function.returns or ast.Constant(None)):
            yield from _spell_answers(function, scope, 0)
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                yield from _spell_arguments(node, scope)


def _list_functions(module: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]


def _spell_arguments(call: ast.Call, scope: Scope) -> Iterator[str]:
    """Yield the words given to a record or an error; what is starred stands for a file and a place."""
    arguments = list(chain.from_iterable([one, one] if isinstance(one, ast.Starred) else [one] for one in call.args))
    for place in SAID.get(_name_called(call), ()):
        if place < len(arguments):
            yield from _spell(arguments[place], scope)
    # What ended the reading of a document is told in other words where a timer ended it.
    for one in call.keywords:
        if one.arg == "words":
            yield from _spell(one.value, scope)


def _name_called(call: ast.Call) -> str:
    """Return the name of what is called; where one of several is, an error stands for them all."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.IfExp():
            return "ReadError"
    return ""


def _spell(node: ast.AST, scope: Scope, depth: int = 0) -> list[str]:
    """Return what an expression may say; nothing where that is not to be seen in it."""
    deeper = depth + 1
    if depth > _DEEPEST:
        return []
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=pieces):
            return ["".join(said) for said in product(*(_spell(one, scope, deeper) or [FILLED] for one in pieces))]
        case ast.Name(id=name):
            return [text for value, where in _find_values(name, scope) for text in _spell(value, where, deeper)]
        case ast.Call():
            return _spell_call(node, scope, deeper)
    return [text for part in _list_choices(node) for text in _spell(part, scope, deeper)]


def _list_choices(node: ast.AST) -> list[ast.expr]:
    """Return the expressions of which an expression says one."""
    match node:
        case ast.BinOp(left=inner, op=ast.Mult()):
            return [ast.Constant(""), inner]  # words that are there where something holds
        case ast.FormattedValue(value=inner) | ast.Starred(value=inner) | ast.Subscript(value=inner):
            return [inner]
        case ast.IfExp(body=first, orelse=second):
            return [first, second]
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
            return parts
    return []


def _spell_call(call: ast.Call, scope: Scope, depth: int) -> list[str]:
    """Return what a call says: of a function of the module its answers, of a table of words all of them."""
    match call.func:
        case ast.Attribute(value=words, attr="format"):
            filled = list(product(*(_spell(one, scope, depth) or [FILLED] for one in call.args)))
            return [text.format(*one) for text in _spell(words, scope, depth) for one in filled]
        case ast.Attribute(value=words, attr="get" | "items" | "values"):
            return [text for one in (words, *call.args[1:]) for text in _spell(one, scope, depth)]
        case ast.Name(id=name):
            functions = (one for one in _list_functions(scope.module) if one.name == name)
            said = [text for one in functions for text in _spell_answers(one, Scope(one, scope.module), depth)]
            given = call.args if name.startswith("_join") else ()
            return said + [text for one in given for text in _spell(one, scope, depth)]
    return []


def _spell_answers(function: ast.FunctionDef, scope: Scope, depth: int) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            yield from _spell(node.value, scope, depth)


def _find_values(name: str, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
    """Yield what a name stands for: what it is set to, what a loop takes it from, what a function is called with."""
    for node in chain(ast.walk(scope.function), scope.module.body):
        match node:
            case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=ast.AST() as value):
                pass
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                pass
            case _:
                continue
        if any(isinstance(one, ast.Name) and one.id == name for one in ast.walk(target)):
            yield value, scope
    yield from _find_given(name, scope)


def _find_given(name: str, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
    """Yield what the module gives a function for an argument, and what this is where nothing is given."""
    names = [one.arg for one in scope.function.args.args if one.arg != "self"]
    if name not in names:
        return
    defaults = dict(zip(reversed(names), reversed(scope.function.args.defaults), strict=False))
    if name in defaults:
        yield defaults[name], scope
    for function in _list_functions(scope.module):
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and _name_called(node) == scope.function.name:
                yield from ((given, Scope(function, scope.module)) for given in node.args[names.index(name) :][:1])
