"""What it costs: speed on this machine (`make bench`)."""
