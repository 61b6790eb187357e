package smart

import (
	"math/big"
	"slices"
	"sort"
)

// leastTotal returns what promises of a metric that adds up come to, no reading
// counted twice: on one channel the largest sum of promises whose windows do not
// overlap, over channels the sum of those. Where windows overlap one another
// without a break, promises of all channels together stand against those of single
// channels, and the larger counts. It sorts all, and is 0 of none.
//
// If all promises are of one channel, that is the least total that keeps them all
// (the two are dual linear programs, and intervals make them integral), as long as
// no reading is below 0.
func leastTotal(all []promise) *big.Rat {
	slices.SortFunc(all, byStart)
	sum := new(big.Rat)
	for len(all) > 0 {
		n := unbroken(all)
		sum.Add(sum, blockTotal(all[:n]))
		all = all[n:]
	}
	return sum
}

// unbroken returns how many of the promises, in the order of their starts, overlap
// one another without a break.
func unbroken(all []promise) int {
	end := all[0].window.End
	for i := range all {
		if i > 0 && !all[i].window.Start.Before(end) {
			return i
		}
		if all[i].window.End.After(end) {
			end = all[i].window.End
		}
	}
	return len(all)
}

// blockTotal returns the larger of what promises of all channels and those of
// single ones come to.
func blockTotal(all []promise) *big.Rat {
	byChannel := make(map[string][]promise)
	for _, p := range all {
		byChannel[p.channel] = append(byChannel[p.channel], p)
	}
	whole, parts := new(big.Rat), new(big.Rat)
	for channel, promises := range byChannel {
		if channel == "" {
			whole = disjointTotal(promises)
		} else {
			parts.Add(parts, disjointTotal(promises)) // exact: the order does not matter
		}
	}
	return larger(whole, parts)
}

// disjointTotal returns the largest sum of promises whose windows do not overlap:
// weighted interval scheduling, see Kleinberg and Tardos, Algorithm Design (2005),
// section 6.1. It sorts all.
func disjointTotal(all []promise) *big.Rat {
	slices.SortFunc(all, byEnd)
	best := make([]*big.Rat, len(all)+1) // of the first so many
	best[0] = new(big.Rat)
	for i := range all {
		before := sort.Search(i, func(k int) bool { return all[k].window.End.After(all[i].window.Start) })
		best[i+1] = larger(best[i], new(big.Rat).Add(best[before], all[i].to))
	}
	return best[len(all)]
}

func larger(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}
