package kpi_test

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

// one18 is the number of units in 1.
const one18 = 1_000_000_000_000_000_000

// ratio returns the figure that text spells.
func ratio(t testing.TB, text string) kpi.Ratio {
	t.Helper()
	return kpi.RatioOf(num(t, text))
}

// rounded is the rule of Ratio written the slow way: to 18 places, half to
// even, but what is not exactly 0 or 1 does not become 0 or 1.
func rounded(x *big.Rat) *big.Int {
	scaled := new(big.Rat).Mul(x, new(big.Rat).SetInt64(one18))
	floor := new(big.Int).Div(scaled.Num(), scaled.Denom()) // Euclidean: the denominator is positive
	rest := scaled.Sub(scaled, new(big.Rat).SetInt(floor))
	if rest.Sign() == 0 {
		return floor
	}
	ceil := new(big.Int).Add(floor, big.NewInt(1))
	near, far := floor, ceil
	switch rest.Cmp(big.NewRat(1, 2)) {
	case 1:
		near, far = ceil, floor
	case 0:
		if floor.Bit(0) == 1 {
			near, far = ceil, floor
		}
	}
	if near.Sign() == 0 || near.Cmp(big.NewInt(one18)) == 0 {
		return far
	}
	return near
}

func TestQuotient(t *testing.T) {
	tests := []struct {
		n, d int64
		want string
	}{
		{0, 5, "0"},
		{5, 5, "1"},
		{17, 40, "0.425"},
		{1, 3, "0.333333333333333333"},
		{2, 3, "0.666666666666666667"},
		{-1, 3, "-0.333333333333333333"},
		{-2, -3, "0.666666666666666667"},
		{3, 2, "1.5"},
		{1, 4 * one18, "0.000000000000000001"},           // never 0 by rounding
		{-1, 4 * one18, "-0.000000000000000001"},         //
		{4*one18 - 1, 4 * one18, "0.999999999999999999"}, // never 1 by rounding, from below
		{4*one18 + 1, 4 * one18, "1.000000000000000001"}, // nor from above
		{3, 2 * one18, "0.000000000000000002"},           // 1.5 units: half to even
		{5, 2 * one18, "0.000000000000000002"},           // 2.5 units: half to even
		{-3, 2 * one18, "-0.000000000000000002"},         //
		{9, 1, "9"},
		{12345, 1, "12345"}, // does not fit 64 bits of units
	}
	for _, test := range tests {
		got := kpi.Quotient(big.NewInt(test.n), big.NewInt(test.d))
		assert.Equal(t, test.want, got.String(), "%d/%d", test.n, test.d)
		assert.True(t, got.Known())
	}
	assert.False(t, kpi.Quotient(big.NewInt(1), new(big.Int)).Known(), "a denominator of 0")
}

func TestUnknownRatio(t *testing.T) {
	var unknown kpi.Ratio
	assert.False(t, unknown.Known())
	assert.Equal(t, "unknown", unknown.String())
	assert.False(t, unknown.Equal(kpi.Units(0)), "unknown is not 0")
	assert.True(t, unknown.Equal(kpi.Ratio{}))
	assert.False(t, unknown.IsDone())
	assert.False(t, unknown.Bar().Known())
	assert.False(t, unknown.Sub(kpi.Units(1)).Known())
	assert.False(t, kpi.Units(1).Sub(unknown).Known())
	assert.False(t, unknown.Per(kpi.Units(1)).Known())
	assert.False(t, kpi.Units(1).Per(unknown).Known())
	assert.False(t, kpi.Units(1).Per(kpi.Units(0)).Known())
	_, ok := unknown.Int64()
	assert.False(t, ok)
	_, ok = unknown.Decimal()
	assert.False(t, ok)
	_, ok = unknown.Percent()
	assert.False(t, ok)
	assert.False(t, kpi.RatioOf(kpi.Number{}).Known())
	assert.False(t, kpi.RatioOf(kpi.Num("x")).Known())
}

