//! Every key and every English sentence of this crate. Figures stand in braces, by their names.

use serde::{Serialize, Serializer};

use crate::day::Weekday;
use crate::statement::{Figure, Statement};

macro_rules! says {
    ($($(#[$doc:meta])* $name:ident $key:literal $sentence:literal $how:expr;)*) => {
        /// Something that can be said. Each has a key for translation files, a sentence, and a second sentence that
        /// tells how it was worked out, whose key ends in `-how`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "the sentence beside each name says what it is")]
        pub enum Say { $($name),* }

        impl Say {
            /// Everything that can be said.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Name for translation files.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// The English sentence, with figures in braces.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$name => $sentence),* }
            }

            /// How it was worked out, with figures in braces.
            pub fn how(self) -> &'static str {
                match self { $(Self::$name => $how),* }
            }
        }
    };
}

const HOW_TREND: &str = "From your {n} totals: the latest, {last}, against the first, {first}. Usual ups and downs come from the questionnaire's published figures.";
const HOW_TREND_OPEN: &str = "From your {n} totals: the latest, {last}, against the first, {first}. Nobody has published how large usual ups and downs are here.";
const HOW_DAILY: &str = "From {n} days with an entry: your middle value of the latest seven days against that of all your days. Half of the values lie below a middle.";
const HOW_SKILL: &str = "From {n} days: the mean of {with} days with the skill and of {without} days without. {overlap} of the {with} days lie within the range of the others.";
const HOW_SKILL_NEXT: &str = "From {n} pairs of days: the mean of the day after {with} days with the skill and after {without} without. {overlap} of {with} lie within the range of the others.";
const HOW_BELIEF: &str =
    "From {n} thought records with both figures: belief at the beginning minus belief at the end, averaged.";
const HOW_ACTIVITY: &str = "From {n} entries: the mean of each kind of activity that was rated twice or more; {activity} was rated {times} times.";
const HOW_PEAK: &str = "From {n} exposures of this step: the height of distress of the latest against that of the first, each from 0 to 100.";
const HOW_RATED: &str = "From a leader’s ratings of {n} sessions: 0 silent, 1 little, 2 some, 3 much. Against this member’s own sessions only.";
const HOW_TURNS: &str = "Counted by how loud it was in {n} sessions, with the member’s agreement; a cough counts too. Against this member’s own sessions only.";
const HOW_ATTENDANCE: &str =
    "From {n} sessions that were held for this member; reasons for staying away are not known here.";
const HOW_CLIMATE: &str = "From {n} sessions that four people or more rated. Sessions with fewer ratings are left out, so that nobody can be found.";

