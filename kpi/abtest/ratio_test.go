package abtest_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/abtest"
)

func TestCheckRatio(t *testing.T) {
	tests := []struct {
		name          string
		people        []int64
		shares        []float64
		chiSquare, p  string
		warns, blocks bool
	}{
		{"R's chisq.test and scipy", []int64{10200, 9800}, []float64{0.5, 0.5}, "8", "0.004677734981047266", true, false},
		{"equal by default", []int64{10200, 9800}, nil, "8", "0.004677734981047266", true, false},
		{"shares of any scale", []int64{10200, 9800}, []float64{70, 70}, "8", "0.004677734981047266", true, false},
		// Mendel's peas, 315:108:101:32 for 9:3:3:1; R's chisq.test prints 0.47002 and 0.9254.
		{"four arms", []int64{315, 108, 101, 32}, []float64{9, 3, 3, 1}, "0.47002", "0.9254", false, false},
		{"worse", []int64{10300, 9700}, nil, "18", "0.00002209", true, true}, // 2 Φ(-√18)
		{"nearly a warning", []int64{10177, 9823}, nil, "6.2658", "0.0123", false, false},
		{"nearly blocked", []int64{10224, 9776}, nil, "10.0352", "0.0015", true, false},
		{"right", []int64{10, 10, 10}, nil, "0", "1", false, false},
		{"one lost", []int64{100, 0}, nil, "100", "0.0000", true, true},
		{"huge", []int64{1e15 + 1e8, 1e15 - 1e8}, nil, "20", "0.000007744", true, true}, // 2 Φ(-√20)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := abtest.CheckRatio(test.people, test.shares)
			require.NoError(t, err)
			printed(t, test.chiSquare, r.ChiSquare)
			printed(t, test.p, r.P)
			if r.DF == 1 { // the square of a normal variable
				near(t, math.Erfc(math.Sqrt(r.ChiSquare/2)), r.P)
			}
			assert.Equal(t, len(test.people)-1, r.DF)
			assert.Equal(t, test.warns, r.Warns())
			assert.Equal(t, test.blocks, r.Blocks())
		})
	}
	assert.False(t, abtest.RatioCheck{}.Blocks() || abtest.RatioCheck{}.Warns(), "nothing was checked")
}

func TestCheckRatioRefuses(t *testing.T) {
	tests := []struct {
		name   string
		people []int64
		shares []float64
		reason kpi.Reason
	}{
		{"no arms", nil, nil, abtest.ErrEmpty},
		{"one arm", []int64{5}, nil, abtest.ErrEmpty},
		{"nobody", []int64{0, 0}, nil, abtest.ErrEmpty},
		{"negative", []int64{5, -5}, nil, abtest.ErrCounts},
		{"too few shares", []int64{5, 5}, []float64{1}, abtest.ErrShares},
		{"too many shares", []int64{5, 5}, []float64{1, 1, 1}, abtest.ErrShares},
		{"share of 0", []int64{5, 5}, []float64{1, 0}, abtest.ErrShares},
		{"negative share", []int64{5, 5}, []float64{2, -1}, abtest.ErrShares},
		{"NaN", []int64{5, 5}, []float64{1, math.NaN()}, abtest.ErrShares},
		{"infinite", []int64{5, 5}, []float64{1, math.Inf(1)}, abtest.ErrShares},
		{"infinite together", []int64{5, 5}, []float64{math.MaxFloat64, math.MaxFloat64}, abtest.ErrRange},
		{"out of all proportion", []int64{5, 5}, []float64{1, 5e-324}, abtest.ErrRange},
		{"out of all proportion, and nobody", []int64{5, 0}, []float64{1e300, 1e-300}, abtest.ErrRange},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := abtest.CheckRatio(test.people, test.shares)
			assert.ErrorIs(t, err, test.reason)
			assert.Zero(t, r)
		})
	}
}
