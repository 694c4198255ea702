"""The language of a text: told from a short paragraph, whatever stands above and below it."""

import pytest

from cleanarticle import Facts
from cleanarticle.lexicon.language import detect, lexicons
from cleanarticle.lexicon.load import languages
from cleanarticle.reading.text import read_text

PARAGRAPHS = {
    "ar": "قال المزارع إن المطر جاء متأخرا هذا العام وإن القمح لم ينضج بعد في الحقول التي تقع على ضفة النهر من الشرق.",
    "bn": "কৃষক বললেন যে এ বছর বৃষ্টি দেরিতে এসেছে এবং নদীর পাশের জমিতে ধান এখনও পাকেনি।",
    "cs": "Sedlák řekl, že letos déšť přišel pozdě a že pšenice na polích u řeky ještě není zralá, ale že to není poprvé, co se to stalo.",
    "da": "Landmanden sagde, at regnen kom meget sent i år, og at hveden på markerne ved åen ikke er blevet moden, men at de før har prøvet noget af det.",
    "de": "Der Bauer sagte, dass der Regen in diesem Jahr spät kam und der Weizen auf den Feldern am Fluss noch nicht reif ist.",
    "el": "Ο αγρότης είπε ότι η βροχή ήρθε αργά φέτος και ότι το σιτάρι στα χωράφια δίπλα στο ποτάμι δεν έχει ωριμάσει.",
    "en": "The farmer said that the rain came late this year and that the wheat in the fields by the river was not ripe yet.",
    "es": "El agricultor dijo que la lluvia llegó tarde este año y que el trigo de los campos junto al río no está maduro todavía.",
    "fa": "کشاورز گفت که باران امسال دیر آمد و گندم در زمین‌هایی که کنار رودخانه است هنوز نرسیده است و این برای او تازه نیست.",
    "fi": "Viljelijä sanoi, että sade tuli tänä vuonna myöhään ja että vehnä ei ole vielä kypsää, mutta se on ollut niin myös ennen.",
    "fr": "Le paysan a dit que la pluie est arrivée tard cette année et que le blé dans les champs près du fleuve n'est pas mûr.",
    "he": "החקלאי אמר שהגשם הגיע מאוחר השנה וכי החיטה בשדות שליד הנהר עדיין לא הבשילה.",
    "hi": "किसान ने कहा कि इस साल बारिश देर से आई और नदी के किनारे के खेतों में गेहूं अभी पका नहीं है।",
    "hu": "A gazda azt mondta, hogy az eső idén későn jött, és a búza a folyó melletti földeken még nem érett meg, de ez már volt így.",
    "id": "Petani itu mengatakan bahwa hujan datang terlambat tahun ini dan gandum di ladang yang ada di dekat sungai belum matang.",
    "it": "Il contadino ha detto che la pioggia è arrivata tardi quest'anno e che il grano nei campi vicino al fiume non è maturo.",
    "ja": "農家の男性は、今年は雨が遅く、川沿いの畑の小麦はまだ実っていないと話した。",
    "ko": "농부는 올해 비가 늦게 왔고 강가 밭의 밀이 아직 익지 않았다고 말했다.",
    "nl": "De boer zei dat de regen dit jaar laat kwam en dat de tarwe op de velden bij de rivier nog niet rijp is, maar dat het went.",
    "no": "Bonden sa at regnet kom sent i år, og at hveten ikke er moden ennå, men at det er noe som har skjedd før.",
    "pl": "Rolnik powiedział, że deszcz przyszedł w tym roku późno i że pszenica na polach nad rzeką nie jest jeszcze dojrzała.",
    "pt": "O agricultor disse que a chuva chegou tarde este ano e que o trigo nos campos junto ao rio ainda não está maduro.",
    "ro": "Fermierul a spus că ploaia a venit târziu anul acesta și că grâul de pe câmpurile de lângă râu nu este copt încă.",
    "ru": "Фермер сказал, что дождь в этом году пришёл поздно и что пшеница на полях у реки ещё не созрела, но это не в первый раз.",
    "sv": "Bonden sade att regnet kom sent i år och att vetet på fälten vid ån inte är moget än, men att det har hänt förut.",
    "th": "ชาวนาบอกว่าปีนี้ฝนมาช้าและข้าวสาลีในทุ่งริมแม่น้ำยังไม่สุก",
    "tr": "Çiftçi, bu yıl yağmurun geç geldiğini ve nehir kıyısındaki buğdayın daha olgun olmadığını, ama bunun ilk olmadığını söyledi.",
    "uk": "Фермер сказав, що дощ цього року прийшов пізно і що пшениця на полях біля річки ще не достигла, але це не вперше.",
    "vi": "Người nông dân nói rằng năm nay mưa đến muộn và lúa mì trên cánh đồng bên sông vẫn chưa chín, nhưng đó không phải là lần đầu.",
    "zh": "农民说今年雨水来得晚，河边田里的小麦还没有成熟。",
}


def test_there_is_a_paragraph_for_each_lexicon():
    assert set(languages()) <= set(PARAGRAPHS)


@pytest.mark.parametrize("code", languages())
def test_detect(code):
    assert detect(read_text(PARAGRAPHS[code])) == code


