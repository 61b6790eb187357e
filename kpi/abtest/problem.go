package abtest

import (
	"math"
	"strconv"

	"github.com/goalkit/goalkit/kpi"
)

// The reasons why an experiment is refused, besides [kpi.ErrEnum].
const (
	ErrCounts kpi.Reason = "counts" // a negative count, or more conversions than people
	ErrEmpty  kpi.Reason = "empty"  // nobody there, or nothing to compare
	ErrAlpha  kpi.Reason = "alpha"  // not above 0 (1e-300) and below 1
	ErrRate   kpi.Reason = "rate"   // a probability outside 0..1, or two rates that are equal
	ErrShares kpi.Reason = "shares" // not one share above 0 for each arm
	ErrSize   kpi.Reason = "size"   // a number of people below 1
	ErrSpread kpi.Reason = "spread" // a standard deviation or error that is negative, infinite or, where it must not be, 0
	ErrRange  kpi.Reason = "range"  // a figure that is not finite, or has become so large that it is not
)

// faults collects what is wrong with an input.
type faults struct{ list kpi.Problems }

func (f *faults) add(field string, reason kpi.Reason, value, detail string) {
	f.list.Add("", field, reason, value, detail)
}

// alpha checks a level of significance. What is below 1e-300 has no quantile that
// a float64 knows well.
func (f *faults) alpha(alpha float64) {
	if !(alpha >= 1e-300 && alpha < 1) {
		f.add("alpha", ErrAlpha, text(alpha), "want more than 0 and less than 1")
	}
}

// probability checks that p lies in 0..1.
func (f *faults) probability(field string, p float64) {
	if !(p >= 0 && p <= 1) {
		f.add(field, ErrRate, text(p), "want 0 to 1")
	}
}

// result reports results that left the range of float64. Without such a fault
// every figure that is handed out is a finite number.
func (f *faults) result(field string, figures ...float64) {
	for _, x := range figures {
		if !finite(x) {
			f.add(field, ErrRange, "", "the result is out of range")
			return
		}
	}
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

func text(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// defaultAlpha is what an alpha of 0 means in a plan.
const defaultAlpha = 0.05

// orDefault returns x, or standard if x is 0 and so not given.
func orDefault(x, standard float64) float64 {
	if x == 0 {
		return standard
	}
	return x
}
