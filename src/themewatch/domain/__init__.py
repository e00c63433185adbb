"""What evidence is and the rules it follows: values only, standard library only."""
