package smart

import (
	"math"
	"slices"
)

const (
	tamedFrom = 8 // from so many values on wild steps are tamed
	wildSDs   = 5 // a step so many standard deviations from the middle is wild
)

// longestSpike is how many wild values in a row are no new level yet.
const longestSpike = 2

// cut returns a series whose spikes are cut to five robust standard deviations from
// the median: a December of gifts, a week of a bot. It returns y itself as tame does.
// More wild values in a row are a new level and are left alone.
func cut(y []float64) []float64 {
	middle, spread := robust(y)
	if len(y) < tamedFrom || !(spread > rounding(y)) {
		return y
	}
	low, high := middle-wildSDs*spread, middle+wildSDs*spread
	tamed, run := slices.Clone(y), 0
	for i, x := range y {
		if x >= low && x <= high {
			run = 0
			continue
		}
		if run++; run > longestSpike {
			copy(tamed[i-run+1:], y[i-run+1:i+1])
			continue
		}
		tamed[i] = min(max(x, low), high)
	}
	return tamed
}

// tame returns a series whose wild steps are cut to five robust standard
// deviations from the median step: one week of a bot, a lost import or a campaign
// gone viral says nothing of how the others vary. It returns y itself if there are
// few values or the usual step has no spread.
//
// The series is put together again from its end. Of what stands the last value is
// the truth, however it came about: followers that were bought are there. Of all
// else a wild step to the last value may be gone in the next, and the end is the
// value before, and as much of the step as is believed.
func tame(y []float64, stands bool) []float64 {
	if len(y) < tamedFrom {
		return y
	}
	steps := make([]float64, len(y)-1)
	for i := range steps {
		steps[i] = y[i+1] - y[i]
	}
	middle, spread := robust(steps)
	if !(spread > rounding(y)) {
		return y
	}
	for i, s := range steps {
		steps[i] = min(max(s, middle-wildSDs*spread), middle+wildSDs*spread)
	}
	last := len(y) - 1
	tamed := slices.Clone(y)
	if !stands {
		tamed[last] = y[last-1] + steps[last-1]
	}
	for i := last; i > 0; i-- {
		tamed[i-1] = tamed[i] - steps[i-1]
	}
	return tamed
}

// robust returns the median and the median absolute deviation, made an estimate of
// the standard deviation of a normal distribution.
func robust(values []float64) (middle, spread float64) {
	middle = median(values)
	away := make([]float64, len(values))
	for i, x := range values {
		away[i] = math.Abs(x - middle)
	}
	return middle, 1.4826 * median(away)
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return sorted[n/2]/2 + sorted[(n-1)/2]/2
}

// rounding returns how far equal steps of y may seem apart because floats are
// rounded.
func rounding(y []float64) float64 {
	largest := 0.0
	for _, x := range y {
		largest = max(largest, math.Abs(x))
	}
	return 1e-12 * largest
}
