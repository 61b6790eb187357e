package smart

import "math"

// The best that there was, to compare with what is needed.

// fewestStretches is how many past stretches it takes to speak of the best.
const fewestStretches = 3

// bestRate returns the largest move per step in a direction over any stretch of the
// past as long as what is left, or as leaves three of them to compare.
func bestRate(values []float64, left float64, direction sign) float64 {
	longest := float64(len(values) - fewestStretches)
	k := int(max(min(math.Round(left), longest), 1))
	best := math.Inf(-1)
	for i := k; i < len(values); i++ {
		best = max(best, (values[i]-values[i-k])*float64(direction))
	}
	return best / float64(k)
}

// bestMean returns the best mean of any stretch of the past as bestRate has it, in
// a direction.
func bestMean(values []float64, left float64, direction sign) float64 {
	sums := make([]float64, len(values)+1)
	for i, v := range values {
		sums[i+1] = sums[i] + v
	}
	return bestRate(sums, left, direction) * float64(direction)
}

// beyond returns what is needed by the best there was; see [Forecast].
func beyond(needed, best float64) float64 {
	switch {
	case !(needed > 0):
		return 0
	case best <= 0:
		return math.Inf(1)
	}
	return needed / best
}

// beyondMean is beyond for means, in a direction: how many times the best there was,
// or, where less is wanted, how small a part of it. Where one of them is not above 0
// both are taken from the usual.
func beyondMean(needed, best, usual float64, direction sign) float64 {
	d := float64(direction)
	switch {
	case needed <= 0 || best <= 0:
		return beyond((needed-usual)*d, (best-usual)*d)
	case direction < 0:
		return best / needed
	}
	return needed / best
}
