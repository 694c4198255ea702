"""Lines that are residue wherever they stand beside a story: nobody could take one for a part of it."""

# kind -> where it is printed (head, middle, tail) -> lines.
CLEAR = {
    "timestamp": ("head tail", ("Published: 14 March 2023, 10:04 GMT", "Last updated on May 3, 2022 at 6:15 pm")),
    "byline": ("head tail", ("By Hanna Okafor, Staff Writer", "By Tomas Lindqvist and Mara Vell")),
    "author_bio": ("tail", (
        "Hanna Okafor is a staff writer who covers courts and schools. Follow her on Twitter @hannaokafor.",
        "About the author: Tomas Lindqvist is a reporter at The Valley Post.",
    )),
    "credit": ("tail", (
        "(Reporting by Hanna Okafor in Lisbon; Editing by Tomas Lindqvist)",
        "Additional reporting by Mara Vell",
        "The Associated Press contributed to this report.",
    )),
    "caption": ("head middle", ("Photo: Kim Aalto/Getty Images", "(Photo by Kim Aalto/AFP via Getty Images)")),
    "newsletter": ("middle tail", (
        "Sign up for our daily newsletter",
        "Get our newsletter in your inbox",
    )),
    "subscription": ("head middle tail", (
        "Subscribe now to continue reading",
        "Already a subscriber? Log in",
    )),
    "app": ("middle tail", ("Download our app", "Download our free app from the App Store or Google Play")),
    "social": ("head middle tail", ("Share on Facebook", "Share this article", "Follow us on Facebook, Twitter and Instagram")),
    "related": ("middle tail", ("Read more: Ferry company loses its licence", "READ ALSO: Mill burns for a second time", "Related articles")),
    "navigation": ("head tail", ("Skip to main content", "Back to top")),
    "advertisement": ("head middle tail", ("Advertisement", "ADVERTISEMENT", "Article continues below this ad", "Story continues below advertisement")),
    "comments": ("tail", ("Leave a comment", "Join the conversation", "Comments are closed.")),
    "disclaimer": ("tail", (
        "The views expressed in this article are the author's own and do not necessarily reflect our editorial policy.",
        "This article contains affiliate links. We may earn a commission if you buy something through them.",
    )),
    "editorial_note": ("tail", ("Correction: An earlier version of this article misspelled a name.",)),
    "copyright": ("tail", (
        "© 2023 The Valley Post. All rights reserved.",
        "Copyright 2021 Valley Media Ltd. All rights reserved.",
    )),
    "consent": ("head tail", ("We use cookies to improve your experience on our site.", "Accept all cookies")),
    "contact": ("tail", ("Got a tip? Email tips@example.com", "Have a story? Contact our newsroom at news@example.com")),
    "tags": ("tail", ("Tags: ferries, harbour, ice", "Filed under: Ferries, Harbour")),
    "widget": ("head", ("0:00 / 1:23", "Listen to this article")),
}  # fmt: skip
