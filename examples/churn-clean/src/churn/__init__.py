"""Tells which customers are likely to leave."""
