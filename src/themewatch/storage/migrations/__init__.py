"""How the database changed from release to release; a released step is never edited."""
