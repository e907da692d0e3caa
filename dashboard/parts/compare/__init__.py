"""The parts of the page *Compare*: what is chosen, bars with what stands behind them, small maps, two maps."""
