"""A map written out: plain text, Markdown, CSV, JSON, SVG and one HTML file."""
