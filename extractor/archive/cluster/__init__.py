"""An archive on many machines: Ray spreads it, the run on each machine is the one of `batch`.

    sources ─cut─▶ pieces ─shuffle─▶ partitions ─run_batch─▶ a ledger ─export─▶ Parquet
                                         │                      │
                                         │ gatekeeper: one for all machines, budget and pace
                                         └ journal: what was asked and answered, on shared storage

A partition is a set of articles, the same text always in the same one, and a folder of the output.
It is worked on by a task, which Ray begins anew somewhere else when its machine is lost. The task
keeps its ledger on the machine's own disk, as SQLite's log and locks do not hold on network file
systems, and appends each request and reply to a journal on the shared storage, a file of its own:
whoever begins the partition anew reads them all, and asks nothing again that was answered. The
partition's folder is renamed into place when all of it is written, so that it is there once, whole.

`run` puts it together; nothing but `engine` knows Ray.
"""

from extractor.archive.cluster.run import ClusterAudience, Ended, Spread, run_cluster

__all__ = ["ClusterAudience", "Ended", "Spread", "run_cluster"]
