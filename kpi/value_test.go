package kpi_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/goalkit/goalkit/kpi"
)

func TestUnknownValue(t *testing.T) {
	for _, v := range []kpi.Value{
		{}, kpi.ValueOf(kpi.Number{}), kpi.ValueOf(kpi.Num("x")), kpi.QuotientOf(big.NewRat(1, 2), new(big.Rat)),
	} {
		assert.False(t, v.Known())
		assert.Equal(t, "unknown", v.String())
		assert.Zero(t, v.Rat().Sign())
		_, ok := v.Number()
		assert.False(t, ok)
		_, ok = v.Decimal()
		assert.False(t, ok)
		text, err := v.MarshalText()
		require.NoError(t, err)
		assert.Empty(t, text)
		assert.True(t, v.Equal(kpi.Value{}))
		assert.False(t, v.Equal(kpi.ValueOf(kpi.Int(0))), "unknown is not 0")
	}
}

func TestValueOf(t *testing.T) {
	v := kpi.ValueOf(kpi.Num("123456789012345678901234567890.50"))
	assert.True(t, v.Known())
	assert.Equal(t, "123456789012345678901234567890.5", v.String())
	n, ok := v.Number()
	assert.True(t, ok)
	assert.True(t, n.Equal(kpi.Num("123456789012345678901234567890.5")))
	d, ok := v.Decimal()
	assert.True(t, ok)
	assert.Equal(t, "123456789012345678901234567890.5", d.String())
}

func TestQuotientOf(t *testing.T) {
	v := kpi.QuotientOf(big.NewRat(2, 1), big.NewRat(3, 1))
	assert.True(t, v.Known())
	_, plain := v.Number()
	assert.False(t, plain)
	assert.Equal(t, "2/3", v.Rat().String(), "exact until it is written")
	assert.Equal(t, "0.666666666666666667", v.String())
	d, ok := v.Decimal()
	assert.True(t, ok)
	assert.Equal(t, "0.666666666666666667", d.String())

	v.Rat().SetInt64(9)
	assert.Equal(t, "2/3", v.Rat().String(), "Rat is a copy")
	n := big.NewRat(1, 2)
	v = kpi.QuotientOf(n, big.NewRat(1, 1))
	n.SetInt64(9)
	assert.Equal(t, "1/2", v.Rat().String(), "the arguments are not kept")

	out, err := json.Marshal(v)
	require.NoError(t, err)
	assert.Equal(t, `"0.5"`, string(out))
}

// A value is written as it is rounded: unlike progress it may become 0 or 1.
func TestValueIsRoundedHalfToEven(t *testing.T) {
	for _, test := range []struct {
		n, d int64
		want string
	}{
		{1, 4 * one18, "0"},
		{-1, 4 * one18, "0"},
		{1, 2 * one18, "0"},
		{3, 2 * one18, "0.000000000000000002"},
		{-5, 2 * one18, "-0.000000000000000002"},
		{4*one18 - 1, 4 * one18, "1"},
	} {
		v := kpi.QuotientOf(big.NewRat(test.n, test.d), big.NewRat(1, 1))
		assert.Equal(t, test.want, v.String(), "%d/%d", test.n, test.d)
		d, ok := v.Decimal()
		assert.True(t, ok)
		assert.Equal(t, test.want, d.String())
	}
}

func TestValueOrder(t *testing.T) {
	half, third := kpi.ValueOf(kpi.Num("0.5")), kpi.QuotientOf(big.NewRat(1, 3), big.NewRat(1, 1))
	assert.Equal(t, 1, half.Cmp(third))
	assert.Equal(t, -1, third.Cmp(half))
	assert.Zero(t, third.Cmp(kpi.QuotientOf(big.NewRat(2, 1), big.NewRat(6, 1))))
	assert.True(t, half.Equal(kpi.QuotientOf(big.NewRat(3, 1), big.NewRat(6, 1))), "however it was found")
	// The two differ past the 18 places that are written.
	a := kpi.QuotientOf(big.NewRat(1, 3), big.NewRat(1, 1))
	b := kpi.ValueOf(kpi.Num("0.333333333333333333"))
	assert.Equal(t, a.String(), b.String())
	assert.False(t, a.Equal(b))
}
