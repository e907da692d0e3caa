"""The kinds of charts, a file each: geo.charts.chart_kinds finds every module of this folder that has a `KIND`."""
