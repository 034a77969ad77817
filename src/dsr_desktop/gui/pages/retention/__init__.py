"""The Retention page: contacts by the day on which they go, holds, the run."""
