package trend_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// A drawn case is an aim with both kinds of series.
type drawn struct {
	aim    trend.Aim
	points []trend.Point
	totals []trend.Total
}

func draw(rng *rand.Rand) drawn {
	d := drawn{aim: aimAt(15+rng.IntN(84), rng.Int64N(120)-10)}
	n := 4 + rng.IntN(8)
	for i := range n {
		at := d.aim.At.Bound().Add(-time.Duration(rng.IntN(60*24)) * time.Hour)
		d.points = append(d.points, trend.Point{At: at, Value: 100 * rng.Float64()})
		week := weeks(10-7*i, float64(rng.IntN(20)))[0]
		d.totals = append(d.totals, week)
	}
	return d
}

func (d drawn) outlooks() []trend.Outlook {
	return []trend.Outlook{d.aim.Forecast(d.points), d.aim.ForecastSum(d.totals)}
}

func (d drawn) clone() drawn {
	d.points, d.totals = slices.Clone(d.points), slices.Clone(d.totals)
	return d
}

func eachDrawn(t *testing.T, change func(*rand.Rand, *drawn), same func(was, is trend.Outlook)) {
	t.Helper()
	rng := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		d := draw(rng)
		changed := d.clone()
		change(rng, &changed)
		before, after := d.outlooks(), changed.outlooks()
		for i := range before {
			same(before[i], after[i])
		}
	}
}

// assertScaled asserts that the second outlook has the figures of the first,
// values and rates multiplied.
func assertScaled(t *testing.T, was, is trend.Outlook, factor float64) {
	t.Helper()
	pure := []string{
		"progress", "expected", "days left", "load", "to go", "buffer",
		"run rate chance", "recent chance", "fit chance",
	}
	before, after := figures(was), figures(is)
	if factor < 0 {
		after["fit low"], after["fit high"] = after["fit high"], after["fit low"]
	}
	for name, f := range before {
		g := after[name]
		assert.Equal(t, f.Absence(), g.Absence(), name)
		x, _ := f.Float64()
		y, _ := g.Float64()
		if !slices.Contains(pure, name) {
			x *= factor
		}
		assert.InDelta(t, x, y, 1e-9*max(1, abs(x)), name)
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestOrderDoesNotMatter(t *testing.T) {
	shuffle := func(rng *rand.Rand, d *drawn) {
		rng.Shuffle(len(d.points), func(i, j int) { d.points[i], d.points[j] = d.points[j], d.points[i] })
		rng.Shuffle(len(d.totals), func(i, j int) { d.totals[i], d.totals[j] = d.totals[j], d.totals[i] })
	}
	eachDrawn(t, shuffle, func(was, is trend.Outlook) { assert.Equal(t, was, is) })
}

func TestReadingsAreNotChanged(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	d := draw(rng)
	kept := d.clone()
	d.outlooks()
	_, _ = trend.Fit(d.points)
	assert.Equal(t, kept, d)
}

// Years later everything is the same, only later.
func TestShiftInTime(t *testing.T) {
	const years = 20*365 + 5
	later := func(t time.Time) time.Time { return t.AddDate(0, 0, years) }
	shift := func(_ *rand.Rand, d *drawn) {
		d.aim.Period = kpi.Period{Start: later(d.aim.Period.Start), End: later(d.aim.Period.End)}
		d.aim.At = kpi.Before(later(d.aim.At.Bound()))
		for i := range d.points {
			d.points[i].At = later(d.points[i].At)
		}
		for i, total := range d.totals {
			d.totals[i].Period = kpi.Period{Start: later(total.Period.Start), End: later(total.Period.End)}
		}
	}
	eachDrawn(t, shift, func(was, is trend.Outlook) {
		assert.Equal(t, figures(was), figures(is))
		after := dates(is)
		for name, date := range dates(was) {
			assert.Equal(t, date.Absence(), after[name].Absence())
			if at, ok := date.Time(); ok {
				moved, _ := after[name].Time()
				assert.True(t, later(at).Equal(moved), name)
			}
		}
	})
}

// with returns the value that change makes of a number.
func with(v kpi.Value, change func(kpi.Number) kpi.Number) kpi.Value {
	n, _ := v.Number()
	return kpi.ValueOf(change(n))
}

// Cents in place of euros, and what goes down in place of what goes up.
func TestScale(t *testing.T) {
	for _, factor := range []int64{100, -1} {
		scale := func(_ *rand.Rand, d *drawn) {
			of := func(n kpi.Number) kpi.Number {
				if factor < 0 {
					return kpi.Int(0).Sub(n)
				}
				return kpi.NumberOf(n.Decimal().Shift(2))
			}
			d.aim.To, d.aim.Value = with(d.aim.To, of), with(d.aim.Value, of)
			for i := range d.points {
				d.points[i].Value *= float64(factor)
				d.totals[i].Value *= float64(factor)
			}
		}
		eachDrawn(t, scale, func(was, is trend.Outlook) { assertScaled(t, was, is, float64(factor)) })
	}
}

// A thousand more at both ends and all the time moves nothing but the values.
func TestShiftInValue(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	const more = 1000
	for range 200 {
		d := draw(rng)
		was := d.aim.Forecast(d.points)
		add := func(n kpi.Number) kpi.Number { return n.Add(kpi.Int(more)) }
		d.aim.From, d.aim.To, d.aim.Value = with(d.aim.From, add), with(d.aim.To, add), with(d.aim.Value, add)
		for i := range d.points {
			d.points[i].Value += more
		}
		is := d.aim.Forecast(d.points)
		for _, name := range []string{"needed", "current", "load", "to go", "buffer", "fit chance"} {
			x, _ := figures(was)[name].Float64()
			y, _ := figures(is)[name].Float64()
			assert.InDelta(t, x, y, 1e-9*max(1, abs(x)), name)
		}
		for _, name := range []string{"run rate", "recent", "fit", "fit low", "fit target"} {
			x, known := figures(was)[name].Float64()
			y, _ := figures(is)[name].Float64()
			if known {
				x += more
			}
			assert.InDelta(t, x, y, 1e-8*max(1, abs(x)), name)
		}
	}
}
