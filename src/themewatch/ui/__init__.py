"""The screen: the only package, beside the pages, that knows Streamlit."""
