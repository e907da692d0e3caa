"""What a clause can say of its act: done, planned, announced, or denied."""

from typing import Literal

Status = Literal["planned", "announced", "done", "denied"]
