"""Words that tell what a capitalised name is, and words that are capitalised without being one.

Origin: `OPENERS` was counted on the development articles: words that begin a sentence and stand in lower case far
more often than capitalised inside one, with the closed word classes of English added. The suffixes are the legal
forms of companies as registries list them; first names are the common ones of English-speaking and neighbouring
countries' registers of births; the rest was written for this project.
"""

from __future__ import annotations

from summarizer.text.phrases import phrase_set, word_set

OPENERS = word_set("""
    domestic foreign global local overseas regional
    a about above abroad absolutely inside nationwide near outside throughout worldwide according
    accountability achieving acquisition across activist acts add adding
    additional additionally additions adjusted administration admittedly advance advertisement advertisers
    affairs affiliate after again against aggressive ahead aircraft airline all alliance allies allowing along
    already also although always am amid among amongst an analyst analysts anchor and angry another answers
    anticipated any anyone anytime apart apparently appeals appearing applied architecture are around artificial
    as aside asked assuming at attacks attendance attention attorney attracting audio authorities auto automaker
    automated autonomous avoiding back backing bad ban bank banking bankruptcy banks based basically
    battleground be bears because before behind being believe below best better betting between beyond big bills
    bin biotech biotechnology black blood board bonuses book boosting borrow borrowing both bottom brand brands
    break breaking bringing broader broker building bullish business but buy buying by calendar calls
    campaigning can candidates capital car carriers case cash cellular certified change chart charter cheaper
    check chief citing citizens civil claiming clearly click clients climate closing cloud coal coffee combined
    combining coming commercial common companies company comparable compared comparing competition competitor
    competitors complexity computer computing conclusion connecting conservative considering consolidating
    construction consumer consumers contents continued continuing convenient copyright corporate corporations
    correction cost could count counting country court creating credit critics cross crude cumulative curfew
    currency current currently customer customers cutting daily data days de dealers death declines deep deeply
    defense demand democracy demonstrators designed despite details developer developers development did diesel
    differences director directors disappointing discount disruption distribution district diversifying
    diversity dividend dividends division dlr dlrs do doctors does doing dollar don donations down draw driven
    drug dual dubbed due during each earlier early earnings economic edge editor educated eight either electric
    electronics eleven eliminating elsewhere empathy empire employment endorsement engagement engineering
    environmental episode equally equity even eventually ever every everybody everyone everything examining
    excitement excluding execution executive executives existing expanding experimental experts expired extreme
    facilities fact factors fall falling fans far federal fees fellow female few fifth figure filed files fill
    finally financial financially firms first five flagship flawless fleet flight focus folks follow followers
    following food for force foreign forest forget former forty founded four fourth frankly from frustrated
    frustration fuel full fund further furthermore future gains game gas gender generic get getting give given
    giving global globe go going good government governor great greater groceries grocery group
    growth hackers had half harsh has having he heading headwind headwinds health hearing heart helm her here
    high highest his historically hold holders holding home hope hopefully hours how however human i idling if
    image images imagine immigration immunity impact improved improvement improvements improving in incentives
    including inclusion increased indeed independent individual industry ing initially inside inspired instead
    insurance interactive interest interested interesting interests interim internet investing investment
    investments investor investors is it its joining joint journalists judge jurors just keep keeping keeps key
    lacks land language large last late later launched lawmakers laws lawyers leading leasing led lending less
    lesson let letters letting like likely limited listen little load loan local lone long look looking looming
    lower mail main maintaining maintenance major making management manufacturing many marijuana market
    marketers mass massive maybe meanwhile media member members men merchants mergers messaging mid millennials
    millions mind mistakes mixed mobile more moreover morning mortgage most mostly moves movies moving much
    multiple my nationwide natural near nearly neither net never nevertheless new newer news newspapers next
    nine no nobody none nonetheless nor normally not notably note nothing now obviously of offering office
    officer official officially officials often oil old on once one online only operating opponents options or
    orange order organic other others otherwise our outrage over overall overseas own packaging paper
    parks part partial particularly partisan partly patent pay payments peer pending people per perhaps
    peripheral personally phone photo picking plaintiff plans play please plenty plummeting plus points poison
    police policy political poll polling polls popular post potential power pre premium president presidential
    pressure pretty previously price primary principal printing prior prison privacy probably product production
    products profit profits promise prostate protein protesters psoriasis public publishers pundits put putting
    race radical raising ran rare rather ratings razor reach read readers ready really reason reasonable reasons
    recent recently recommended reduce reducing refugees regarding regardless regulators related relative
    relatively remember remove renewable replacing reporting reports representatives research responding
    restaurant results retail retired revenue revenues reviews rheumatoid riding right rival rivals
    road roughly rush safety said sales same save say scenario second secret secretary security see seeing
    seeking sell selling senator senior sense sentiment separately seriously service services seven several
    shale share shareholders shares she shifting short shortly should show shows similar similarly simple simply
    since six slide slowing small smaller smart smartphone so some someone something sometimes somewhere sounds
    source sources space speaking special specifically speculation spending spokeswoman sporting staff stars
    starting state stay steel step still stock stocks stop story strengthening strike strong stronger studies
    studios subscribe subscribers subsequently subsidiaries success such suddenly sugar summer super
    supermarkets support sure switch table take takeovers taking talk talks targeted taxes tech ten tens
    tensions terms terrorism testing thank thanks that the their theme then there therefore these they things
    think third this those though thousands three through throughout thus time timely times timing to today
    together tomorrow tonight too top total toward towards tracking trade traders trading traditional traffic
    transforming troops troubles trucks true trust truth tuning turning turns twelve two typically ultimately
    unable under underappreciated underdog understanding unit unity unless unlike unmet unpredictable until up
    upcoming upgrades upon users using usually utilities valuation value valued variables vertical
    very veterans veto via video videos visitors voice volume voters voting war was we weak weaker wealthy
    weather weekend well were what whatever when where whether which while who whom whose why will with
    withdrawal within without women word work workers working world worse worst would wow writes writing yeah
    year yes yesterday yet you young younger your
""")

