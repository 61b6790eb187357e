package abtest

import (
	"math"
	"strconv"

	"github.com/goalkit/goalkit/internal/stat"
)

// An Arm is what one arm of an experiment counted. Everybody counts once, be it a
// person, a session or a mail, and independently of the others. The zero Arm has
// nobody and no rate.
type Arm struct {
	Conversions int64 // who did what was hoped for, or feared
	N           int64 // all
}

// Rate returns Conversions/N. It reports false if N is 0 or the counts are
// impossible.
func (a Arm) Rate() (float64, bool) {
	if a.N <= 0 || !a.possible() {
		return 0, false
	}
	return a.rate(), true
}

func (a Arm) possible() bool { return 0 <= a.Conversions && a.Conversions <= a.N }

// rate is Rate for an arm that is possible and not empty.
func (a Arm) rate() float64 { return float64(a.Conversions) / float64(a.N) }

// rest is 1 - rate, with all its digits.
func (a Arm) rest() float64 { return float64(a.N-a.Conversions) / float64(a.N) }

// se is the standard error of the rate, √(p(1-p)/n).
func (a Arm) se() float64 { return math.Sqrt(a.rate() * a.rest() / float64(a.N)) }

// possible reports counts that cannot be.
func (f *faults) possible(field string, a Arm) {
	switch {
	case a.N < 0:
		f.add(field, ErrCounts, strconv.FormatInt(a.N, 10), "fewer than no people")
	case a.Conversions < 0:
		f.add(field, ErrCounts, strconv.FormatInt(a.Conversions, 10), "fewer than no conversions")
	case a.Conversions > a.N:
		f.add(field, ErrCounts, strconv.FormatInt(a.Conversions, 10), "more conversions than people")
	}
}

// arm reports counts that cannot be, or that are of nobody.
func (f *faults) arm(field string, a Arm) {
	f.possible(field, a)
	if a == (Arm{}) {
		f.add(field, ErrEmpty, "", "nobody is in it")
	}
}

// An Interval goes from Low to High, both included.
type Interval struct{ Low, High float64 }

// Contains reports whether x lies in i.
func (i Interval) Contains(x float64) bool { return i.Low <= x && x <= i.High }

// around returns the interval from x-below to x+above, cut to low..high.
func around(x, below, above, low, high float64) Interval {
	return Interval{max(x-below, low), min(x+above, high)}
}

// Wilson returns the interval of Wilson's score test for the arm's rate p:
//
//	(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// (E. B. Wilson, JASA 22:209-212, 1927), without continuity correction. It stays
// within 0..1, contains p, and is honest for no conversions and for nothing but
// conversions, where it begins at exactly 0 or ends at exactly 1.
// It fails with [ErrCounts], [ErrEmpty] or [ErrAlpha].
func Wilson(a Arm, alpha float64) (Interval, error) {
	var f faults
	f.arm("arm", a)
	f.alpha(alpha)
	if len(f.list) > 0 {
		return Interval{}, f.list
	}
	below, above := a.margins(quantile(alpha))
	return around(a.rate(), below, above, 0, 1), nil
}

// quantile returns the z that a standard normal variable exceeds, in either
// direction, with probability alpha.
func quantile(alpha float64) float64 { return -stat.NormalQuantile(alpha / 2) }

// margins returns how far Wilson's interval goes below and above the rate. It is
// the formula of [Wilson] with the rate taken off before anything is rounded:
//
//	(z √(...) ∓ (1/2 - p) z²/n) / (1 + z²/n)
func (a Arm) margins(z float64) (below, above float64) {
	n := float64(a.N)
	p, q, share := a.rate(), a.rest(), z*z/n
	root := z * math.Sqrt(p*q/n+share/(4*n))
	shift := share * (q - p) / 2
	// For no conversions root is shift, and rounding must not tell them apart the
	// wrong way; for nothing but conversions root is -shift.
	return max(root-shift, 0) / (1 + share), max(root+shift, 0) / (1 + share)
}
