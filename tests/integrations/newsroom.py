"""A site of invented pages, in several layouts, languages and encodings, served on localhost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Page:
    """A page of the site: the sentences that must stay of its story, and lines that must go."""

    html: str
    story: tuple[str, ...]
    residue: tuple[str, ...]
    css: str  # where the story stands
    encoding: str = "utf-8"


ENGLISH_STORY = (
    "The ferry to Ostrey will run all night from June, after two summers in which the last boat left at nine.",
    "Islanders had asked for a late crossing since the bakery and the school lost staff who could not get home.",
    '"We have a crew for it and we have the fuel," harbour master Sigrun Vaal told the council on Tuesday.',
    "A return ticket will cost the same at midnight as at noon, and bicycles will travel free of charge.",
    "The council will look at the figures in October and decide then whether the night boat stays.",
)
ENGLISH = Page(
    html=f"""<!doctype html><html lang="en"><head><title>Night ferry for Ostrey - Ostrey Beacon</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Night ferry for Ostrey from June",
"datePublished": "2031-04-02T08:00:00+01:00", "author": {{"@type": "Person", "name": "Tove Lindqvarn"}}}}</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<main><article><h1>Night ferry for Ostrey from June</h1><p class="byline">By Tove Lindqvarn, Staff Writer</p>
<p>{ENGLISH_STORY[0]}</p><p>{ENGLISH_STORY[1]}</p>
<p>Sign up for our morning newsletter and never miss a story</p>
<p>{ENGLISH_STORY[2]}</p><p>{ENGLISH_STORY[3]}</p><p>Read more: Bakery on Ostrey to open again</p>
<p>{ENGLISH_STORY[4]}</p><p>Follow us on Facebook and Instagram</p></article></main>
<footer>© 2031 Ostrey Beacon. All rights reserved.</footer></body></html>""",
    story=ENGLISH_STORY,
    residue=(
        "By Tove Lindqvarn",
        "Sign up for our morning newsletter",
        "Read more: Bakery",
        "Follow us on Facebook",
        "All rights reserved",
    ),
    css="article",
)

GERMAN_STORY = (
    "Die Gemeinde Halbruck will ihre alte Mühle am Wehr für vier Millionen Euro sanieren und dort Wohnungen bauen.",
    "Bürgermeisterin Almut Greve stellte die Pläne am Montagabend vor rund achtzig Zuhörern im Feuerwehrhaus vor.",
    "Das Dach ist seit dem Sturm im Februar nur mit Planen gedeckt, und im Keller steht nach jedem Regen das Wasser.",
    "Im Erdgeschoss soll ein Café einziehen, das die Landfrauen an drei Tagen in der Woche betreiben wollen.",
    "Über den Zuschuss des Landes wird im September entschieden, die Arbeiten könnten im Frühjahr beginnen.",
)
GERMAN = Page(
    html=f"""<html lang="de"><head><meta charset="utf-8"><title>Mühle wird saniert</title></head><body>
<div id="kopf"><ul><li><a href="/">Startseite</a></li><li><a href="/abo">Abo</a></li></ul></div>
<div class="inhalt"><div class="titel">Halbruck saniert seine Mühle</div><div class="autor">Von Jorin Sandleben</div>
<div class="text"><p>{GERMAN_STORY[0]}</p><p>{GERMAN_STORY[1]}</p><p>{GERMAN_STORY[2]}</p>
<p>Lesen Sie auch: Neue Brücke über die Halb</p><p>{GERMAN_STORY[3]}</p><p>{GERMAN_STORY[4]}</p>
<p>Jetzt unseren Newsletter abonnieren</p></div></div>
<div id="fuss">© Halbrucker Bote. Alle Rechte vorbehalten.</div></body></html>""",
    story=GERMAN_STORY,
    residue=("Lesen Sie auch", "Newsletter abonnieren", "Alle Rechte vorbehalten"),
    css="div.text",
)

FRENCH_STORY = (
    "La commune de Saint-Verchamp rouvrira son cinéma en septembre, sept ans après la dernière séance.",
    "Trois cents habitants ont prêté de l'argent à l'association qui a racheté la salle et ses deux projecteurs.",
    "« Nous aurons quatre films par semaine, dont un pour les écoles », a expliqué sa présidente, Maëlle Ravignot.",
    "Le toit a été refait pendant l'été et les fauteuils viennent d'un théâtre fermé du chef-lieu.",
    "La première projection sera gratuite pour tous ceux qui ont donné un coup de main sur le chantier.",
)
FRENCH = Page(
    html=f"""<html lang="fr"><head><title>Le cinéma rouvre</title></head><body><div class="menu">
<a href="/">Accueil</a> | <a href="/sports">Sports</a></div><div class="colonne"><b>Le cinéma de Saint-Verchamp rouvre</b>
<br><br>{"<br><br>".join(FRENCH_STORY[:3])}<br><br>À lire aussi : La piscine attend son toit
<br><br>{"<br><br>".join(FRENCH_STORY[3:])}<br><br>Abonnez-vous à notre newsletter</div></body></html>""",
    story=FRENCH_STORY,
    residue=("À lire aussi", "Abonnez-vous"),
    css="div.colonne",
    encoding="windows-1252",
)

JAPANESE_STORY = (
    "浜渡町は五日、町営の渡し船を来年四月から一時間に二本へ増やすと発表した。",
    "島に住む高校生の通学が朝の一便に集中し、雨の日には乗り切れないことが続いていた。",
    "町長の瀬川美緒さんは「島で暮らし続けたいという声に応えたい」と話した。",
    "新しい船は二十人乗りで、車いすのまま乗り降りできる板を備える。",
    "運賃は大人二百円のまま据え置き、小学生は無料になる。",
)
JAPANESE = Page(
    html=f"""<html lang="ja"><head><title>渡し船を増便</title></head><body><header>浜渡新報</header>
<section class="honbun"><p>{"</p><p>".join(JAPANESE_STORY)}</p><p>【関連記事】港の灯台、五十年ぶりに塗り替え</p>
<p>無断転載を禁じます</p></section></body></html>""",
    story=JAPANESE_STORY,
    residue=("関連記事", "無断転載"),
    css="section.honbun",
)

PAGES = {"/en": ENGLISH, "/de": GERMAN, "/fr": FRENCH, "/ja": JAPANESE}
INDEX = "<html><body>" + "".join(f'<a class="story" href="{path}">{path}</a>' for path in PAGES) + "</body></html>"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path in PAGES:
            page = PAGES[self.path]
            self._answer(f"text/html; charset={page.encoding}", page.html.encode(page.encoding))
        elif self.path == "/":
            self._answer("text/html; charset=utf-8", INDEX.encode())
        elif self.path == "/map.png":
            self._answer("image/png", b"\x89PNG\r\n\x1a\n\x00\x00")
        else:
            self.send_error(404)

    def _answer(self, content_type: str, body: bytes):
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


@contextmanager
def served() -> Iterator[str]:
    """Serve the site; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def lost(text: str, page: Page) -> list[str]:
    """The sentences of a page's story that a text does not have."""
    return [sentence for sentence in page.story if sentence not in text]


def flaws(text: str, page: Page) -> list[str]:
    """What is wrong with a text as the story of a page: sentences lost and residue left."""
    return [f"lost: {sentence}" for sentence in lost(text, page)] + [
        f"left: {line}" for line in page.residue if line in text
    ]
