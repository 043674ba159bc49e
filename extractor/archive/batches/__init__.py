"""The provider's batch interface: requests go in files, and are answered within a day at half price.

    Ledger ──Job──▶ Replies ──kept replies lead to an end──────────────────▶ Ledger.finish
       ▲               │ a request waits
       │               ▼
       │            Submitter ──file──▶ upload ──▶ create ──▶ (the provider) ──▶ look
       │                                                                          │ ended
       └── attempts: replies kept ◀── Collector ◀──output file, error file────────┘

`rounds` goes round until nothing waits. Nothing is kept beside the ledger: a dialogue is made again
from its replies, so that a live run goes on where batches ended, and the other way round.
"""
