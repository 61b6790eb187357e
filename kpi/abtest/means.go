package abtest

import (
	"math"
	"strconv"

	"github.com/goalkit/goalkit/internal/stat"
)

// A Sample is what one arm measured, such as revenue per visitor. The zero Sample
// has nobody and no mean.
type Sample struct {
	N    int64   // all, also those who spent nothing
	Mean float64 // over all
	SD   float64 // standard deviation, with N-1 below the line
}

func (s Sample) se() float64 { return s.SD / math.Sqrt(float64(s.N)) }

// sample reports figures that cannot be.
func (f *faults) sample(field string, s Sample) {
	switch {
	case s.N < 0:
		f.add(field, ErrCounts, strconv.FormatInt(s.N, 10), "fewer than no people")
	case s.N < 2:
		f.add(field, ErrEmpty, strconv.FormatInt(s.N, 10), "a spread needs two")
	}
	if !finite(s.Mean) {
		f.add(field, ErrRange, text(s.Mean), "the mean is not a number")
	}
	if !finite(s.SD) || s.SD < 0 {
		f.add(field, ErrSpread, text(s.SD), "want 0 or more")
	}
}

// Means compares the means of two arms. The zero Means compares nothing.
type Means struct {
	Difference float64 // the variant's mean - the control's
	SE         float64 // of Difference
	DF         float64 // degrees of freedom
	T          float64 // Difference / SE
	P          PValues
	Interval   Interval // of Difference
	Lift       Lift     // its interval uses Student's t with DF too
}

// CompareMeans compares the mean of a variant with the control's by Welch's t
// test, which does not take their variances to be equal:
//
//	t = (m2 - m1) / √(v1 + v2),  v = s²/n
//	df = (v1 + v2)² / (v1²/(n1-1) + v2²/(n2-1))
//
// (B. L. Welch, Biometrika 34:28-35, 1947). Where neither arm varies there is
// nothing that chance could be measured by: T is 0, each p-value 1, DF is
// n1 + n2 - 2, and the interval is just the difference.
//
// It fails with
//   - [ErrCounts] if N is negative, and [ErrEmpty] if it is below 2;
//   - [ErrRange] if a mean is not finite, or a result is not;
//   - [ErrSpread] if a standard deviation is negative or not finite;
//   - [ErrAlpha].
func CompareMeans(control, variant Sample, alpha float64) (Means, error) {
	var f faults
	f.sample("control", control)
	f.sample("variant", variant)
	f.alpha(alpha)
	if len(f.list) > 0 {
		return Means{}, f.list
	}
	m := welch(control, variant)
	t := -stat.StudentQuantile(alpha/2, m.DF)
	m.Interval = Interval{m.Difference - t*m.SE, m.Difference + t*m.SE}
	m.Lift = liftOf(control.Mean, m.Difference, control.se(), variant.se(), t)
	f.result("difference", m.T, m.SE, m.Interval.Low, m.Interval.High)
	if len(f.list) > 0 {
		return Means{}, f.list
	}
	return m, nil
}

// welch returns the test without what depends on alpha.
func welch(control, variant Sample) Means {
	m := Means{
		Difference: variant.Mean - control.Mean,
		SE:         math.Hypot(control.se(), variant.se()),
		DF:         float64(control.N-1) + float64(variant.N-1),
		P:          PValues{1, 1, 1},
	}
	if m.SE == 0 {
		return m
	}
	w1, w2 := control.se()/m.SE, variant.se()/m.SE
	w1, w2 = w1*w1, w2*w2 // shares of the variance, which itself might overflow
	m.DF = 1 / (w1*w1/float64(control.N-1) + w2*w2/float64(variant.N-1))
	m.T = m.Difference / m.SE
	m.P = PValues{2 * stat.StudentTail(math.Abs(m.T), m.DF), stat.StudentTail(m.T, m.DF), stat.Student(m.T, m.DF)}
	return m
}