func TestRatioParts(t *testing.T) {
	half := ratio(t, "0.5")
	units, ok := half.Int64()
	assert.True(t, ok)
	assert.Equal(t, int64(one18/2), units)
	d, ok := half.Decimal()
	assert.True(t, ok)
	assert.Equal(t, "0.5", d.String())
	assert.True(t, half.Equal(kpi.UnitsBig(big.NewInt(one18/2))))

	wide := ratio(t, "-100")
	_, ok = wide.Int64()
	assert.False(t, ok)
	assert.Equal(t, "-100000000000000000000", wide.BigInt().String())
	wide.BigInt().SetInt64(0)
	assert.Equal(t, "-100", wide.String(), "BigInt is a copy")
	units100 := new(big.Int).Mul(big.NewInt(100), big.NewInt(one18))
	handed := kpi.UnitsBig(units100)
	units100.SetInt64(0)
	assert.Equal(t, "100", handed.String(), "UnitsBig keeps a copy")
}

func TestRatioOrder(t *testing.T) {
	ascending := []string{"-1e12", "-10", "-0.000000000000000001", "0", "0.000000000000000001", "0.5", "1", "9.3", "1e12"}
	for i, x := range ascending {
		for j, y := range ascending {
			want := min(1, max(-1, i-j))
			assert.Equal(t, want, ratio(t, x).Cmp(ratio(t, y)), "%s and %s", x, y)
			assert.Equal(t, i == j, ratio(t, x).Equal(ratio(t, y)))
		}
		assert.Equal(t, i >= 6, ratio(t, x).IsDone(), x)
		assert.Equal(t, min(1, max(-1, i-3)), ratio(t, x).Sign(), x)
	}
}

func TestRatioBar(t *testing.T) {
	for text, want := range map[string]string{"-1e9": "0", "-0.1": "0", "0": "0", "0.3": "0.3", "1": "1", "1.2": "1", "1e9": "1"} {
		assert.Equal(t, want, ratio(t, text).Bar().String(), text)
	}
}

func TestRatioSubAndPer(t *testing.T) {
	assert.Equal(t, "-0.3", ratio(t, "0.2").Sub(ratio(t, "0.5")).String())
	assert.Equal(t, "10.5", ratio(t, "9").Sub(ratio(t, "-1.5")).String())
	assert.Equal(t, "0.85", ratio(t, "0.425").Per(ratio(t, "0.5")).String())
	assert.Equal(t, "0.333333333333333333", ratio(t, "0.1").Per(ratio(t, "0.3")).String())
	assert.Equal(t, "-2000", ratio(t, "-20").Per(ratio(t, "0.01")).String())
}

func TestRatioPercent(t *testing.T) {
	tests := []struct {
		text string
		want int64
	}{
		{"0", 0},
		{"0.000000000000000001", 1}, // begun
		{"-0.000000000000000001", -1},
		{"0.004", 1},
		{"0.0149", 1},
		{"0.015", 2}, // half away from zero
		{"0.425", 43},
		{"-0.425", -43},
		{"0.994", 99},
		{"0.995", 99},
		{"0.999999999999999999", 99}, // not done
		{"1", 100},
		{"1.000000000000000001", 100},
		{"1.004", 100},
		{"1.005", 101},
		{"-0.999", -100},
		{"12.345", 1235}, // 1234.5
		{"1e12", 100_000_000_000_000},
	}
	for _, test := range tests {
		got, ok := ratio(t, test.text).Percent()
		assert.True(t, ok)
		assert.Equal(t, test.want, got, test.text)
	}
	_, ok := ratio(t, "1e40").Percent()
	assert.False(t, ok, "a percentage that does not fit")
}

