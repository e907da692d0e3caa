"""Charts as Plotly figures: what geo.charts computed, drawn for the browser. No Streamlit here."""
