package smart

import (
	"math"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// A scale is how values are laid out before they are compared: so that equal
// steps are equally likely. The zero scale leaves them as they are.
type scale struct {
	kind      scaleKind
	low, high float64 // of a logit: where values at 0 and 1 are put
}

type scaleKind uint8

const (
	plain scaleKind = iota
	logarithm
	logit
)

// scaleOf returns the scale that suits values of a unit, one of which is to be
// reached: a logit one for ratios between 0 and 1, else a logarithmic one if all
// are above 0.
//
// At 0 and 1 the logit is infinite. A 0 of a ratio that was seen in few trials
// means: less than could be seen, and so it is put at half the smallest value
// above 0; likewise at 1.
func scaleOf(unit kpi.Unit, values []float64, aim float64) scale {
	low, high := min(slices.Min(values), aim), max(slices.Max(values), aim)
	switch {
	case unit == kpi.Fraction && low >= 0 && high <= 1:
		return logitOf(values)
	case low > 0:
		return scale{kind: logarithm}
	}
	return scale{}
}

// logitOf returns the logit scale of ratios, the plain one if none of them is
// between 0 and 1.
func logitOf(values []float64) scale {
	s := scale{kind: logit, low: 1, high: 1}
	for _, x := range values {
		if x > 0 && x < 1 {
			s.low, s.high = min(s.low, x/2), min(s.high, (1-x)/2)
		}
	}
	if s.low == 1 {
		return scale{}
	}
	s.high = 1 - s.high
	return s
}

func (s scale) of(x float64) float64 {
	switch s.kind {
	case logarithm:
		return math.Log(x)
	case logit:
		if x <= 0 {
			x = s.low
		} else if x >= 1 {
			x = s.high
		}
		return math.Log(x / (1 - x))
	}
	return x
}

// end returns a bound of the values on the scale, which may be infinite.
func (s scale) end(x float64) float64 {
	switch {
	case s.kind == logarithm:
		return math.Log(max(x, 0))
	case s.kind == logit && x <= 0:
		return math.Inf(-1)
	case s.kind == logit && x >= 1:
		return math.Inf(1)
	}
	return s.of(x)
}

func (s scale) back(y float64) float64 {
	switch s.kind {
	case logarithm:
		return math.Exp(y)
	case logit:
		return 1 / (1 + math.Exp(-y))
	}
	return y
}

// all returns values on the scale.
func (s scale) all(values []float64) []float64 {
	laid := make([]float64, len(values))
	for i, x := range values {
		laid[i] = s.of(x)
	}
	return laid
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
