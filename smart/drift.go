package smart

import (
	"math"
	"slices"

	"github.com/goalkit/goalkit/internal/stat"
	"github.com/goalkit/goalkit/kpi"
)

// The drift forecast of a value that stands: it goes on by steps like those that
// it took.

const (
	fewestPoints = 4 // from so many on there is a forecast
	robustFrom   = 8 // from so many on median and MAD take the place of mean and sd
)

// A scale is how values are laid out before they are compared: so that equal
// steps are equally likely.
type scale uint8

const (
	plain scale = iota
	logarithm
	logit // of ratios from 0 to 1, cut a millionth from both ends
)

// scaleOf returns the scale that suits values of a unit.
func scaleOf(unit kpi.Unit, values []float64) scale {
	low, high := slices.Min(values), slices.Max(values)
	switch {
	case unit == kpi.Fraction && low >= 0 && high <= 1:
		return logit
	case low > 0:
		return logarithm
	}
	return plain
}

// edgeOfLogit is where ratios are cut: at 0 and 1 the logit is infinite.
const edgeOfLogit = 1e-6

func (s scale) of(x float64) float64 {
	switch s {
	case logarithm:
		return math.Log(x)
	case logit:
		x = min(max(x, edgeOfLogit), 1-edgeOfLogit)
		return math.Log(x / (1 - x))
	}
	return x
}

func (s scale) back(y float64) float64 {
	switch s {
	case logarithm:
		return math.Exp(y)
	case logit:
		return 1 / (1 + math.Exp(-y))
	}
	return y
}

// A drift is where a series goes in so many steps, on its scale.
type drift struct {
	forecast float64
	spread   float64
	freedom  float64 // degrees of freedom of Student's t
}

// driftOf returns the forecast of a series n steps on: with the mean step mu of
// the m values and its standard deviation s,
//
//	h[m] + n mu, with a spread of s sqrt(n + n²/(m-1))
//
// with Student's distribution, m-2 degrees of freedom, which is close to the normal
// one for many values. From 8 values on the
// median and 1.4826 × MAD, corrected for few values, take the place of mean and
// standard deviation, unless the MAD is 0; the variance of a median is π/2 times
// that of a mean, and so is the last term. With two or more full cycles steps are
// taken against the same season: n is rounded to whole steps, and what was a step
// is a cycle. It reports false for fewer than 4 values, or 3 steps, and where the
// steps do not differ.
func driftOf(h []float64, n float64, cycle int) (drift, bool) {
	if len(h) < fewestPoints {
		return drift{}, false
	}
	base, lag := h[len(h)-1], 1
	if cycle > 1 && len(h)-1 >= 2*cycle {
		ahead := max(int(math.Round(n)), 1)
		n = math.Ceil(float64(ahead) / float64(cycle))
		base, lag = h[len(h)-1+ahead-int(n)*cycle], cycle
	}
	steps := make([]float64, len(h)-lag)
	for i := range steps {
		steps[i] = h[i+lag] - h[i]
	}
	if len(steps) < fewestPoints-1 {
		return drift{}, false
	}
	mu, s, unsure := centre(steps)
	if !(s > rounding(h)) {
		return drift{}, false
	}
	d := drift{
		forecast: base + n*mu,
		spread:   s * math.Sqrt(n+unsure*n*n/float64(len(steps))),
		freedom:  float64(len(steps) - 1),
	}
	return d, finite(d.forecast) && finite(d.spread)
}

// centre returns the middle and the spread of steps, and by how much the variance
// of the middle is more than that of a mean.
func centre(steps []float64) (middle, spread, unsure float64) {
	if len(steps)+1 >= robustFrom {
		if middle, spread = robust(steps); spread > 0 {
			return middle, spread, math.Pi / 2
		}
	}
	middle, spread = mean(steps), 0
	for _, s := range steps {
		spread += (s - middle) * (s - middle) / float64(len(steps)-1)
	}
	return middle, math.Sqrt(spread), 1
}

// robust returns the median and the median absolute deviation, made an estimate of
// the standard deviation.
func robust(steps []float64) (middle, spread float64) {
	middle = median(steps)
	away := make([]float64, len(steps))
	for i, s := range steps {
		away[i] = math.Abs(s - middle)
	}
	return middle, madFactor(len(steps)) * median(away)
}

// madFactor makes a median absolute deviation of n values an unbiased standard
// deviation: 1.4826 for many, and more for few (C. Croux and P. Rousseeuw,
// "Time-efficient algorithms for two highly robust estimators of scale", 1992).
func madFactor(n int) float64 {
	few := [...]float64{7: 1.140, 8: 1.129, 9: 1.107}
	if n < len(few) {
		return 1.4826 * few[n]
	}
	return 1.4826 * float64(n) / (float64(n) - 0.8)
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return sorted[n/2]/2 + sorted[(n-1)/2]/2
}

// rounding returns how far equal steps of h may seem apart because floats are
// rounded.
func rounding(h []float64) float64 {
	largest := 0.0
	for _, x := range h {
		largest = max(largest, math.Abs(x))
	}
	return 1e-12 * largest
}

// chance returns the chance that the value is then at x or past it in a direction.
func (d drift) chance(x float64, direction sign) float64 {
	return stat.StudentTail((x-d.forecast)/d.spread*float64(direction), d.freedom)
}

// target returns the value that is reached with this chance.
func (d drift) target(chance float64, direction sign) float64 {
	return d.forecast + float64(direction)*stat.StudentQuantile(1-chance, d.freedom)*d.spread
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v / float64(len(values))
	}
	return sum
}
