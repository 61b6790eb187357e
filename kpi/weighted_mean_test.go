package kpi_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleWeightedMean() {
	position, _ := kpi.WeightedMean(
		kpi.Weighted{Value: kpi.ValueOf(kpi.Num("35.7")), Weight: kpi.ValueOf(kpi.Int(207_000))},
		kpi.Weighted{Value: kpi.ValueOf(kpi.Num("55.1")), Weight: kpi.ValueOf(kpi.Int(735_000))},
	)
	mean, _ := position.Decimal()
	fmt.Println(mean.Round(6))
	// Output:
	// 50.836943
}

// TestWeightedMeanIsThePooledRate: three rows of clicks and impressions whose
// pooled rate is 25/6500, and the mean of whose rates is not.
func TestWeightedMeanIsThePooledRate(t *testing.T) {
	rows := [][2]int64{{10, 1000}, {5, 5000}, {10, 500}}
	var pooled, plain []kpi.Weighted
	for _, row := range rows {
		pooled = append(pooled, kpi.Weighted{Value: fraction(row[0], row[1]), Weight: fraction(row[1], 1)})
		plain = append(plain, kpi.Weighted{Value: fraction(row[0], row[1]), Weight: value("1")})
	}
	mean, absence := kpi.WeightedMean(pooled...)
	require.Empty(t, absence)
	assert.Equal(t, "0.003846153846153846", mean.String())
	mean, absence = kpi.WeightedMean(plain...)
	require.Empty(t, absence)
	assert.Equal(t, "0.010333333333333333", mean.String())
}

// TestWeightedMean compares with sums of big.Rat, of decimals and quotients.
func TestWeightedMean(t *testing.T) {
	random := rand.New(rand.NewPCG(25, 26))
	for range 500 {
		parts := make([]kpi.Weighted, 1+random.IntN(8))
		sum, weights := new(big.Rat), new(big.Rat)
		for i := range parts {
			v := big.NewRat(random.Int64N(2000)-1000, []int64{1, 100, 12, 1 + random.Int64N(50)}[random.IntN(4)])
			w := big.NewRat(random.Int64N(100), []int64{1, 10, 7}[random.IntN(3)])
			parts[i] = kpi.Weighted{Value: kpi.QuotientOf(v, big.NewRat(1, 1)), Weight: kpi.QuotientOf(w, big.NewRat(1, 1))}
			sum.Add(sum, v.Mul(v, w))
			weights.Add(weights, w)
		}
		got, absence := kpi.WeightedMean(parts...)
		if weights.Sign() == 0 {
			assertAbsent(t, kpi.ZeroDenominator, got, absence)
			continue
		}
		require.Empty(t, absence)
		require.Zero(t, got.Rat().Cmp(sum.Quo(sum, weights)))
	}
}

func TestWeightedMeanEdges(t *testing.T) {
	w := func(v, weight string) kpi.Weighted { return kpi.Weighted{Value: value(v), Weight: value(weight)} }
	tests := []struct {
		name    string
		parts   []kpi.Weighted
		want    string
		absence kpi.Absence
	}{
		{"none", nil, "unknown", kpi.ZeroDenominator},
		{"one", []kpi.Weighted{w("5", "0.1")}, "5", ""},
		{"all equal", []kpi.Weighted{w("5", "1"), w("5", "7")}, "5", ""},
		{"a weight of 0", []kpi.Weighted{w("5", "1"), w("100", "0")}, "5", ""},
		{"weights of 0", []kpi.Weighted{w("5", "0"), w("100", "0")}, "unknown", kpi.ZeroDenominator},
		{"weights that cancel out", []kpi.Weighted{w("5", "2"), w("100", "-2")}, "unknown", kpi.ZeroDenominator},
		{"a negative weight", []kpi.Weighted{w("5", "3"), w("6", "-1")}, "4.5", ""},
		{"an unknown value", []kpi.Weighted{w("5", "1"), w("x", "1")}, "unknown", kpi.UnknownInput},
		{"an unknown weight", []kpi.Weighted{w("5", "1"), w("1", "x")}, "unknown", kpi.UnknownInput},
		{"an unknown value of no weight", []kpi.Weighted{w("5", "1"), w("x", "0")}, "unknown", kpi.UnknownInput},
		{"too long", []kpi.Weighted{w("5", "1"), {Value: tooLong(), Weight: value("1")}}, "unknown", kpi.TooManyDigits},
		{"too heavy", []kpi.Weighted{w("5", "1"), {Value: value("0"), Weight: tooLong()}}, "unknown", kpi.TooManyDigits},
		{"too long and unknown", []kpi.Weighted{{Value: tooLong(), Weight: value("1")}, w("x", "1")}, "unknown", kpi.UnknownInput},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, absence := kpi.WeightedMean(test.parts...)
			assert.Equal(t, test.want, got.String())
			assert.Equal(t, test.absence, absence)
		})
	}
}

// TestSumsOfDecimalsStayShort: they have a common denominator.
func TestSumsOfDecimalsStayShort(t *testing.T) {
	parts := slices.Repeat([]kpi.Weighted{{Value: value("0.03"), Weight: value("0.5")}}, 50_000)
	got, absence := kpi.WeightedMean(parts...)
	require.Empty(t, absence)
	assert.Equal(t, "0.03", got.String())
}

// TestSumsOfManyEnd: a hundred thousand quotients without a common denominator
// are given up before they take minutes.
func TestSumsOfManyEnd(t *testing.T) {
	parts := make([]kpi.Weighted, 100_000)
	for i := range parts {
		parts[i] = kpi.Weighted{Value: fraction(1, 1e15+int64(i)), Weight: value("1")}
	}
	got, absence := kpi.WeightedMean(parts...)
	assertAbsent(t, kpi.TooManyDigits, got, absence)
}
