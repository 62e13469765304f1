//! Every bound of the product, with the reason beside the number.

use crate::clock::Span;

/// Characters in a name: the longest legal names on passports stay below.
pub const NAME_CHARS_MAX: usize = 80;
/// Characters in the name that the others in a group see: it must fit under a picture.
pub const SHOWN_NAME_CHARS_MAX: usize = 30;
/// Characters in a line such as a place, a reason or a focus.
pub const LINE_CHARS_MAX: usize = 200;
/// Characters in a free text such as a rationale: about two pages.
pub const TEXT_CHARS_MAX: usize = 6_000;
/// Characters of each part of a word to another member: one thing, in a few sentences.
pub const MEMBER_WORD_CHARS_MAX: usize = 600;
/// Characters of a post: a good page, more than anybody reads on a phone.
pub const POST_CHARS_MAX: usize = 4_000;
/// Characters of a thread's title or of a content note: they stand on one line.
pub const TITLE_CHARS_MAX: usize = 80;
/// Posts on one page of a thread.
pub const POSTS_ON_A_PAGE: u32 = 50;
/// Posts that one search in a thread looks through before it asks whether to go on: some milliseconds.
pub const POSTS_SEARCHED_MAX: u32 = 1_000;
/// Threads that one list shows.
pub const THREADS_MAX: u32 = 60;
/// The longest that a thread with hours stays open: two meetings that were called off.
pub const THREAD_OPEN_FOR_MAX: Span = Span::days(31);
/// The longest pause between two posts of one member, in minutes: a day.
pub const SLOW_MINUTES_MAX: u32 = 1_440;
/// Posts that one person can tell of in an hour (ATK-77): more is a flood, and whoever moderates knows already.
pub const REPORTS_AN_HOUR_MAX: u32 = 6;
/// How soon somebody looks at what waits to be looked after (domain.md D4).
pub const MATTER_WITHIN: Span = Span::hours(24);
/// How soon, where somebody may be in danger.
pub const URGENT_MATTER_WITHIN: Span = Span::hours(1);
/// Matters that one list shows: a queue longer than this is worked off, not read.
pub const MATTERS_MAX: u32 = 100;
/// How long somebody may step back from looking after threads.
pub const STEP_BACK_DAYS_MAX: i64 = 28;
/// Questions to exchange contacts that one person may have open in a group.
pub const CONTACTS_OPEN_MAX: usize = 5;
/// Characters of a way to be reached.
pub const CONTACT_CHARS_MAX: usize = 120;
/// How long an erased thread waits for a matter that is still open.
pub const ERASE_AGAIN_AFTER: Span = Span::days(1);
/// Characters of an answer in words beside a questionnaire: a good half page.
pub const ASIDE_CHARS_MAX: usize = 2_000;
/// Bytes of one form: a text of a hundred thousand characters is still read, so that it can be shown again with what to shorten.
pub const FORM_BYTES_MAX: usize = 524_288;
/// Forms remembered for being sent twice: some minutes of a large practice, about 4 MB.
pub const SENT_FORMS_MAX: usize = 4_096;
/// Fields of one form.
pub const FORM_FIELDS_MAX: usize = 400;
/// Characters of a text that people agree to: about eight pages, more than anybody reads before signing.
pub const AGREEMENT_CHARS_MAX: usize = 24_000;
/// After how long from the end of its session a note is signed late (domain.md A11): most rules for records ask for three days
/// at most.
pub const NOTE_LATE_AFTER: Span = Span::hours(72);
/// Percent of a note's own words that may stand in another one before it is said.
pub const NOTE_ALIKE_PERCENT: u32 = 60;
/// People that a meeting's log can count: a hall.
pub const HEADS_MAX: u32 = 200;
/// After how long the promises of a group are read and signed again (security.md GR-10).
pub const AGREEMENT_SEASON: Span = Span::days(365);
/// How long a free place is kept for the next in line: a weekend and a working day.
pub const OFFER: Span = Span::days(3);
/// Offers that may pass without an answer before somebody is taken off the waitlist.
pub const OFFERS_UNANSWERED_MAX: u32 = 2;
/// How long a member may be away with their place kept (domain.md A9).
pub const HOLD: Span = Span::days(28);
/// Blocks of one agenda: more than a day of practice has.
pub const AGENDA_BLOCKS_MAX: usize = 24;
/// Minutes of one block: the longest session that can be planned.
pub const BLOCK_MINUTES_MAX: u32 = 480;
/// Lines that one leader notes for themselves during one session: one every half minute.
pub const JOTTINGS_MAX: u32 = 200;
/// Members below which nothing is said of a group's composition, since it would speak of one of them.
pub const COMPOSITION_MEMBERS_MIN: usize = 3;
/// Members below which it is not said how many have agreed to something, or have not, since it would speak of one of them.
pub const AGREED_SHOWN_MIN: usize = 4;
/// The upper end of a scale from 0.
pub const SCALE_MAX: u8 = 10;
/// The highest sum of the three AUDIT-C questions.
pub const AUDIT_C_MAX: u8 = 12;
/// Members that one group may ever hold at once: the largest format in the guidelines is 25.
pub const GROUP_MEMBERS_MAX: u32 = 30;
/// How long the others are told that somebody is no longer in their group: four weekly sessions, then it is old news.
pub const GONE_SHOWN_FOR: Span = Span::days(28);
/// How long those who lead see what is still to be done about somebody who left early: a season, then it is closed by time.
pub const LEAVERS_SHOWN_FOR: Span = Span::days(90);
/// Characters of what got in the way of homework, or of a leader's answer to one page of a worksheet: a few lines.
pub const REMARK_CHARS_MAX: usize = 1_000;
/// Characters of a target on a diary card, as the card has room for.
pub const TARGET_CHARS_MAX: usize = 120;
/// Sheets that one list reads: about two years of a daily one.
pub const SHEETS_MAX: u32 = 800;
/// Pieces of homework that one list reads: two years, several a week.
pub const HOMEWORK_MAX: u32 = 300;
/// Members who have filled in their cards, below which no digest says what they did (anchor 17).
pub const DIGEST_MEMBERS_MIN: usize = 4;
/// Sessions in one series: two years, weekly.
pub const SERIES_SESSIONS_MAX: u32 = 104;
/// How long before its hour a session can be opened: a slip on next week's page opens nothing.
pub const SESSION_OPENS_EARLY: Span = Span::hours(24);
/// Rows on one page of a list.
pub const PAGE_ROWS_MAX: u32 = 50;
/// Texts of a whole practice that are looked through for those that wait for one person's second signature: ids only, and far
/// more than lie about where anybody signs.
pub const SIGNATURES_WAITING_MAX: u32 = 2_000;
/// Jobs that one tick takes on, so that a backlog cannot starve the writer.
pub const JOBS_IN_A_TICK_MAX: u32 = 64;
/// Tries before a job is set aside for a person to look at: with doubling pauses, about a day.
pub const JOB_TRIES_MAX: u32 = 12;
/// The pause after a job's first try without success; each further pause is twice as long.
pub const JOB_PAUSE: Span = Span::seconds(40);
/// How long a worker holds a job: many times what the longest errand takes, so that only a dead worker loses it.
pub const JOB_LEASE: Span = Span::minutes(5);
/// How long an errand outside, such as sending a letter, may take.
pub const ERRAND: Span = Span::seconds(60);
/// Errands under way at once in one process: mail servers count connections.
pub const ERRANDS_MAX: u32 = 8;
/// The longest nap of the job worker: it bounds what a moved clock or another process's job can cost.
pub const JOB_NAP: Span = Span::seconds(5);
/// After how long a job that is due and still waits is shown as late.
pub const JOB_LATE: Span = Span::minutes(5);
/// How long a done job's row is kept, so that queueing it again changes nothing.
pub const JOBS_KEPT: Span = Span::days(400);
/// How long what a person was told stays in their list.
pub const NOTICES_KEPT: Span = Span::days(180);
/// How long a letter's row outlives its sending; its words are erased at once.
pub const MAIL_KEPT: Span = Span::days(90);
/// Live streams that one person may hold open: a few tabs on two devices.
pub const STREAMS_FOR_A_PERSON_MAX: usize = 6;
/// Live streams of one meeting's board: a large screen, a second one, and a leader who looks how it looks.
pub const STREAMS_FOR_A_BOARD_MAX: usize = 8;
/// Goals that one member works towards at once in a group: beyond six, none is kept in sight.
pub const GOALS_OPEN_MAX: usize = 6;
/// Versions of one goal: it is looked at again some dozen times in two years.
pub const GOAL_VERSIONS_MAX: u32 = 40;
/// Ratings of one goal: one a session and some between, for two years.
pub const GOAL_RATINGS_MAX: u32 = 200;
/// Aims that a group works towards at once: they are read in one glance.
pub const AIMS_MAX: usize = 12;
/// Private steps that one person keeps: old ones are deleted when there is no more room.
pub const STEPS_MAX: usize = 60;
/// How fresh a proof of identity must be for a sensitive act.
pub const STEP_UP: Span = Span::minutes(5);
/// Idle time before a staff member's login locks (security.md SR-03).
pub const IDLE_STAFF: Span = Span::minutes(15);
/// Idle time before a member's login locks.
pub const IDLE_MEMBER: Span = Span::minutes(30);
/// Idle time before a login on a shared device locks.
pub const IDLE_SHARED: Span = Span::minutes(5);
/// A staff login's whole life (NIST 800-63B-4, AAL3 timing).
pub const LOGIN_STAFF: Span = Span::hours(12);
/// A member's login's whole life.
pub const LOGIN_MEMBER: Span = Span::hours(24);
/// Characters of a passphrase that stands alone (NIST 800-63B-4, section 3.1.1.2).
pub const PASSPHRASE_CHARS_MIN: usize = 15;
/// Characters of a passphrase beside a second factor (security.md 3.1).
pub const PASSPHRASE_CHARS_MIN_BESIDE: usize = 10;
/// Characters of a passphrase: several sentences.
pub const PASSPHRASE_CHARS_MAX: usize = 256;
/// Passphrases that may wait for a core to be hashed on; each takes 46 MiB when its turn comes (ATK-71).
pub const HASHES_WAITING_MAX: usize = 32;
/// Recovery codes made at once: a year or two of lost phones.
pub const RECOVERY_CODES: usize = 10;
/// How long the second factor may take after the passphrase.
pub const SECOND_STEP: Span = Span::minutes(5);
/// Codes that may be tried after one passphrase.
pub const SECOND_STEP_TRIES_MAX: u32 = 5;
/// Requests for a place from one address in an hour: a family behind one line asks, a flood does not.
pub const ASKS_AN_HOUR_MAX: u32 = 6;
/// Sign-ins that miss from one address in a minute (security.md 3.6).
pub const MISSES_A_MINUTE_MAX: u32 = 5;
/// Misses on one account before it has to wait between tries.
pub const MISSES_FREE: u32 = 5;
/// The longest wait between two tries on one account: never a lock (ATK-40).
pub const MISS_PAUSE_MAX: Span = Span::minutes(15);
/// Quiet time after which the misses of an account are forgotten.
pub const MISSES_FORGOTTEN: Span = Span::hours(1);
/// How long a browser is known as one that its person has signed in with.
pub const KNOWN_BROWSER: Span = Span::days(400);
/// How long a login that has ended, or a count of misses, is kept.
pub const ENDED_LOGIN_KEPT: Span = Span::days(30);
/// How often a checkpoint of the audit log is made, where there is news: what came after the newest one can be lost unseen.
pub const CHECKPOINT_PAUSE: Span = Span::minutes(1);
/// Lines of the checkpoints' file before it is shortened: some 2 MB.
pub const CHECKPOINT_LINES_MAX: usize = 8_000;
/// Lines that are kept then; the newest one alone vouches for everything before it.
pub const CHECKPOINT_LINES_KEPT: usize = 1_000;
/// How long an invitation can be taken up.
pub const INVITATION: Span = Span::days(7);
/// How long somebody has to take an alert, where the practice has not decided otherwise.
pub const ACKNOWLEDGE_WITHIN: Span = Span::minutes(30);
/// The shortest time to take an alert: below it, nobody could look before the next one is told.
pub const ACKNOWLEDGE_WITHIN_MIN: Span = Span::minutes(5);
/// How long until an alert's level must be set, where the practice has not decided otherwise.
pub const DECIDE_WITHIN: Span = Span::hours(24);
/// The longest a practice may allow itself to decide: an answer is never left for longer than a weekend.
pub const DECIDE_WITHIN_MAX: Span = Span::hours(72);
/// The longest pause between two reminders of an alert that nobody has taken.
pub const ALERT_REMINDER_PAUSE_MAX: Span = Span::days(1);
/// How far ahead an ending licence is announced, and again.
pub const LICENCE_WARNING_DAYS: [i32; 3] = [60, 14, 0];
/// Credentials of one person: a telehealth clinician may hold a licence in each state.
pub const CREDENTIALS_MAX: usize = 80;
/// Lines of help that a practice keeps: a person in need reads a handful; several countries fit.
pub const CRISIS_LINES_MAX: usize = 60;
/// Lines in one step of a safety plan: the whole plan prints on one page of A4.
pub const PLAN_LINES_MAX: usize = 8;
/// After how long a crisis line must be checked again.
pub const CRISIS_LINE_CHECK: Span = Span::days(180);
/// Room on the disk below which the server calls itself not ready: some hours of a busy practice's log.
pub const DISK_FREE_BYTES_MIN: u64 = 64 * 1_024 * 1_024;
/// How long a file outside of the database may hold data keys: what was erased is unrecoverable everywhere after that, and
/// a month with a long weekend is time enough to notice that a restore is needed (security.md D3).
pub const KEYS_KEPT: Span = Span::days(35);
/// Characters of one part of a letter: the whole is read in two minutes.
pub const LETTER_PART_CHARS_MAX: usize = 3_000;
/// Letters to one person that a list reads, and answers that wait in one group: one every few weeks, for years.
pub const LETTERS_MAX: u32 = 200;
/// Words about statements that are read of one person: several a week, for two years.
pub const REMARKS_MAX: u32 = 300;
/// Looks of a person at their own results that are read back from the log: years of opening them often.
pub const OWN_READINGS_MAX: u32 = 2_000;
/// For how long after answering a member is asked whether it was talked about: three weekly sessions.
pub const TALK_ASKED_FOR: Span = Span::days(21);
/// For how long a letter that is not answered stands on its reader's Today.
pub const LETTER_SHOWN_FOR: Span = Span::days(30);
/// What is due within this is shown to whoever looks after the site, so that they see a month of it coming.
pub const DUE_SHOWN_FROM: Span = Span::days(30);
/// Nothing goes by the clock before it was on show for this long: long enough for somebody to come back from leave.
pub const DUE_SHOWN_FOR: Span = Span::days(14);
/// By when people are told of a broken confidence where the law says "without undue delay" and gives no figure: the bound for
/// the authority (GDPR, articles 33 and 34).
pub const BREACH_PEOPLE_WITHIN: Span = Span::hours(72);
/// By when somebody has read a report of a broken confidence: a third of the shortest time that a law gives from then on.
pub const BREACH_REPORT_WITHIN: Span = Span::hours(24);
/// How long before a time limit of a case its people are told that it comes.
pub const BREACH_REMINDED_BEFORE: Span = Span::hours(24);
/// Reports of one person in a day: what happened is told in one or two, and a flood hides the next one.
pub const BREACH_REPORTS_A_DAY_MAX: u32 = 5;
/// Entries of one case: several a day, for months.
pub const BREACH_ENTRIES_MAX: u32 = 500;
/// Affected people beyond those who are known here: no practice holds as many records.
pub const BREACH_OTHERS_MAX: u32 = 10_000_000;
/// Cases that are closed and still listed.
pub const BREACH_CASES_SHOWN_MAX: u32 = 200;
/// The longest period for which one asks who could see what: a year, with some days around it.
pub const SIGHT_DAYS_MAX: i64 = 400;
/// Entries of the audit log that are counted for one person in such a period; the page says when there were more.
pub const SIGHT_ROWS_MAX: u32 = 5_000;
