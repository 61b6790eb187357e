package smart

// A Mark is something in the statement that is no slot but tells how well it is put.
type Mark struct {
	Kind MarkKind
	Span Span
}

// A MarkKind says what was marked. The zero MarkKind is none.
type MarkKind string

// The kinds of mark.
const (
	Hedge        MarkKind = "hedge"         // want to, would like to: a frame around the goal
	Escape       MarkKind = "escape"        // try to, if possible: a way out
	VagueVerb    MarkKind = "vague verb"    // improve, support
	VagueTerm    MarkKind = "vague term"    // better, many, significant
	VagueTime    MarkKind = "vague time"    // soon, someday
	OpenEnd      MarkKind = "open end"      // etc., and so on
	Placeholder  MarkKind = "placeholder"   // X%, TBD, (county)
	Universal    MarkKind = "universal"     // all, every, never
	Superlative  MarkKind = "superlative"   // best, number one
	Rank         MarkKind = "rank"          // #1, top 3, No. 1
	Comparison   MarkKind = "comparison"    // than last year, compared to Q1
	Frequency    MarkKind = "frequency"     // per week, every day, monthly
	ServiceLevel MarkKind = "service level" // within 2 hours
	Means        MarkKind = "means"         // by posting daily, through ads
	StartOnly    MarkKind = "start only"    // starting on Monday
	FurtherText  MarkKind = "further text"  // a second sentence
)
