"""Compiles the modules that read and check with mypyc, where SUMMARIZER_COMPILE=1 is set: a wheel for this platform.

Without it the wheel is the plain sources, and nothing here is needed. docs/compiled.md says what it gives.

What is compiled is a copy: mypyc makes of `functools.cached_property` a property that is computed every time, so each
is written out as an attribute that is read once. The wheel carries that copy, so that tracebacks show the right lines.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SWITCH = "SUMMARIZER_COMPILE"
COMPILED = ("summarizer/text", "summarizer/verifier", "summarizer/models/offline")
INTERPRETED = {
    "summarizer/models/offline/__init__.py": "`benchmarks.offline --stages` replaces its functions, to time them",
    "summarizer/models/offline/contract_draft.py": "a base class of contracts.py",
    "summarizer/models/offline/contract_money.py": "a base class of contracts.py",
    "summarizer/models/offline/contract_nouns.py": "a base class of contracts.py",
    "summarizer/models/offline/contract_verbs.py": "a base class of contracts.py",
    "summarizer/models/offline/contracts.py": "a class with two bases, which a compiled one cannot have",
    "summarizer/text/cached.py": "a descriptor that fills an object's __dict__, which a compiled one does not have",
    "summarizer/text/patterns.py": "an object that takes its methods over from another, in its __dict__",
    "summarizer/verifier/findings.py": "an enumeration with a __new__ of its own",
}
"""Modules in those folders that stay as they are, and why. All others outside them stay so too: Pydantic models, input
and output, and what waits for a service gain nothing."""

GROUP = "summarizer"
LEVEL = "1"
"""Of optimization: level 2 takes twice as long."""
_LIBRARIES = (".pyd", ".so")
COMPILERS = ("mypy[mypyc]==2.4.*", "types-PyYAML")
"""What a build in isolation installs, beside the dependencies, whose types are read. The pin is what was tested."""


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch's hook of the wheel; it does nothing unless the switch is set."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What has to be installed for the build."""
        return [*COMPILERS, *self.metadata.core.dependencies] if is_switched_on() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles, and adds what came of it to the wheel; an editable install stays interpreted.

        Raises `SystemExit`, with what to do, where a module or this machine cannot be compiled.
        """
        if not is_switched_on() or self.target_name != "wheel" or version == "editable":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="summarizer-compile-"))
        sources = stage(Path(self.root), self.folder)
        command = [sys.executable, str(Path(__file__).resolve()), *sources]
        if subprocess.run(command, cwd=self.folder, check=False).returncode:  # noqa: S603
            shutil.rmtree(self.folder)
            raise SystemExit(f"nothing was compiled: see above. Without {SWITCH}=1 no compiler is needed")
        libraries = [path for path in self.folder.rglob("*") if path.suffix in _LIBRARIES]
        built = [path for path in libraries if path.relative_to(self.folder).parts[0] != "build"]
        for path in [*built, *(self.folder / source for source in sources)]:
            build_data["force_include"][str(path)] = path.relative_to(self.folder).as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Removes the copy."""
        if folder := getattr(self, "folder", None):
            shutil.rmtree(folder)


def is_switched_on() -> bool:
    """Whether a compiled wheel is asked for."""
    return os.environ.get(SWITCH, "") not in ("", "0")


def sources_in(root: Path) -> list[str]:
    """The modules that are compiled, as paths below `root`."""
    found = (path.relative_to(root).as_posix() for folder in COMPILED for path in sorted((root / folder).rglob("*.py")))
    return [path for path in found if path not in INTERPRETED]


def stage(root: Path, folder: Path) -> list[str]:
    """Copies the package and its mypy settings to `folder`, ready to be compiled; the modules to compile.

    Raises `SystemExit` for what mypyc is known not to take, or to take otherwise than Python does.
    """
    shutil.copytree(root / "summarizer", folder / "summarizer", ignore=shutil.ignore_patterns("__pycache__"))
    # Under its own name, as setuptools would read a pyproject.toml.
    shutil.copy(root / "pyproject.toml", folder / "mypy.toml")
    sources = sources_in(root)
    faults = [f"{path}:{fault}" for path in sources for fault in obstacles((root / path).read_text(encoding="utf-8"))]
    if faults:
        raise SystemExit("\n".join([*faults, "Write it otherwise, or name the module in hatch_build.INTERPRETED."]))
    for path in sources:
        copy = folder / path
        source = copy.read_text(encoding="utf-8")
        copy.write_text(with_constants(with_written_out_properties(source)), encoding="utf-8")
    return sources


