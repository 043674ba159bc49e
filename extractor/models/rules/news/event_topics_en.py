"""The vocabularies of other news, in English."""

from extractor.models.rules.news.event_cues import topic

TOPICS = (
    topic(
        "one firm's own results, mergers and orders",
        """profit earnings dividend dividends shareholder shareholders share shares takeover merger
        merge acquire acquires acquired acquisition revenue bonds bond coupon stake airline carrier
        jets aircraft layoffs premium quarterly margin analysts bankers boards
        buy buys cash drug drugs""",
        "net profit and dividend",
    ),
    topic(
        "markets and the economy at large",
        """stocks index turnover inflation gdp gross harvest wheat barley crop farmers
        prices household exports lender rival brokers""",
        "wheat harvest",
    ),
    topic(
        "courts and crime",
        """court sentenced convicted prosecutor prosecutors suspect suspects suspicion arrested
        arrest police jail jailed prison trial fraud robbers robbery raid bogus verdict lawsuit judge
        annulled voids bail savers stolen""",
        "the court sentenced",
    ),
    topic(
        "sport",
        """league striker goals goal scored match matches penalty spectators supporters football cup
        tournament marathon season club clubs coach player players fans team teams derby headed header
        pitch broadcasters""",
        "the football league",
    ),
    topic(
        "books, films and museums",
        """novel novelist readers reader bookshop book books film films concert album museum gallery
        copies exhibits collection crime writer wrote titles cinema actor queue ticket tickets""",
        "the novelist's readers",
    ),
    topic(
        "elections, treaties and aid",
        """election elections ballot ballots vote votes voters seats turnout parliament parliaments
        treaty tariff tariffs duties troops armies army war ceasefire declaration ratify donor donors
        relief refugees climate methane emissions presidents alliance party states""",
        "the votes and ballots",
    ),
    topic(
        "rules, budgets and reports of a government",
        """measures opinions guidelines regulations regulation policy cabinet bill subsidy subsidies
        budget congress gdp disposable income departments tender tenders council tax taxes approved approves""",
        "measures and opinions",
    ),
    topic(
        "weather, accidents and death",
        """storm typhoon flood floods earthquake rain rainfall gusts injuries injured killed dies died
        funeral victims firefighters damage born retired""",
        "the storm killed",
    ),
    topic(
        "health, traffic and tourism",
        """influenza flu vaccine vaccination infection hospital hospitals patients doctors drivers lane
        lanes traffic lorries vehicles commuters bridge overnight visitors cruise hotels tourist
        passengers ferry boat yacht""",
        "traffic lanes",
    ),
    topic(
        "one site under construction",
        """complete excavation concrete poured builders tunnel crane reservoir machinery dam bids
        bidders unit kilowatts underground""",
        "concrete poured",
    ),
    topic(
        "a call for exhibitors",
        """registration bird stands exhibit exhibiting fees fee rates deadline booth applicants
        sponsorship organisers""",
        "registration and fees",
    ),
    topic(
        "jobs",
        """seekers vacancies salary recruitment monthly employment insurances apply hiring posts
        redundancies union""",
        "recruitment and salary",
    ),
)
