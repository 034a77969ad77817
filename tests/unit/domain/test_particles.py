"""Small words of family names."""

import pytest

from dsr_desktop.domain.particles import fathers_of, without_particles


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        (("jean", "de", "la", "tour"), ("jean", "tour")),
        (("ludwig", "van", "beethoven"), ("ludwig", "beethoven")),
        (("nadia", "al", "masri"), ("nadia", "masri")),
        (("camille", "dupont"), ("camille", "dupont")),
        (("le", "goff"), ("le", "goff")),
        (("de", "la"), ("de", "la")),
        (("mohamed", "ben", "ali"), ("mohamed", "ben", "ali")),
        ((), ()),
    ],
)
def test_particles_are_left_out_where_two_words_are_left(name, bare):
    assert without_particles(name) == bare


def test_a_patronymic_tells_who_is_the_father():
    assert fathers_of(("mohamed", "ben", "ali")) == {"ali"}
    assert fathers_of(("ben", "ali", "mohamed")) == {"ali"}
    assert fathers_of(("ali", "ben", "mohamed")) == {"mohamed"}
    assert fathers_of(("camille", "dupont")) == frozenset()
