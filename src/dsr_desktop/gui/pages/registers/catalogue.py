"""All kinds of records, in the order of the list at the left."""

from dsr_desktop.gui.pages.registers.kinds.activities import ACTIVITIES
from dsr_desktop.gui.pages.registers.kinds.authorities import AUTHORITIES
from dsr_desktop.gui.pages.registers.kinds.breaches import BREACHES
from dsr_desktop.gui.pages.registers.kinds.circulars import CIRCULAR_LETTERS
from dsr_desktop.gui.pages.registers.kinds.consents import CONSENTS
from dsr_desktop.gui.pages.registers.kinds.disclosures import DISCLOSURES
from dsr_desktop.gui.pages.registers.kinds.policies import POLICIES
from dsr_desktop.gui.pages.registers.kinds.recipients import RECIPIENTS
from dsr_desktop.gui.pages.registers.kinds.suppression import SUPPRESSION
from dsr_desktop.gui.pages.registers.kinds.systems import SYSTEMS
from dsr_desktop.gui.pages.registers.kinds.trackers import TRACKERS

KINDS = (
    ACTIVITIES, SYSTEMS, RECIPIENTS, DISCLOSURES, CONSENTS, AUTHORITIES, BREACHES, POLICIES,
    CIRCULAR_LETTERS, TRACKERS, SUPPRESSION,
)  # fmt: skip
