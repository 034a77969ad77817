"""How people ask for their rights in English: patterns over folded sentences (`domain/phrases`).

Where a pattern has a group `core`, what stands before that says whether it is meant (a negation).
"""

from dsr_desktop.domain.right import Right


def _w(most: int) -> str:
    """Allow up to so many words in between."""
    return rf"(?:[^\s.!?;]+\s+){{0,{most}}}?"


_DELETE = r"(?:delet\w*|dele(?:et|at)e|eras(?:e|ed|ing)|wip(?:e|ed)|destroy|purg(?:e|ed)|scrub|get\s+rid\s+of)"
_REMOVE = r"(?:remov(?:e|ed|ing)|take|taken)"
_DATA = (
    r"(?:data|dta|information|info|details|accounts?|records?|profile|file|everything|"
    r"e?\s?mail(?:\s+address)?|address|phone|number|name|history)"
)
_ADS = (
    r"(?:e?\s?mails?|newsletters?|calls?|texts?|sms|messages?|spam|ads?|advert\w*|marketing|offers?|"
    r"promotion\w*|junk|mailings?|solicitation\w*|cold\s+call\w*)"
)
_ASK = (
    r"(?:request\w*|ask\w*|want|demand\w*|like|exercis\w*|right\s+(?:to|of)|for|and|plus|require)"
)
_FIX = r"(?:address|name|surname|number|e?\s?mail|details|data|information|records?|phone|title|date\s+of\s+birth|postcode)"
_FAMILY = (
    r"(?:father|mother|dad|mum|mom|husband|wife|son|daughter|brother|sister|uncle|aunt|"
    r"grand\w+|partner|parents?|client)"
)

