package abtest

import (
	"cmp"
	"slices"
)

// Holm adjusts the p-values of several tests that are read together, in their
// order: the i-th smallest of k, counted from 0, is multiplied by k-i, is at
// least as large as the one before, and at most 1 (S. Holm, Scandinavian Journal
// of Statistics 6:65-70, 1979). Claiming what is then below alpha makes, with a
// probability of at most alpha, any false claim at all.
// It fails with [ErrRate] if a p-value is outside 0..1. No p-values give none.
func Holm(ps []float64) ([]float64, error) {
	var f faults
	for i, p := range ps {
		f.probability(at("p", i), p)
	}
	if len(f.list) > 0 {
		return nil, f.list
	}
	return holm(ps), nil
}

// holm is Holm for p-values that were checked.
func holm(ps []float64) []float64 {
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(ps[i], ps[j]) })
	adjusted := make([]float64, len(ps))
	last := 0.0
	for rank, i := range order {
		last = max(last, min(ps[i]*float64(len(ps)-rank), 1))
		adjusted[i] = last
	}
	return adjusted
}
