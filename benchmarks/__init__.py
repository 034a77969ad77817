"""Measures speed and memory of DSR Desktop as ratios against floors taken in the same run."""
