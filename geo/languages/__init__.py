"""What each language knows: its words as data, one folder a language, and which language a text is in."""

from geo.languages.detection import detect_language

__all__ = ["detect_language"]
