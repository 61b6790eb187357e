package trend

import (
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Trend is the straight line through a series, its slope per day. It is
// immutable. The zero Trend is 0 at all times, of no points.
type Trend struct {
	Line // x in days; the intercept is the value at Since

	Since time.Time // the first point
	Until time.Time // the last
}

// Fit returns the line through the points, which need not be sorted. [FitLine]
// says when there is none; nor is there if a point lies outside the years 0 to
// 9999 ([OutOfYears]).
func Fit(points []Point) (Trend, kpi.Absence) {
	sorted, why := until(points, time.Unix(lastYear, 0))
	switch {
	case why != "":
		return Trend{}, why
	case len(sorted) < len(points):
		return Trend{}, OutOfYears
	}
	return fitSorted(sorted)
}

func fitSorted(points []Point) (Trend, kpi.Absence) {
	if len(points) < 2 {
		return Trend{}, TooFewData
	}
	plane := make([]XY, len(points))
	for i, p := range points {
		plane[i] = XY{days(points[0].At, p.At), p.Value}
	}
	line, why := FitLine(plane)
	if why != "" {
		return Trend{}, why
	}
	span := spanOf(points)
	return Trend{Line: line, Since: span.Start, Until: span.End}, ""
}

// At returns the value of the line at an instant in the years 0 to 9999.
func (t Trend) At(at time.Time) Figure {
	if !inYears(at) {
		return none(OutOfYears)
	}
	return t.Line.At(days(t.Since, at))
}

// Interval returns the bounds between which a reading at an instant lies with
// this chance, see [Line.Interval]: the further from the points, the wider.
func (t Trend) Interval(at time.Time, level float64) (low, high Figure) {
	e := t.estimate(at)
	return e.interval(level)
}

func (t Trend) estimate(at time.Time) estimate {
	if !inYears(at) {
		return estimate{value: none(OutOfYears)}
	}
	return t.Line.estimate(days(t.Since, at))
}

// Reaches returns when the line is at value, be it in the past. A level line is
// there never ([NotTowards]), a slow one perhaps only in years that the library
// does not know ([OutOfYears]).
func (t Trend) Reaches(value float64) Date {
	switch {
	case !finite(value):
		return never(NotFinite)
	case t.Slope == 0:
		return never(NotTowards)
	}
	return dateAfter(t.Since, t.x.of()+t.y.to(value)/t.Slope)
}
