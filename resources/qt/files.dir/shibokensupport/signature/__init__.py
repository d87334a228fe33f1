"""See ui/lean.py."""