says! {
    TrendBetterLower "trend-better-lower" "Your total is {points} lower than at the start. That is better, and more than the usual ups and downs." HOW_TREND;
    TrendBetterHigher "trend-better-higher" "Your total is {points} higher than at the start. That is better, and more than the usual ups and downs." HOW_TREND;
    TrendWorseLower "trend-worse-lower" "Your total is {points} lower than at the start. That is harder than before, and more than the usual ups and downs." HOW_TREND;
    TrendWorseHigher "trend-worse-higher" "Your total is {points} higher than at the start. That is harder than before, and more than the usual ups and downs." HOW_TREND;
    TrendSame "trend-same" "Your total is about the same as at the start, within the usual ups and downs." HOW_TREND;
    TrendLower "trend-lower" "Your total is {points} lower than at the start. Whether that is more than usual ups and downs is not known." HOW_TREND_OPEN;
    TrendHigher "trend-higher" "Your total is {points} higher than at the start. Whether that is more than usual ups and downs is not known." HOW_TREND_OPEN;
    TrendLevel "trend-level" "Your total is the same as at the start." HOW_TREND_OPEN;

    DailyHigher "daily-higher" "{what}: higher in the latest seven days ({week}) than over all your days ({all}). {above} of {days} days were above your middle." HOW_DAILY;
    DailyLower "daily-lower" "{what}: lower in the latest seven days ({week}) than over all your days ({all}). {above} of {days} days were above your middle." HOW_DAILY;
    DailyLevel "daily-level" "{what}: in the latest seven days about as over all your days ({all}). {above} of {days} days were above your middle." HOW_DAILY;
    DailyWeekday "daily-weekday" "{what}: higher on {weekday}s ({above} of {days})." "From {n} days with an entry: how many of each weekday lie above your own middle. With seven weekdays, one can stand out by chance.";

    HomeworkDone "homework-done" "{done} of {tasks} done." "From the {n} tasks that you were given.";
    HomeworkDonePartly "homework-done-partly" "{done} of {tasks} done, {partly} more in part." "From the {n} tasks that you were given.";
    HomeworkObstacle "homework-obstacle" "What got in the way most often: {obstacle} ({times} times)." "From what you noted beside your {n} tasks.";
    HomeworkLatency "homework-latency" "You mostly do a task about {days} days after it was given." "From {n} tasks that you did: the middle of the days between being given and being done.";
    HomeworkDifficulty "homework-difficulty" "You rated your tasks about {difficulty} of 10 for difficulty." "From {n} tasks that you rated: the middle of your ratings, where 10 is hardest.";

    BeliefLower "thoughts-belief-lower" "While you write a thought record, your belief in the thought goes down by {points} points on average." HOW_BELIEF;
    BeliefHigher "thoughts-belief-higher" "While you write a thought record, your belief in the thought goes up by {points} points on average." HOW_BELIEF;
    BeliefLevel "thoughts-belief-level" "While you write a thought record, your belief in the thought stays about the same." HOW_BELIEF;
    Habit "thoughts-habit" "You named {habit} in {times} of {records} thought records." "From {n} thought records: each habit counts once a record, as you named it.";

    SkillLower "skill-lower" "On days with {skill}, {mood} averaged {difference} lower. It could be either direction: easier days may also make the skill easier." HOW_SKILL;
    SkillHigher "skill-higher" "On days with {skill}, {mood} averaged {difference} higher. It could be either direction: you may use the skill when {mood} is strong." HOW_SKILL;
    SkillLevel "skill-level" "On days with {skill}, {mood} averaged the same as on other days." HOW_SKILL;
    SkillNextLower "skill-next-lower" "The day after {skill}, {mood} averaged {difference} lower. Other things may lie behind both." HOW_SKILL_NEXT;
    SkillNextHigher "skill-next-higher" "The day after {skill}, {mood} averaged {difference} higher. Other things may lie behind both." HOW_SKILL_NEXT;
    SkillNextLevel "skill-next-level" "The day after {skill}, {mood} averaged the same as after other days." HOW_SKILL_NEXT;

    ActivityPleasure "activity-pleasure" "Of what you tried more than once, {activity} gave you most pleasure: {mean} of 10 on average." HOW_ACTIVITY;
    ActivityMastery "activity-mastery" "Of what you tried more than once, {activity} gave you the strongest sense of mastery: {mean} of 10 on average." HOW_ACTIVITY;

    ExposureOutcome "exposure-outcome" "What you feared happened in {happened} of {exposures} exposures." "From {n} exposures in which you noted what came of it.";
    ExposureExpected "exposure-expected" "What you feared happened in {happened} of {exposures} exposures. Beforehand it seemed {expected} percent likely on average." "From {n} exposures in which you noted what came of it, and how likely it seemed before.";
    ExposureWithin "exposure-within" "Within an exposure your distress went from {start} to {peak} at its height and to {end} at the end, on average." "From {n} exposures with all three ratings, each from 0 to 100, averaged.";
    ExposurePeakLower "exposure-peak-lower" "{step}: at its height, distress was {points} points lower the latest time ({last}) than the first ({first})." HOW_PEAK;
    ExposurePeakHigher "exposure-peak-higher" "{step}: at its height, distress was {points} points higher the latest time ({last}) than the first ({first})." HOW_PEAK;
    ExposurePeakLevel "exposure-peak-level" "{step}: at its height, distress was the same the latest time as the first ({first})." HOW_PEAK;

    ParticipationRatedLittle "participation-rated-little" "Spoke little in the latest {sessions} sessions; before that, {usual} of 3." HOW_RATED;
    ParticipationFewTurns "participation-few-turns" "Took the word less than half as often as usual ({usual} times) in each of the latest {sessions} sessions that were counted." HOW_TURNS;
    ParticipationRated "participation-rated" "Speaking is rated {middle} of 3 over {sessions} sessions." HOW_RATED;
    ParticipationTurns "participation-turns" "Takes the word about {middle} times a session, over {sessions} sessions that were counted." HOW_TURNS;

    AttendanceRate "attendance-rate" "Came to {came} of {sessions} sessions." HOW_ATTENDANCE;
    AttendanceAway "attendance-away" "Missed the latest {missed} sessions in a row. Somebody could ask how they are." HOW_ATTENDANCE;
    AttendanceFell "attendance-fell" "Missed {missed} of the latest {latest} sessions, after coming to most before. Somebody could ask how they are." HOW_ATTENDANCE;
    AttendanceLater "attendance-later" "Comes later from session to session, by about {minutes} minutes each." "From {n} sessions that this member came to: the middle of all differences between two sessions.";

    Avoidance "avoidance" "{times} things were put off. What would make one of them small enough to try?" "From what you put off: {exposures} exposures, {not_today} times not today, {items} items left open.";

    ClimateHigher "climate-higher" "The latest session that four people or more rated: {latest} on average, by {raters} people; the sessions before, {before}." HOW_CLIMATE;
    ClimateLower "climate-lower" "The latest session that four people or more rated: {latest} on average, by {raters} people, below the sessions before ({before})." HOW_CLIMATE;
    ClimateLevel "climate-level" "The latest session that four people or more rated: {latest} on average, by {raters} people, as the sessions before." HOW_CLIMATE;

    RiskTask "risk-task" "Please look at this member today and decide what is needed: {signs} signs." "By rule, without a score: {urges} strong urges in the diary, {self_harm} of self-harm, {answers} answers, {asked} calls for help, {others} observations.";
}

impl Statement {
    /// The English sentence with its figures.
    pub fn english(&self) -> String {
        self.filled(self.say.sentence())
    }

    /// How it was worked out, in English.
    pub fn how_english(&self) -> String {
        self.filled(self.say.how())
    }

    fn filled(&self, template: &str) -> String {
        let mut parts = template.split('{');
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            filled.push_str(&self.shown(name));
            filled.push_str(rest);
        }
        filled
    }

    fn shown(&self, name: &str) -> String {
        if name == "n" {
            return self.n.to_string();
        }
        let figure = self.figures.iter().find(|(known, _)| *known == name);
        figure.map_or_else(String::new, |(_, figure)| figure.english())
    }
}

impl Figure {
    /// In English; a number with at most one decimal.
    pub fn english(&self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Number(number) => {
                let rounded = format!("{number:.1}");
                let short = rounded.strip_suffix(".0").unwrap_or(&rounded);
                if short == "-0" { "0".to_owned() } else { short.to_owned() }
            }
            Self::Name(name) => name.clone(),
            Self::Weekday(weekday) => weekday.english().to_owned(),
        }
    }
}

impl Weekday {
    /// Its English name.
    pub fn english(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

impl Serialize for Say {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.key())
    }
}
