package kpi_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleMixAndRate() {
	rate := func(clicks, impressions int64) kpi.Rate {
		return kpi.Rate{Numerator: kpi.ValueOf(kpi.Int(clicks)), Denominator: kpi.ValueOf(kpi.Int(impressions))}
	}
	// Both channels do better, and yet the click rate falls from 2.6 % to 2 %:
	// more of the impressions come from the weaker one.
	effects, _ := kpi.MixAndRate([]kpi.Segment{
		{From: rate(240, 8000), To: rate(128, 4000)},
		{From: rate(20, 2000), To: rate(72, 6000)},
	})
	for _, e := range effects {
		fmt.Println(e.Rate, e.Mix)
	}
	// Output:
	// 0.0012 -0.0124
	// 0.0008 0.0044
}

func rate(n, d int64) kpi.Rate {
	return kpi.Rate{Numerator: value(fmt.Sprint(n)), Denominator: value(fmt.Sprint(d))}
}

// totals returns the sums of the effects of rates and of the mix.
func totals(effects []kpi.Effect) (rate, mix *big.Rat) {
	rate, mix = new(big.Rat), new(big.Rat)
	for _, e := range effects {
		rate.Add(rate, e.Rate.Rat())
		mix.Add(mix, e.Mix.Rat())
	}
	return rate, mix
}

// TestMixAndRatePublished is example 5.3 of P. Das Gupta, "Standardization and
// Decomposition of Rates: A User's Manual" (1993): deaths per 1,000 in the United
// States by race and age, in 1970 and 1985. Held to the mean of both structures
// the rates give 10.258 and 8.030; the structure by age gives 8.385 and 9.907,
// that by race 9.136 and 9.156.
func TestMixAndRatePublished(t *testing.T) {
	sizes := [2][]int64{{
		2968, 11484, 34614, 30992, 21983, 20314, 20928, 16897, 11339, 5720, 1315,
		535, 2162, 6120, 4781, 3096, 2718, 2363, 1767, 1149, 448, 117,
	}, {
		3041, 11577, 27450, 32711, 35480, 27411, 19555, 19795, 15254, 8022, 2472,
		707, 2692, 6473, 6841, 6547, 4352, 3034, 2540, 1749, 804, 236,
	}}
	rates := [2][]int64{{ // in millionths
		18469, 751, 391, 1146, 1287, 2672, 6636, 15691, 34723, 79763, 176837,
		36993, 1352, 541, 2040, 3523, 6746, 12967, 24471, 45091, 74902, 123205,
	}, {
		9163, 462, 248, 929, 1084, 1810, 4715, 12187, 27728, 64068, 157570,
		17208, 738, 328, 1103, 2045, 3724, 8052, 17812, 34128, 68276, 125161,
	}}
	segments := make([]kpi.Segment, len(sizes[0]))
	for i := range segments {
		segments[i].From = rate(sizes[0][i]*rates[0][i], 1000*sizes[0][i])
		segments[i].To = rate(sizes[1][i]*rates[1][i], 1000*sizes[1][i])
	}
	effects, absence := kpi.MixAndRate(segments)
	require.Empty(t, absence)
	rate, mix := totals(effects)
	assert.Equal(t, "-2.228", rate.FloatString(3)) // 8.030 - 10.258
	assert.Equal(t, "1.542", mix.FloatString(3))   // 9.907 - 8.385 + 9.156 - 9.136
}

// TestMixAndRateAddsUp compares the sum of all effects with the change of the
// pooled rate, and each of them with the formula in integers: over the common
// denominator 2 D0 D1 d0 d1, D being the sums of the denominators d.
func TestMixAndRateAddsUp(t *testing.T) {
	random := rand.New(rand.NewPCG(23, 24))
	for range 500 {
		segments := make([]kpi.Segment, 1+random.IntN(6))
		counts := make([][4]int64, len(segments)) // n0, d0, n1, d1
		var sums [4]int64
		for i := range segments {
			for k := range counts[i] {
				counts[i][k] = max(random.Int64N(120)-20, 0) // 0 now and then
				sums[k] += counts[i][k]
			}
			c := counts[i]
			segments[i] = kpi.Segment{From: rate(c[0], c[1]), To: rate(c[2], c[3])}
		}
		effects, absence := kpi.MixAndRate(segments)
		if sums[1] == 0 || sums[3] == 0 {
			require.Equal(t, kpi.ZeroDenominator, absence)
			require.Nil(t, effects)
			continue
		}
		require.Empty(t, absence)
		rateSum, mixSum := totals(effects)
		change := new(big.Rat).Sub(big.NewRat(sums[2], sums[3]), big.NewRat(sums[0], sums[1]))
		require.Zero(t, rateSum.Add(rateSum, mixSum).Cmp(change))
		for i, c := range counts {
			wantRate, wantMix := effectInIntegers(c, sums[1], sums[3])
			require.Zero(t, effects[i].Rate.Rat().Cmp(wantRate), segments[i])
			require.Zero(t, effects[i].Mix.Rat().Cmp(wantMix), segments[i])
		}
	}
}

