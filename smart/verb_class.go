package smart

// A VerbClass says what a verb, or a noun of change, does to a metric. The zero
// VerbClass is none.
type VerbClass string

// The classes of verbs.
const (
	VerbUp       VerbClass = "up"       // increase, grow; growth, rise
	VerbDown     VerbClass = "down"     // reduce, cut; reduction, drop
	VerbImprove  VerbClass = "improve"  // improve, optimise: to the metric's good side
	VerbMultiply VerbClass = "multiply" // double, triple; halve
	VerbGain     VerbClass = "gain"     // gain, win, earn: what is counted comes in
	VerbAttain   VerbClass = "attain"   // reach, achieve, hit: a level
	VerbMaintain VerbClass = "maintain" // keep, hold, stay
	VerbComplete VerbClass = "complete" // launch, finish: a deliverable, and an activity too
	VerbDo       VerbClass = "do"       // publish, write, walk: an activity
	VerbState    VerbClass = "state"    // be, have, own
	VerbHelp     VerbClass = "help"     // support, focus on: says nothing about the result
	VerbHedge    VerbClass = "hedge"    // want, hope, aim: a frame around the verb that counts
)
