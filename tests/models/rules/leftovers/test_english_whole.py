"""The whole of the projects, found by the headline's figures."""


def test_the_headline_tells_the_whole_from_a_wider_region(resolve_text):
    """The province's count of the same day is no total of the county's event."""
    text = (
        "Lorem holds groundbreaking day, 33 projects started\n"
        "The groundbreaking day was held in Lorem on February 5.\n"
        "There are 33 projects in the three batches, and the total investment is 21 billion yuan.\n"
        "On the same day the province had a total of 1,286 projects started, with a total investment of 982 billion yuan."
    )

    total = resolve_text(text).record.event.total

    assert total.count.value == 33
    assert [amount.as_written for amount in total.amounts] == ["21 billion yuan"]


def test_an_amount_beside_the_count_is_that_of_the_whole(resolve_text):
    """The words for projects worth Ⓜ sums the count up, some words behind it."""
    text = (
        "Fourteen firms sign at Lorem summit\n"
        "At the Lorem Summit in Ipsum on May 3, 14 companies signed incentive agreements for "
        "projects along the river worth $2.71 billion."
    )

    total = resolve_text(text).record.event.total

    assert [amount.as_written for amount in total.amounts] == ["$2.71 billion"]


def test_what_others_are_parts_of_is_the_whole(resolve_text):
    """The count that parts refer to is the total, whatever it counts."""
    text = (
        "Lorem's investors turned up\n"
        "The Lorem Investment Forum secured commitments of Rp 42 trillion in 2 days "
        "from 18 companies.\nSeven of the 18 are palm oil processors, and four of the 18 fish farms."
    )

    total = resolve_text(text).record.event.total

    assert total.count.value == 18
    assert [amount.as_written for amount in total.amounts] == ["Rp 42 trillion"]


def test_what_the_parts_add_up_to_is_the_whole(resolve_text):
    """Twelve new contracts told later are a group, whatever they are worth."""
    text = (
        "Machines roar in Lorem\n"
        "This time the city concentrated on 31 projects, total investment 9 billion yuan, "
        "the planned investment of the year is 2 billion yuan. Industrial projects 20, total investment "
        "of 6 billion yuan; infrastructure projects 11, total investment of 3 billion yuan.\n"
        "There were also 12 newly signed projects, agreement investment 17 billion yuan."
    )

    total = resolve_text(text).record.event.total

    assert total.count.value == 31
    assert [(amount.kind, amount.as_written) for amount in total.amounts] == [
        ("investment", "9 billion yuan"),
        ("current_year", "2 billion yuan"),
    ]


def test_what_the_projects_bring_is_not_their_sum(resolve_text):
    """The amount right behind the count is; output is none of the whole's amounts."""
    text = (
        "Lorem starts nine lines at once\nAt the production ceremony nine lines roared on June 30.\nThe nine projects have used 6 billion yuan and it is "
        "estimated that an output value of 11 billion yuan can be achieved every year."
    )

    total = resolve_text(text).record.event.total

    assert [amount.as_written for amount in total.amounts] == ["6 billion yuan"]


def test_no_part_is_larger_than_the_whole(resolve_text):
    """What counts more than all projects counts something else."""
    text = (
        "Lorem to sign 36 projects\nThe Lorem Fair will open on May 3, and 36 projects will be "
        "signed, with 8.2 billion yuan: 27 in farming and 9 in trade.\n"
        "It can take 8,000 per day, and 214 more than before."
    )

    shares = resolve_text(text).record.shares

    assert [share.count.value for share in shares] == [27, 9]


def test_of_two_groups_side_by_side_the_smaller_is_not_the_whole(resolve_text):
    """Where nothing counts both, there is no total."""
    text = (
        "Lorem meets Ipsum\nAt the meeting 16 domestic-funded projects were signed, total investment "
        "4.83 billion yuan; foreign-funded projects 9, the total investment is 375 million dollars."
    )

    record = resolve_text(text).record

    assert record.event.total.count is None
    assert [share.count.value for share in record.shares] == [16, 9]


