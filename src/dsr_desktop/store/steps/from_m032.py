"""What the schema of the register got since: the trackers of the company's site.

The rows are those with which every register begins: the cookies of Microsoft Clarity that the policy
names, and what it keeps beside them (domain.md 8.2). Evidence: github.com/microsoft/clarity at commit
8aa987e4, Microsoft's list of cookies, and cookies captured in browsers.
"""

from dsr_desktop.store.sqlcipher import Tables


def m032_trackers(db: Tables) -> None:
    """Add the trackers, with those that the policy names; they may be changed and removed."""
    db.execute(_TABLE)
    for name, facts in _KNOWN.items():
        row = {"name": name, **_ALL, **facts}
        names, marks = ", ".join(row), ", ".join(f":{column}" for column in row)
        db.execute(f"INSERT INTO tracker({names}) VALUES ({marks})", row)  # noqa: S608


_TABLE = (
    "CREATE TABLE tracker (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, "
    "provider TEXT NOT NULL, controller TEXT NOT NULL, party TEXT NOT NULL, domain TEXT NOT NULL, "
    "purpose_fr TEXT NOT NULL, purpose_en TEXT NOT NULL, category TEXT NOT NULL, "
    "value_type TEXT NOT NULL, value_pattern TEXT NOT NULL, lifetime INTEGER, storage TEXT NOT NULL, "
    "consent_required INTEGER NOT NULL, retention_fr TEXT NOT NULL, retention_en TEXT NOT NULL, "
    "source TEXT NOT NULL, checked_on TEXT) STRICT"
)

_ALL: dict[str, object] = {
    "provider": "Microsoft Clarity", "controller": "Microsoft", "party": "third", "domain": "",
    "category": "ads", "value_type": "string", "storage": "cookie", "consent_required": 1,
    "retention_fr": "", "retention_en": "", "checked_on": "2026-11-22",
    "source": "Microsoft Learn, Clarity cookie list; captured in browsers",
}  # fmt: skip
_OF_SITE: dict[str, object] = {
    "party": "first", "category": "analytics", "source": "github.com/microsoft/clarity, 8aa987e4",
    "retention_fr": "30 jours (enregistrements) ; 13 mois (clics, sessions étiquetées)",
    "retention_en": "30 days (playback); 13 months (clicks, labelled sessions)",
}  # fmt: skip
_KNOWN: dict[str, dict[str, object]] = {
    "_clck": {
        **_OF_SITE,
        "purpose_fr": "Numéro d’utilisateur Clarity et préférences de la visite",
        "purpose_en": "Clarity user id and preferences",
        "value_pattern": "[0-9a-z]{1,13}[|^]\\d+[|^][0-9a-z]+.*",
        "lifetime": 31536000,
    },
    "_clsk": {
        **_OF_SITE,
        "purpose_fr": "Relie les pages vues d’une même visite",
        "purpose_en": "Groups the page views of one session",
        "value_pattern": "[0-9a-z]{1,13}[|^]\\d{13}[|^]\\d+[|^][01][|^].+",
        "lifetime": 86400,
    },
    "_cltk": {
        **_OF_SITE,
        "purpose_fr": "Numéro de l’onglet (stockage de session, hors cookies)",
        "purpose_en": "Number of the tab (session storage, no cookie)",
        "value_pattern": "[0-9a-z]+",
        "lifetime": 0,
        "storage": "session_storage",
    },
    "CLID": {
        "domain": "www.clarity.ms",
        "purpose_fr": "Première fois que Clarity a vu ce navigateur, sur n’importe quel site",
        "purpose_en": "First time Clarity saw this browser, on any site",
        "category": "analytics",
        "value_pattern": "[0-9a-f]{32}\\.\\d{8}\\.\\d{8}",
        "lifetime": 31536000,
    },
    "ANONCHK": {
        "domain": "c.clarity.ms",
        "purpose_fr": "Indique si MUID a été copié dans le cookie publicitaire ANID (toujours 0 selon Microsoft)",
        "purpose_en": "Whether MUID was copied to the advertising cookie ANID (always 0 as documented)",
        "value_type": "flag",
        "value_pattern": "[01]",
        "lifetime": 600,
    },
    "MR": {
        "domain": ".bing.com, c.clarity.ms",
        "purpose_fr": "Indique s’il faut renouveler MUID",
        "purpose_en": "Whether to refresh MUID",
        "value_type": "flag",
        "value_pattern": "[01]",
        "lifetime": 604800,
    },
    "MUID": {
        "domain": ".clarity.ms, .bing.com",
        "purpose_fr": "Numéro du navigateur sur les sites de Microsoft (publicité, mesure)",
        "purpose_en": "Number of the browser across Microsoft sites (advertising, analytics)",
        "value_type": "guid",
        "value_pattern": "[0-9A-F]{32}",
        "lifetime": 33696000,
    },
    "SM": {
        "domain": ".c.clarity.ms",
        "purpose_fr": "Garde MUID identique sur les domaines de Microsoft",
        "purpose_en": "Keeps MUID in step across Microsoft domains",
        "value_type": "chars",
        "value_pattern": "[A-Za-z]{1,4}",
        "lifetime": 0,
    },
}
