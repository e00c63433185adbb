"""Fetch feeds and read them: the network and strangers' documents end here."""
