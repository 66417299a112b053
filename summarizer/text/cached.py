"""A property that is computed once: `functools.cached_property` as Python 3.12 has it, without the lock of 3.11.

The lock kept threads from computing the same twice and cost more than most of what is kept here takes to compute; what
is kept never changes, so that it makes no difference whose value stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class cached_property(Generic[T]):  # noqa: N801, named as what it stands for
    """Computes an attribute when it is asked for first, and leaves the value in the instance's dictionary."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> Self | T:
        if instance is None:
            return self
        found = instance.__dict__[self._name] = self._compute(instance)
        return found
