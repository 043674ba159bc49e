"""Who answers a request: rules, a service of any provider, recordings, a script."""
