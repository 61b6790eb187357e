package abtest

// An Outcome is what an experiment says of a variant. The zero Outcome is none.
type Outcome string

// The outcomes. None of them is a probability; the package's documentation says why.
const (
	Better       Outcome = "better"              // than the control
	Worse        Outcome = "worse"               // than the control
	NoDifference Outcome = "no_difference_shown" // which is not: there is none
	TooEarly     Outcome = "too_early"           // fewer people than planned, and no early decision
	Invalid      Outcome = "invalid"             // nothing follows from these counts
)

// A Reason says what an [Outcome] rests on.
type Reason string

// The reasons.
const (
	Impossible  Reason = "the plan or the counts are impossible"                              // Invalid
	WrongShares Reason = "the arms did not get their shares of people"                        // Invalid
	BelowPlan   Reason = "fewer people than planned"                                          // TooEarly
	NotYetShown Reason = "fewer people than planned, and the always-valid interval has 0"     // TooEarly
	NotVarying  Reason = "nobody converted, or everybody"                                     // NoDifference
	FewCounts   Reason = "too few conversions, or too few without, for a test"                // NoDifference, TooEarly
	ByTest      Reason = "the adjusted p-value against alpha, with the people planned"        // Better, Worse, NoDifference
	BySequence  Reason = "the always-valid interval of the difference, looked at at any time" // Better, Worse, NoDifference
)

// A Verdict is what an experiment says of one variant, with the numbers behind it.
type Verdict struct {
	Outcome Outcome
	Reason  Reason
	// Rates is the comparison with the control, at the plan's alpha, whatever the
	// verdict. It is not a second one: its p-values and interval know of one
	// variant and of one look. If one of the two is empty or impossible, nothing is
	// known: the figures are 0, the p-values 1, and the interval is -1..1.
	Rates Rates
	// P is the two-sided p-value adjusted by [Holm] over all variants of the plan;
	// 1 where the test was not made, as before N and with Peek.
	P float64
	// Sequence is the always-valid interval of the difference, at alpha over the
	// number of variants; only with Peek, and once there are enough counts.
	Sequence Interval
}

// uncompared is the comparison of arms that cannot be compared.
var uncompared = Rates{Interval: Interval{-1, 1}, P: PValues{1, 1, 1}}

// A Judgement is what an experiment says of all its variants.
type Judgement struct {
	Verdicts []Verdict // in the order of the variants
	Ratio    RatioCheck
	Fault    error // [kpi.Problems]: what is impossible about the plan or the counts; nil if nothing is
}
