package report

import (
	"math/big"

	"github.com/goalkit/goalkit/kpi"
)

// What the tests of formulas need.

var (
	Median      = median
	Correlation = correlation
	Lagged      = lagged
	Rounded     = rounded
)

// Deviation returns the standard deviation that the median absolute deviation
// stands for.
func Deviation(values ...*big.Rat) *big.Rat { return deviation(values, median(values)) }

// Concentration returns the normalised Herfindahl index of shares, and the largest.
func Concentration(names []string, given []*big.Rat) (index *big.Rat, top *big.Rat, largest string) {
	var s shares
	for i, name := range names {
		s.add(name, given[i])
	}
	return s.index(), s.top(), s.largest()
}

// Pulls returns what each channel did to a pooled rate.
func Pulls(segments []kpi.Segment) []*big.Rat {
	effects, _ := kpi.MixAndRate(segments)
	return pulls(segments, effects)
}

// WeeksOf returns how many weeks a trailing window touches.
func WeeksOf(p kpi.Period) int { return weeksOf(p) }
