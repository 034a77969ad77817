"""Lists that leave: a list checked before it is sent, and contacts of the register."""