LEGAL_FORMS = word_set("""
    ab ag aktiengesellschaft asa bhd bv co company corp corporation cos gmbh hldgs holding holdings inc
    incorporated kg kgaa kk limited llc llp lp ltd nv oao oy oyj plc pte pty sa sab sarl sas se spa srl trust
    ulc
""")

COMPANY_WORDS = word_set("""
    advisers advisors aerospace air airlines airways associates aviation bancorp bancshares bank bankshares
    beverages biosciences biotech brands brewing brothers cable capital casino center chemical chemicals clinic
    club communications computer computers consultants consulting devices digital distributors dynamics electric
    electronics energy enterprise enterprises entertainment equipment equity exchange express financial
    financing foods foundry fund funds gas global group health healthcare homes hospital hospitality hotel hotels
    industries inn insurance intelligence interactive international investments investors laboratories labs life
    logistics machines mall management manufacturing markets materials media medical metals microsystems mining
    motor motors mutual networks news oil park partners petroleum pharma pharmaceutical pharmaceuticals plaza
    power products properties publishing railroad realty research resort resorts resources restaurant
    restaurants retail robotics savings securities semiconductor semiconductors services shipping software solar
    solutions stadium steel stores studios supply systems technologies technology telecom telecommunications
    textiles theater theatre therapeutics tobacco tools tower toys trading utilities ventures wireless works
""")

