package trend_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// The to-go index is TCPI = (BAC - EV) / (BAC - AC) with the shares EV/BAC and
// AC/BAC, and the run rate is EAC = BAC × AC / EV with the value AC at the share
// EV/BAC.
func TestEarnedValue(t *testing.T) {
	var evm struct {
		Cases []struct {
			BAC, EV, AC, CPI string
			Expect           map[string]string
			Digits           map[string]int
		}
	}
	readJSON(t, &evm, "evm", "cases.json")
	share := func(part, whole string) kpi.Ratio {
		return kpi.RatioOf(kpi.NumberOf(kpi.Num(part).Decimal().DivRound(kpi.Num(whole).Decimal(), 20)))
	}
	compared := 0
	for _, c := range evm.Cases {
		if want, ok := c.Expect["TCPI_BAC"]; ok {
			o := trend.Aim{Progress: share(c.EV, c.BAC), Expected: share(c.AC, c.BAC)}.Forecast(nil)
			assert.InEpsilon(t, number(t, want), value(t, o.ToGo), 1e-15)
			compared++
		}
		if want, ok := c.Expect["EAC_typical"]; ok && c.CPI == "" { // a given CPI need not be EV/AC
			o := trend.Aim{
				From: kpi.ValueOf(kpi.Int(0)), To: kpi.ValueOf(kpi.Num(c.BAC)), Value: kpi.ValueOf(kpi.Num(c.AC)),
				Period: year, At: day("2026-03-01"), Expected: share(c.EV, c.BAC),
			}.Forecast(nil)
			half := 0.5 * math.Pow10(-c.Digits["EAC_typical"])
			assert.InDelta(t, number(t, want), value(t, o.RunRate.Value), half)
			compared++
		}
	}
	assert.Equal(t, 2, compared)
}
