package kpi

import (
	"math/big"

	"github.com/goalkit/goalkit/internal/fixed"
)

// An Absence says why there is no figure. The zero Absence means there is one.
type Absence string

// The reasons why a value or its score is unknown.
const (
	NoReading        Absence = "no reading in the window"
	ZeroDenominator  Absence = "the denominator is 0"
	ChannelsDoNotAdd Absence = "the readings of several channels cannot be added"
	NoBaseline       Absence = "no reading to start from"
	NoDistance       Absence = "the target is where the metric starts"
	NothingDue       Absence = "no period is due yet"
)

// A Scored is what a target makes of a value.
type Scored struct {
	Raw     Ratio   // 1 = done; may be below 0 and above 1; unknown if Absence says why
	From    Value   // of reach targets: the value that scores 0, or what a change refers to
	To      Value   // the value that scores 1, or the limit; for within targets unknown
	Absence Absence // why Raw is unknown
}

// Judge is [Target.JudgeFrom] without a baseline that was measured.
func (t Target) Judge(c Combine, v Value) Scored { return t.JudgeFrom(c, v, Value{}) }

// JudgeFrom returns the raw progress that a value stands for, V below. S is the
// baseline: From or, where [Target.Measured] says so, what was measured. T is To,
// or what Change makes of S.
//
//	reach                   (V - S) / (T - S)
//	reach, readings add up  V / T
//	reach with points       piecewise linear through (From, 0), the points and (To, 1),
//	                        going on along the outer pieces
//	at_least, at_most,      1 where met, else falling linearly to 0 at the tolerance;
//	within                  without a tolerance 0
//	done                    1 if V is at least 1, else 0, also when there is no reading;
//	                        V is the highest reading, see Ask.Highest
//
// The result is rounded once as a [Ratio] is. It is unknown if V is, if the
// baseline is needed and unknown ([NoBaseline]), or if a measured one leaves no
// way to go ([NoDistance]). A target that is scored by share is judged as if it
// were not; see [Activity]. The target must have passed [Target.Check] for the
// same c.
func (t Target) JudgeFrom(c Combine, v, baseline Value) Scored {
	s := Scored{To: ValueOf(t.Value)}
	switch {
	case t.Kind == KindReach:
		return t.judgeReach(c, v, baseline)
	case t.Kind == KindDone:
		s.To = Value{n: Int(1)}
		s.Raw = Units(0)
		if v.Known() && v.Cmp(s.To) >= 0 {
			s.Raw = done
		}
	case !v.Known():
		s.Absence = NoReading
	default:
		s.Raw = t.judgeControl(v)
	}
	return s
}

// Met reports whether t is a control target and v meets it, bounds included. An
// unknown value does not.
func (t Target) Met(v Value) bool {
	return t.Kind.Control() && v.Known() && t.distance(v).Sign() <= 0
}

func (t Target) judgeReach(c Combine, v, baseline Value) Scored {
	if t.Measured(c) {
		return t.judgeMeasured(c, v, baseline)
	}
	from, to, _ := t.Ends(c)
	s := Scored{From: ValueOf(t.From), To: ValueOf(to)}
	switch {
	case !v.Known():
		s.Absence = NoReading
	case len(t.Points) > 0:
		s.Raw = t.bent(from, to, v)
	default:
		s.Raw = along(v, from, to)
	}
	return s
}

// judgeMeasured judges by a baseline that is not in the plan.
func (t Target) judgeMeasured(c Combine, v, baseline Value) Scored {
	from, to := t.MeasuredEnds(c, baseline)
	s := Scored{From: baseline, To: to}
	switch {
	case !v.Known():
		s.Absence = NoReading
	case !from.Known() || !to.Known():
		s.Absence = NoBaseline
	case from.Cmp(to) == 0:
		s.Absence = NoDistance
	default:
		s.Raw = ratioOfRat(way(v, from, to))
	}
	return s
}

// MeasuredEnds returns the values that score 0 and 1 if the baseline of t is
// measured: [Target.Ends] does for numbers of the plan. An end that needs a
// baseline which is unknown is unknown too.
func (t Target) MeasuredEnds(c Combine, baseline Value) (from, to Value) {
	from, to = baseline, ValueOf(t.To)
	if by, percent, err := t.Change.parse(); !t.To.Given() && err == nil && baseline.Known() {
		to = baseline.changed(by, percent)
	}
	if c == Sum {
		from = Value{n: Int(0)}
	}
	return from, to
}

// along returns (v - from) / (to - from).
func along(v Value, from, to Number) Ratio {
	if n, ok := v.Number(); ok {
		if a, b, _, ok := aligned(n.Sub(from), to.Sub(from)); ok {
			if units, ok := fixed.Quo(a, b); ok {
				return Units(units)
			}
		}
	}
	whole := to.Sub(from).Rat()
	if whole.Sign() == 0 {
		return Ratio{}
	}
	part := v.Rat()
	part.Sub(part, from.Rat())
	return ratioOfRat(part.Quo(part, whole))
}

// bent returns the progress of v on the line through the ends and the points.
func (t Target) bent(from, to Number, v Value) Ratio {
	up := to.Cmp(from)
	a, b := Point{Value: from, Progress: Int(0)}, Point{}
	for _, b = range t.Points {
		if v.Cmp(Value{n: b.Value}) != up {
			return onPiece(a, b, v)
		}
		a = b
	}
	return onPiece(a, Point{Value: to, Progress: Int(1)}, v)
}

func onPiece(a, b Point, v Value) Ratio {
	x := way(v, ValueOf(a.Value), ValueOf(b.Value))
	x.Mul(x, b.Progress.Sub(a.Progress).Rat())
	return ratioOfRat(x.Add(x, a.Progress.Rat()))
}

// way returns (v - from) / (to - from), from and to being two values.
func way(v, from, to Value) *big.Rat {
	start := from.Rat()
	part, whole := v.Rat(), to.Rat()
	part.Sub(part, start)
	return part.Quo(part, whole.Sub(whole, start))
}

func (t Target) judgeControl(v Value) Ratio {
	miss := t.distance(v)
	switch {
	case miss.Sign() <= 0:
		return done
	case t.Tolerance.Sign() == 0:
		return Units(0)
	}
	score := new(big.Rat).Quo(miss, t.Tolerance.Rat())
	score.Sub(big.NewRat(1, 1), score)
	if score.Sign() < 0 {
		return Units(0)
	}
	return ratioOfRat(score)
}

// distance returns how far v lies beyond the limit, 0 or less where it is met.
func (t Target) distance(v Value) *big.Rat {
	x := v.Rat()
	switch t.Kind {
	case KindAtLeast:
		return x.Sub(t.Value.Rat(), x)
	case KindAtMost:
		return x.Sub(x, t.Value.Rat())
	}
	below := new(big.Rat).Sub(t.Low.Rat(), x)
	above := x.Sub(x, t.High.Rat())
	if below.Cmp(above) > 0 {
		return below
	}
	return above
}
