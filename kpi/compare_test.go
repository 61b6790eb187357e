package kpi_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func ExampleRelativeChange() {
	change, _ := kpi.RelativeChange(kpi.ValueOf(kpi.Int(5000)), kpi.ValueOf(kpi.Int(5500)))
	fmt.Println(change)
	_, why := kpi.RelativeChange(kpi.ValueOf(kpi.Int(0)), kpi.ValueOf(kpi.Int(5500)))
	fmt.Println(why)
	// Output:
	// 0.1
	// the denominator is 0
}

func ExampleAbsoluteChange() {
	points, _ := kpi.AbsoluteChange(kpi.ValueOf(kpi.Num("0.020")), kpi.ValueOf(kpi.Num("0.022")))
	fmt.Println(points)
	// Output:
	// 0.002
}

func ExamplePerDay() {
	leads := kpi.ValueOf(kpi.Int(868))
	for _, month := range []string{"2026-02", "2026-03"} {
		p, _ := kpi.ParsePeriod(month, time.UTC)
		daily, _ := kpi.PerDay(leads, p)
		fmt.Println(month, daily)
	}
	// Output:
	// 2026-02 31
	// 2026-03 28
}

func value(text string) kpi.Value { return kpi.ValueOf(kpi.Num(text)) }

func fraction(n, d int64) kpi.Value { return kpi.QuotientOf(big.NewRat(n, 1), big.NewRat(d, 1)) }

// unknown is a value that nobody knows.
var unknown kpi.Value

// assertAbsent wants an unknown value, because of want.
func assertAbsent(t *testing.T, want kpi.Absence, got kpi.Value, absence kpi.Absence) {
	t.Helper()
	assert.False(t, got.Known())
	assert.Equal(t, want, absence)
}

// tooLong is a value of more digits than anything is added to.
func tooLong() kpi.Value {
	digits := new(big.Int).Lsh(big.NewInt(1), 1<<19)
	return kpi.QuotientOf(new(big.Rat).SetInt(digits), big.NewRat(1, 1))
}

func TestChanges(t *testing.T) {
	tests := []struct{ from, to, absolute, relative string }{
		{"100", "110", "10", "0.1"},
		{"110", "100", "-10", "-0.090909090909090909"},
		{"0.020", "0.022", "0.002", "0.1"},
		{"3", "3", "0", "0"},
		{"3", "0", "-3", "-1"},
		{"-10", "-5", "5", "0.5"},
		{"-10", "5", "15", "1.5"},
		{"5", "-10", "-15", "-3"},
		{"0", "5", "5", ""},
		{"0", "0", "0", ""},
		{"1e-30", "1e39", "", ""},
	}
	for _, test := range tests {
		from, to := value(test.from), value(test.to)
		absolute, absence := kpi.AbsoluteChange(from, to)
		require.Empty(t, absence)
		relative, absence := kpi.RelativeChange(from, to)
		switch {
		case test.absolute == "": // 1e69 - 1, and no digit lost
			want := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(69), nil))
			assert.Zero(t, relative.Rat().Cmp(want.Sub(want, big.NewRat(1, 1))))
			continue
		case test.relative == "":
			assertAbsent(t, kpi.ZeroDenominator, relative, absence)
		default:
			require.Empty(t, absence)
			assert.Equal(t, test.relative, relative.String(), "%s to %s", test.from, test.to)
		}
		assert.Equal(t, test.absolute, absolute.String(), "%s to %s", test.from, test.to)
	}
}

// TestRelativeChangeBack: what grew by g has to shrink by g / (1 + g).
func TestRelativeChangeBack(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	for range 1000 {
		from, to := fraction(1+random.Int64N(1e9), 1+random.Int64N(1e9)), fraction(1+random.Int64N(1e9), 1+random.Int64N(1e9))
		there, _ := kpi.RelativeChange(from, to)
		back, _ := kpi.RelativeChange(to, from)
		both, absence := kpi.Compound(there, back)
		require.Empty(t, absence)
		require.Zero(t, both.Rat().Sign())
	}
}

func TestChangesOfTheUnknown(t *testing.T) {
	known := value("1")
	for _, pair := range [][2]kpi.Value{{unknown, known}, {known, unknown}, {unknown, unknown}, {value("x"), known}, {value("0"), unknown}} {
		got, absence := kpi.AbsoluteChange(pair[0], pair[1])
		assertAbsent(t, kpi.UnknownInput, got, absence)
		got, absence = kpi.RelativeChange(pair[0], pair[1])
		assertAbsent(t, kpi.UnknownInput, got, absence)
	}
	got, absence := kpi.AbsoluteChange(known, tooLong())
	assertAbsent(t, kpi.TooManyDigits, got, absence)
	got, absence = kpi.RelativeChange(tooLong(), known)
	assertAbsent(t, kpi.TooManyDigits, got, absence)
}

func TestChangesLeaveTheirValues(t *testing.T) {
	from, to := fraction(-1, 3), fraction(2, 7)
	_, _ = kpi.AbsoluteChange(from, to)
	_, _ = kpi.RelativeChange(from, to)
	_, _ = kpi.WeightedMean(kpi.Weighted{Value: from, Weight: to})
	_, _ = kpi.Compound(from, to)
	_, _ = kpi.MixAndRate([]kpi.Segment{{From: kpi.Rate{Numerator: from, Denominator: to}, To: kpi.Rate{Numerator: to, Denominator: from}}})
	assert.True(t, from.Equal(fraction(-1, 3)))
	assert.True(t, to.Equal(fraction(2, 7)))
}

func TestPerDay(t *testing.T) {
	tests := []struct{ zone, period, value, want string }{
		{"UTC", "2026-02", "56", "2"},
		{"UTC", "2024-02", "58", "2"},
		{"UTC", "2026", "730", "2"},
		{"UTC", "2026-03-05", "-7.5", "-7.5"},
		{"UTC", "2026-03-01/2026-03-03", "1", "0.333333333333333333"},
		{"Europe/Berlin", "2026-03", "62", "2"},     // 743 hours
		{"Europe/Berlin", "2026-03-29", "23", "23"}, // 23 hours
		{"UTC", "2026-03-05T00:00:00Z/2026-03-05T06:00:00Z", "3", "12"},
		{"Europe/Berlin", "2026-03-28T12:00:00+01:00/2026-03-29T12:00:00+02:00", "23", "24"},
		{"UTC", "0000-01-01/9999-12-31", "3652425", "1"}, // 25 cycles of 146097 days
	}
	for _, test := range tests {
		got, absence := kpi.PerDay(value(test.value), period(t, test.period, load(t, test.zone)))
		require.Empty(t, absence)
		assert.Equal(t, test.want, got.String(), test.period)
	}
}

func TestPerDayEdges(t *testing.T) {
	day := period(t, "2026-03-05", time.UTC)
	got, absence := kpi.PerDay(unknown, day)
	assertAbsent(t, kpi.UnknownInput, got, absence)
	for _, empty := range []kpi.Period{{}, {Start: day.End, End: day.Start}, {Start: day.End, End: time.Unix(-1<<60, 0)}} {
		got, absence = kpi.PerDay(value("1"), empty)
		assertAbsent(t, kpi.ZeroDenominator, got, absence)
	}
	ages := kpi.Period{Start: time.Unix(-86400<<40, 0), End: time.Unix(86400<<40, 0)}
	got, absence = kpi.PerDay(value("1"), ages)
	require.Empty(t, absence)
	assert.Zero(t, got.Rat().Cmp(big.NewRat(1, 1<<41)))
}
