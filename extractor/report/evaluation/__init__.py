"""The page of an evaluation: systems, fields, articles and every leaf that is not right."""
