"""What a clause says of its act: done, planned, announced, or denied, decided once for all who ask."""

from geo.modality.polarity import find_status

__all__ = ["find_status"]