TRADE_ENDS = word_set("""
    apparel bakeries bakery boatyard boatyards breweries brewery canneries cannery carpets ceramics chocolates coffee
    confectionery cosmetics creameries creamery dairies dairy diagnostics distilleries distillery eyewear ferries
    fisheries footwear forge foundries foundry freight furniture garments genetics genomics haulage ironworks jewelers
    jewellers knitwear lighting machinery meats nurseries opticians orchards packaging pharmacies pharmacy pizza
    plastics poultry quarries quarry refineries refinery sawmill sawmills seafood shipbuilding shipyard shipyards
    software tanneries tannery tiles trucking vineyards vodka whiskey whisky winery wineries yachts
""")
"""Trades and their places of work: what ends in one is a firm, though a first name begins it ("Daisy Bakery")."""

TRADES_AHEAD = word_set("""
    airline automaker brewer broadcaster carmaker chipmaker conglomerate distiller drugmaker grocer
    insurer jewelmaker lender miner planemaker refiner retailer shipbuilder shipper steelmaker telco toymaker
    truckmaker utility wholesaler winemaker
""")
"""Nouns of one word that newswires put before a company's name, at the start of a sentence in capitals."""

BODY_WORDS = word_set("""
    administration agency assembly association authority board bureau cabinet chamber commission committee
    commons congress council court department embassy fed federation house institute ministry nations navy
    office parliament pentagon police senate senators service treasury union university
""")

GROUP_WORDS = word_set("""
    alliance association brotherhood chamber coalition confederation consortium federation guild league party society
    union
""")

BANKS = word_set("banca banco bank bankhaus banque")

PLACE_HEADS = word_set("""
    airport area avenue bay boulevard canal county desert gulf highway island islands ocean peninsula prefecture
    region river sea strait valley
""")

REGION_WORDS = word_set("""
    central downtown east eastern greater lower mainland metro north northeast northern northwest south southeast
    southern southwest upper west western
""")

NOT_PARTY_HEADS = word_set("""
    act agreement amendment average award awards bill conference convention cup day days edition exposition forum
    games index law list mode page plan prize program programme project protocol quarter report rule series session
    show summit survey tour treaty week year zone
""")

INSTITUTIONS = word_set("""
    academy agency association bank bar board borough bureau center centre chamber city college commission committee
    commonwealth confederation council court department duchess duke embassy federation foundation house
    institute kingdom league library ministry museum office organization port prince princess province republic
    republican school senate society state states university
""")

COURTESY_TITLES = word_set("""
    adm. amb. capt. cmdr. col. dame dr dr. gen. gov. hon. lady lord lt. maj. miss mr mr. mrs mrs. ms ms. mx mx.
    prof prof. rep. reps. rev. sen. sens. sgt. sir st.
""")

POST_WORDS = word_set("""
    acting ambassador analyst assistant associate attorney ceo cfo chair chairman chairwoman chancellor chief
    cio cmo co-founder cofounder commissioner congressman congresswoman coo counsel cto deputy director
    economist editor emir evp executive financial founder general governor head judge justice king manager
    managing marketing mayor mep meps minister mp mps officer operating partner president prime prince princess
    principal professor queen rep representative secretary senator senior speaker spokesman spokesmen spokespeople
    spokesperson spokeswoman spokeswomen
    strategist svp technology treasurer vice vp
""")

