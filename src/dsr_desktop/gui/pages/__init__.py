"""The pages of the window, one package a section; none of them knows another."""
