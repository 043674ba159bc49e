"""Several projects under one count and one sum."""


def test_the_projects_of_a_list_share_a_group(resolve_text):
    """Each of the list is a project of the firm and a member of the group."""
    text = (
        "Lorem signs 40 projects at Ipsum fair\n"
        "The Lorem Investment Fair closed in Lorem City on May 12 with 40 projects signed.\n"
        "Dolor Group committed $600 million over seven years across three projects: a pumped storage "
        "plant at Amet ($145 million), a cement complex at Elit, and a data centre campus in Tempor."
    )

    record = resolve_text(text).record
    (share,) = record.shares

    assert (share.label, share.count.value) == ("Dolor Group", 3)
    assert [(p.name, p.investors, p.place, p.shares) for p in record.projects] == [
        ("pumped storage plant", ["Dolor Group"], "Amet", [share.id]),
        ("cement complex", ["Dolor Group"], "Elit", [share.id]),
        ("data centre campus", ["Dolor Group"], "Tempor", [share.id]),
    ]
