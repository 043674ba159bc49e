"""What it costs: speed on this machine; and what it catches: errors put into gold (`make bench`)."""
