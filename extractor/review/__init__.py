"""Review: a local page on which a person checks an extraction, corrects it and saves gold.

*The model chooses, code computes* holds for people too: the labeller says which figure is what and
which words are a name; values, hedges, letters and offsets come from the article, and the checks
that a model has to pass run at each edit.

    labels      what a labeller has said so far: record, places, background, marked figures
    opening     from a record (gold's or a model's) back to the places it rests on
    labelling   labels with an article: figures, record, what the checks say
    edits       what a labeller can say; editing, placing, wording and marking carry it out
    journal     every edit on disk at once; undo and redo over restarts
    sources     where articles and labels are: a folder, gold; ledgers: a ledger
    resuming    whether a journal still holds
    work, desk  one article under review, and all of them
    adjudication, agreement   two labellers side by side
    shown       a labelling as JSON for the page
    security, server          the page and its API, on the loopback interface alone
"""
