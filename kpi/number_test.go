package kpi_test

import (
	"encoding/json"
	"math"
	"math/big"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// num returns the number that text spells, which must be one.
func num(t testing.TB, text string) kpi.Number {
	t.Helper()
	n := kpi.Num(text)
	require.NoError(t, n.Err())
	require.True(t, n.Given())
	return n
}

func TestNum(t *testing.T) {
	nines, zeros := strings.Repeat("9", 40), strings.Repeat("0", 40)
	tests := []struct{ text, want string }{
		{"0", "0"},
		{"-0", "0"},
		{"0.000", "0"},
		{"0e5000000", "0"},
		{"-0E-99999999999999999999", "0"},
		{"7", "7"},
		{"-3", "-3"},
		{"0.025", "0.025"},
		{"1.50", "1.5"},
		{"100", "100"},
		{"1e6", "1000000"},
		{"1E+2", "100"},
		{"12.5e1", "125"},
		{"12.5e-3", "0.0125"},
		{"9223372036854775807", "9223372036854775807"},
		{"-9223372036854775808", "-9223372036854775808"},
		{"9223372036854775808", "9223372036854775808"},
		{nines, nines},
		{"-" + nines, "-" + nines},
		{"0." + strings.Repeat("0", 29) + "1", "0." + strings.Repeat("0", 29) + "1"},
		{"1e-30", "0." + strings.Repeat("0", 29) + "1"},
		{"1e40", "1" + zeros},
		{"1" + zeros, "1" + zeros},
		{"1" + zeros + ".0000", "1" + zeros},
		{"1234567890.123456789012345678901234567891", "1234567890.123456789012345678901234567891"}, // 40 digits, 30 places
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			n := num(t, test.text)
			assert.Equal(t, test.want, n.String())
			want, ok := new(big.Rat).SetString(test.want)
			require.True(t, ok)
			assert.Equal(t, want.RatString(), n.Rat().RatString())
			assert.Equal(t, want.Sign(), n.Sign())
			assert.True(t, n.Decimal().Equal(decimal.RequireFromString(test.want)), "%s", n.Decimal())
			assert.True(t, n.Equal(num(t, test.want)))
			assert.True(t, n.Equal(kpi.NumberOf(n.Decimal())))
		})
	}
}

func TestNumRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "+1", "01", "-01", "00", "1.", ".5", "1e", "1e+", "1e1.5", "0x10", "1_000", "1,5",
		" 1", "1 ", "1\n", "--1", "1-", "1e--1", "NaN", "nan", "Inf", "-Infinity", "∞", "١", "１", "1e1e1", "1/2", "10%",
		"1e41", "1e-31", "10e40", "0.1e-30", "1e5000000", "1e-5000000", "-1e99999999999999999999",
		strings.Repeat("9", 41),                      // 41 digits
		"1" + strings.Repeat("0", 41),                // beyond 1e40
		"1.1" + strings.Repeat("0", 63),              // right, but longer than 64 bytes
		strings.Repeat("1", 100_000),                 //
		"1" + strings.Repeat("0", 39) + ".000000001", // 49 digits
	} {
		n := kpi.Num(text)
		assert.True(t, n.Given(), "%.70q", text)
		require.ErrorIs(t, n.Err(), kpi.ErrNumber, "%.70q", text)
		assert.Less(t, len(n.Err().Error()), 300, "the message quotes little")
		assert.Less(t, len(n.String()), 70, "the fault keeps little")
		assert.Zero(t, n.Sign())
		assert.True(t, n.Decimal().IsZero())
		assert.Zero(t, n.Rat().Sign())
	}
}

func TestZeroNumber(t *testing.T) {
	var zero kpi.Number
	assert.False(t, zero.Given())
	require.NoError(t, zero.Err())
	assert.Empty(t, zero.String())
	assert.Zero(t, zero.Sign())
	assert.Zero(t, zero.Rat().Sign())
	assert.False(t, zero.Equal(kpi.Int(0)), "not given differs from a given 0")
	assert.True(t, zero.Equal(kpi.Number{}))
	assert.Zero(t, zero.Cmp(kpi.Int(0)))
}

func TestNumberEqual(t *testing.T) {
	assert.True(t, kpi.Num("1.50").Equal(kpi.Num("1.5")))
	assert.True(t, kpi.Num("1e2").Equal(kpi.Int(100)))
	assert.True(t, kpi.Num("x").Equal(kpi.Num("x")))
	assert.False(t, kpi.Num("x").Equal(kpi.Num("y")))
	assert.False(t, kpi.Num("x").Equal(kpi.Int(0)))
	assert.False(t, kpi.Num("x").Equal(kpi.Number{}))
	assert.False(t, kpi.Int(1).Equal(kpi.Int(2)))
}

