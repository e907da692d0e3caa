"""What a clause says of its act: done, planned, announced, or denied, decided once for all who ask."""

from geo.modality.polarity import find_status
from geo.modality.statuses import Status

__all__ = ["Status", "find_status"]
