package smart

import (
	"math"
	"slices"

	"github.com/goalkit/goalkit/kpi"
)

// A domain is where the values of a metric can lie, bounds included. The models of
// a forecast know no bounds; what they say beyond them is moved onto them.
type domain struct{ low, high float64 }

// domainOf returns the domain of a metric that read some values, one of which is to
// be reached: between its bounds, if they were kept; from 1 on for ranks; not below 0
// if it never was; and for ratios not above 1 if none was. Bounds of what adds up
// say nothing of a single step and are left aside.
func domainOf(m kpi.Metric, values []float64, aim float64) domain {
	least, most := slices.Min(values), slices.Max(values)
	d := domain{math.Inf(-1), math.Inf(1)}
	switch {
	case m.Combine == kpi.Sum && least < 0:
		return d
	case m.Combine != kpi.Sum && m.Low.Given() && float(kpi.ValueOf(m.Low)) <= least:
		d.low = float(kpi.ValueOf(m.Low))
	case m.Unit == kpi.Rank && least >= 1:
		d.low = 1
	case least >= 0:
		d.low = 0
	}
	switch {
	case m.Combine != kpi.Sum && m.High.Given() && float(kpi.ValueOf(m.High)) >= most:
		d.high = float(kpi.ValueOf(m.High))
	case m.Unit == kpi.Fraction && max(most, aim) <= 1:
		d.high = 1
	}
	return d
}

// times returns the domain of a sum of so many values, more than none.
func (d domain) times(n float64) domain { return domain{d.low * n, d.high * n} }

// keep returns x, or the bound that it lies beyond.
func (d domain) keep(x float64) float64 { return max(min(x, d.high), d.low) }

// chance returns the chance of reaching x in a direction: what lies in all of the
// domain is certain, and what lies beyond it never comes.
func (d domain) chance(m mixture, x float64, direction sign) float64 {
	near, far := d.low, d.high
	if direction < 0 {
		near, far = d.high, d.low
	}
	switch {
	case (x-far)*float64(direction) > 0:
		return 0
	case (x-near)*float64(direction) <= 0:
		return 1
	}
	return m.chance(x, direction)
}
