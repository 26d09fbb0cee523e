"""What admins do: new texts, articles, going back."""
