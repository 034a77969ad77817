"""What a terminal is given: one line a line, read in the direction in which it is written."""

from dsr_desktop.cli.printing import on_one_line


def test_a_line_neither_commands_the_terminal_nor_turns_around():
    assert on_one_line("a\x1b[31m\nb\u2028c\x85d") == "a [31m b c d"
    assert on_one_line("Zoe \u202etxt.exe\u202c \u2066x\u2069") == "Zoe txt.exe x"
    assert on_one_line("Zoé\tמיכל 李") == "Zoé\tמיכל 李"
