from __future__ import annotations

from dataclasses import dataclass

from summarizer.text.cached import cached_property


@dataclass(frozen=True)
class Counted:
    asked: list[int]

    @cached_property
    def value(self) -> int:
        """What is counted."""
        self.asked.append(1)
        return len(self.asked)


def test_a_value_is_computed_at_the_first_asking_alone() -> None:
    one = Counted([])
    assert (one.value, one.value, one.asked) == (1, 1, [1])


def test_every_instance_has_a_value_of_its_own() -> None:
    one, other = Counted([]), Counted([1, 1])
    assert (one.value, other.value) == (1, 3)


def test_the_class_shows_the_property_with_its_words() -> None:
    assert Counted.value.__doc__ == "What is counted."
