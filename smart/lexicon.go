package smart

// A Lexicon is the words of a language, as plain data: what a word means stands
// as the key, the words and phrases that mean it as the list. Words are written
// in lower case; the words of a phrase are separated by single spaces. A word may
// stand in several tables, but only once in each of them.
//
// [English] returns the one that [Parse] uses; change it, or write another, and
// hand it to [NewParser], which checks it. The zero Lexicon knows no words: it
// reads digits, percent signs and ISO dates.
//
// The grammar that puts words together is that of English, and of languages that
// say "by 10%" and "from 5 to 6" in that order.
type Lexicon struct {
	Verbs   map[VerbClass][]string // all inflections: "grow", "grows", "growing", "bring in"
	Changes map[Direction][]string // nouns and adjectives of change: "growth", "higher", "reduction"
	Roles   map[Role][]string      // the small words that hold a sentence together
	Marks   map[MarkKind][]string  // words that tell how well a goal is put: "soon", "etc"

	Numbers    map[string][]string // by value: "2": {"two"}, "1000": {"thousand"}
	Magnitudes map[string][]string // by factor, written after digits: "1000": {"k"}
	Multiples  map[string][]string // by factor, verbs and adverbs: "2": {"double", "twofold"}
	Parts      map[string][]string // by percentage: "50": {"half"}
	Bounds     map[Comparator][]string
	Units      map[string][]string // by plural name: "kilograms": {"kg", "kilo"}
	Currencies map[string][]string // by ISO 4217 code: "EUR": {"€", "euros"}
	Measures   map[string][]string // metrics that verbs imply, "savings": {"save"}
	Weights    []string            // the units in which one loses weight

	Months   [12][]string // January first
	Weekdays [7][]string  // Monday first
	Grains   map[Grain][]string
	Ends     map[Grain][]string // what ends a grain: "year-end", "eoq"
	Yearly   map[Grain][]string // comparisons with the grain before: "year-over-year"
	Ordinals [5][]string        // "first" to "fifth"
	// Days are those with a name, by "MM-DD": "12-25": {"christmas"}; by weekday of a
	// month: "11-thu-4": {"thanksgiving"}, "05-mon-last"; by days from Easter:
	// "easter-2": {"good friday"}; by days from today: "+1": {"tomorrow"}. Further
	// keys behind the first, separated by space, are other days that may be meant.
	Days   map[string][]string
	Events []string // what happens on a day that only the writer knows: "launch", "wedding"
	Terms  []string // what needs a calendar of its own: "semester", "season"

	Channels map[string][]string // by id: "instagram": {"instagram", "ig"}; under "" what only sounds like one
	People   []string            // who does something: "pupils", "staff"
	Firms    []string            // what is no metric of its own: "company", "business"
	Prizes   []string            // what one gets once: "certification", "licence"
	Rates    []string            // nouns whose level is a percentage: "rate", "share"
	Neutral  []string            // modifiers that leave a KPI what it is: "monthly", "total"
	Namers   []string            // what a number behind it names something with: "page", "version", "#"
	Won      []string            // what closing wins: "deals", "accounts"
	Shares   []string            // verbs of which the subject is so much of the object: "make up", "account for"
	Assets   []string            // what is built and cannot be counted: "trust", "awareness"
	LowGood  []string            // nouns of which less is better: "cost", "churn", "complaints"
}

// A Grain is a unit of the calendar. The zero Grain is none.
type Grain string

// The grains.
const (
	Second    Grain = "second"
	Minute    Grain = "minute"
	Hour      Grain = "hour"
	Day       Grain = "day"
	Week      Grain = "week"
	Fortnight Grain = "fortnight"
	Month     Grain = "month"
	Quarter   Grain = "quarter"
	Half      Grain = "half"
	Year      Grain = "year"
	Decade    Grain = "decade"
)

// A Role is the part that a small word plays in a sentence. The zero Role is none.
type Role string

// The roles.
const (
	RoleBy         Role = "by"         // the amount of a change, a deadline, a means
	RoleFrom       Role = "from"       // the level or day it starts from
	RoleTo         Role = "to"         // the level it goes to, an infinitive
	RoleOf         Role = "of"         //
	RoleIn         Role = "in"         // in, during, within: before a period
	RoleFor        Role = "for"        //
	RoleOn         Role = "on"         //
	RoleAt         Role = "at"         //
	RoleBetween    Role = "between"    // before two days
	RoleUntil      Role = "until"      // before the day that ends the goal: by, until, no later than
	RoleAfter      Role = "after"      // behind the day that it is counted from
	RoleBefore     Role = "before"     // before the day after it ends
	RoleWith       Role = "with"       // an accompanying condition
	RoleThan       Role = "than"       // what it is compared with
	RoleVia        Role = "via"        // a means without a verb
	RoleAnd        Role = "and"        //
	RoleArticle    Role = "article"    //
	RolePossessive Role = "possessive" // my, our
	RolePronoun    Role = "pronoun"    // I, we
	RoleModal      Role = "modal"      // will, should, we'll
	RoleThis       Role = "this"       // this, current
	RoleNext       Role = "next"       // next, coming
	RoleLast       Role = "last"       // last, previous
	RoleEvery      Role = "every"      // per, each, every
	RoleMore       Role = "more"       // more, additional
	RoleFewer      Role = "fewer"      // fewer, less
	RoleNew        Role = "new"        // dropped from a metric
	RoleSome       Role = "some"       // many, lots of: dropped from a metric
	RoleAbout      Role = "about"      // approximately
	RoleEnd        Role = "end"        // end of, close of
	RoleStart      Role = "start"      // beginning of
	RoleMiddle     Role = "middle"     // middle of, mid
	RoleEnds       Role = "ends"       // ends, is over
	RoleStarting   Role = "starting"   // starting, beginning: before the first day
	RoleFiscal     Role = "fiscal"     // fiscal, financial
	RoleThat       Role = "that"       // begins a relative clause
	RoleStop       Role = "stop"       // any other word that ends a noun phrase
	RoleOften      Role = "often"      // adverbs and adjectives of rate: daily, weekly
	RoleTimes      Role = "times"      // times, x
	RolePercent    Role = "percent"    //
	RolePoint      Role = "point"      // points, pp: of a percentage
	RoleManner     Role = "manner"     // also, only, together: adverbs that may stand before a verb
	RoleBasis      Role = "basis"      // basis points, among those of RolePoint
	RoleServe      Role = "serve"      // verbs of service: answer, resolve
	RoleSpan       Role = "span"       // period, window: "a 90-day period"
	RoleTime       Role = "time"       // "in six weeks' time"
	RoleNow        Role = "now"        // "from now", "from today"
	RoleOrdinal    Role = "ordinal"    // st, nd, rd, th
	RoleLevel      Role = "level"      // above, below: before a level and not before a change
	RoleSlot       Role = "number"     // number of, total of: before what is counted
	RolePersonal   Role = "years old"  // "30 year olds"
)
