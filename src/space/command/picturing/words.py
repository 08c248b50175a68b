"""Who stands before the page in which language, where they go, and what they write for a picture."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    # People of the demo (pages/demo/people.toml).
    reader: str
    writer: str
    looker: str
    newcomer: str
    moderator: str
    # Parts of the addresses of topics of the demo.
    long: str
    lively: str
    liked: str
    question: str
    looked_after: str
    # A word that several people of the demo wrote in this language.
    sought: str
    # A category in which the writer may start topics.
    room: str
    # An event of the demo to which people come; and one to be added: its title, town, and country.
    gathering: str
    meeting: str
    town: str
    country: str
    # A post that is edited together: its title, its text, how the list grows, and two who change one line.
    title: str
    tags: str
    lines: tuple[str, ...]
    grown: str
    summary: str
    mine: str
    theirs: str
    # A poll in order of preference.
    poll_title: str
    poll_text: str
    poll: str
    options: tuple[str, ...]
    # A reply, and the beginning of a name.
    reply: str
    name: str


WORDS = {
    "en": Words(
        reader="Kofi Ansare",
        writer="Lena Moorwitz",
        looker="Anwen o Geredigion",
        newcomer="ሰላማዊት ጣና",
        moderator="Rosa Quispilla",
        long="no-power-until-four",
        lively="which-language",
        liked="thanks-useful-applause",
        question="i-lost-the-key",
        looked_after="childcare",
        sought="library",
        gathering="Eleven notebooks and a boat",
        meeting="Old ferries, new pictures",
        town="Apia",
        country="WS",
        room="Events",
        title="Writing afternoon in the library: who brings what?",
        tags="library, meet-up",
        lines=(
            "We meet on Saturday at two, on the first floor. Please add what you bring:",
            "- a long cable (Lena)\n- tea and cups (Kofi)",
            "Newcomers are welcome, also without a computer.",
        ),
        grown="- a long cable (Lena)\n- tea, cups and a kettle (Kofi)\n- two books about the old harbour (Kofi)",
        summary="I bring two books",
        mine="Newcomers are welcome. We have two computers to lend.",
        theirs="Newcomers are welcome, also with children: there is a corner for them.",
        poll_title="Which walk shall we take first?",
        poll_text="Three walks are planned for the spring. Which one first?",
        poll="Which walk first?",
        options=("The old harbour", "The market hall", "The railway yard"),
        reply=(
            "I would answer in **my own language** and add a line in theirs.\n\n"
            "- short sentences\n- no jokes that need a dictionary"
        ),
        name="L",
    ),
    "fr": Words(
        reader="Idrissa du Fouta",
        writer="Clarisse Nyobè",
        looker="Amina@local",
        newcomer="Amina@local",
        moderator="Clarisse Nyobè",
        long="mon-premier-article-a-disparu",
        lively="qui-accepte-de-se-lever",
        liked="qui-accepte-de-se-lever",
        question="noms-de-villages-en-fulfulde",
        looked_after="atelier-du-samedi",
        sought="bibliothèque",
        gathering="Le fleuve en cent cartes postales",
        meeting="Une matinée de cartes à Yaoundé",
        town="Yaoundé",
        country="CM",
        room="Cameroun",
        title="Après-midi d’écriture à la bibliothèque : qui apporte quoi ?",
        tags="bibliothèque, atelier",
        lines=(
            "Nous nous retrouvons samedi à quatorze heures, au premier étage. Ajoutez ce que vous apportez :",
            "- une rallonge (Clarisse)\n- du thé et des tasses (Idrissa)",
            "On peut venir débuter, même sans ordinateur.",
        ),
        grown=(
            "- une rallonge (Clarisse)\n- du thé, des tasses et une bouilloire (Idrissa)\n"
            "- deux livres sur le vieux port (Idrissa)"
        ),
        summary="J’apporte deux livres",
        mine="On peut venir débuter. Nous avons deux ordinateurs à prêter.",
        theirs="On peut venir débuter, même avec des enfants : un coin les attend.",
        poll_title="Par quelle promenade commencer ?",
        poll_text="Trois promenades sont prévues au printemps. Laquelle d’abord ?",
        poll="Quelle promenade d’abord ?",
        options=("Le vieux port", "Le marché couvert", "La gare de triage"),
        reply=(
            "Je viens avec **mon appareil** et un carnet.\n\n"
            "- demander avant de photographier\n- noter le nom de la rue"
        ),
        name="A",
    ),
    "ar": Words(
        reader="ياسين المكناسي",
        writer="سلمى الزيتوني",
        looker="Yusra@local",
        newcomer="Yusra@local",
        moderator="سلمى الزيتوني",
        long="ويكي-بيانات-في-الصف",
        lively="جولة-تصوير",
        liked="أمهات-في-درس",
        question="هل-يحق-لي-أن-أرسم",
        looked_after="نبتة-لها-ستة",
        sought="مكتبة",
        gathering="أزقّة فاس: الاسم على اللوحة والاسم على اللسان",
        meeting="يوم لتصوير الأقواس",
        town="الرباط",
        country="MA",
        room="Events",
        title="عصر للكتابة في المكتبة: من يحضر ماذا؟",
        tags="مكتبة, لقاء",
        lines=(
            "نلتقي يوم السبت في الثانية، في الطابق الأول. أضيفوا ما ستحضرونه:",
            "- وصلة كهرباء طويلة (سلمى)\n- شاي وأكواب (ياسين)",
            "أهلًا بالقادمين الجدد، ولو بلا حاسوب.",
        ),
        grown="- وصلة كهرباء طويلة (سلمى)\n- شاي وأكواب وإبريق (ياسين)\n- كتابان عن الميناء القديم (ياسين)",
        summary="سأحضر كتابين",
        mine="أهلًا بالقادمين الجدد. لدينا حاسوبان للإعارة.",
        theirs="أهلًا بالقادمين الجدد، ولو مع أطفال: لهم ركن خاص.",
        poll_title="بأي جولة نبدأ؟",
        poll_text="خططنا لثلاث جولات في الربيع. فبأيها نبدأ؟",
        poll="أي جولة أولًا؟",
        options=("الميناء القديم", "السوق المسقوف", "محطة القطار"),
        reply="أكتب دائمًا **اسم الزقاق** كما ينطقه أهله.\n\n- أقرب معلم\n- جهة الباب ومادته",
        name="ا",
    ),
}
