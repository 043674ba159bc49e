"""Archives: many articles read from many formats, extracted once each, kept in one ledger."""