@pytest.mark.parametrize("code", languages())
def test_english_around_a_story_does_not_hide_its_language(code):
    story = "\n".join([PARAGRAPHS[code]] * 6)
    text = f"Share this with your friends\nSign up for the newsletter of the day\n{story}\nAll rights reserved to the owner"
    assert detect(read_text(text)) == code


@pytest.mark.parametrize("text", ["", "12:30", "Zzyzx qwrt", "😀" * 50, "\ud800", "Ab Cd Ef"])
def test_what_cannot_be_told_is_not_guessed(text):
    assert detect(read_text(text)) == ""


@pytest.mark.parametrize(
    ("said", "text", "wanted"),
    [
        ("", PARAGRAPHS["en"], {"en"}),
        ("", PARAGRAPHS["de"], {"de", "en"}),
        ("de-AT", PARAGRAPHS["en"], {"de", "en"}),
        ("DE_de", "", {"de", "en"}),
        ("nb-NO", "", {"no", "en"}),
        ("tlh", PARAGRAPHS["fr"], {"fr", "en"}),
        ("no language at all", "", {"en"}),
        ("fr", PARAGRAPHS["de"], {"de", "en", "fr"}),
    ],
)
def test_lexicons_of_a_document(said, text, wanted):
    assert set(lexicons(read_text(text, Facts(lang=said)))) == wanted


# The same two sentences, or nearly, in languages that are easily taken for one another.
SHORT = {
    "da": "Byrådet vedtog i aften at lukke skolen efter sommerferien. Forældrene havde ikke fået noget at vide.",
    "no": "Kommunestyret vedtok i kveld å legge ned skolen etter sommerferien. Foreldrene hadde ikke fått vite noe.",
    "sv": "Kommunfullmäktige beslutade i kväll att lägga ned skolan efter sommaren. Föräldrarna hade inte fått veta något.",
    "es": "El ayuntamiento decidió anoche cerrar la escuela después del verano. Los padres no sabían nada.",
    "pt": "A câmara decidiu ontem à noite fechar a escola depois do verão. Os pais não sabiam de nada.",
    "ca": "L'ajuntament va decidir ahir tancar l'escola després de l'estiu. Els pares no en sabien res, segons un dels veïns.",
    "cs": "Zastupitelstvo včera večer rozhodlo, že školu po prázdninách zavře. Rodiče o tom nic nevěděli.",
    "sk": "Zastupiteľstvo včera večer rozhodlo, že školu po prázdninách zatvorí. Rodičia o tom nič nevedeli, ale prišli.",
    "hr": "Gradsko vijeće odlučilo je sinoć da će se škola zatvoriti nakon ljeta. Roditelji nisu znali ništa, kao ni učitelji.",
    "uk": "Міська рада вчора ввечері вирішила закрити школу після літа. Батьки про це нічого не знали.",
    "ru": "Городской совет вчера вечером решил закрыть школу после лета. Родители об этом ничего не знали, но пришли.",
    "bg": "Общинският съвет реши снощи да затвори училището след лятото. Родителите не са знаели нищо за това.",
    "sr": "Градско веће је синоћ одлучило да се школа затвори после лета. Родитељи нису знали ништа.",
    "fa": "شورای شهر دیشب تصمیم گرفت که مدرسه را پس از تابستان ببندد. پدر و مادرها چیزی نمی‌دانستند.",
    "ur": "شہر کی کونسل نے کل رات فیصلہ کیا کہ اسکول گرمیوں کے بعد بند کر دیا جائے گا۔ والدین کو کچھ معلوم نہیں تھا۔",
    "ar": "قرر مجلس المدينة مساء أمس إغلاق المدرسة بعد الصيف. ولم يكن أولياء الأمور على علم بذلك من قبل.",
    "nl": "De gemeenteraad besloot gisteravond de school na de zomer te sluiten. De ouders wisten van niets.",
    "de": "Der Gemeinderat hat gestern Abend beschlossen, die Schule nach dem Sommer zu schließen. Die Eltern wussten nichts davon.",
}  # fmt: skip


@pytest.mark.parametrize("code", SHORT)
def test_two_sentences_are_enough_among_related_languages(code):
    assert detect(read_text(SHORT[code])) == code


BUTTONS = [
    "Sign up for the newsletter",
    "Share this with your friends on Facebook",
    "You may also like",
    "All rights reserved. By continuing you agree to the terms of use and the privacy policy of this site.",
    "Follow us on X for more of the latest news from the region",
]


@pytest.mark.parametrize("code", ["hi", "ar", "id", "bn", "th", "fa", "vi", "tr", "uk", "el", "he", "ko"])
def test_a_story_among_as_much_english_is_told_still(code):
    text = "\n".join([*BUTTONS, *[PARAGRAPHS[code]] * 3, *BUTTONS])
    assert detect(read_text(text)) == code
    assert set(lexicons(read_text(text))) == {code, "en"}


@pytest.mark.parametrize(
    "text",
    [
        "Ibhunga lesixeko ligqibe phezolo ukuba isikolo sivalwe emva kwehlobo. Abazali babengazi nto ngoko, utshilo ummeli wabo.",
        "Ang 7 2024 a 12 b 3 c",
    ],
)
def test_a_language_that_is_not_known_is_not_taken_for_another(text):
    assert detect(read_text(text)) == ""
