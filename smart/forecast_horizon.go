package smart

import "math"

// A horizon is what is forecast of a series with equal steps: its value some steps
// after the last, or a sum of the steps to come.
type horizon struct {
	steps float64   // to the value; of a sum 0
	parts []float64 // of a sum: how much of each step counts, 0 to 1, the next first
}

// total returns how many steps count.
func (h horizon) total() float64 {
	sum := h.steps
	for _, part := range h.parts {
		sum += part
	}
	return sum
}

// of returns what a regressor comes to, given its value so many steps ahead.
// Between two steps it goes in a straight line.
func (h horizon) of(ahead func(steps int) float64) float64 {
	if h.parts == nil {
		whole := math.Floor(h.steps)
		x := ahead(int(whole))
		return x + (h.steps-whole)*(ahead(int(whole)+1)-x)
	}
	sum := 0.0
	for i, part := range h.parts {
		if part > 0 {
			sum += part * ahead(i+1)
		}
	}
	return sum
}

// error returns what comes of the error of a series, of which the share phi is
// kept from step to step, u[t] = phi u[t-1] + e[t]: how often its last value
// counts, and the variance that the steps to come add, in variances of e.
//
// Of a step that counts in part, what is kept counts with the part, and what is new
// with its root: a half of a step has half the variance.
func (h horizon) error(phi float64) (kept, variance float64) {
	switch {
	case h.parts != nil:
		for i := len(h.parts) - 1; i >= 0; i-- {
			e := math.Sqrt(h.parts[i]) + kept
			variance += e * e
			kept = phi * (h.parts[i] + kept)
		}
		return kept, variance
	case phi == 1:
		return 1, h.steps
	}
	kept = math.Pow(phi, h.steps)
	return kept, (1 - kept*kept) / (1 - phi*phi)
}
