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

func ExampleCompound() {
	growth, _ := kpi.Compound(kpi.ValueOf(kpi.Num("0.1")), kpi.ValueOf(kpi.Num("-0.1")))
	fmt.Println(growth)
	// Output:
	// -0.01
}

func ExampleCompoundLoss() {
	churn := kpi.ValueOf(kpi.Num("0.05"))
	quarter, _ := kpi.CompoundLoss(churn, churn, churn)
	fmt.Println(quarter)
	// Output:
	// 0.142625
}

func ExampleGrowth() {
	instagram := kpi.EndPoints{Start: kpi.ValueOf(kpi.Int(1000)), End: kpi.ValueOf(kpi.Int(1200))}
	tiktok := kpi.EndPoints{Start: kpi.ValueOf(kpi.Int(100)), End: kpi.ValueOf(kpi.Int(175))}
	growth, _ := kpi.Growth(instagram, tiktok) // of 20 % and 75 %
	fmt.Println(growth)
	// Output:
	// 0.25
}

// pageLikes are the followers of a brand's page at the ends of twelve months, of
// the data set by Moro, Rita and Vala (2016).
var pageLikes = []int64{86909, 93684, 104070, 115893, 121540, 126424, 131808, 133679, 135700, 137059, 138353, 139441}

// TestCompoundOfPageLikes: growth month by month leads from the first to the last.
func TestCompoundOfPageLikes(t *testing.T) {
	var rates, losses []kpi.Value
	for i := 1; i < len(pageLikes); i++ {
		rates = append(rates, fraction(pageLikes[i]-pageLikes[i-1], pageLikes[i-1]))
		losses = append(losses, fraction(pageLikes[i-1]-pageLikes[i], pageLikes[i-1]))
	}
	growth, absence := kpi.Compound(rates...)
	require.Empty(t, absence)
	assert.True(t, growth.Equal(fraction(139441-86909, 86909)), growth)
	loss, absence := kpi.CompoundLoss(losses...)
	require.Empty(t, absence)
	assert.True(t, loss.Equal(fraction(86909-139441, 86909)), loss)
}

func TestCompoundEdges(t *testing.T) {
	tests := []struct {
		name         string
		rates        []kpi.Value
		growth, loss string
	}{
		{"no periods", nil, "0", "0"},
		{"one", []kpi.Value{value("0.1")}, "0.1", "0.1"},
		{"nothing", []kpi.Value{value("0"), value("0")}, "0", "0"},
		{"all lost", []kpi.Value{value("1"), value("0.3")}, "1.6", "1"},
		{"nothing left", []kpi.Value{value("-1"), value("0.3")}, "-1", "-0.4"},
		{"below nothing", []kpi.Value{value("-3"), value("-3")}, "3", "-15"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			growth, absence := kpi.Compound(test.rates...)
			assert.Empty(t, absence)
			assert.Equal(t, test.growth, growth.String())
			loss, absence := kpi.CompoundLoss(test.rates...)
			assert.Empty(t, absence)
			assert.Equal(t, test.loss, loss.String())
		})
	}
	for _, rates := range [][]kpi.Value{{unknown}, {value("0.1"), unknown}, {unknown, tooLong()}, {tooLong(), unknown}} {
		growth, absence := kpi.Compound(rates...)
		assertAbsent(t, kpi.UnknownInput, growth, absence)
		loss, absence := kpi.CompoundLoss(rates...)
		assertAbsent(t, kpi.UnknownInput, loss, absence)
	}
}

// TestCompoundOfManyEnds: five years of daily quotients have an answer, and
// a million rates do not take for ever.
func TestCompoundOfManyEnds(t *testing.T) {
	days := make([]kpi.Value, 5*366)
	for i := range days {
		days[i] = fraction(int64(i%7-3), 1_000_000_007)
	}
	_, absence := kpi.Compound(days...)
	assert.Empty(t, absence)
	growth, absence := kpi.Compound(slices.Repeat([]kpi.Value{value("0.0123456789")}, 1_000_000)...)
	assertAbsent(t, kpi.TooManyDigits, growth, absence)
}

// TestGrowth compares with sums of integers.
func TestGrowth(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	for range 500 {
		var starts, ends int64
		series := make([]kpi.EndPoints, 1+random.IntN(6))
		for i := range series {
			start, end := random.Int64N(2000)-300, random.Int64N(2000)-300
			starts, ends = starts+start, ends+end
			series[i] = kpi.EndPoints{Start: value(fmt.Sprint(start)), End: value(fmt.Sprint(end))}
		}
		got, absence := kpi.Growth(series...)
		if starts == 0 {
			assertAbsent(t, kpi.ZeroDenominator, got, absence)
			continue
		}
		require.Empty(t, absence)
		require.Zero(t, got.Rat().Cmp(big.NewRat(ends-starts, max(starts, -starts))))
	}
}

func TestGrowthEdges(t *testing.T) {
	got, absence := kpi.Growth()
	assertAbsent(t, kpi.ZeroDenominator, got, absence)
	one := kpi.EndPoints{Start: value("1"), End: value("2")}
	for _, unknowns := range []kpi.EndPoints{{}, {Start: one.Start}, {End: one.End}} {
		got, absence = kpi.Growth(one, unknowns)
		assertAbsent(t, kpi.UnknownInput, got, absence)
	}
	got, absence = kpi.Growth(one, kpi.EndPoints{Start: tooLong(), End: value("1")})
	assertAbsent(t, kpi.TooManyDigits, got, absence)
}
