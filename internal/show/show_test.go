package show_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/internal/show"
)

func TestShow(t *testing.T) {
	for _, tt := range []struct {
		x                            float64
		digits, percent, rate, money string
	}{
		{0, "0", "0%", "0%", "EUR 0"},
		{-0.5, "-0.5", "-50%", "-50%", "EUR -0.50"},
		{0.02345, "0.02345", "2.345%", "2.3%", "EUR 0.02345"},
		{1234.5678, "1,235", "123,457%", "123457%", "EUR 1,235"},
		{501.2, "501.2", "50,120%", "50120%", "EUR 501.20"},
		{-0.0123456, "-0.01235", "-1.235%", "-1.2%", "EUR -0.01235"},
	} {
		assert.Equal(t, tt.digits, show.Digits(tt.x))
		assert.Equal(t, tt.percent, show.Percent(tt.x))
		assert.Equal(t, tt.rate, show.Rate(tt.x))
		assert.Equal(t, tt.money, show.Money("EUR", tt.x))
	}
	assert.Equal(t, "-9.48 points", show.Points(-0.09484))
	assert.Equal(t, "0.5 points", show.Points(0.005))
	assert.Equal(t, "1,200 points", show.Points(12))
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		assert.Equal(t, "unknown", show.Digits(x))
		assert.Equal(t, "unknown", show.Percent(x))
	}
	assert.Equal(t, "12", show.Money("", 12))
	assert.Equal(t, "1e+20", show.Digits(1e20))
}
