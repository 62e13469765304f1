//! Which English words are also names, and which neighbours tell the two apart.

use std::collections::HashSet;
use std::sync::LazyLock;

/// A set of words, written with spaces between them.
type Words = LazyLock<HashSet<&'static str>>;

static ENGLISH: Words = LazyLock::new(|| {
    let lines = include_str!("../words/english.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .chain(MONTHS.split_whitespace())
        .filter(|word| !HARDLY_WORDS.split_whitespace().any(|name| name == *word))
        .collect()
});

/// In the list of English words, but in a note they are names however they are written.
const HARDLY_WORDS: &str = "harry ken lee maria martin mike peter";

/// Months that are also names; the list of words holds small letters only.
const MONTHS: &str = "april may june august";

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident $set:ident = $words:expr;)*) => {
        $(
            static $set: Words = LazyLock::new(|| $words.split_whitespace().collect());
            $(#[$doc])*
            pub(crate) fn $name(word: &str) -> bool {
                $set.contains(word)
            }
        )*
    };
}

sets! {
    /// A form of address that stands before a name.
    is_title TITLES = "mr mrs ms miss mx dr prof sir madam mister";
    /// Behind a name, and no part of it.
    is_suffix SUFFIXES = "jr sr ii iii iv phd md";
    /// A small word inside a surname.
    is_particle PARTICLES = "af al ap bin bint da das de del della den der di do dos du el ibn la las le les los ter van vom von y zu zum zur";
    /// A month that is also a name.
    is_month MONTH_SET = MONTHS;
    /// Any month or weekday, or a word for a stretch of time: beside it a month is a month.
    is_time TIMES = "january february march april may june july august september october november december \
        jan feb mar apr jun jul aug sep sept oct nov dec";
    /// Before a month or season that is one.
    is_before_time BEFORE_TIME = "in since until till during last next this early late mid through every each \
        beginning middle throughout coming past previous";
    /// `of May` is the month behind one of these.
    is_part_of_time PARTS_OF_TIME = "end start beginning middle month week weeks rest first last half";
    /// A season that is also a name.
    is_season SEASONS = "summer autumn winter spring";
    /// `Will she come?`, `May cause sleepiness`.
    is_modal MODALS = "will may might can";
    /// What can begin a sentence as a thing, without an article: `Hope was a theme`.
    is_thing THINGS = "hope grace faith joy art dawn love peace charity patience mercy justice harmony rain summer \
        autumn winter spring power may june april august pride honor honour liberty freedom destiny serenity bliss glory \
        clarity melody nature music poetry dance heaven prudence temperance verity felicity unity wisdom purity trust \
        luck change money cash work earth sunshine snow frost";
    /// What stands without an article in other places too: `with ivy and holly`.
    is_bare BARE = "brown white green black gray grey gold silver violet amber pearl ivory sage basil ginger rosemary mint \
        olive olives sky stars rich price prices chance chances tiger bears rivers rock stones sand sandy clay ash woods \
        wood fields banks gay merry rays jade ruby crystal coral ivy holly heather hazel iris lily roses carol best long \
        short young little small big early late noble strong sharp swift wise good blue red pink orange sweet angels \
        sunny frank moody";
    /// What a thing does as well as a person: `Hope helped her`, `Faith discussed in the round`.
    is_thing_verb THING_VERBS = "helped helps mattered matters returned returns faded fades carried carries played plays \
        means meant remained remains filled fills lies begins began starts started breaks broke lives lived fell falls \
        dropped drops turned turns changed changes guided guides leads led followed follows spread increased increases \
        improved improves continued continues ended ends worked works moved moves lifted lifts stopped stops needed needs \
        emerged emerges included includes required requires run runs showed shows named rated used discussed explored \
        reviewed covered noted given lost found held restored shown grew grows came comes kept keeps feels rose rises \
        bring brings make makes stayed stays supported supports reminded reminds sustained sustains opened opens closed \
        closes received practised practiced missed missing described identified expressed mentioned taught teaches";
    /// Before a thing that is meant: `the mark`, `his will`.
    is_article ARTICLES = "a an the this these those my your his its our their every";
    /// The same before words in small letters, where nothing else speaks for a name.
    is_small_article SMALL_ARTICLES = "a an the this these those that my your his her its our their every each any \
        some no of more much little what which whose in not free good own such enough great full new old last first \
        only same other another new high low strong i you he she it we they who to";
    /// What follows, with a capital, the name of a place, a scale or a paper.
    is_institution INSTITUTIONS = "church house street road avenue lane square center centre clinic hospital group \
        groups therapy scale inventory questionnaire index act program programme foundation school college park period \
        worksheet module handout card day hall court bridge county city university chapel cathedral trust project \
        depression anxiety hopelessness test form law method model protocol institute library works studio room bill \
        rights warrant letter award prize community fellowship ministries";
    /// Said only of persons, in the past or the third person.
    is_speech SPEECH = "said says told tells asked asks replied replies answered answers spoke speaks talked talks \
        reported reports described describes disclosed discloses mentioned mentions explained explains stated states \
        shared shares expressed expresses agreed agrees disagreed disagrees thanked thanks apologised apologises \
        apologized apologizes laughed laughs cried cries nodded nods smiled smiles sighed sighs listened listens \
        thought thinks felt feels wondered wonders noticed notices interrupted interrupts joked jokes \
        whispered complained complains admitted admits suggested suggests insisted insists argued argues \
        believed believes recalled recalls remembered remembers realised realised realized wept weeps joined joins \
        attended attends wanted wants wished wishes liked likes loved loves hated hates declined declines \
        volunteered volunteers acknowledged acknowledges confronted confronts complimented hugged hugs teased teases \
        commented comments greeted greets read reads cancelled canceled texted texts emailed phoned denied denies \
        endorsed endorses presented presents arrived arrives sat sits stood stands walked walks knew knows heard hears \
        practised practiced practises practices completed completes verbalised verbalized identified identifies \
        rated rates participated participates committed offered offers responded responds reflected reflects \
        requested requests questioned questions struggled struggles tried tries relapsed drank drinks slept sleeps \
        appeared appears arrived left leaves missed misses chose chooses decided decides learned learns learnt \
        supported supports encouraged encourages challenged challenges validated validates reassured reassures \
        comforted comforts invited invites checked checks promised promises avoided avoids worried worries";
    /// Forms of to be, to have and their kin.
    is_copula COPULAS = "is was has had does did isn't wasn't isnt wasnt hasnt hadnt didnt doesnt seems seemed \
        became becomes gets got keeps kept goes went comes came makes made gives gave takes took says looks looked \
        grew grows sounds sounded remains remained stays stayed finds found brings brought";
    /// Before the base form of a verb.
    is_auxiliary AUXILIARIES = "will would can could might should must may wont cant couldnt wouldnt shouldnt";
    /// Says something of a person that one does not say of a thing.
    is_personal_word PERSONAL = "tearful quiet silent late absent upset angry anxious withdrawn calm engaged attentive \
        unable sad irritable tired distracted restless honest reflective hesitant reluctant agitated sleepy nervous shy \
        talkative relieved worried afraid ashamed proud grateful sorry ready willing asked invited encouraged seen \
        crying talking speaking sitting smiling laughing feeling struggling drinking sleeping planning trying wearing \
        wondering asking telling saying describing sharing reading listening interested able supportive present happy \
        excited frustrated annoyed lonely scared thanked distant hospitalised hospitalized discharged \
        referred pleased frightened hopeful hurt offended someone somebody";
    /// What a person is to another.
    is_relation RELATIONS = "neighbour neighbor friend cousin sister brother boss colleague coworker aunt uncle teacher \
        flatmate roommate partner ex landlord client nurse";
    /// Before a place, a degree or a fellowship.
    is_before_place BEFORE_PLACE = "at from of attends attended attending via through near holds into visits visited";
    /// Behind an abbreviation, and not behind a person.
    is_abbreviated_noun ABBREVIATED = "steps step meeting meetings sponsor group groups degree time hospital city based";
    /// Where somebody looked: only persons look.
    is_gaze GAZES = "away at down up around over out back puzzled";
    /// Past and base form alike.
    is_same_past SAME_PAST = "hurt hit let put quit shut cut set";
    /// What things do too.
    is_thing_ing THING_ING = "growing returning coming fading missing lacking rising building helping beginning becoming \
        making bringing running keeping taking giving going living needing moving starting feeling";
    /// Says something of a thing that one does not say of a person.
    is_material MATERIAL = "paid unpaid overdue due sent approved issued submitted received pending cashed drafted \
        passed awarded funded visible posted printed made drawn";
    /// May stand between a name and its verb.
    is_adverb ADVERBS = "also then now again later still never always often really just even soon already finally \
        first only both usually sometimes rarely initially today";
    /// A name before `told` and its kin is the one who does it; these stand before such a name in small letters.
    is_opening OPENINGS = "and but when because while if so then after before until since today how where why \
        as once yesterday tonight afterwards later";
    /// Done to a person: what follows is one.
    is_toward_person TOWARD_PERSON = "told asked thanked hugged invited interrupted comforted confronted greeted \
        reassured phoned emailed texted texting telling asking thanking hugging comforting interrupting confronting \
        inviting greeting phoning emailing";
    /// `judged by`: done by a person.
    is_suffered SUFFERED = "judged criticised criticized hurt supported comforted attacked rejected seen heard understood \
        interrupted challenged confronted teased invited asked told ignored reassured threatened";
    /// `a letter from`: sent by a person.
    is_message MESSAGES = "feedback message messages letter email mail text texts call calls heard answer apology";
    /// `argued with`: done together with a person.
    is_shared_with SHARED_WITH = "argued argues identified identifies spoke speaks talked talks paired agreed agrees \
        disagreed disagrees sat laughed connected clashed sided quarrelled contact conflict conversation exchange exercise \
        partnered angry friends met walked left exercises sympathised empathised bonded";
    /// `apologised to`: done towards a person.
    is_turned_to TURNED_TO = "apologised apologized apologises spoke talked listened listens responded replied wrote said \
        lied apologise apologize talking listening speaking close closer introduced";
    /// What a file is said to hold, or its ending.
    is_filed FILED = "phq gad pcl core audit gas scan intake form diary plan safety letter report note notes record chart \
        consent copy photo image audio recording homework referral summary assessment results score scores pdf doc docx \
        odt rtf txt md jpg jpeg png gif heic webp tif tiff xls xlsx ods csv ppt pptx mp m a wav ogg mov zip";
    /// Before a person, or before a thing that has an article.
    is_beside BESIDE = "with beside alongside";
    /// Before a person, where the name is written in capitals.
    is_preposition PREPOSITIONS = "with beside alongside from by for about and between toward towards against than";
    /// What may come behind a name at the end of a thought.
    is_closing CLOSINGS = "and about in on at after before during who because when again today over for as but while \
        to by until since yesterday tonight though if so were twice between several was did had";
    /// A label before a list of people.
    is_attendance ATTENDANCE = "present absent attended attending attendees attendance members participants excused \
        apologies pair pairs partner partners dyad late attenders clients";
    /// Before names of values, not of people.
    is_list_of_things THINGS_LISTED = "values value virtues words themes theme topics principles qualities strengths cards";
    /// Never a verb's subject: behind a modal it asks a question.
    is_pronoun PRONOUNS = "i you he she it we they this that these those there the a an my your his her its our their \
        any some no not be have";
    /// Others that a name may be joined to by "and".
    is_other_person OTHERS = "i he she they others another you two three several him her them me";
    /// Small words that are written in capitals for emphasis.
    is_emphasis EMPHASIS = "so no do is it he me my we us up go on if am be not now all any she him her too";
    /// Who may be named beside a member: `Mark and the leader`.
    is_companion COMPANIONS = "leader leaders facilitator facilitators therapist therapists others rest group member members co";
    /// Before a person, or before a thing that has an article; the thing is rarer than behind `with`.
    is_about ABOUT = "about at knows knew met meets avoids avoided ignored offered trusts trusted dislikes envies admires \
        misses recognised";
    /// Short forms that are written like initials.
    is_abbreviation ABBREVIATIONS = "aa na ba ma md mi np ot pa pe pt rn si hi sh sw tv uk us usa ok id dm pm am ed er iv ct \
        dv cbt dbt act ipt emdr gad phq mdd ptsd ocd adhd bpd mse sud avh roi tx dx hx rx sx prn iop php bp hr gp mh se \
        tst tib gas gq srs ors asq ca ny la dc nj va pcl dass core who ect mri icu dob dna rcd ba sud suds tbi \
        cpt pe mbct rebt tf iq hw pr cd pc ad ap dr mr ms ssri nsaid vs etc ie eg fyi asap tba tbc poc adl sd fr \
        asd pcp lmft lcsw sat sun mon tue wed thu fri";
    /// The same with full stops.
    is_dotted_abbreviation DOTTED = "am pm eg ie us uk usa aa na ba ma md pa dc ad bc phd";
}

