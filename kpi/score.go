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
	NoBaseline       Absence = "the plan gives no baseline"
	NotByShare       Absence = "targets are not scored by share of readings"
)

// A Scored is what a target makes of a value.
type Scored struct {
	Raw     Ratio   // 1 = done; may be below 0 and above 1; unknown if Absence says why
	From    Number  // of reach targets, as the plan has it: the value that scores 0, or what a change refers to
	To      Number  // the value that scores 1, or the limit; for within targets not given
	Absence Absence // why Raw is unknown
}

// Judge returns the raw progress that a value stands for, V below:
//
//	reach                   (V - From) / (To - From)
//	reach, readings add up  V / To
//	reach with points       piecewise linear through (From, 0), the points and (To, 1),
//	                        going on along the outer pieces
//	at_least, at_most,      1 where met, else falling linearly to 0 at the tolerance;
//	within                  without a tolerance 0
//	done                    1 if V is at least 1, else 0, also when there is no reading;
//	                        V is the highest reading, see Ask.Highest
//
// The result is rounded once as a [Ratio] is. The target must have passed
// [Target.Check] for the same c.
func (t Target) Judge(c Combine, v Value) Scored {
	var s Scored
	switch {
	case t.Kind == KindReach:
		return t.judgeReach(c, v)
	case t.Kind == KindDone:
		s.To = Int(1)
		s.Raw = Units(0)
		if v.Known() && v.Cmp(Value{n: s.To}) >= 0 {
			s.Raw = done
		}
		return s
	case t.Score == ScoreShare:
		s.Absence = NotByShare
	case !v.Known():
		s.Absence = NoReading
	default:
		s.Raw = t.judgeControl(v)
	}
	if t.Kind != KindWithin {
		s.To = t.Value
	}
	return s
}

func (t Target) judgeReach(c Combine, v Value) Scored {
	from, to, ok := t.Ends(c)
	s := Scored{From: t.From, To: to}
	switch {
	case !ok:
		s.Absence = NoBaseline
	case !v.Known():
		s.Absence = NoReading
	case len(t.Points) > 0:
		s.Raw = t.bent(from, to, v)
	default:
		s.Raw = along(v, from, to)
	}
	return s
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
			return between(a, b, v)
		}
		a = b
	}
	return between(a, Point{Value: to, Progress: Int(1)}, v)
}

func between(a, b Point, v Value) Ratio {
	x := v.Rat()
	x.Sub(x, a.Value.Rat())
	x.Quo(x, b.Value.Sub(a.Value).Rat())
	x.Mul(x, b.Progress.Sub(a.Progress).Rat())
	return ratioOfRat(x.Add(x, a.Progress.Rat()))
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
