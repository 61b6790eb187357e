package smart

import (
	"math"

	"github.com/goalkit/goalkit/internal/stat"
)

// An outcome is what one model says of what is to come: a value with Student's t
// distribution.
type outcome struct {
	mean, spread, freedom float64
	weight                float64 // of the model among the others
}

// A mixture is what several models say together. Their weights add up to 1.
type mixture []outcome

// negligible is the weight, of that of the likeliest model, below which a model is left
// out: it would move a chance by a hundredth of a percent.
const negligible = 1e-4

// mixed returns the outcomes as a mixture, given the logarithms of their weights
// up to a constant.
func mixed(outcomes []outcome) mixture {
	top := math.Inf(-1)
	for _, o := range outcomes {
		top = max(top, o.weight)
	}
	var m mixture
	sum := 0.0
	for _, o := range outcomes {
		if o.weight = math.Exp(o.weight - top); o.weight >= negligible {
			m = append(m, o)
			sum += o.weight
		}
	}
	for i := range m {
		m[i].weight /= sum
	}
	return m
}

// chance returns the chance that the value is at x or past it in a direction.
func (m mixture) chance(x float64, direction sign) float64 {
	p := 0.0
	for _, o := range m {
		p += o.weight * stat.StudentTail((x-o.mean)/o.spread*float64(direction), o.freedom)
	}
	return min(p, 1)
}

// target returns the value that is reached with this chance, give or take a millionth
// of it. It lies between what the models say one by one.
func (m mixture) target(chance float64, direction sign) float64 {
	near, far := math.Inf(1), math.Inf(-1) // along the direction
	for _, o := range m {
		x := float64(direction)*o.mean + o.spread*stat.StudentQuantile(1-chance, o.freedom)
		near, far = min(near, x), max(far, x)
	}
	return float64(direction) * falling(near, far, func(x float64) float64 {
		return m.chance(x*float64(direction), direction) - chance
	})
}

// falling returns where a function that falls from low to high is 0, within 1e-6, by
// false position; the height of an end that stays twice is halved (the Illinois
// method; M. Dowell and P. Jarratt, BIT 11:168-174, 1971).
func falling(low, high float64, f func(float64) float64) float64 {
	const close = 1e-6
	above, below := f(low), f(high)
	switch {
	case above < close:
		return low
	case below > -close:
		return high
	}
	x, before := low, 0.0
	for range 100 {
		x = low + (high-low)*(above/(above-below))
		y := f(x)
		switch {
		case math.Abs(y) < close:
			return x
		case y > 0:
			if low, above = x, y; before > 0 {
				below /= 2
			}
		default:
			if high, below = x, y; before < 0 {
				above /= 2
			}
		}
		before = y
	}
	return x
}
