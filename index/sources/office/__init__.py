"""Office files beside Word's: OpenDocument texts, slides, sheets, rich text."""