FIRST_NAMES = word_set("""
    aaron abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alexis alice alicia
    alison allen amanda amber amir amy ana andre andrea andreas andrew andy angela anita ann anna anne annie
    anthony antonio arnold arthur ashley audrey austin barbara barry beatrice becky ben benjamin bernard bernie
    beth betty beverly bill billy blake bob bobby brad bradley brandon brenda brendan brent brett brian bridget
    bruce bruno bryan caleb calvin cameron carl carla carlos carmen carol caroline carolyn carrie catherine
    cathy cecilia chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine
    christopher cindy claire clara clark claude claudia colin colleen connor constance corey craig crystal
    curtis cynthia daisy dale damian dan dana daniel danielle danny darrell darren dave david dawn dean deborah
    debra dennis derek diana diane diego dmitri dominic don donald donna doris dorothy doug douglas duncan
    dustin dwight dylan earl ed eddie edgar edith edward edwin eileen elaine eleanor elena eli elijah elizabeth
    ellen elon emily emma enrique eric erica erik erin ernest esther ethan eugene eva evan evelyn fatima felix
    fernando fiona florence frances francis francisco frank franklin fred frederick gabriel gail gary gavin gene
    geoffrey george gerald gerard gilbert gina giovanni glen glenn gloria gordon grace graham grant greg gregory
    guy hannah hans harold harriet harry harvey hassan heather hector heidi helen helena henry herbert hillary
    hiroshi holly howard hugh hugo ian ibrahim igor ingrid irene isaac isabel isabella ivan jack jackie jackson
    jacob jacqueline jake james jamie jan jane janet janice jared jason javier jay jean jeff jeffery jeffrey
    jenna jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy jo joan joanna joanne joe joel john
    johnny jon jonathan jordan jorge jose joseph josh joshua joy joyce juan juanita judith judy julia julian
    julie june justin kamala karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth
    kenny kerry kevin kim kimberly kirk klaus kristen kristin kurt kyle lance larry laura lauren laurie lawrence
    leah lee leo leon leonard leslie lewis liam lily linda lindsay lindsey lisa liz lloyd logan lois lorraine
    louis louise lucas lucia lucy luis luke lydia lynn madeline malcolm manuel marc marcia marco marcus margaret
    maria marian marie marilyn mario marion marissa mark marsha martha martin marty marvin mary masayoshi mathew
    matt matthew maureen maurice max megan mei melanie melinda melissa melvin mia michael michele michelle
    miguel mike mikhail milton miranda mitch mitchell mohamed mohammed molly monica morgan muhammad nadia nancy
    naomi natalie natasha nathan nathaniel neil nelson nicholas nick nicolas nicole nigel nina noah noel nora
    norma norman oliver olivia omar oscar otto owen paige pamela patricia patrick paul paula pauline pedro peggy
    penny pete peter philip philippe phillip phyllis pierre priya rachel rafael raj rajesh ralph ramon randall
    randy ray raymond rebecca regina rene ricardo richard rick ricky rita rob robert roberta roberto robin
    rodney roger roland ron ronald rosa rose ross roy ruben russell ruth ryan sabrina sally salvador sam
    samantha samuel sandra sandy sanjay sara sarah satya scott sean sebastian serena sergei sergey sergio seth
    shane shannon sharon shaun shawn sheila shelley sherry sheryl shirley sidney simon sofia sophia sophie
    spencer stacey stacy stan stanley stella stephanie stephen steve steven stewart stuart sue sundar susan
    suzanne sven sylvia tamara tammy tanya tara taylor ted terence teresa terrence terri terry theodore theresa
    thomas tiffany tim timothy tina todd tom tommy toni tony tracey tracy travis trevor tyler valerie vanessa
    vera vernon veronica vicki victor victoria vincent virginia vivian vladimir wallace walter wanda warren
    wayne wendy wesley will william willie winston xavier yolanda yuki yusuf yvonne zachary zoe
""")

CALENDAR = word_set("""
    april aug august christmas dec december easter feb february fri friday jan january jul july jun june mar
    march mon monday nov november oct october sat saturday sep sept september spring sun sunday thanksgiving thu
    thursday tue tuesday wed wednesday
""")

NATIONALITIES = word_set("""
    afghan african albanian algerian american americans angolan argentine argentinian armenian asian australian
    austrian azerbaijani bahraini bangladeshi belarusian belgian bolivian bosnian botswanan brazilian british
    bulgarian cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech
    danish dominican dutch ecuadorean ecuadorian egyptian emirati english estonian ethiopian european europeans
    fijian finnish french gabonese georgian german germans ghanaian greek guatemalan guyanese honduran hungarian
    icelandic indian indonesian iranian iraqi irish israeli italian italians ivorian jamaican japanese jordanian
    kazakh kenyan korean kuwaiti laotian latin latvian lebanese liberian libyan lithuanian luxembourgish
    macedonian malagasy malawian malaysian maltese mauritian mexican moldovan mongolian montenegrin moroccan
    mozambican namibian nepalese nicaraguan nigerian norwegian omani pakistani panamanian paraguayan peruvian
    philippine polish portuguese qatari romanian russian russians rwandan salvadoran saudi scottish senegalese
    serbian singaporean slovak slovakian slovene slovenian spanish sudanese swedish swiss syrian taiwanese
    tanzanian thai trinidadian tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh
    yemeni zambian zimbabwean
""")

