package report

import (
	"math"

	"github.com/goalkit/goalkit/kpi"
)

// fewestPairs is from how many pairs of changes on a correlation says something.
const fewestPairs = 8

// changes returns what each value adds to the one before it, times a factor; NaN
// where one of the two is not known.
func changes(values []kpi.Value, factor float64) []float64 {
	if len(values) == 0 {
		return nil
	}
	out := make([]float64, len(values)-1)
	for i := range out {
		if from, to := values[i], values[i+1]; from.Known() && to.Known() {
			out[i] = factor * (float(to) - float(from))
		} else {
			out[i] = math.NaN()
		}
	}
	return out
}

// lagged returns the correlation of x with y so many steps later, of the pairs in
// which both are known. It reports false for fewer than eight pairs and if x or y
// does not vary in them.
func lagged(x, y []float64, lag int) (float64, bool) {
	var xs, ys []float64
	for i := 0; i < len(x) && i+lag < len(y); i++ {
		if a, b := x[i], y[i+lag]; !math.IsNaN(a) && !math.IsNaN(b) {
			xs, ys = append(xs, a), append(ys, b)
		}
	}
	if len(xs) < fewestPairs {
		return 0, false
	}
	return correlation(xs, ys)
}

// correlation returns Pearson's coefficient of two series of one length, from -1 to
// 1:
//
//	r = Sxy / sqrt(Sxx Syy)
//
// S being sums of products of distances from the means. It reports false if a series
// does not vary or is out of a float's range.
func correlation(x, y []float64) (float64, bool) {
	mx, my := mean(x), mean(y)
	var sxx, syy, sxy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		sxx, syy, sxy = sxx+dx*dx, syy+dy*dy, sxy+dx*dy
	}
	r := sxy / (math.Sqrt(sxx) * math.Sqrt(syy))
	if math.IsNaN(r) || math.IsInf(r, 0) {
		return 0, false
	}
	return min(max(r, -1), 1), true
}

func mean(x []float64) float64 {
	var sum float64
	for _, a := range x {
		sum += a
	}
	return sum / float64(len(x))
}
