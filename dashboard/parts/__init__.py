"""The parts that pages share: the selection, the evidence, the downloads, the words."""
