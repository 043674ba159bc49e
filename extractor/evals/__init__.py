"""Evaluation: gold, scoring, runs of a model over the gold, and the gate that holds the floors."""
