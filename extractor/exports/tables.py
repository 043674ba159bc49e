"""The tables of an export: tidy, one row a thing, with the meaning of every column."""

from extractor.exports.table import Column, Table

_ARTICLE = (
    Column("article", "text", "SHA-256 of the article's text; joins all tables"),
    Column("url", "text", "where the article was published, where known"),
)
_CORRECTED = (
    Column("corrected_by", "text", "who corrected the record; empty: it is as the model answered"),
    Column("corrected_at", "text", "when, ISO 8601 in UTC"),
)
_COUNT_HEDGE = Column("count_hedge", "text", "exact, about, nearly, over or under")
_COUNT = (Column("count", "integer", "how many projects"), _COUNT_HEDGE)
_AMOUNT = (
    Column("amount", "decimal", "its first amount in whole units; all stand in `figures`"),
    Column("amount_upper", "decimal", "the upper end of a range"),
    Column("currency", "text", "ISO 4217"),
    Column("amount_kind", "text", "investment, trade, paid_in and so on"),
    Column("amount_hedge", "text", "exact, about, nearly, over or under"),
)

ARTICLES = Table(
    "articles",
    "an article that was asked about, whatever came of it",
    (
        *_ARTICLE,
        Column("place", "text", "the file, archive member or address it was read from"),
        Column(
            "also_at", "text", "where the same or nearly the same text stands, separated by ' | '"
        ),
        Column("title", "text", "its title, where the source has one"),
        Column("published", "date", "its day of publication, as the answer took it to be"),
        Column("status", "text", "ok, flagged (a record with violations left), no_event or failed"),
        Column("reason", "text", "why there is no event, or why it failed"),
        Column("model", "text", "who answered"),
        *_CORRECTED,
        Column("cost_usd", "decimal", "what the answer cost; empty where unknown"),
        Column("findings", "integer", "how many findings there are"),
        Column("violations", "integer", "how many violations are left"),
        Column("unplaced", "integer", "figures of the article that nothing accounts for"),
    ),
)
EVENTS = Table(
    "events",
    "the event of an article",
    (
        *_ARTICLE,
        Column("name", "text", "its fullest name"),
        Column("aliases", "text", "its other names, separated by ' | '"),
        Column("activity", "text", "the gathering reported, where it is a part of the event"),
        Column("start_date", "text", "EDTF: 2022-11-03, 2022-11, XXXX-11-03"),
        Column("start_earliest", "date", "the first day that start_date can mean"),
        Column("start_latest", "date", "the last day that start_date can mean"),
        Column("end_date", "text", "EDTF"),
        Column("end_earliest", "date", "the first day that end_date can mean"),
        Column("end_latest", "date", "the last day that end_date can mean"),
        Column("place", "text", "where it was held"),
        Column("host", "text", "the region or body whose projects these are"),
        Column("stage", "text", "planned, signed, started or operating"),
        Column("industries", "text", "fields of the projects, separated by ' | '"),
        *_COUNT,
        *_AMOUNT,
        *_CORRECTED,
    ),
)
SHARES = Table(
    "shares",
    "a group of an event's projects",
    (
        *_ARTICLE,
        Column("share", "text", "its id inside the article"),
        Column("label", "text", "the words that name the group"),
        Column(
            "dimension", "text", "size, industry, investor, origin, region, stage, occasion, other"
        ),
        Column("of", "text", "the id of the share that it is a part of; empty: of the total"),
        Column("of_label", "text", "that share's label"),
        Column("stage", "text", "where it differs from the event's"),
        *_COUNT,
        *_AMOUNT,
        Column("percent", "decimal", "its first percentage as stated; all stand in `figures`"),
        Column("percent_of", "text", "its base: investment or count"),
        Column("percent_hedge", "text", "exact, about, nearly, over or under"),
        Column("percent_computed", "decimal", "what it comes to by the record's own figures"),
    ),
)
PROJECTS = Table(
    "projects",
    "a project that the article names or describes",
    (
        *_ARTICLE,
        Column("project", "integer", "its number in the article, from 1"),
        Column("name", "text", "as the article names it"),
        Column("investors", "text", "who invests or builds, separated by ' | '"),
        Column("place", "text", "where it lies"),
        Column("industry", "text", "as said outside its name"),
        Column("shares", "text", "ids of the groups it belongs to, separated by ' | '"),
        *_AMOUNT,
    ),
)
AGREEMENTS = Table(
    "agreements",
    "an agreement beside the projects",
    (
        *_ARTICLE,
        Column("agreement", "integer", "its number in the article, from 1"),
        Column("label", "text", "the words that name its kind"),
        Column("parties", "text", "named bodies, separated by ' | '"),
        Column(
            "count",
            "integer",
            "how many agreements, or firms that sign: whichever the article counts",
        ),
        _COUNT_HEDGE,
        *_AMOUNT,
    ),
)
FIGURES = Table(
    "figures",
    "a figure of a record, with its place in the article",
    (
        *_ARTICLE,
        Column("pointer", "text", "JSON pointer into the record"),
        Column("item", "text", "event, share, project or agreement"),
        Column("item_name", "text", "that item's name or label"),
        Column("role", "text", "count, amount, percent, target or conversion (of an amount)"),
        Column("value", "decimal", "in whole units, or percent"),
        Column("upper", "decimal", "the upper end of a range"),
        Column("unit", "text", "currency, %, or what is counted, where the article says so"),
        Column("kind", "text", "of an amount: investment and so on; of a target: its measure"),
        Column("base", "text", "of a percentage: investment or count"),
        Column("hedge", "text", "exact, about, nearly, over or under"),
        Column("computed", "decimal", "of a percentage: what it comes to by the record's figures"),
        Column("quote", "text", "the figure as the article has it"),
        Column("start", "integer", "where the quote begins, in code points"),
        Column("end", "integer", "where it ends, half-open"),
        Column("sentence", "text", "the sentence that it stands in"),
    ),
)
FINDINGS = Table(
    "findings",
    "what the checks found",
    (
        *_ARTICLE,
        Column("type", "text", "finding (about the source) or violation (not mended by the model)"),
        Column("code", "text", "the check that found it"),
        Column("message", "text", "in words"),
        Column("pointers", "text", "JSON pointers concerned, separated by ' | '"),
    ),
)

TABLES = (ARTICLES, EVENTS, SHARES, PROJECTS, AGREEMENTS, FIGURES, FINDINGS)
