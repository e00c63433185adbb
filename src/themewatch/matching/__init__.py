"""What a piece of news speaks of, decided by written rules and people's lessons."""