def test_what_the_projects_carry_is_their_sum(resolve_text):
    """The sentence behind the count says what the projects come to."""
    text = (
        "Lorem breaks ground on 31 projects\n"
        "In Lorem, 31 projects were started on May 3 at the stadium.\n"
        "The projects for which the ceremony was held carry an investment of Rs 14,260 crore."
    )

    total = resolve_text(text).record.event.total

    assert [amount.as_written for amount in total.amounts] == ["Rs 14,260 crore"]


def test_a_headline_that_counts_a_part_does_not_make_it_the_whole(resolve_text):
    """What two parts add up to stays the total, though only one of them stands in the headline."""
    text = (
        "21 projects break ground in Lorem\n"
        "On October 9 the autumn concentrated start and production of major projects of Lorem "
        "District was held. The activity involved 30 projects with a total investment of 8 billion "
        "yuan. Starts 21, total investment 6 billion yuan; production 9, total investment 2 billion "
        "yuan."
    )

    total = resolve_text(text).record.event.total

    assert total.count.as_written == "30"


def test_a_whole_told_as_a_sum_of_money_is_counted_where_parts_refer_to_its_number(resolve_text):
    """The first sentence that counts it does so in passing: "the sum of the 38 commitments"."""
    text = (
        "Lorem forum ends with Sh71 billion\n"
        "Sh71 billion: the governor gave the figure twice when the Lorem Investment Conference ended "
        "on May 4. That is the sum of the 38 commitments that the county obtained from investors.\n"
        "Lorem has gone through the list.\n"
        "Thirteen of the 38 commitments, valued at Sh28 billion, were signed as contracts.\n"
        "Dolor takes 21 of the 38 commitments; Ipsum has two."
    )

    record = resolve_text(text).record
    total, share = record.event.total, record.shares[0]

    assert (total.count.as_written, total.amounts[0].as_written) == ("38", "Sh71 billion")
    assert (share.count.as_written, share.amounts[0].as_written) == ("Thirteen", "Sh28 billion")


def test_letters_of_intent_that_parts_are_counted_of_are_the_whole(resolve_text):
    """They are no agreement beside the projects then; what was done by the day's end is no period."""
    text = (
        "Lorem takes home $4 billion in LoIs\n"
        "By the end of the day the Lorem Investment Forum on May 4 had collected 23 letters of intent "
        "(LoIs) with a combined investment of $4 billion. Eight of them are for ore and 15 for fish.\n"
        "Local firms are behind 15 of the LoIs, with $1 billion."
    )

    record = resolve_text(text).record
    total = record.event.total

    assert (total.count.as_written, total.amounts[0].as_written) == ("23", "$4 billion")
    assert record.agreements == []


def test_the_whole_may_be_counted_where_its_parts_are_alone(resolve_text):
    """What the lead puts into money is counted by "Of the 26 agreements", not by its ports."""
    text = (
        "Lorem signs $4.3 bln of deals at forum\n"
        "Lorem signed agreements worth $4.3 billion at a forum that ended on May 4, its planning "
        "ministry said.\n"
        "Of the 26 agreements, more than half are in power. Four deals in ports came to $870 million."
    )

    total = resolve_text(text).record.event.total

    assert (total.count.as_written, total.amounts[0].as_written) == ("26", "$4.3 billion")


def test_of_several_counts_side_by_side_none_is_the_whole(resolve_text):
    """One with a name that has a larger one beside it holds not all others."""
    text = (
        "Lorem market of contracts\nBy the time the lanterns were lit on Friday, the crowd at the "
        "Lorem Festival had thinned to those with briefcases, and the signing began.\n"
        "What there was: seven contracts for ceramics workshops, worth 860 million yuan; five for "
        "tea, with 430 million yuan."
    )

    assert resolve_text(text).record.event.total.count is None