func TestRatioText(t *testing.T) {
	for _, text := range []string{"0", "0.425", "-0.000000000000000001", "1", "9.223372036854775808", "-12345.6", "0.333333333333333333"} {
		r := ratio(t, text)
		assert.Equal(t, text, r.String())
		out, err := json.Marshal(r)
		require.NoError(t, err)
		assert.Equal(t, `"`+text+`"`, string(out))
		var back kpi.Ratio
		require.NoError(t, json.Unmarshal(out, &back))
		assert.True(t, r.Equal(back))
	}
	var back kpi.Ratio
	require.NoError(t, back.UnmarshalText(nil))
	assert.False(t, back.Known())
	text, err := back.MarshalText()
	require.NoError(t, err)
	assert.Empty(t, text)

	back = kpi.Units(7)
	for _, bad := range []string{"unknown", "x", "-", ".", "1.", ".5", "+1", "1e2", " 1", "0.1234567890123456789", "--1", "1.2.3", strings.Repeat("1", 300)} {
		require.ErrorIs(t, back.UnmarshalText([]byte(bad)), kpi.ErrNumber, bad)
		assert.True(t, back.Equal(kpi.Units(7)), "the receiver is left alone")
	}
}

// UnmarshalText accepts what MarshalText writes, whatever its size.
func TestRatioTextOfAnySize(t *testing.T) {
	tenTo30 := new(big.Int).Exp(big.NewInt(10), big.NewInt(30), nil)
	tenTo50 := new(big.Int).Exp(big.NewInt(10), big.NewInt(50), nil)
	for _, r := range []kpi.Ratio{
		kpi.Quotient(tenTo30, big.NewInt(3)), // 30 digits and 18 places
		kpi.Quotient(tenTo50, big.NewInt(1)),
		kpi.Quotient(tenTo50, big.NewInt(-7)),
	} {
		text, err := r.MarshalText()
		require.NoError(t, err)
		var back kpi.Ratio
		if assert.NoError(t, back.UnmarshalText(text), "%s", text) {
			assert.True(t, r.Equal(back))
		}
	}
}

func TestRatioOmitzero(t *testing.T) {
	out, err := json.Marshal(struct {
		Known   kpi.Ratio `json:"known,omitzero"`
		Unknown kpi.Ratio `json:"unknown,omitzero"`
	}{Known: kpi.Units(0)})
	require.NoError(t, err)
	assert.JSONEq(t, `{"known": "0"}`, string(out))
}

func TestQuotientOfRandomNumbers(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 20_000 {
		n, d := random.Int64()>>random.IntN(63), random.Int64()>>random.IntN(63)
		if random.IntN(2) == 0 {
			n = -n
		}
		if d == 0 {
			continue
		}
		got := kpi.Quotient(big.NewInt(n), big.NewInt(d))
		require.Equal(t, rounded(big.NewRat(n, d)).String(), got.BigInt().String(), "%d/%d", n, d)
	}
}

func FuzzQuotientOfNumbers(f *testing.F) {
	f.Add("1", "3")
	f.Add("-1", "4e18")
	f.Add("9999999999999999999", "1e19")
	f.Add("9e40", "1e-30")
	f.Add("1e-30", "9e40")
	f.Add("0.5", "1e18")
	f.Fuzz(func(t *testing.T, above, below string) {
		n, d := kpi.Num(above), kpi.Num(below)
		if n.Err() != nil || d.Err() != nil || d.Sign() == 0 {
			return
		}
		exact := new(big.Rat).Quo(n.Rat(), d.Rat())
		want := rounded(exact)

		got := kpi.Quotient(exact.Num(), exact.Denom())
		require.Equal(t, want.String(), got.BigInt().String())
		require.Equal(t, exact.Sign(), got.Sign(), "what is not 0 does not become 0")
		require.Equal(t, exact.Cmp(big.NewRat(1, 1)), got.Cmp(kpi.Units(one18)), "nor 1")

		// Both are scaled by 1e-18 first: the quotient of two figures.
		a, b := kpi.RatioOf(n), kpi.RatioOf(d)
		require.Equal(t, rounded(n.Rat()).String(), a.BigInt().String())
		wantPer := rounded(new(big.Rat).SetFrac(a.BigInt(), b.BigInt()))
		require.Equal(t, wantPer.String(), a.Per(b).BigInt().String())

		value := kpi.QuotientOf(n.Rat(), d.Rat())
		require.Zero(t, exact.Cmp(value.Rat()))
	})
}
