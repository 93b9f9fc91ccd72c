"""The nouns: frozen records that pass between rooms, one noun a file, standard library only."""
