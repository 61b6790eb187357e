package abtest

import (
	"math"
	"strconv"
)

// A Sequence makes intervals that stay valid however often one looks: the chance
// that any of them, at any time, misses the truth is at most Alpha. That makes
// them wider than an interval that is looked at once. The zero Sequence is ready
// to use.
//
// It is the asymptotic confidence sequence of I. Waudby-Smith, D. Arbour, R. Sinha,
// E. H. Kennedy and A. Ramdas, Time-uniform central limit theory and asymptotic
// confidence sequences, arXiv 2103.06476, equation 9:
//
//	half the width = se √n √(2 (n r²+1) / (n r)² ln(√(n r²+1) / Alpha))
//	r² = (-2 ln Alpha + ln(1 - 2 ln Alpha)) / N
//
// Asymptotic means that counts must not be small. In simulations of equal arms,
// with an Alpha of 0.05 and a look after each person from the first on, it claimed
// a difference in 5% to 7% of the runs at a rate of 0.02, in 20% at 0.1, in half at
// 0.5. Waiting for five conversions and five without in each arm left 4% or less,
// and so that is what [Plan.Judge] does.
type Sequence struct {
	Alpha float64 // 0 means 0.05
	N     int64   // people in both arms about which the interval is to be narrowest; 0 means 5000
}

// Interval returns the interval around an estimate that has the standard error se
// after n people in both arms together: of a difference, as [Rates] and [Means]
// have them, or of a lift. It fails with
//   - [ErrAlpha], or [ErrSize] if n is below 1 or N negative;
//   - [ErrSpread] if se is not above 0 and finite: what does not vary yet says
//     nothing of what may come;
//   - [ErrRange] if the estimate is not finite, or a result is not.
func (s Sequence) Interval(estimate, se float64, n int64) (Interval, error) {
	var f faults
	s.Alpha = orDefault(s.Alpha, defaultAlpha)
	f.alpha(s.Alpha)
	if s.N == 0 {
		s.N = 5000
	}
	if s.N < 0 {
		f.add("N", ErrSize, strconv.FormatInt(s.N, 10), "want 1 or more")
	}
	f.size(n)
	if !finite(se) || se <= 0 {
		f.add("se", ErrSpread, text(se), "want more than 0")
	}
	if !finite(estimate) {
		f.add("estimate", ErrRange, text(estimate), "not a number")
	}
	if len(f.list) > 0 {
		return Interval{}, f.list
	}
	half := se * widening(s.Alpha, float64(n)/float64(s.N))
	i := Interval{estimate - half, estimate + half}
	f.result("interval", i.Low, i.High)
	if len(f.list) > 0 {
		return Interval{}, f.list
	}
	return i, nil
}

// widening returns how many standard errors the interval goes to each side where
// the share n/N of the people is in.
func widening(alpha, share float64) float64 {
	log := -2 * math.Log(alpha)
	m := share * (log + math.Log1p(log)) // n r²
	return math.Sqrt((m + 1) / m * (math.Log1p(m) + log))
}
