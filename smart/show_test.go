package smart

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
)

func TestShow(t *testing.T) {
	for _, tt := range []struct {
		unit string
		x    float64
		want string
	}{
		{"", 1234567, "1,234,567"},
		{"", 5500, "5,500"},
		{"", 12.3456, "12.35"},
		{"", -0.00001, "-0.00001"},
		{"", -1e-15, "0"},
		{"", 1e20, "1e+20"},
		{"", math.NaN(), "unknown"},
		{"", math.Inf(1), "unknown"},
		{"ratio", 0.022, "2.2%"},
		{"ratio", 1, "100%"},
		{"duration", 3600, "3,600 s"},
		{"currency:EUR", 49.9, "EUR 49.90"},
		{"currency:EUR", 501.2, "EUR 501.20"},
		{"currency:EUR", 501.204, "EUR 501.20"},
		{"currency:EUR", -2.3456, "EUR -2.35"},
		{"currency:EUR", 500, "EUR 500"},
		{"currency:EUR", 12345.6, "EUR 12,346"},
		{"currency:EUR", 0.5, "EUR 0.50"},
		{"currency:EUR", 0.0234, "EUR 0.0234"},
		{"currency:EUR", 1e300, "EUR 1e+300"},
	} {
		assert.Equal(t, tt.want, showValue(kpi.Unit(tt.unit), tt.x))
	}
}

func TestChanceText(t *testing.T) {
	for p, want := range map[float64]string{
		0: "less than 1%", 0.0099: "less than 1%", 0.01: "1%", 0.0499: "4%", 0.05: "5%", 0.247: "24%", 0.2499999: "24%", 0.25: "25%",
		0.29: "29%", 0.4999: "49%", 0.5: "50%", 0.57: "57%", 0.702: "71%", 0.7: "70%", 0.902: "91%", 0.9: "90%", 0.985: "99%", 0.991: "more than 99%",
	} {
		assert.Equal(t, want, chanceText(p), p)
	}
}