def obstacles(source: str) -> Iterator[str]:
    """What mypyc 2.4 fails on, or compiles to something else, as "line: what it is"."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and any(_holds_star(one) for one in node.comparators):
            yield f"{node.lineno}: `in` a display with a star"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_unicode(node.value):
            yield f"{node.lineno}: a lone surrogate in a string; write chr(0xD800)"
        elif isinstance(node, ast.ClassDef) and _cached(node) and _is_dataclass(node):
            yield f"{node.lineno}: a dataclass with a cached_property; write its __init__"
        elif isinstance(node, ast.ClassDef) and len(node.bases) > 1:
            yield f"{node.lineno}: a class with two bases"


def with_written_out_properties(source: str) -> str:
    """The same module with an attribute and a property, which may be set, for each `cached_property`."""
    lines = source.splitlines(keepends=True)
    # From the last class to the first, so that the numbers of lines before it stay right.
    classes = sorted((node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)), key=_last_line)
    for node in reversed(classes):
        found = _cached(node)
        for method in found:
            indent, kept = " " * method.col_offset, f"_kept_{method.name}"
            decorator, first = method.decorator_list[0].lineno - 1, method.lineno - 1
            lines[decorator] = f"{indent}{kept}: {_returned(method)}\n"
            lines[first] = lines[first].replace(f"def {method.name}(", f"def _read_{method.name}(", 1)
        lines[_last_line(node) : _last_line(node)] = [_PROPERTY.format(name=m.name, type=_returned(m)) for m in found]
    return "".join(lines)


_PROPERTY = """
    @property
    def {name}(self) -> {type}:
        try:
            return self._kept_{name}
        except AttributeError:
            pass
        self._kept_{name} = found = self._read_{name}()
        return found

    @{name}.setter
    def {name}(self, value: {type}) -> None:
        self._kept_{name} = value
"""


def with_constants(source: str) -> str:
    """The same module with `Final` on each name in capitals that is assigned once, so that it is no look-up in a dict.

    Of what holds a literal only the type is kept, as `Final` alone would make it that one value's.
    """
    tree, lines = ast.parse(source), source.splitlines(keepends=True)
    assigned = Counter(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    is_changed = False
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(name) as end], value=value):
                literal = isinstance(value, ast.Constant) and value.value is not None
                kind = f"[{type(value.value).__name__}]" if literal else ""
            case ast.AnnAssign(target=ast.Name(name), annotation=end, value=ast.expr()) if (
                end.end_lineno == node.lineno
            ):
                kind = f"[{ast.unparse(end)}]"
            case _:
                continue
        if name.isupper() and len(name) > 1 and assigned[name] == 1:  # one letter: a TypeVar
            at = node.lineno - 1
            lines[at] = f"{name}: _Final{kind}{lines[at][end.end_col_offset :]}"
            is_changed = True
    if is_changed:
        at = next(number for number, line in enumerate(lines) if line.startswith("from __future__"))
        lines[at] += "from typing import Final as _Final\n"
    return "".join(lines)


def _cached(node: ast.ClassDef) -> list[ast.FunctionDef]:
    return [
        method
        for method in node.body
        if isinstance(method, ast.FunctionDef)
        and any(ast.unparse(decorator).endswith("cached_property") for decorator in method.decorator_list)
    ]


def _is_dataclass(node: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)


def _last_line(node: ast.ClassDef) -> int:
    return node.end_lineno or node.lineno


def _returned(method: ast.FunctionDef) -> str:
    return ast.unparse(method.returns) if method.returns else "object"


def _holds_star(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple | ast.List | ast.Set) and any(isinstance(one, ast.Starred) for one in node.elts)


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def compile_here(sources: list[str]) -> None:
    """Compiles the staged modules in place: one shared library, and a small extension module for each that opens it."""
    from mypyc.build import mypycify
    from setuptools import setup
    from setuptools.command.build_ext import build_ext

    jobs = os.cpu_count() or 1

    class ParallelBuild(build_ext):
        """Compiles the files of the one large extension side by side, which setuptools does only for extensions."""

        def build_extensions(self) -> None:
            compile_in_turn = self.compiler.compile

            def compile_together(files: list[str], *given: Any, **named: Any) -> list[str]:
                with ThreadPoolExecutor(jobs) as pool:
                    return [
                        name
                        for made in pool.map(lambda f: compile_in_turn([f], *given, **named), files)
                        for name in made
                    ]

            self.compiler.compile = compile_together
            super().build_extensions()

    extensions = mypycify(
        ["--config-file", "mypy.toml", *sources],
        only_compile_paths=sources,
        opt_level=LEVEL,
        debug_level="0",
        multi_file=True,  # all in one file takes gigabytes of memory
        group_name=GROUP,
    )
    commands = {"build_ext": ParallelBuild}
    setup(
        name=GROUP, packages=[], ext_modules=extensions, cmdclass=commands, script_args=["-q", "build_ext", "--inplace"]
    )


if __name__ == "__main__":
    compile_here(sys.argv[1:])
