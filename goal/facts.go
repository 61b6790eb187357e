package goal

import "github.com/goalkit/goalkit/kpi"

// facts is what an evaluation asks about every goal, in few bytes: a plan may
// have a million goals, each of which is ten times as large as this. What goals
// share, or few have, stands in tables of the hierarchy. The first entry of a
// table says what holds for goals that do not have the thing at all.
type facts struct {
	id       string
	period   int32 // in periods
	question int32 // in questions, 0 for a goal that is not measured
	rare     int32 // in rares

	// The places of words in their lists.
	target, progress, method, weighting uint8
}

// A line is the ends of a target that is a straight line between values of the
// plan, neither given for other goals.
type line struct{ from, to kpi.Number }

// rare is what few goals have.
type rare struct {
	state         State
	since         kpi.Period // what the date covers; empty: always
	score         kpi.Ratio  // written at closing
	override      kpi.Ratio
	overrideFrom  kpi.Period // empty: always
	overrideUntil kpi.Period // empty: for ever
	blendWeight   kpi.Number
	baseline      kpi.Baseline // of a target that does not name its own
	profile       *profile     // nil: what the target expects by itself
}

func (n Node) facts() *facts       { return &n.h.facts[n.i] }
func (n Node) period() kpi.Period  { return n.h.periods[n.facts().period] }
func (n Node) question() *question { return &n.h.questions[n.facts().question] }

// isPlain reports whether the goal certainly has nothing of what few have. Most
// goals are plain, and evaluations ask so often that it pays to see it first.
func (n Node) isPlain() bool { return n.facts().rare == 0 && n.h.edits == nil }

func (n Node) rare() *rare {
	if n.h.edits != nil {
		return n.editedRare()
	}
	return &n.h.rares[n.h.facts[n.i].rare]
}