// effectInIntegers is the formula for the counts n0, d0, n1, d1 of a segment
// where the denominators add up to all0 and all1.
func effectInIntegers(c [4]int64, all0, all1 int64) (rate, mix *big.Rat) {
	n0, d0, n1, d1 := c[0], c[1], c[2], c[3]
	if d0 == 0 || d1 == 0 {
		return new(big.Rat), big.NewRat(n1*all0-n0*all1, all0*all1)
	}
	below := 2 * all0 * all1 * d0 * d1
	return big.NewRat((d0*all1+d1*all0)*(n1*d0-n0*d1), below), big.NewRat((n0*d1+n1*d0)*(d1*all0-d0*all1), below)
}

// TestMixAndRateOfNewSegments: what is added or given up is mix, by the rate
// that it has on the other side.
func TestMixAndRateOfNewSegments(t *testing.T) {
	effects, absence := kpi.MixAndRate([]kpi.Segment{
		{From: rate(30, 1000), To: rate(30, 1000)},
		{From: rate(0, 0), To: rate(10, 1000)}, // half of all, at 1 %
	})
	require.Empty(t, absence)
	assert.Equal(t, "0", effects[0].Rate.String())
	assert.Equal(t, "-0.015", effects[0].Mix.String()) // 3 % of half of all
	assert.Equal(t, "0", effects[1].Rate.String())
	assert.Equal(t, "0.005", effects[1].Mix.String())
}

func TestMixAndRateEdges(t *testing.T) {
	good := kpi.Segment{From: rate(1, 2), To: rate(2, 3)}
	tests := []struct {
		name     string
		segments []kpi.Segment
		want     kpi.Absence
	}{
		{"none", nil, kpi.ZeroDenominator},
		{"nothing before", []kpi.Segment{{From: rate(0, 0), To: rate(1, 2)}}, kpi.ZeroDenominator},
		{"nothing after", []kpi.Segment{{From: rate(1, 2), To: rate(1, 0)}}, kpi.ZeroDenominator},
		{"denominators that cancel out", []kpi.Segment{good, {From: rate(1, -2), To: rate(1, 2)}}, kpi.ZeroDenominator},
		{"unknown", []kpi.Segment{good, {}}, kpi.UnknownInput},
		{"unknown numerator", []kpi.Segment{good, {From: rate(1, 2), To: kpi.Rate{Denominator: value("1")}}}, kpi.UnknownInput},
		{"too long", []kpi.Segment{{From: kpi.Rate{Numerator: value("1"), Denominator: tooLong()}, To: rate(1, 2)}}, kpi.TooManyDigits},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			effects, absence := kpi.MixAndRate(test.segments)
			assert.Nil(t, effects)
			assert.Equal(t, test.want, absence)
		})
	}
	// A thousand denominators without a common one, each repeated in all effects.
	many := make([]kpi.Segment, 1000)
	for i := range many {
		odd := kpi.Rate{Numerator: value("1"), Denominator: fraction(1, 1e15+int64(i))}
		many[i] = kpi.Segment{From: odd, To: odd}
	}
	_, absence := kpi.MixAndRate(many)
	assert.Equal(t, kpi.TooManyDigits, absence)

	effects, absence := kpi.MixAndRate([]kpi.Segment{good})
	require.Empty(t, absence)
	assert.True(t, effects[0].Rate.Equal(fraction(1, 6)))
	assert.True(t, effects[0].Mix.Equal(value("0")))
}
