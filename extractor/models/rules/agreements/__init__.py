"""The agreements that are counted or named beside the projects."""
