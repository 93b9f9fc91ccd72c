"""Verbs by what they do in the news: bring in somebody's words, or look like nouns."""

from __future__ import annotations

from groundwire.language.grammar import word_set

# Verbs that bring in what somebody says or thinks, so that a clause may follow without "that".
SAYING = word_set("""
    say tell announce report note add state explain indicate mention claim allege argue warn believe expect think
    find confirm admit acknowledge deny suggest predict insist maintain contend assert declare reveal disclose
    conclude estimate forecast project hope fear feel know show agree promise pledge vow stress emphasize recommend
    propose testify write tweet reply respond caution concede observe remark complain charge accuse reiterate tell
    anticipate view understand learn recognize hear see mean ensure judge
    """)


# Verbs whose bare forms are more often nouns in the news: they need a subject that leaves no doubt.
NOUNISH = word_set("""
    issue market abuse account act advance alert amount arrest attribute auction average back ban beat bend bet bite blow bounce break bribe burn burst cast catch cheer clash climb collapse conduct count date display discharge dream drink edge estimate exhibit express favor feed fight fill finish fit fix float freeze fuel function fund grant guard guess honor impact influence joke knock laugh leak mask master mind mirror mistake mix monitor mount offset output overhaul pace pack pardon peak phone picture position pound praise prize profile pull pump rebound rebuke recall recruit redesign register rent research reset reward ring riot rock root rush sample scare screen shake shape shock shoot shop silence slip sort speed spell spill spin spur stake stall stamp star steer stick strain stretch suit surprise swap task toast tip trap trend triumph truck tune twist upset voice wage war weather welcome whisper wonder wound rest suit  project program structure fund state post sign increase measure plan price rate stock share trade
    report plant state show place store point record service supply use demand result return order offer concern
    cost charge claim cause change force group house interest land level limit line link list load loss mark matter
    model name need note number object part patch pay play power practice present press pressure process produce
    profit protest purchase question race raid rally range rank release request reserve resort rest review risk rule
    sanction scale search sentence shift ship source spark stage standard start step stress strike study support
    surge survey suspect swing target tax test threat total tour track train transfer transport travel treat trial
    turn update upgrade value view visit vote wage walk wave win work import export design experience exploit
    interview lead loan attack attempt award base benefit bid block boost broadcast budget campaign call capture
    challenge check comment commission contact contest contract control cover crash credit cut damage date deal
    debate decline decrease defeat delay document download draft drill drop effect end estimate exchange exercise
    fall fear feature figure file fine finance fire flood flow focus forecast form gain guarantee guide hand harm
    head help hire hit hold host impact influence input invest judge label lack launch lease license lift look
    mandate march merge mine move murder open operate outline park pass permit pilot poll probe promise prompt push
    quote raise reform refund regard remark rent repair repeat reply representative rescue resolve respect ride rise
    roll run sample save schedule score season seat signal slide slump sound split spread spring stand stay stem
    stop storm stream switch talk tie top touch trace trigger trim trust try view volunteer want warrant waste watch
    water weight wish witness worry yield time detail board crop fish book bill address aim answer appeal approach
    audit balance bar wind access rain lower narrow near battle breach brief bundle chase clash close combine
    aid bill trust price rent bomb shell hunt wire screen ration phase lag trail court port vet sequence
    quarantine blockade picket benchmark default swab comb evidence extract harvest traffic poison email pilot
    craft influence staff chart log stream filter board format error query credit showcase care gauge strip bridge
    rob exit cheat forward fare tap damp hijack shield hope harvest ferry station torch overhaul remedy forge
    lodge annex upstream trail filter level slump decline
    compromise conduct conflict count counter cross crack dispute display divide double doubt drift drive dump edge
    escape face fit flag fly ground halt handle highlight hope increase jump kick kill lease lobby lock love mail
    manufacture match miss need notice pause phase pick pledge plot plunge pose program queue rout sail scan seal
    sense set shut smoke sponsor spot store struggle subject tackle tear tend tweet veto vow wrap
    """) - word_set("want try pay hold stay operate invest merge resolve tend treat")

# Verbs that need no object: a past form before a preposition is finite ("sales dropped in May") and no participle.
INTRANSITIVE = word_set("""
    gather assemble drop fall rise grow decline increase decrease climb jump resign die happen occur end begin start close open expand contract move shift arrive depart agree work live remain continue
    appear vote testify plead comply respond collapse crash explode erupt surge plunge slide recover improve worsen weaken strengthen slow accelerate ease apply participate compete
    cooperate profit step retire return travel march protest fail succeed talk speak turn flow rebound slip soar tumble tighten widen narrow deepen stabilize advance retreat rally gain lose
    land launch fly drive walk run swim sail sink spread burst break escape flee emerge disappear migrate graduate focus concentrate insist object appeal migrate rupture stop pause
    refer relate belong consist depend result differ amount total stand sit lie last date stem originate point look listen lobby campaign
""")
