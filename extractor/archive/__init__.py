"""Archives: many articles read from many formats, extracted once each, kept in one ledger.

    readers ──Entry──▶ Ledger.admit ──Job──▶ Runner ──▶ Answering ──Outcome──▶ Ledger.finish
                          ▲                                │ screening: triage, near-duplicates
                          │                                │ keeping: what is kept is not asked again
                          └── attempts: noted before, ─────┘ budget and pace: before each try
                              kept before they are read

`batch` puts them together, and `batches` does so through a provider's batch interface; `accounts`
reads a ledger while a run works on it.
"""
