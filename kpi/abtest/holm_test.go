package abtest_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi/abtest"
)

func TestHolm(t *testing.T) {
	tests := []struct{ ps, want []float64 }{
		{nil, []float64{}},
		{[]float64{0.04}, []float64{0.04}},
		// The example of Wikipedia's article on the Holm-Bonferroni method.
		{[]float64{0.01, 0.04, 0.03, 0.005}, []float64{0.03, 0.06, 0.06, 0.02}},
		{[]float64{0.5, 0.6, 1, 0}, []float64{1, 1, 1, 0}},
	}
	for _, test := range tests {
		got, err := abtest.Holm(test.ps)
		require.NoError(t, err)
		assert.InDeltaSlice(t, test.want, got, 1e-15)
	}
	for _, bad := range []float64{-0.1, 1.1, math.NaN(), math.Inf(1)} {
		got, err := abtest.Holm([]float64{0.5, bad})
		assert.ErrorIs(t, err, abtest.ErrRate)
		assert.Empty(t, got)
	}
}

// TestHolmStepDown compares with the procedure as Holm put it: from the smallest
// p-value on, reject while p <= alpha / (tests left), and stop at the first that
// is not.
func TestHolmStepDown(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		ps := make([]float64, 1+random.IntN(8))
		for i := range ps {
			ps[i] = math.Pow(random.Float64(), 3)
		}
		input := slices.Clone(ps)
		adjusted, err := abtest.Holm(ps)
		require.NoError(t, err)
		assert.Equal(t, input, ps, "the input stays as it was")
		alpha := 0.01 + random.Float64()/2

		sorted := slices.Sorted(slices.Values(ps))
		rejected := 0
		for rejected < len(ps) && sorted[rejected]*float64(len(ps)-rejected) <= alpha {
			rejected++
		}
		for i, p := range ps {
			assert.Equal(t, slices.Index(sorted, p) < rejected, adjusted[i] <= alpha, "%v: %v at %g", ps, adjusted, alpha)
			assert.GreaterOrEqual(t, adjusted[i], p)
			for k, q := range ps {
				assert.False(t, p < q && adjusted[i] > adjusted[k], "the order stays")
			}
		}
	}
}
