"""The places of a file on the disk, and what the DPO says of those that are gone for good."""
