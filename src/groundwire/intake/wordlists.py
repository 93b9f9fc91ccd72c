"""The words by which intake tells agencies, genres, walls and notes: general to the trade, no event's or outlet's own."""

from __future__ import annotations

# Agencies by the name a reader knows, with the spellings that credits and datelines use.
AGENCIES: dict[str, tuple[str, ...]] = {
    "Reuters": ("Reuters", "Thomson Reuters"),
    "AP": ("AP", "Associated Press", "The Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "UPI": ("UPI", "United Press International"),
    "PA": ("PA", "PA Media", "Press Association", "PA Wire"),
    "ANSA": ("ANSA",),
    "EFE": ("EFE", "Agencia EFE"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "TASS": ("TASS", "ITAR-TASS"),
    "Interfax": ("Interfax",),
    "RIA Novosti": ("RIA Novosti", "RIA"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI", "Asian News International"),
    "IANS": ("IANS",),
    "AAP": ("AAP", "Australian Associated Press"),
    "CP": ("The Canadian Press", "Canadian Press"),
    "APA": ("APA", "Austria Presse Agentur"),
    "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
    "Dow Jones": ("Dow Jones", "Dow Jones Newswires"),
    "CNS": ("City News Service", "CNS"),
    "Business Wire": ("Business Wire", "BUSINESS WIRE", "BusinessWire"),
    "PR Newswire": ("PR Newswire", "PRNewswire", "PRNEWSWIRE"),
    "GlobeNewswire": ("GlobeNewswire", "GLOBE NEWSWIRE"),
    "Newsfile": ("Newsfile Corp.", "Newsfile"),
    "Accesswire": ("ACCESSWIRE", "Accesswire"),
    "EQS": ("EQS-News", "EQS"),
}
# These distribute what companies write; a credit to them makes a release and not a report.
RELEASE_WIRES = frozenset(["Business Wire", "PR Newswire", "GlobeNewswire", "Newsfile", "Accesswire", "EQS"])

# Outlets that other media cite by a name that a pattern for names would cut or miss; any other name is read by its form.
OUTLET_WORDS = (
    "Times", "Post", "Journal", "Tribune", "Herald", "Guardian", "Telegraph", "Mail", "News", "Gazette", "Chronicle", "Observer",
    "Independent", "Mirror", "Daily", "Weekly", "Star", "Globe", "Standard", "Register", "Review", "Magazine", "Today", "Press",
    "Courier", "Dispatch", "Bulletin", "Examiner", "Ledger", "Monitor", "Radio", "Television", "TV", "Broadcasting", "Zeitung", "Inquirer",
)  # fmt: skip
OUTLET_NAMES = (
    "Reuters", "Bloomberg", "Associated Press", "AP", "AFP", "Agence France-Presse", "BBC", "CNN", "CNBC", "NBC", "CBS", "ABC", "NPR",
    "Fox News", "Sky News", "Al Jazeera", "Politico", "Axios", "Der Spiegel", "Spiegel", "Le Monde", "El País", "Nikkei", "Caixin",
    "Financial Times", "The Economist", "Economist", "The Information", "Semafor", "Xinhua", "Kyodo", "Yonhap", "TASS", "Interfax",
    "dpa", "ProPublica", "TechCrunch", "Wired", "The Verge", "Handelsblatt", "Barron's", "Forbes", "Fortune", "Business Insider",
    "USA Today", "Globe and Mail", "Newsweek", "Time magazine", "Le Figaro", "Die Zeit", "Corriere della Sera", "La Repubblica",
)  # fmt: skip

GENRE_LABELS: dict[str, tuple[str, ...]] = {
    "opinion": (
        "opinion",
        "opinions",
        "op-ed",
        "oped",
        "editorial",
        "editorials",
        "commentary",
        "comment",
        "column",
        "columns",
        "columnist",
        "columnists",
        "viewpoint",
        "viewpoints",
        "letter to the editor",
        "letters to the editor",
        "guest essay",
        "perspective",
        "perspectives",
    ),
    "satire": ("satire", "satirical", "humor", "humour", "parody"),
    "sponsored": (
        "sponsored",
        "sponsored content",
        "sponsored post",
        "paid content",
        "paid post",
        "advertorial",
        "partner content",
        "brand voice",
        "brandvoice",
        "advertisement feature",
        "promoted",
        "paid program",
        "in partnership with",
        "branded content",
        "brand studio",
    ),
    "release": (
        "press release",
        "press releases",
        "news release",
        "news releases",
        "media release",
        "press-release",
        "for immediate release",
    ),
    "liveblog": ("live blog", "liveblog", "live updates", "live-blog", "liveupdates", "as it happened"),
}

# Whole phrases of pages that stand in front of an article; one of them in a short page means there is no article.
WALLS: dict[str, tuple[str, ...]] = {
    "cookie wall": (
        "we value your privacy",
        "accept all cookies",
        "accept cookies to continue",
        "manage your cookie preferences",
        "consent to the use of cookies",
        "cookies to personalise",
        "cookies to personalize",
        "before you continue to",
        "we and our partners store",
    ),
    "paywall": (
        "subscribe to continue",
        "subscribe to read",
        "to continue reading",
        "to keep reading",
        "to read the full",
        "to read this article",
        "already a subscriber",
        "this article is for subscribers",
        "subscriber-only",
        "subscribers only",
        "exclusive to subscribers",
        "start your free trial",
        "you have reached your limit",
        "unlock this article",
        "become a subscriber",
        "reached your article limit",
    ),
    "JavaScript wall": (
        "enable javascript",
        "javascript is disabled",
        "javascript is required",
        "turn on javascript",
        "requires javascript",
        "javascript to run this app",
        "browser does not support javascript",
        "enable js",
    ),
    "CAPTCHA": (
        "are you a robot",
        "not a robot",
        "verify you are human",
        "verifying you are human",
        "checking your browser",
        "complete the captcha",
        "unusual traffic",
        "security check to access",
        "access denied",
        "are human by completing",
        "ddos protection by",
    ),
    "login page": (
        "log in to continue",
        "sign in to continue",
        "please log in",
        "please sign in",
        "sign in to your account",
        "log in to your account",
        "forgot your password",
        "forgotten your password",
        "create a free account to",
        "register to continue",
    ),
    "parking page": (
        "this domain is for sale",
        "buy this domain",
        "domain may be for sale",
        "domain name is for sale",
        "this domain is parked",
        "parked free",
        "domain has expired",
        "related searches",
    ),
    "error page": (
        "404 not found",
        "page not found",
        "page you requested could not be found",
        "page cannot be found",
        "page you are looking for",
        "internal server error",
        "service unavailable",
        "bad gateway",
    ),
}

# What a text says to a machine and not to a reader.
INSTRUCTIONS = (
    "ignore previous", "ignore all previous", "ignore the above", "ignore all prior", "ignore any previous", "ignore earlier", "ignore your",
    "disregard previous", "disregard all previous", "disregard the above", "disregard your", "forget your instructions", "forget all previous",
    "system prompt", "you are an ai", "as an ai", "large language model", "language models", "llm ", "llms ", "chatbot", "ai assistant", "ai model",
    "you must output", "you must answer", "output only", "new instructions:", "override your", "instructions to the model", "note to ai",
    "mark this as supported", "mark this claim", "rate this source", "fact score", "verdict: supported", "classify this as",
)  # fmt: skip

# Blocks of a page that are not the article: by words in class or id.
BESIDE_ARTICLE = (
    "related", "recommended", "recommendation", "more-stories", "morestories", "read-more", "readmore", "also-read", "most-read", "mostread", "trending",
    "popular", "outbrain", "taboola", "newsletter", "promo", "sidebar", "comments", "comment-list", "commentlist", "disqus", "discussion", "respond",
    "share", "social", "breadcrumb", "teaser", "latest-news", "you-may-like", "youmaylike", "up-next", "upnext", "cookie", "consent", "advert", "sponsor-box",
)  # fmt: skip
RELATED_HEADINGS = (
    "related", "related stories", "related articles", "related news", "related topics", "related coverage", "related content", "read more", "read also",
    "also read", "more on this story", "more stories", "more from", "most read", "most popular", "trending", "recommended", "recommended for you",
    "you may also like", "you might also like", "up next", "latest news", "top stories", "comments", "leave a comment", "join the conversation",
    "share this", "follow us", "in other news", "don't miss", "editors' picks",
)  # fmt: skip

# How paragraphs begin that ask the reader for something or point elsewhere; they are no part of a report.
FURNITURE = (
    "sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe today", "get the latest", "get our", "get breaking news", "click here",
    "download the", "download our", "follow us", "follow him on", "follow her on", "follow them on", "like this story", "like us on", "share this",
    "have a tip", "got a tip", "send us", "see more:", "see also:", "read more:", "read also:", "read next:", "read more about", "related:",
    "related story:", "related stories:", "more:", "watch:", "listen:", "also on", "don't miss:", "don’t miss:", "you may also like",
    "you might also like", "tags:", "topics:", "filed under", "advertisement", "story continues below", "article continues below", "continue reading below",
    "join our", "join the conversation", "start your day with",
    "photo credit:", "image credit:", "photo:", "image:", "start your free trial", "your email address", "thanks for reading", "support our journalism",
)  # fmt: skip