func TestInt(t *testing.T) {
	for _, n := range []int64{0, 1, -1, math.MaxInt64, math.MinInt64} {
		assert.Zero(t, kpi.Int(n).Rat().Cmp(new(big.Rat).SetInt64(n)))
	}
}

func TestNumberOf(t *testing.T) {
	assert.True(t, kpi.NumberOf(decimal.RequireFromString("-12.50")).Equal(kpi.Num("-12.5")))
	assert.True(t, kpi.NumberOf(decimal.New(0, math.MaxInt32)).Equal(kpi.Int(0)))
	assert.True(t, kpi.NumberOf(decimal.New(3, 2)).Equal(kpi.Int(300)))
	for _, d := range []decimal.Decimal{
		decimal.New(1, 5_000_000), decimal.New(1, -5_000_000), decimal.New(1, math.MaxInt32), decimal.New(1, math.MinInt32),
		decimal.New(1, 41), decimal.New(1, -31), decimal.NewFromBigInt(new(big.Int).Lsh(big.NewInt(1), 1_000_000), 0),
	} {
		n := kpi.NumberOf(d)
		require.ErrorIs(t, n.Err(), kpi.ErrNumber)
		assert.True(t, n.Given())
	}
}

// TestNumberArithmetic checks sums, differences and comparisons against math/big,
// around the place where a coefficient stops to fit an int64.
func TestNumberArithmetic(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	edges := []string{
		"0", "1", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-9223372036854775809",
		"0.000000000000000000000000000001", "-1e40", "9e40", "922337203685477580.7", "0.1", "-0.3", "1e18", "1e19", "-0.5e-18",
	}
	for range 300 {
		edges = append(edges, randomNumber(random))
	}
	for range 20_000 {
		x, y := edges[random.IntN(len(edges))], edges[random.IntN(len(edges))]
		a, b := num(t, x), num(t, y)
		wantSum := new(big.Rat).Add(a.Rat(), b.Rat())
		wantDifference := new(big.Rat).Sub(a.Rat(), b.Rat())
		require.Zero(t, wantSum.Cmp(a.Add(b).Rat()), "%s + %s", x, y)
		require.Zero(t, wantDifference.Cmp(a.Sub(b).Rat()), "%s - %s", x, y)
		require.Equal(t, a.Rat().Cmp(b.Rat()), a.Cmp(b), "%s <=> %s", x, y)
		require.Equal(t, a.Rat().Sign(), a.Sign())
	}
}

// randomNumber returns text of a number with up to 40 digits.
func randomNumber(random *rand.Rand) string {
	digits := make([]byte, 1+random.IntN(39))
	for i := range digits {
		digits[i] = byte('0' + random.IntN(10))
	}
	digits[0] = byte('1' + random.IntN(9))
	text := string(digits)
	if point := random.IntN(len(text)); point > 0 && len(text)-point <= 30 {
		text = text[:point] + "." + text[point:]
	}
	if random.IntN(2) == 0 {
		return "-" + text
	}
	return text
}

func TestNumberSumsLeaveTheLimits(t *testing.T) {
	sum := kpi.Int(0)
	for range 100 {
		sum = sum.Add(kpi.Num("9e40")).Add(kpi.Num("1e-30"))
	}
	// 100 × 9e40 = 9e42 and 100 × 1e-30 = 1e-28
	want := "9" + strings.Repeat("0", 42) + "." + strings.Repeat("0", 27) + "1"
	assert.Equal(t, want, sum.String())
	require.NoError(t, sum.Err())
}

func TestNumberScaled(t *testing.T) {
	c, places, ok := kpi.Num("-1.250").Scaled()
	assert.Equal(t, int64(-125), c)
	assert.Equal(t, 2, places)
	assert.True(t, ok)

	c, places, ok = kpi.Num("3e2").Scaled()
	assert.Equal(t, int64(300), c)
	assert.Zero(t, places)
	assert.True(t, ok)

	_, _, ok = kpi.Num("9223372036854775808").Scaled()
	assert.False(t, ok)
}

func TestNumberRatIsACopy(t *testing.T) {
	for _, text := range []string{"2.5", "123456789012345678901234567890"} {
		n := num(t, text)
		n.Rat().SetInt64(7)
		n.Rat().Num().SetInt64(7)
		assert.Equal(t, text, n.String())
	}
}