PLACES = word_set("""
    africa alabama alaska america amsterdam argentina arizona arkansas asia athens atlanta auckland austin
    australia austria baltimore bangalore bangkok barcelona beijing belgium berlin bermuda boston brazil britain
    brooklyn brussels bulgaria california cambridge canada caribbean charlotte chicago chile china cleveland
    colombia colorado connecticut copenhagen croatia cyprus dallas delaware delhi denmark denver detroit dubai
    dublin edinburgh egypt england europe finland florida france frankfurt geneva georgia germany greece hamburg
    hawaii helsinki hollywood honolulu houston hungary iceland idaho illinois india indiana indonesia iowa iran
    iraq ireland israel italy japan jersey johannesburg kansas kentucky kenya korea kuwait london louisiana
    luxembourg madrid maine malaysia manhattan maryland massachusetts melbourne memphis mexico miami michigan
    milan minneapolis minnesota mississippi missouri montana montreal morocco moscow mumbai munich nebraska
    netherlands nevada nigeria norway oakland ohio oklahoma ontario oregon orlando osaka oslo ottawa pakistan
    paris pennsylvania perth peru philadelphia philippines phoenix pittsburgh poland portugal prague qatar
    quebec romania rome russia sacramento scotland seattle seoul shanghai shenzhen singapore slovakia spain
    stockholm sweden switzerland sydney taipei taiwan tampa tehran tennessee texas thailand tokyo toronto turkey
    u.k u.k. u.s u.s. uk ukraine us usa utah vancouver venezuela venice vermont vienna vietnam virginia wales
    warsaw washington wisconsin wyoming zurich
""")

PLACE_PHRASES = phrase_set("""
    beverly hills, british columbia, buenos aires, cape town, costa rica, czech republic, east coast,
    el salvador, fort worth, ho chi minh city, hong kong, kansas city, kuala lumpur, las vegas, latin america,
    los angeles, main street, menlo park, middle east, mountain view, new delhi, new england, new hampshire,
    new jersey, new mexico, new orleans, new york, new york city, new zealand, north america, north carolina,
    north dakota, north korea, northern ireland, nova scotia, palo alto, puerto rico, rhode island,
    rio de janeiro, salt lake city, san antonio, san diego, san francisco, san jose, sao paulo, saudi arabia,
    silicon valley, south africa, south america, south carolina, south dakota, south korea, sri lanka,
    st. louis, tel aviv, united arab emirates, united kingdom, united states, west coast, west germany,
    west virginia
""")

NOT_NAMES = word_set("""
    10-k 10-q 10k 10q 1q 2d 2q 3d 3g 3q 4g 4k 4q 5g 8-k 8k a.m. ai am amex api apis ar bln bps ceo cfo cio cmo
    coo covid covid-19 cpi cpu cpus cto dc dlrs ebit ebitda edt eps esg est et etf etfs eur evp faq fy gaap gbp
    gdp gmt gpu gpus h1 h2 hr i id ip ipo ipos it jpy llm llms lse m&a mln nasdaq non-gaap nyse ok otc p.m. pc
    pdf pdt pm pr pst q&a q1 q2 q3 q4 qoq r&d reit reits roe roi saas st suv suvs svp tsx tv url usd utc vp vr yoy
""")

LINK_WORDS = word_set("""
    & al bin d da das de del della den der des di dos du e el la le of ter van vom von y zu zum
""")
