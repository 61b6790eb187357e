package trend_test

import (
	"encoding/binary"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// Whatever goes in, each figure is a finite number or has a reason, chances lie
// in 0..1, and no date is before the moment asked about.
func FuzzForecast(f *testing.F) {
	f.Add(int64(0), int64(100), int64(20), int64(0), int64(0), uint16(40), []byte("some points of a series that nobody has seen"))
	f.Add(int64(5), int64(5), int64(5), int64(1), int64(1e18), uint16(0), []byte{})
	f.Add(int64(-5), int64(math.MaxInt64), int64(math.MinInt64), int64(-1), int64(1e18-1), uint16(101), make([]byte, 64))
	f.Fuzz(func(t *testing.T, from, to, value, progress, expected int64, bound uint16, data []byte) {
		aim := trend.Aim{
			From: kpi.ValueOf(kpi.Int(from)), To: kpi.ValueOf(kpi.Int(to)), Value: kpi.ValueOf(kpi.Int(value)),
			Period: hundredDays, At: kpi.UpTo(after(int(bound % 120)).Bound()),
		}
		if progress != 0 {
			aim.Progress = kpi.Units(progress)
		}
		if expected != 0 {
			aim.Expected = kpi.Units(expected)
		}
		points, totals := seriesOf(data)
		for _, o := range []trend.Outlook{aim.Forecast(points), aim.ForecastSum(totals)} {
			for name, figure := range figures(o) {
				x, known := figure.Float64()
				assert.Equal(t, known, figure.Absence() == "", name)
				assert.False(t, math.IsNaN(x) || math.IsInf(x, 0), name)
			}
			chance, _ := o.Fit.Chance.Float64()
			assert.True(t, 0 <= chance && chance <= 1, chance)
			for name, date := range dates(o) {
				at, known := date.Time()
				assert.Equal(t, known, date.Absence() == "", name)
				assert.False(t, known && at.Before(aim.At.Bound()), name)
			}
		}
		if line, why := trend.Fit(points); why == "" {
			assert.False(t, math.IsNaN(line.Slope) || math.IsInf(line.Slope, 0))
			r2, _ := line.R2.Float64()
			assert.True(t, 0 <= r2 && r2 <= 1, r2)
		}
	})
}

// seriesOf reads ten bytes as a point: hours, and any float64 there is.
func seriesOf(data []byte) (points []trend.Point, totals []trend.Total) {
	for ; len(data) >= 10; data = data[10:] {
		at := hundredDays.Start.Add(time.Duration(int16(binary.LittleEndian.Uint16(data))) * time.Hour)
		x := math.Float64frombits(binary.LittleEndian.Uint64(data[2:]))
		points = append(points, trend.Point{At: at, Value: x})
		length := time.Duration(data[9]) * time.Hour
		totals = append(totals, trend.Total{Period: kpi.Period{Start: at.Add(-length), End: at}, Value: x})
	}
	return points, totals
}
