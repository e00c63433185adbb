"""Geometry of the charts as pure values, and their Plotly figures."""
