"""The parts every page is built from: they show ready texts and emit what was asked for."""
