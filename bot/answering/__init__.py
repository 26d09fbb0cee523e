"""From a question to quotes, or to the plain word that the text does not answer."""
