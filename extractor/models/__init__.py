"""Who answers a request: rules, an OpenAI-compatible service, recordings, a script."""
