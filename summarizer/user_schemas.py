"""Users' own record classes, loaded from a Python file that the user names."""

from __future__ import annotations

import importlib.util
import sys
import traceback
from pathlib import Path
from types import ModuleType

from pydantic import BaseModel

from summarizer.errors import ConfigurationError
from summarizer.fields import Record
from summarizer.schema import Schema


def load_schema(reference: str) -> Schema:
    """The schema of `FILE.py:Class`; `:Class` may be left out where the file defines one record class.

    Raises `ConfigurationError` where `load_schema_or_model` does, and for a Pydantic class that is not a record.
    """
    found = load_schema_or_model(reference)
    return found if isinstance(found, Schema) else Schema.of(found)  # type: ignore[arg-type]


def load_schema_or_model(reference: str) -> Schema | type[BaseModel]:
    """What `FILE.py:Class` names: the schema of a record class, or a Pydantic class of the user's own as it is.

    Loading the file runs it, with the rights of whoever called this: name only files that you would run yourself.
    Raises `ConfigurationError` where the file cannot be loaded, or has no such class, or the class cannot be asked for.
    """
    name, colon, chosen = reference.rpartition(":")
    if not colon or not chosen.isidentifier():
        name, chosen = reference, ""
    path = Path(name)
    if not path.is_file():
        raise ConfigurationError(f"{name}: no such file; a schema is named FILE.py:Class")
    module = _load(path)
    if chosen:
        found = getattr(module, chosen, None)
        if found is None:
            raise ConfigurationError(f"{name} has no class {chosen!r}; {_offer(module)}")
        if isinstance(found, type) and issubclass(found, BaseModel) and not issubclass(found, Record):
            return found
        return found if isinstance(found, Schema) else Schema.of(found)
    classes = _record_classes(module)
    if len(classes) != 1:
        raise ConfigurationError(f"name the class, {name}:Class; {_offer(module)}")
    return Schema.of(classes[0])


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"summarizer_user_schema_{path.stem}", path.resolve())
    if spec is None or spec.loader is None:
        raise ConfigurationError(f"{path} is not a Python file: a schema is a class in a .py file")
    module = importlib.util.module_from_spec(spec)
    # Pydantic looks annotations up in sys.modules; the file may import what lies beside it.
    sys.modules[spec.name] = module
    searched = list(sys.path)
    sys.path.insert(0, str(path.resolve().parent))
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as fault:
        del sys.modules[spec.name]
        raise ConfigurationError(f"{path}{_line(fault, path)}: {type(fault).__name__}: {fault}") from fault
    finally:
        sys.path[:] = searched
    return module


def _line(fault: BaseException, path: Path) -> str:
    """`, line 7`: the last line of the file that led to the fault."""
    if isinstance(fault, SyntaxError):
        return f", line {fault.lineno}"
    here = str(path.resolve())
    numbers = [frame.lineno for frame in traceback.extract_tb(fault.__traceback__) if frame.filename == here]
    return f", line {numbers[-1]}" if numbers else ""


def _record_classes(module: ModuleType) -> list[type[Record]]:
    """The record classes that the file itself defines, in its order."""
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Record) and value.__module__ == module.__name__
    ]


def _offer(module: ModuleType) -> str:
    names = [cls.__name__ for cls in _record_classes(module)]
    return f"it has {', '.join(names)}" if names else "it defines no class derived from summarizer.Record"
