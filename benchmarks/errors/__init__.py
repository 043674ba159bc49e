"""What a worse model would get wrong: realistic errors, put into drafts made from gold."""