ENGLISH: tuple[tuple[Right, tuple[str, ...]], ...] = (
    (Right.ERASURE, (
        rf"\b(?P<core>{_DELETE})\s+(?!this\s|that\s){_w(6)}{_DATA}\b",
        rf"\b(?P<core>{_DELETE})\s+(?:me|it|them|all|us|everything)\b",
        rf"\b(?P<core>{_REMOVE})\s+{_w(4)}(?:my|our|me|us|all)\s+{_w(4)}(?:from\s+)?{_w(3)}(?:data|details|information|database|records?|systems?|files?|servers?)\b",
        rf"\b(?:my|our|the|all)\s+{_w(3)}{_DATA}\s+{_w(3)}(?:be|get|gets|is|are)\s+{_w(2)}(?P<core>(?:deleted|erased|removed|wiped|destroyed|gone))\b",
        rf"\b(?:have|get|want|like|see|getting|having)\s+{_w(4)}{_DATA}\s+{_w(2)}(?P<core>(?:deleted|erased|removed|wiped|destroyed|gone))\b",
        rf"\b{_ASK}\s+{_w(5)}(?P<core>(?:erasure|deletion|removal))\b",
        rf"\b(?P<core>(?:erasure|deletion|removal))\s+of\s+{_w(3)}(?:my|our|me|data|account)\b",
        r"\bright\s+to\s+be\s+(?P<core>forgotten)", r"\b(?P<core>forget)\s+(?:about\s+)?me\b",
        r"\b(?:don\s+t|do\s+not|no\s+longer)\s+want\s+you\s+to\s+(?:keep|store|hold|have|retain)\b",
        r"\barticle\s+17\b",
    )),
    (Right.ACCESS, (
        r"\b(?P<core>subject\s+ac+ess?s?)", r"\b(?P<core>(?:dsar|sar))\b", r"\bright\s+(?:of|to)\s+(?P<core>access)",
        rf"\b(?P<core>cop(?:y|ies))\s+of\s+{_w(4)}(?:data|information|info|details|records?|file)\b",
        rf"\bwhat\s+{_w(3)}(?P<core>(?:data|information|info|details|personal\s+data))\s+{_w(3)}you\b",
        rf"\b(?P<core>access)\s+to\s+{_w(4)}(?:data|information|personal|records?|file)\b",
        rf"\b(?P<core>ac+es+)\s+(?:my|all\s+my)\s+{_w(2)}(?:data|information|records?)\b",
        rf"\b(?P<core>(?:send|provide|give|disclose|show|see|receive|get))\s+{_w(3)}(?:all|any|my|everything|every|whatever)\s+"
        rf"{_w(3)}(?:data|information|info|(?:you\s+(?:have|hold|know|store)))\b",
        rf"\b(?P<core>(?:everything|all|anything|what))\s+{_w(3)}you\s+(?:have|hold|know|store|keep|ve\s+got|got)\s+(?:\w+\s+)?(?:on|about)\s+(?:me|us)\b",
        r"\b(?:whether|if)\s+you\s+(?:hold|have|process|store)\s+(?P<core>(?:any\s+)?(?:personal\s+)?(?:data|information))\b", r"\barticle\s+15\b",
        rf"\b(?P<core>data|information)\s+{_w(2)}you\s+(?:hold|have|store|keep)\s+(?:on|about)\s+me\b",
    )),
    (Right.RECTIFICATION, (
            rf"\bmy\s+{_w(2)}{_FIX}\s+has\s+changed\b",
        r"\b(?P<core>rectif\w*)", rf"\b(?P<core>(?:correct|corect|amend|fix|update|updat|change))\s+{_w(3)}(?:my|our|the|spelling)\s+{_w(3)}{_FIX}\b",
        rf"\bmy\s+{_w(2)}{_FIX}\s+(?:\w+\s+){{0,4}}?(?:is|are)\s+{_w(2)}(?P<core>(?:wrong|incorrect|misspel\w*|mispel\w*|outdated|inaccurate|out\s+of\s+date|not\s+(?:right|correct)))",
        r"\b(?:have|ve)\s+(?P<core>moved)\b", r"\b(?P<core>new)\s+(?:\w+\s+)?(?:address|number|e?\s?mail)\s+is\b", r"\barticle\s+16\b",
        rf"\b(?P<core>(?:mistake|error|typo))\s+in\s+(?:my|the)\s+{_w(2)}{_FIX}", r"\b(?P<core>correction)\s+of\s+(?:my|the|our)\b",
    )),
    (Right.RESTRICTION, (
        rf"\b(?P<core>restrict\w*)\s+{_w(4)}(?:processing|use|data)\b", r"\bright\s+(?:to|of)\s+(?P<core>restriction)",
        rf"\b(?P<core>(?:freeze|suspend|pause|block))\s+{_w(4)}(?:processing|use\s+of|my\s+(?:personal\s+)?data)\b", r"\barticle\s+18\b",
    )),
    (Right.RECIPIENTS, (
            rf"\b(?:do|did|have|are)\s+you\s+{_w(2)}(?P<core>(?:shar|sell|sold|disclos|pass|transfer)\w*)\s+{_w(2)}(?:my|our)\b",
        rf"\b(?:who|whom|which\s+\w+)\s+{_w(6)}(?P<core>(?:shar|sold|sell|given|gave|disclos|pass|transfer|sent)\w*)\s+",
        r"\b(?P<core>recipients)\b", rf"\bwhich\s+{_w(2)}(?P<core>(?:third\s+parties|companies|organi[sz]ations|partners))\s+{_w(4)}(?:receiv|got|have|access|shar)\w*", r"\barticle\s+19\b",
    )),
    (Right.PORTABILITY, (
        r"\b(?P<core>portability|portable\s+(?:copy|format))", r"\b(?P<core>machine\s+readable)", rf"\b(?P<core>(?:transfer|transmit|port|move))\s+{_w(3)}my\s+{_w(2)}data\s+{_w(3)}to\s+",
        rf"\b(?P<core>export)\s+(?:of\s+)?{_w(3)}my\s+{_w(2)}data\b", r"\barticle\s+20\b", rf"\bdata\s+{_w(6)}(?P<core>(?:csv|json|xml))\b",
    )),
    (Right.OBJECTION_MARKETING, (
        r"\b(?P<core>un\s?sub?s?cri\w*)", r"\bopt(?:ed|ing)?\s*(?:me\s+|us\s+)?(?P<core>out)\b",
        rf"\b(?P<core>stop\w*)\s+{_w(5)}(?:sending|emailing|e\s+mailing|mailing|calling|texting|contacting|spam+ing|bothering|harassing|phoning|{_ADS})",
        rf"\b(?P<core>no\s+(?:more|further))\s+{_w(3)}{_ADS}", rf"\b(?P<core>{_REMOVE})\s+{_w(6)}(?:off|from|of)\s+{_w(5)}(?:lists?|newsletters?|mailings?)\b",
        rf"\b(?:don\s+t|do\s+not|dont|no\s+longer|never)\s+(?:want|wish|would\s+like|care)?\s*{_w(3)}(?:receiv\w*|get|hear|be\s+(?:contacted|emailed|called))\s+{_w(4)}"
        rf"(?:{_ADS}|from\s+you|anything|by\s+you)",
        r"\b(?:don\s+t|do\s+not|dont|never)\s+(?:ever\s+)?(?:contact|email|e\s+mail|call|text|write|phone|send)\s+(?:to\s+)?(?:me|us)\b",
        rf"\b(?P<core>(?:object\w*|opposed?|refuse))\s+{_w(8)}(?:marketing|advert\w*|promotional|newsletters?)",
        r"\bleave\s+(?P<core>me)\s+alone\b",
    )),
    (Right.OBJECTION, (
        rf"\b(?P<core>object\w*)\s+to\s+{_w(5)}(?:processing|use|using|profiling|sale|selling|sharing|analys\w*|collect\w*|disclos\w*)",
        r"\bright\s+(?:to|of)\s+(?P<core>object\w*)", rf"\b(?P<core>stop)\s+(?:processing|using|analysing|profiling|sharing|selling)\s+{_w(3)}(?:my|our|me)\b", r"\barticle\s+21\b",
    )),
    (Right.AUTOMATED_DECISION, (
        rf"\b(?P<core>automat\w*)\s+{_w(2)}decisions?", rf"\bdecisions?\s+{_w(6)}(?P<core>(?:automat\w*|algorithm\w*|computer|machine|\bai\b))", r"\bhuman\s+(?P<core>(?:intervention|review|being))",
        rf"\b(?:decided|rejected|refused|made|scored)\s+{_w(3)}by\s+{_w(2)}(?P<core>(?:algorithm|computer|machine|ai|software|robot))\b", r"\barticle\s+22\b",
    )),
    (Right.CONSENT_WITHDRAWAL, (
        rf"\b(?P<core>(?:withdr[ae]w\w*|revok\w*|retract\w*|take\s+back|cancel))\s+{_w(4)}(?:consent|permission|agreement|authori[sz]ation)",
        rf"\b(?P<core>withdrawal)\s+of\s+{_w(2)}consent", r"\b(?:i|we)\s+no\s+longer\s+(?:consent|agree)\b",
    )),
    (Right.INFORMATION, (
        rf"\b(?:which|what|why|how|do|does)\s+{_w(6)}(?P<core>cookies?|trackers?)\b", r"\b(?P<core>privacy\s+(?:policy|notice|statement))",
        rf"\b(?P<core>how\s+long)\s+{_w(5)}(?:keep|store|retain|hold)\b", rf"\b(?:where|how)\s+(?:did|do)\s+you\s+(?P<core>(?:get|got|obtain|find|have))\s+{_w(2)}(?:my|this|our)\b",
        rf"\bwho\s+is\s+{_w(3)}(?P<core>(?:dpo|data\s+protection\s+officer|controller))", r"\b(?P<core>(?:legal|lawful)\s+basis)\b",
    )),
    (Right.COMPLAINT, (
        rf"\b(?:have|ve|i)\s+{_w(2)}(?P<core>(?:filed|lodged|made|submitted|sent))\s+{_w(4)}complaint", r"\bwe\s+(?:have\s+)?received\s+a\s+(?P<core>complaint)\s+(?:about|against|concerning)",
    )),
    (Right.POST_MORTEM, (
        rf"\b(?:my|our)\s+{_w(2)}{_FAMILY}\s+{_w(5)}(?P<core>(?:died|passed\s+away|deceased|death|has\s+died))\b", r"\b(?P<core>death)\s+of\s+(?:my|our)\b", rf"\bmy\s+(?P<core>(?:late|deceased))\s+{_FAMILY}",
        r"\b(?P<core>(?:executor|executrix|next\s+of\s+kin|probate|estate\s+of))\b",
    )),
    (Right.MINOR_ERASURE, (
        rf"\b(?:when|while)\s+i\s+was\s+{_w(3)}(?P<core>(?:minor|child|under\s+(?:age|18)|underage|1[0-7]|[6-9]))\b", r"\b(?:my|our)\s+(?P<core>(?:1[0-7]|[6-9])\s+year\s+old)\b",
        rf"\b(?:my|our)\s+(?:son|daughter|child)\s+{_w(5)}(?P<core>(?:minor|1[0-7]|[6-9]|under\s+18))\b",
    )),
    (Right.NOT_A_DSR, (
        r"\b(?P<core>(?:a\s+quote|your\s+price\s?list|job\s+application|my\s+cv|my\s+order|my\s+parcel|unpaid\s+invoice|book\s+an\s+appointment))\b",
    )),
)  # fmt: skip
"""For each right the ways in which it is asked for."""
