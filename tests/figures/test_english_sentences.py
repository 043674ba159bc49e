"""What the finder reads in whole sentences: a table for each language."""

import pytest

SENTENCES = [
    (
        "Some 42 companies pledged Ksh3.4 billion (about $26 million) at the forum, while the county offered 1,200 acres.",
        [
            "Some 42 = 42 about",
            "Ksh3.4 billion = 3400000000 KES",
            "about $26 million = 26000000 USD about",
            "1,200 acres = 1200",
        ],
    ),
    (
        "The Summit secured commitments worth Rs 33.5 lakh crore, or 14,81,108 crore as tabled, from 4,500-odd investors.",
        [
            "Rs 33.5 lakh crore = 33500000000000 INR",
            "14,81,108 crore = 14811080000000 INR",
            "4,500-odd = 4500 over",
        ],
    ),
    (
        "At least 15 MoUs worth over SAR 12.5bn were signed; three of them exceed SR1 billion each.",
        [
            "At least 15 = 15 over",
            "over SAR 12.5bn = 12500000000 SAR over",
            "three = 3",
            "SR1 billion = 1000000000 SAR boundary",
        ],
    ),
    (
        "Deals worth N250 billion and €45m were sealed with two dozen firms from nine countries.",
        ["N250 billion = 250000000000 NGN", "€45m = 45000000 EUR", "two dozen = 24", "nine = 9"],
    ),
    (
        "The Governor said 32 lakh 92 thousand crore had been proposed since 2017, up 45% year-on-year.",
        ["32 lakh 92 thousand crore = 32920000000000 INR", "2017 = 2017", "45% = 45 %"],
    ),
    (
        "Tk 600 crore will be invested over five years, creating nearly 3,500 jobs directly and about 10,000 indirectly.",
        [
            "Tk 600 crore = 6000000000 BDT",
            "five years = 5",
            "nearly 3,500 = 3500 nearly",
            "about 10,000 = 10000 about",
        ],
    ),
    (
        "Investment of between $2 billion and $3 billion is expected; 2-3 billion yuan is already in place.",
        [
            "$2 billion and $3 billion = 2000000000..3000000000 USD",
            "2-3 billion yuan = 2000000000..3000000000 CNY",
        ],
    ),
    (
        "It plans to raise capacity from 3 million to 6 million tonnes per annum (MTPA) by 2027-28.",
        ["3 million = 3000000", "6 million tonnes = 6000000", "2027-28 = 2027"],
    ),
    (
        "Fourteen projects, each worth more than 100 million dirhams, were unveiled on the first day.",
        ["Fourteen = 14", "more than 100 million dirhams = 100000000 AED over", "first = 1"],
    ),
    (
        "The Fortune 500 company and a top-100 enterprise signed one of the agreements. No one declined.",
        [],
    ),
    (
        "Of the 120 MoUs, one-third were in IT, two fifths in textiles and over half in energy.",
        ["120 = 120", "one-third = 33.33 %", "two fifths = 40 %", "over half = 50 % over"],
    ),
    (
        "The 5G base stations cover 80-90% of the town; ISO 9001 certificates were given to 3 firms.",
        ["80-90% = 80..90 %", "3 = 3"],
    ),
    (
        "Call +254 20 222 3333 or visit https://invest.example.org/2024/05/12/report?id=99 for details.",
        [],
    ),
    (
        "R1.2 billion in new capital, R350m of it from Tshwane, and another R85-million for training.",
        ["R1.2 billion = 1200000000 ZAR", "R350m = 350000000 ZAR", "R85-million = 85000000 ZAR"],
    ),
    (
        "UGX 90 billion was approved and Shs 45bn disbursed, 50 per cent less than planned.",
        ["UGX 90 billion = 90000000000 UGX", "Shs 45bn = 45000000000 KES", "50 per cent = 50 %"],
    ),
    (
        "A US$1.26 billion, 640 million and 300 million package was agreed on 12 May 2024.",
        [
            "US$1.26 billion = 1260000000 USD",
            "640 million = 640000000 USD",
            "300 million = 300000000 USD",
            "12 May 2024 = 2024-05-12",
        ],
    ),
    (
        "From 28 April to 2 May 2023, 1.2 million visitors came; on May 1-3 alone 400,000.",
        [
            "28 April = 2023-04-28",
            "2 May 2023 = 2023-05-02",
            "1.2 million = 1200000",
            "May 1 = 2023-05-01",
            "3 = 2023-05-03",
            "400,000 = 400000",
        ],
    ),
    (
        "Sixty-three deals totalling RM4.2 billion and another US$300 mil were inked on 15-17 March.",
        [
            "Sixty-three = 63",
            "RM4.2 billion = 4200000000 MYR",
            "US$300 mil = 300000000 USD",
            "15 = XXXX-03-15",
            "17 March = XXXX-03-17",
        ],
    ),
    (
        "The $1bn-plus plant will employ up to 2,000 people and as many as 600 contractors.",
        ["$1bn-plus = 1000000000 USD over", "up to 2,000 = 2000 under", "600 = 600"],
    ),
    (
        "A 100MW/400MWh storage project and a 2x660 MW coal plant need 2,640 crore.",
        ["100MW = 100", "400MWh = 400", "660 MW = 660", "2,640 crore = 26400000000 INR"],
    ),
    (
        "The eight-lane, 64-km road costs Rs.4,200-crore; phase-2 begins in January 2025.",
        [
            "eight = 8",
            "64-km = 64",
            "Rs.4,200-crore = 42000000000 INR",
            "phase-2 = 2",
            "January 2025 = 2025-01",
        ],
    ),
    (
        "Total investment was 1.8 trillion won (1.3 billion dollars), more than half a billion dollars of it foreign.",
        [
            "1.8 trillion won = 1800000000000 KRW",
            "1.3 billion dollars = 1300000000 USD",
            "more than half a billion dollars = 500000000 USD over",
        ],
    ),
    (
        "Thirty projects with a combined investment of more than 20 billion yuan were signed.",
        ["Thirty = 30", "more than 20 billion yuan = 20000000000 CNY over"],
    ),
    (
        "There are 12 projects with investment of over 500 million yuan, totaling 13 billion yuan.",
        [
            "12 = 12",
            "500 million yuan = 500000000 CNY boundary",
            "13 billion yuan = 13000000000 CNY",
        ],
    ),
    (
        "Projects worth Rs 100 crore or more numbered 214; 1,070 were below Rs 50 crore.",
        [
            "Rs 100 crore = 1000000000 INR boundary",
            "214 = 214",
            "1,070 = 1070",
            "Rs 50 crore = 500000000 INR boundary",
        ],
    ),
    (
        "Exports rose 17.5 percent to $3.2 billion, 2.3 percentage points faster, i.e. 230 basis points.",
        [
            "17.5 percent = 17.5 %",
            "$3.2 billion = 3200000000 USD",
            "2.3 percentage points = 2.3 pp",
            "230 basis points = 2.30 pp",
        ],
    ),
    (
        "The company will invest a further one billion yuan; a billion-yuan industrial cluster will form.",
        ["one billion yuan = 1000000000 CNY", "a billion-yuan = 1000000000 CNY"],
    ),
    (
        "The park has attracted 300+ firms, 10,000-plus workers and hundreds of millions of yuan.",
        ["300+ = 300 over", "10,000-plus = 10000 over", "hundreds of millions = None"],
    ),
    (
        "Several hundred delegates, dozens of buyers and thousands of visitors attended.",
        ["Several hundred = None", "dozens = None", "thousands = None"],
    ),
    (
        "VND12.5 trillion (US$490 million) and VND 850 billion went to 14 out of 20 provinces.",
        [
            "VND12.5 trillion = 12500000000000 VND",
            "US$490 million = 490000000 USD",
            "VND 850 billion = 850000000000 VND",
            "14 = 14",
            "20 = 20",
        ],
    ),
    (
        "The 21st China–ASEAN Expo, held Sept. 24-28 in Nanning, ranked 3rd; 2,018 booths were set up in 2018.",
        [
            "21st = 21",
            "Sept. 24 = 2018-09-24",
            "28 = 2018-09-28",
            "3rd = 3",
            "2,018 = 2018",
            "2018 = 2018",
        ],
    ),
    (
        "Its GDP grew by 6.5 to 7 percent in Q1 and Q2, and 5.8% in the first three quarters of 2023.",
        [
            "6.5 to 7 percent = 6.5..7 %",
            "Q1 = 2023-01/2023-03",
            "Q2 = 2023-04/2023-06",
            "5.8% = 5.8 %",
            "first three quarters of 2023 = 2023-01/2023-09",
        ],
    ),
    (
        "The loan carries 4.5% for 10 years; a 3-year-old firm got $500,000 and 15.5 mn euros.",
        [
            "4.5% = 4.5 %",
            "10 years = 10",
            "3-year-old = 3",
            "$500,000 = 500000 USD",
            "15.5 mn euros = 15500000 EUR",
        ],
    ),
    (
        'AED2.4bn, QR 300 million and KD10m were committed; "this is one of the largest," he said.',
        ["AED2.4bn = 2400000000 AED", "QR 300 million = 300000000 QAR", "KD10m = 10000000 KWD"],
    ),
    (
        "The investor will put in less than 20 million yuan, at most 5% of the total, within three years.",
        [
            "less than 20 million yuan = 20000000 CNY under",
            "at most 5% = 5 % under",
            "three years = 3",
        ],
    ),
    (
        "The province licensed 23 FDI projects worth US$612.5 million in the first nine months, up 1.5 times.",
        [
            "23 = 23",
            "US$612.5 million = 612500000 USD",
            "first nine months = XXXX-01/XXXX-09",
            "1.5 = 1.5",
        ],
    ),
    (
        "Nigeria's N1.5trn plan, GH¢25 million from Ghana, and FCFA 12 billion from Cameroon.",
        [
            "N1.5trn = 1500000000000 NGN",
            "GH¢25 million = 25000000 GHS",
            "FCFA 12 billion = 12000000000 XAF",
        ],
    ),
    (
        "About a quarter of the 88 firms, i.e. 22, came from Shenzhen in the third quarter.",
        ["About a quarter = 25 % about", "88 = 88", "22 = 22", "third quarter = XXXX-07/XXXX-09"],
    ),
    (
        "By the end of 2025 output value will reach 5 billion yuan, and 20,000 mu of land will be developed.",
        ["2025 = 2025", "5 billion yuan = 5000000000 CNY", "20,000 mu = 20000"],
    ),
    (
        "MT style: total investment 3.1 billion, it signed 12 projects, the amount of 500 million more than 8 projects.",
        ["3.1 billion = 3100000000", "12 = 12", "500 million = 500000000", "more than 8 = 8 over"],
    ),
    (
        "Investment of 100 million yuan and above 33 projects, of which more than 1 billion yuan 5.",
        [
            "100 million yuan = 100000000 CNY boundary",
            "33 = 33",
            "1 billion yuan = 1000000000 CNY boundary",
            "5 = 5",
        ],
    ),
    (
        "China's GDP was 121 trillion yuan, per capita 85,698 yuan. Population is 1.4 billion people.",
        [
            "121 trillion yuan = 121000000000000 CNY",
            "85,698 yuan = 85698 CNY",
            "1.4 billion = 1400000000",
        ],
    ),
    (
        "He arrived at 9:30 a.m. on Friday with 12 officials; Room 305, Building 12, No. 88 Renmin Road.",
        ["9:30 = None", "12 = 12"],
    ),
    (
        "The deal, signed on the 15th, is worth 12,5 Mio. EUR, or 1.234,5 Mio. Kronen.",
        ["15th = XXXX-XX-15"],
    ),
    (
        "Twenty one projects and one hundred and twenty-five agreements; two hundred thousand tons.",
        [
            "Twenty one = 21",
            "one hundred and twenty-five = 125",
            "two hundred thousand tons = 200000",
        ],
    ),
    (
        "USD 2 million – USD 5 million per unit; $10–15 billion; 10 to 15 billion dollars; $2.5 to $3 billion.",
        [
            "USD 2 million – USD 5 million = 2000000..5000000 USD",
            "$10–15 billion = 10000000000..15000000000 USD",
            "10 to 15 billion dollars = 10000000000..15000000000 USD",
            "$2.5 to $3 billion = 2500000000..3000000000 USD",
        ],
    ),
    (
        "The 150-bed hospital, 45-storey tower and 3 star hotels; 30 km from the capital.",
        ["150 = 150", "45 = 45", "3 = 3", "30 km = 30"],
    ),
    (
        "It is the second time; the first two batches had 46 and 39 projects; phase III follows.",
        ["second = 2", "two = 2", "46 = 46", "39 = 39"],
    ),
    (
        "On September 26, 2023, Yueyang held a centralized signing of 58 projects, total investment 32.6 billion yuan, of which 12 projects over 1 billion yuan.",
        [
            "September 26, 2023 = 2023-09-26",
            "58 = 58",
            "32.6 billion yuan = 32600000000 CNY",
            "12 = 12",
            "1 billion yuan = 1000000000 CNY boundary",
        ],
    ),
    (
        "This year's fair attracted 1,523 merchants; on-site signing 46, contract amount 18.62 billion yuan, an increase of 12.3% year on year.",
        ["1,523 = 1523", "46 = 46", "18.62 billion yuan = 18620000000 CNY", "12.3% = 12.3 %"],
    ),
    (
        "The signing of 21 projects with a total amount of 10.5 billion, including 5 of 500 million or above, 3 of 1 billion yuan or above.",
        [
            "21 = 21",
            "10.5 billion = 10500000000 CNY",
            "5 = 5",
            "500 million = 500000000 CNY boundary",
            "3 = 3",
            "1 billion yuan = 1000000000 CNY boundary",
        ],
    ),
    (
        "Investment of 100-500 million yuan: 23; 500 million to 1 billion yuan: 8; above 1 billion yuan: 4.",
        [
            "100-500 million yuan = 100000000..500000000 CNY",
            "23 = 23",
            "500 million to 1 billion yuan = 500000000..1000000000 CNY",
            "8 = 8",
            "above 1 billion yuan = 1000000000 CNY over",
            "4 = 4",
        ],
    ),
    (
        "It involves a total of 3.56 million yuan RMB and RMB 200 mln; about US$ 1.2 bn; RM5.4bil.",
        [
            "3.56 million yuan RMB = 3560000 CNY",
            "RMB 200 mln = 200000000 CNY",
            "about US$ 1.2 bn = 1200000000 USD about",
            "RM5.4bil = 5400000000 MYR",
        ],
    ),
    (
        "The three parks of A, B and C respectively introduced 12, 9 and 7 projects, with funds of 3.2, 2.1 and 1.5 billion yuan.",
        [
            "three = 3",
            "12 = 12",
            "9 = 9",
            "7 = 7",
            "3.2 = 3200000000 CNY",
            "2.1 = 2100000000 CNY",
            "1.5 billion yuan = 1500000000 CNY",
        ],
    ),
    (
        "Contracted projects 56, with contract funds of RMB 23.5 billion yuan; of these, 20 (35.7%) are foreign-funded.",
        ["56 = 56", "RMB 23.5 billion yuan = 23500000000 CNY", "20 = 20", "35.7% = 35.7 %"],
    ),
    (
        "The company's 300,000-square-meter base, 2.5GW module line and 10 GWh battery line cost €1.5–2 billion.",
        [
            "300,000-square-meter = 300000",
            "2.5GW = 2.5",
            "10 GWh = 10",
            "€1.5–2 billion = 1500000000..2000000000 EUR",
        ],
    ),
    (
        "In the first 10 months it signed 73 projects, up from 65 a year earlier; utilised FDI hit $1.35bn (+8.4%).",
        [
            "first 10 months = XXXX-01/XXXX-10",
            "73 = 73",
            "65 = 65",
            "$1.35bn = 1350000000 USD",
            "8.4% = 8.4 %",
        ],
    ),
    (
        "Investments of Sh2.4 trillion ($18.6 billion), Sh500m and KSh 3bn were made by Kenya's investors.",
        [
            "Sh2.4 trillion = 2400000000000 KES",
            "$18.6 billion = 18600000000 USD",
            "Sh500m = 500000000 KES",
            "KSh 3bn = 3000000000 KES",
        ],
    ),
    (
        "Uganda's Shs200b fund; Tanzania's 3.4tri/- plan; Rwanda's Rwf15bn.",
        ["Shs200b = 200000000000 UGX", "Rwf15bn = 15000000000 RWF"],
    ),
    (
        "R5bn will go to Durban and R200-million to Gqeberha; over 70% of the R1.14 trillion pledged since 2018 has landed.",
        [
            "R5bn = 5000000000 ZAR",
            "R200-million = 200000000 ZAR",
            "over 70% = 70 % over",
            "R1.14 trillion = 1140000000000 ZAR",
            "2018 = 2018",
        ],
    ),
    (
        "The MoUs signed total Rs.10.24 lakh crore; Rs 1 lakh-crore more expected, with 26.5 lakh jobs and 2.5-lakh direct ones.",
        [
            "Rs.10.24 lakh crore = 10240000000000 INR",
            "Rs 1 lakh-crore = 1000000000000 INR",
            "26.5 lakh = 2650000",
            "2.5-lakh = 250000",
        ],
    ),
    (
        "Of 2,831 MoUs, 1,600 (56%) have been grounded. ₹3,000 cr, Rs 450 Cr and INR 75 crore were released.",
        [
            "2,831 = 2831",
            "1,600 = 1600",
            "56% = 56 %",
            "₹3,000 cr = 30000000000 INR",
            "Rs 450 Cr = 4500000000 INR",
            "INR 75 crore = 750000000 INR",
        ],
    ),
    (
        '"One lakh crore rupees came in," he said; two thousand five hundred acres, fifty per cent of it barren.',
        [
            "One lakh crore rupees = 1000000000000 INR",
            "two thousand five hundred acres = 2500",
            "fifty per cent = 50 %",
        ],
    ),
    (
        "Ho Chi Minh City granted VND4.2 quadrillion; the VND1,250 billion bridge; a 25-hectare, 1,200-worker plant.",
        [
            "VND4.2 quadrillion = 4200000000000000 VND",
            "VND1,250 billion = 1250000000000 VND",
            "25-hectare = 25",
            "1,200 = 1200",
        ],
    ),
    (
        "Dubai signed AED1.5 billion of deals. Saudi Arabia's SR 22 billion, Qatar's QR 1bn, Oman's RO 200m, Kuwait's KD500,000.",
        [
            "AED1.5 billion = 1500000000 AED",
            "SR 22 billion = 22000000000 SAR",
            "QR 1bn = 1000000000 QAR",
            "RO 200m = 200000000 OMR",
            "KD500,000 = 500000 KWD",
        ],
    ),
    (
        "At 9:00 on the morning of the 8th, 33 projects from 11 counties started; the 6th Session ended on the 9th.",
        ["9:00 = None", "8th = XXXX-XX-08", "33 = 33", "11 = 11", "6th = 6", "9th = XXXX-XX-09"],
    ),
    (
        "Two-thirds of the 45 signatories, or 30, are SMEs; a fifth of the funds, half of the land, three-quarters of staff.",
        [
            "Two-thirds = 66.67 %",
            "45 = 45",
            "30 = 30",
            "a fifth = 20 %",
            "half = 50 %",
            "three-quarters = 75 %",
        ],
    ),
    (
        "A 20-year, 5 billion yuan concession; 3-5 years; five to seven years; 10-15%; 15 to 20 percent; 1,000-1,200 jobs.",
        [
            "20-year = 20",
            "5 billion yuan = 5000000000 CNY",
            "3-5 years = 3..5",
            "five to seven years = 5..7",
            "10-15% = 10..15 %",
            "15 to 20 percent = 15..20 %",
            "1,000-1,200 = 1000..1200",
        ],
    ),
    (
        "Nearly a dozen firms; more than two dozen; scores of deals; tens of billions of yuan; a hundred or so guests.",
        [
            "Nearly a dozen = 12 nearly",
            "more than two dozen = 24 over",
            "scores = None",
            "tens of billions = None",
            "a hundred or so = 100 about",
        ],
    ),
    (
        "The US$3.5 billion-plus project, one of the world's top 10, is 1.5 times larger; output will double to 10 million units.",
        ["US$3.5 billion-plus = 3500000000 USD over", "1.5 = 1.5", "10 million = 10000000"],
    ),
    (
        "By 2030, 60 per cent of the 100 million jobs; the 14th Five-Year Plan (2021-2025); FY24; in the 1990s; 21st century.",
        [
            "2030 = 2030",
            "60 per cent = 60 %",
            "100 million = 100000000",
            "14th = 14",
            "2021-2025 = 2021",
            "21st = 21",
        ],
    ),
    (
        "He is 45; she, 32, leads 1 of the 4 teams; Boeing 737 and A320 jets; Windows 11; COVID-19; G20; MH370; F-16.",
        ["45 = 45", "32 = 32", "1 = 1", "4 = 4"],
    ),
    (
        "Signing amount exceeded 50 billion; contract value reached 1.05 trillion; funding hit 700 million; cost 5 million.",
        [
            "exceeded 50 billion = 50000000000 over",
            "1.05 trillion = 1050000000000",
            "700 million = 700000000",
            "5 million = 5000000",
        ],
    ),
    (
        "CNY 1.2 billion; 800 million CNY; HK$4.5bn; NT$12 billion; S$300m; 12 billion baht; 350 billion rupiah; 5bn pesos.",
        [
            "CNY 1.2 billion = 1200000000 CNY",
            "800 million CNY = 800000000 CNY",
            "HK$4.5bn = 4500000000 HKD",
            "NT$12 billion = 12000000000 TWD",
            "S$300m = 300000000 SGD",
            "12 billion baht = 12000000000 THB",
            "350 billion rupiah = 350000000000 IDR",
            "5bn pesos = 5000000000 PHP",
        ],
    ),
    (
        "The 1st and 2nd phases cost 2bn yuan and 3bn yuan; Q&A; the fourth quarter; 4th quarter of 2022; H2 2024.",
        [
            "1st = 1",
            "2nd = 2",
            "2bn yuan = 2000000000 CNY",
            "3bn yuan = 3000000000 CNY",
            "fourth quarter = 2022-10/2022-12",
            "4th quarter of 2022 = 2022-10/2022-12",
            "H2 2024 = 2024-07/2024-12",
        ],
    ),
    (
        "Projects with an investment exceeding 100 million yuan accounted for 85%, and those above 5 billion for 12%.",
        [
            "100 million yuan = 100000000 CNY boundary",
            "85% = 85 %",
            "5 billion = 5000000000 CNY boundary",
            "12% = 12 %",
        ],
    ),
    (
        "Signed projects include 16 worth at least 1 billion yuan each; 4 exceeding 10 billion yuan; 40 under 100 million yuan.",
        [
            "16 = 16",
            "1 billion yuan = 1000000000 CNY boundary",
            "4 = 4",
            "10 billion yuan = 10000000000 CNY boundary",
            "40 = 40",
            "100 million yuan = 100000000 CNY boundary",
        ],
    ),
    (
        "A total of 137 contracts worth over 52 billion yuan (7.3 billion USD) were signed, more than double last year's.",
        [
            "137 = 137",
            "over 52 billion yuan = 52000000000 CNY over",
            "7.3 billion USD = 7300000000 USD",
        ],
    ),
    (
        "Signed projects: 86; total investment: RMB 41.25 billion; of which foreign investment: USD 385 million.",
        ["86 = 86", "RMB 41.25 billion = 41250000000 CNY", "USD 385 million = 385000000 USD"],
    ),
    (
        "The investment scale is large. Projects with more than 500 million yuan reached 27, an increase of 35% over the same period last year.",
        ["500 million yuan = 500000000 CNY boundary", "27 = 27", "35% = 35 %"],
    ),
    (
        "A total of 15 billion yuan has been invested, and the output value after reaching production is 22.5 billion yuan, and the tax is 1.2 billion yuan.",
        [
            "15 billion yuan = 15000000000 CNY",
            "22.5 billion yuan = 22500000000 CNY",
            "1.2 billion yuan = 1200000000 CNY",
        ],
    ),
    (
        'On the afternoon of December 18, the signing ceremony of 23 key projects of the "Three Hundred Battle" was held, total amount 12.6 billion yuan.',
        ["December 18 = XXXX-12-18", "23 = 23", "12.6 billion yuan = 12600000000 CNY"],
    ),
    (
        "Among them, 8 projects are 100 million yuan to 500 million yuan, 4 projects are 500 million to 1 billion yuan, and 2 are over 1 billion yuan.",
        [
            "8 = 8",
            "100 million yuan to 500 million yuan = 100000000..500000000 CNY",
            "4 = 4",
            "500 million to 1 billion yuan = 500000000..1000000000 CNY",
            "2 = 2",
            "1 billion yuan = 1000000000 CNY boundary",
        ],
    ),
    (
        "It is expected to provide 3,000-5,000 jobs and realize an annual tax revenue of 120 million to 150 million yuan.",
        ["3,000-5,000 = 3000..5000", "120 million to 150 million yuan = 120000000..150000000 CNY"],
    ),
    (
        "Investors pledged Rs 1.15 lakh crore across 96 proposals, which will generate over 2.2 lakh jobs, Industries Minister said on January 12.",
        [
            "Rs 1.15 lakh crore = 1150000000000 INR",
            "96 = 96",
            "over 2.2 lakh = 220000 over",
            "January 12 = XXXX-01-12",
        ],
    ),
    (
        "The MoU with XYZ, worth Rs 25,000 crore, is for a 2,500 MW pumped storage plant; Rs 600-crore food park follows.",
        ["Rs 25,000 crore = 250000000000 INR", "2,500 MW = 2500", "Rs 600-crore = 6000000000 INR"],
    ),
    (
        "Ethiopia's park drew 1.2 billion birr ($21.6m) from 17 firms and created 4,300 jobs in FY2023/24.",
        [
            "1.2 billion birr = 1200000000 ETB",
            "$21.6m = 21600000 USD",
            "17 = 17",
            "4,300 = 4300",
            "2023/24 = 2023",
        ],
    ),
    (
        "Mozambique's $20bn LNG project, Zambia's K300 million plant, Botswana's P1.2 billion mine; 30% local content.",
        [
            "$20bn = 20000000000 USD",
            "K300 million = 300000000 ZMW",
            "P1.2 billion = 1200000000 BWP",
            "30% = 30 %",
        ],
    ),
    (
        "The two sides agreed to lift trade to US$5 billion by 2026; bilateral trade stood at $3.17bn in 2023, up 14.6 per cent y/y.",
        [
            "two = 2",
            "US$5 billion = 5000000000 USD",
            "2026 = 2026",
            "$3.17bn = 3170000000 USD",
            "2023 = 2023",
            "14.6 per cent = 14.6 %",
        ],
    ),
    (
        "Vietnam's Bắc Ninh handed certificates to 12 projects worth over US$1.8 billion, and MoUs for 8 more worth US$2.3 billion.",
        [
            "12 = 12",
            "over US$1.8 billion = 1800000000 USD over",
            "8 = 8",
            "US$2.3 billion = 2300000000 USD",
        ],
    ),
    (
        "In October alone, 14 contracts were signed, 3 fewer than in September; 60% were renewals and 40% new.",
        ["14 = 14", "3 = 3", "60% = 60 %", "40% = 40 %"],
    ),
    (
        "The company will hire 150 to 200 staff in phase one, rising to 500 by end-2026, with a payback of 6.5 years.",
        ["150 to 200 = 150..200", "phase one = 1", "500 = 500", "2026 = 2026", "6.5 years = 6.5"],
    ),
    (
        "Founded in 1998, it has 45,000 employees, revenues of €8.2bn and 32 plants in 15 countries on four continents.",
        [
            "1998 = 1998",
            "45,000 = 45000",
            "€8.2bn = 8200000000 EUR",
            "32 = 32",
            "15 = 15",
            "four = 4",
        ],
    ),
    (
        "The 3rd edition (15-17 March 2024) drew 320 exhibitors, 45% more than the 2nd in 2022, and 12,000 sq m was sold out.",
        [
            "3rd = 3",
            "15 = 2024-03-15",
            "17 March 2024 = 2024-03-17",
            "320 = 320",
            "45% = 45 %",
            "2nd = 2",
            "2022 = 2022",
            "12,000 sq m = 12000",
        ],
    ),
    (
        "Between 2018 and 2023 the zone attracted 215 firms; the number rose fivefold, from 40 to 215.",
        ["2018 = 2018", "2023 = 2023", "215 = 215", "40 = 40", "215 = 215"],
    ),
    (
        "The fund, at 500 million riyals, is half the size of the 1 billion riyal vehicle launched in 2021 in Riyadh.",
        [
            "500 million riyals = 500000000 SAR",
            "half = 50 %",
            "1 billion riyal = 1000000000 SAR",
            "2021 = 2021",
        ],
    ),
    (
        "Ten of the 25 are in the east, seven in the west, and the rest - eight - in the centre.",
        ["Ten = 10", "25 = 25", "seven = 7", "eight = 8"],
    ),
    (
        "At a rate of Rs 2 per unit, and land at Re 1 per acre, 25 per cent capital subsidy up to Rs 50 crore was promised.",
        [
            "Rs 2 = 2 INR",
            "Re 1 = 1 INR",
            "25 per cent = 25 %",
            "up to Rs 50 crore = 500000000 INR under",
        ],
    ),
]


@pytest.mark.parametrize(("text", "figures"), SENTENCES, ids=[text[:32] for text, _ in SENTENCES])
def test_every_figure_of_a_sentence_is_read(text, figures, read):
    """Every figure is found with its value, unit, hedge and extent, and nothing else is."""
    assert read(text) == figures
