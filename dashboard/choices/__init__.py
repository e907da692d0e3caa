"""What a reader can choose: one record, how an address holds it, and what an editor sets; of Streamlit it knows nothing."""