func TestNumberJSON(t *testing.T) {
	tests := []struct{ in, out string }{
		{`"0.50"`, `"0.5"`},
		{`0.50`, `"0.5"`},
		{`-1E2`, `"-100"`},
		{`"1\u0030"`, `"10"`},
		{`12345678901234567890.123456789`, `"12345678901234567890.123456789"`}, // no float in between
		{`"NaN"`, `"NaN"`},
		{`""`, `""`},
		{`1e5000000`, `"1e5000000"`},
	}
	for _, test := range tests {
		var n kpi.Number
		require.NoError(t, json.Unmarshal([]byte(test.in), &n), test.in)
		out, err := json.Marshal(n)
		require.NoError(t, err)
		assert.Equal(t, test.out, string(out), test.in)

		var again kpi.Number
		require.NoError(t, json.Unmarshal(out, &again))
		assert.True(t, n.Equal(again))
	}
	for _, in := range []string{`null`, `true`, `{}`, `[1]`} {
		n := kpi.Int(5)
		require.Error(t, n.UnmarshalJSON([]byte(in)), in)
		assert.True(t, n.Equal(kpi.Int(5)), "the receiver is left alone")
	}
}

func TestNumberOmitzero(t *testing.T) {
	var v struct {
		Absent kpi.Number `json:"absent,omitzero"`
		Zero   kpi.Number `json:"zero,omitzero"`
		Faulty kpi.Number `json:"faulty,omitzero"`
	}
	v.Zero, v.Faulty = kpi.Int(0), kpi.Num("")
	out, err := json.Marshal(v)
	require.NoError(t, err)
	assert.JSONEq(t, `{"zero": "0", "faulty": ""}`, string(out))
}

func TestHostileNumbersCostLittle(t *testing.T) {
	huge := strings.Repeat("9", 100_000)
	for _, text := range []string{"1e5000000", "1e-5000000", huge, "0." + huge, "1e" + huge} {
		allocations := testing.AllocsPerRun(10, func() { _ = kpi.Num(text) })
		assert.Less(t, allocations, 30.0, "%.20s", text)
	}
}

// grammar is the number of RFC 8259.
var grammar = regexp.MustCompile(`^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$`)

// enters reports whether text may enter as a number, by the words of the
// documentation: at most 64 bytes, the grammar, and, trailing zeros aside, at
// most 40 digits between the places 1e-30 and 1e40.
func enters(text string) bool {
	m := grammar.FindStringSubmatch(text)
	if m == nil || len(text) > 64 {
		return false
	}
	digits := strings.TrimLeft(m[2]+m[3], "0")
	kept := strings.TrimRight(digits, "0")
	if kept == "" {
		return true
	}
	exponent := new(big.Int)
	if m[4] != "" {
		exponent.SetString(strings.TrimPrefix(m[4], "+"), 10)
	}
	lowest := new(big.Int).Add(exponent, big.NewInt(int64(len(digits)-len(kept)-len(m[3]))))
	highest := new(big.Int).Add(lowest, big.NewInt(int64(len(kept)-1)))
	return len(kept) <= 40 && lowest.Cmp(big.NewInt(-30)) >= 0 && highest.Cmp(big.NewInt(40)) <= 0
}

func FuzzNum(f *testing.F) {
	for _, text := range []string{
		"0", "-0", "1.50", "1e40", "1e41", "1e-30", "1e-31", "0e9999999999999999999", "NaN", "0x1p4", "01", "+1", "1_0",
		"1234567890.123456789012345678901234567891", "99999999999999999999999999999999999999999", "9223372036854775808", "1e5000000",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := kpi.Num(text)
		require.True(t, n.Given())
		require.Equal(t, enters(text), n.Err() == nil, "%q", text)
		if n.Err() != nil {
			require.True(t, n.Equal(kpi.Num(n.String())), "a faulty number survives being written")
			return
		}
		want := new(big.Rat)
		if num(t, text).Sign() != 0 { // big.Rat would expand 0e9999999
			var ok bool
			want, ok = want.SetString(text)
			require.True(t, ok)
		}
		require.Zero(t, want.Cmp(n.Rat()), "%q", text)
		require.NotContains(t, n.String(), "e")
		back := num(t, n.String())
		require.True(t, back.Equal(n))
		require.Equal(t, n.String(), back.String())
	})
}
