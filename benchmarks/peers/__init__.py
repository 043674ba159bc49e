"""What clients for structured extraction take beside ours, against one server of our own.

No model and no network: the server answers with a fixed record, ours gets the same facts as a draft.
The client has a core to itself and so has the server; every run is a process of its own.
"""
