"""The rows of a file that the suppression list holds back, and the decision on each (R-SUP-4)."""
