"""One file per thing a person does: the only place where the layers meet."""
