package kpi

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A Target says where a metric should be. It is plain data; [Reach] and its
// neighbours write the common ones, [Target.Check] finds the faults.
//
//	kind      fields
//	reach     To or Change; From, or FromAt, or neither; Points in between if progress bends
//	at_least  Value, Tolerance
//	at_most   Value, Tolerance
//	within    Low, High, Tolerance
//	done      none
//
// A reach target starts from the number From; without one the baseline is
// measured, see [Baseline]. Where readings add up the score begins at 0, and a
// baseline is only what a Change refers to: even "-20%" is then an amount to
// collect. To collect no more than that, say at_most.
//
// At_least, at_most and within are control targets: they hold or do not hold,
// and bounds are included.
type Target struct {
	Kind      TargetKind `json:"kind"`
	From      Number     `json:"from,omitzero"`      // the value that scores 0; measured if not given
	FromAt    string     `json:"fromAt,omitempty"`   // instead of From: when it is measured, see Baseline
	To        Number     `json:"to,omitzero"`        // the value that scores 1
	Change    Change     `json:"change,omitempty"`   // instead of To: "10%" or "-2", relative to the baseline
	Points    []Point    `json:"points,omitempty"`   // strictly between From and To
	Value     Number     `json:"value,omitzero"`     // the limit
	Low       Number     `json:"low,omitzero"`       // the limits
	High      Number     `json:"high,omitzero"`      //
	Tolerance Number     `json:"tolerance,omitzero"` // the distance beyond a limit at which the score has fallen to 0
	Score     ScoreRule  `json:"score,omitempty"`    // control targets: "" is ScoreLatest
}

// A TargetKind is one of the kinds of [Target]. The zero TargetKind is not valid.
type TargetKind string

// The kinds of target.
const (
	KindReach   TargetKind = "reach"
	KindAtLeast TargetKind = "at_least"
	KindAtMost  TargetKind = "at_most"
	KindWithin  TargetKind = "within"
	KindDone    TargetKind = "done"
)

// A ScoreRule says which readings a control target is judged by.
type ScoreRule string

// The score rules.
const (
	ScoreLatest ScoreRule = "latest" // the value over the window
	ScoreShare  ScoreRule = "share"  // the share of due periods that met the target, see Activity
)

// Reach is the target to move a metric from one value to another, up or down.
func Reach(from, to string) Target { return Target{Kind: KindReach, From: Num(from), To: Num(to)} }

// Deliver is the target to collect an amount of a metric whose readings add up,
// from 0. Of other metrics it is the value to get to from where they start.
func Deliver(amount string) Target { return Target{Kind: KindReach, To: Num(amount)} }

// ChangeBy is the target to change a metric by so much from where it starts,
// which is measured: "+10%" or "-2".
func ChangeBy(change Change) Target { return Target{Kind: KindReach, Change: change} }

// ReachBy is ChangeBy from a number that is known.
func ReachBy(from string, change Change) Target {
	return Target{Kind: KindReach, From: Num(from), Change: change}
}

// AtLeast is the target to stay at or above a limit.
func AtLeast(limit string) Target { return Target{Kind: KindAtLeast, Value: Num(limit)} }

// AtMost is the target to stay at or below a limit.
func AtMost(limit string) Target { return Target{Kind: KindAtMost, Value: Num(limit)} }

// Within is the target to stay between two limits.
func Within(low, high string) Target {
	return Target{Kind: KindWithin, Low: Num(low), High: Num(high)}
}

// Finish is the target of a milestone: done once the value is at least 1.
func Finish() Target { return Target{Kind: KindDone} }

// Keep returns the control target t, scored by the share of due periods that met
// it: a story a day is AtLeast("1").Keep() of a goal that is due daily.
func (t Target) Keep() Target {
	t.Score = ScoreShare
	return t
}

// Measured reports whether the baseline of t, a target for a metric whose
// readings combine as c, is to be measured.
func (t Target) Measured(c Combine) bool {
	return t.Kind == KindReach && !t.From.Given() && (c != Sum || t.Change != "" || t.FromAt != "")
}

// Control reports whether targets of this kind are to keep rather than to get to.
func (k TargetKind) Control() bool { return k == KindAtLeast || k == KindAtMost || k == KindWithin }

// Ends returns the values that score 0 and 1 if t is a reach target and the
// plan alone gives both. Where readings add up ([Sum]) the score begins at 0,
// whatever the From that a change refers to; bent targets begin at their From.
func (t Target) Ends(c Combine) (from, to Number, ok bool) {
	if t.Kind != KindReach || t.From.Err() != nil || t.To.Err() != nil {
		return Number{}, Number{}, false
	}
	to = t.To
	if t.Change != "" {
		by, percent, err := t.Change.parse()
		if err != nil || !t.From.Given() {
			return Number{}, Number{}, false
		}
		to = changed(t.From, by, percent)
	}
	from = t.From
	if c == Sum && (len(t.Points) == 0 || !from.Given()) {
		from = Int(0)
	}
	return from, to, from.Given() && to.Given()
}

// A Point is where a reach target bends: Value scores Progress. Its JSON form
// is the pair [value, progress].
type Point struct {
	_        struct{} `strict:"tuple"`
	Value    Number
	Progress Number
}

// PointAt returns the point where value scores progress.
func PointAt(value, progress string) Point {
	return Point{Value: Num(value), Progress: Num(progress)}
}

// MarshalJSON writes the pair.
func (p Point) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]Number{p.Value, p.Progress})
}

// UnmarshalJSON reads the pair. It refuses anything else and leaves p alone.
func (p *Point) UnmarshalJSON(data []byte) error {
	var pair []Number
	if err := json.Unmarshal(data, &pair); err != nil {
		return err
	}
	if len(pair) != 2 {
		return fmt.Errorf("kpi: want a value and a progress, found %d numbers", len(pair))
	}
	*p = Point{Value: pair[0], Progress: pair[1]}
	return nil
}

// A Change is a distance from the baseline S: "10%" stands for S + |S| × 0.10,
// "-2" for S - 2. A plus sign may be written. The zero Change means none.
type Change string

// UnmarshalJSON reads a string or a number.
func (c *Change) UnmarshalJSON(data []byte) error {
	text, err := literal(data)
	if err != nil {
		return err
	}
	*c = Change(text)
	return nil
}

func (c Change) parse() (by Number, percent bool, err error) {
	text, plus := strings.CutPrefix(string(c), "+")
	text, percent = strings.CutSuffix(text, "%")
	if plus && strings.HasPrefix(text, "-") {
		return Number{}, false, faultyNumber(string(c))
	}
	by, err = parseNumber(text)
	return by, percent, err
}

func changed(from, by Number, percent bool) Number {
	if !percent {
		return from.Add(by)
	}
	size := from
	if from.Sign() < 0 {
		size = from.neg()
	}
	return from.Add(size.mul(by).mul(Number{coef: 1, exp: -2}))
}