/// Whether a word says something of a person that one does not say of a thing: `tearful`, `looking`.
pub(crate) fn is_personal(word: &str) -> bool {
    let is_done_by_person = |base: &str| {
        let halved = base.get(..base.len().saturating_sub(1)).unwrap_or_default();
        VERBS.contains(base) || VERBS.contains(halved) || VERBS.contains(format!("{base}e").as_str())
    };
    let ing = || word.strip_suffix("ing").is_some_and(|base| base.len() > 2 && is_done_by_person(base));
    is_personal_word(word) || !is_thing_ing(word) && ing()
}

/// Whether a word is the base form of a verb that only persons do: `answer` in `did not answer`.
pub(crate) fn is_personal_base(word: &str) -> bool {
    let third = format!("{word}s");
    VERBS.contains(word) && !is_thing_verb(&third) || is_speech(&third)
}

/// Whether a folded word stands in the list of English words.
pub(crate) fn is_english(word: &str) -> bool {
    ENGLISH.contains(word)
}

/// Whether a word is a verb in the past or the third person by its ending: `cancelled`, `struggles`.
pub(crate) fn is_told_verb(word: &str) -> bool {
    let base_of = |ending: &str| word.strip_suffix(ending);
    let is_past = || base_of("ed").is_some_and(|base| base.len() > 2) && !is_material(word);
    let is_third =
        || VERBS.contains(base_of("s").unwrap_or_default()) || VERBS.contains(base_of("es").unwrap_or_default());
    is_speech(word) || is_past() || is_third()
}

/// Verbs of a note whose third person is hardly ever a plural noun.
static VERBS: Words = LazyLock::new(|| {
    "accept add admit agree allow annoy comfort remind scare support trigger irritate upset help appear ask avoid become begin believe belong blame blush bring check choose come \
     compare complain complete continue cope cry deal deny describe discuss disclose dismiss do drive eat engage enjoy \
     enter exercise express fear feel find forget forgive get give go grieve grin hear hesitate hug identify ignore \
     imagine include insist intend interrupt invite keep know laugh lean look learn leave let lie listen live lose make \
     manage mean meet miss need nod notice observe offer owe pace participate pay pick practise practice prefer \
     pretend promise pull push react realise realize recall receive recognise recognize refuse remain remember repeat \
     respond return run say see seem sense sigh sing sit sleep smile speak spend stand start stay stop struggle suffer \
     suggest take teach tell tend think throw thrive tolerate try understand use validate verbalise verbalize wait \
     wake walk want watch wear weep withdraw wonder worry write yell"
        .split_whitespace()
        .collect()
});
