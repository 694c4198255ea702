"""Invented stories: sentences put together of a subject, a verb, an object and an end, in several scripts.

Any subject goes with any end, so there are enough for stories that never repeat themselves.
"""

from itertools import product

# language -> what stands between the parts, the full stop, and the four parts.
_PARTS = {
    "en": (" ", ".", (
        ("The harbour master", "A retired teacher from the valley", "Her brother", "The council's engineer",
         "One of the divers", "The owner of the mill", "A judge in the northern district"),
        ("told a packed meeting", "wrote in a letter", "admitted on Tuesday", "had long believed",
         "said at the inquiry", "explained to the crew"),
        ("that the old bridge could not carry the weight of two lorries", "that nobody had looked at the pumps since March",
         "that the ferry would sail again once the ice was gone", "that forty families were still waiting for their keys",
         "that the wells had run dry much earlier than in other summers"),
        ("and that repairs would take until the autumn", "although the builders had promised otherwise",
         "because the money was spent on the road", "while the river kept rising behind the wall"),
    )),
    "de": (" ", ".", (
        ("Der Hafenmeister", "Eine pensionierte Lehrerin aus dem Tal", "Ihr Bruder", "Die Bauleiterin der Gemeinde",
         "Einer der Taucher", "Der Besitzer der Mühle"),
        ("sagte in der Sitzung", "schrieb in einem Brief", "räumte am Dienstag ein", "glaubte schon lange"),
        ("dass die alte Brücke keine zwei Lastwagen mehr trägt", "dass seit März niemand nach den Pumpen gesehen hat",
         "dass die Fähre nach dem Eis wieder fahren wird", "dass vierzig Familien noch auf ihre Schlüssel warten"),
        ("und die Arbeiten bis in den Herbst dauern", "obwohl die Firma etwas anderes versprochen hatte",
         "weil das Geld in die Straße geflossen ist"),
    )),
    "es": (" ", ".", (
        ("El capitán del puerto", "Una maestra jubilada del valle", "Su hermano", "La ingeniera del municipio",
         "Uno de los buzos", "El dueño del molino"),
        ("dijo en la reunión", "escribió en una carta", "admitió el martes", "creía desde hacía años"),
        ("que el puente viejo no podía con el peso de dos camiones", "que nadie revisaba las bombas desde marzo",
         "que el barco volvería a salir después del hielo", "que cuarenta familias seguían esperando sus llaves"),
        ("y que las obras durarían hasta el otoño", "aunque la empresa había prometido otra cosa",
         "porque el dinero se gastó en la carretera"),
    )),
    "ru": (" ", ".", (
        ("Начальник порта", "Учительница на пенсии из долины", "Её брат", "Главный инженер района",
         "Один из водолазов", "Хозяин мельницы"),
        ("рассказал на собрании", "написал в письме", "признал во вторник", "давно считал"),
        ("что старый мост не выдержит двух грузовиков", "что за насосами никто не следил с самой весны",
         "что паром снова пойдёт сразу после ледохода", "что сорок семей всё ещё ждут своих ключей"),
        ("и что ремонт продлится до осени", "хотя строители обещали совсем другое", "потому что деньги ушли на дорогу"),
    )),
    "hi": (" ", "।", (
        ("बंदरगाह के अधिकारी ने", "घाटी की एक सेवानिवृत्त शिक्षिका ने", "उनके भाई ने", "जिले के मुख्य अभियंता ने", "एक गोताखोर ने"),
        ("बैठक में कहा", "एक पत्र में लिखा", "मंगलवार को माना", "मजदूरों को बताया"),
        ("कि पुराना पुल दो ट्रकों का भार नहीं उठा सकता", "कि मार्च से किसी ने पंपों को नहीं देखा है",
         "कि बर्फ पिघलने के बाद नाव फिर चलेगी", "कि चालीस परिवार अब भी चाबियों की राह देख रहे हैं"),
        ("और मरम्मत सर्दियों तक चलेगी", "जबकि ठेकेदार ने कुछ और वादा किया था", "क्योंकि पैसा सड़क पर खर्च हो गया"),
    )),
    "ja": ("", "。", (
        ("港の責任者は", "谷に住む元教師は", "彼女の弟は", "町の主任技師は", "潜水士の一人は"),
        ("集会で", "手紙の中で", "火曜日になって", "作業員たちに"),
        ("古い橋は二台のトラックの重さに耐えられないと", "春から誰もポンプを点検していないと", "氷が消えれば船は再び出ると",
         "四十の家族がまだ鍵を待っていると"),
        ("静かな声で語った", "驚いた様子で説明した", "はっきりと認めた"),
    )),
    "ar": (" ", ".", (
        ("مدير الميناء", "معلم متقاعد من الوادي", "شقيق المهندس", "كبير المهندسين في البلدة", "أحد الغواصين"),
        ("قال في الاجتماع", "كتب في رسالة", "اعترف يوم الثلاثاء", "شرح للعمال"),
        ("إن الجسر القديم لا يتحمل وزن شاحنتين معا", "إن أحدا لم يفحص المضخات منذ الربيع",
         "إن العبارة ستبحر من جديد بعد ذوبان الجليد", "إن أربعين أسرة ما زالت تنتظر مفاتيحها"),
        ("وإن الإصلاح سيستمر حتى الخريف", "رغم أن الشركة وعدت بغير ذلك", "لأن المال أنفق على الطريق"),
    )),
}  # fmt: skip


def sentences(language):
    """Every sentence of a language, each different; neighbours in the list are much alike."""
    between, stop, parts = _PARTS[language]
    return [between.join(choice) + stop for choice in product(*parts)]


def between(language):
    """What stands between two sentences of a paragraph."""
    return _PARTS[language][0]


LANGUAGES = tuple(_PARTS)
