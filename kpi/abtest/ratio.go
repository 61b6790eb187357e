package abtest

import (
	"strconv"

	"github.com/goalkit/goalkit/internal/stat"
)

// A RatioCheck says whether the arms got the shares of people that they were to
// get. Where they did not, something other than chance moved people (a redirect
// that loses some, a bot that always lands in one arm), and the arms cannot be
// compared, whatever their rates. The zero RatioCheck checked nothing.
type RatioCheck struct {
	ChiSquare float64
	DF        int     // arms - 1; 0 if nothing was checked
	P         float64 // how often chance alone is at least as far off
	Least     float64 // the fewest people expected in an arm
}

// Warns reports whether P is below 0.01: look at how people are assigned.
func (r RatioCheck) Warns() bool { return r.DF > 0 && r.P < 0.01 }

// Blocks reports whether P is below 0.001: do not read the result.
func (r RatioCheck) Blocks() bool { return r.DF > 0 && r.P < 0.001 }

// CheckRatio compares the people in each arm with the shares expected, which need
// not add up to 1 (50, 50 is as good as 0.5, 0.5); none at all means equal ones.
// It is Pearson's chi-square test,
//
//	sum (observed - expected)² / expected,  arms - 1 degrees of freedom,
//
// an approximation that is poor where fewer than five people are expected in an
// arm. The limits of [RatioCheck.Warns] and [RatioCheck.Blocks] are our choice.
//
// It fails with
//   - [ErrEmpty] if there are fewer than two arms, or nobody at all;
//   - [ErrCounts] if a count is negative;
//   - [ErrShares] if there is not one finite share above 0 for each arm;
//   - [ErrRange] if shares differ so much that a result is not finite.
func CheckRatio(people []int64, shares []float64) (RatioCheck, error) {
	var f faults
	if len(people) < 2 {
		f.add("people", ErrEmpty, strconv.Itoa(len(people)), "want two arms or more")
	}
	f.shares(shares, len(people))
	total := f.total(people)
	if len(f.list) > 0 {
		return RatioCheck{}, f.list
	}
	r := chiSquare(people, shares, total)
	f.result("chi-square", r.ChiSquare, r.P)
	if len(f.list) > 0 {
		return RatioCheck{}, f.list
	}
	return r, nil
}

// total adds people up and reports faulty counts.
func (f *faults) total(people []int64) float64 {
	total := 0.0
	for i, n := range people {
		if n < 0 {
			f.add(at("people", i), ErrCounts, strconv.FormatInt(n, 10), "fewer than no people")
		}
		total += float64(n)
	}
	if total == 0 && len(people) >= 2 {
		f.add("people", ErrEmpty, "", "nobody is in the experiment")
	}
	return total
}

// shares reports shares that are not one for each arm.
func (f *faults) shares(shares []float64, arms int) {
	if len(shares) != 0 && len(shares) != arms {
		f.add("shares", ErrShares, strconv.Itoa(len(shares)), "want one share for each arm")
	}
	for i, share := range shares {
		if !(share > 0) || !finite(share) {
			f.add(at("shares", i), ErrShares, text(share), "want more than 0")
		}
	}
}

func at(field string, i int) string { return field + "[" + strconv.Itoa(i) + "]" }

// chiSquare is the test for input that was checked.
func chiSquare(people []int64, shares []float64, total float64) RatioCheck {
	share := func(int) float64 { return 1 / float64(len(people)) }
	if len(shares) > 0 {
		whole := 0.0
		for _, s := range shares {
			whole += s
		}
		share = func(i int) float64 { return shares[i] / whole }
	}
	r := RatioCheck{DF: len(people) - 1, Least: total}
	for i, n := range people {
		expected := total * share(i)
		r.Least = min(r.Least, expected)
		off := float64(n) - expected
		r.ChiSquare += off / expected * off
	}
	r.P = stat.ChiSquareTail(r.ChiSquare, float64(r.DF))
	return r
}
