package trend

import (
	"cmp"
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// A Point is the value of a series at an instant, such as the followers at the
// end of a week. The order of points in a slice does not matter, and several may
// be of one instant.
type Point struct {
	At    time.Time
	Value float64
}

// until returns the points up to the bound, by time and value, or why they
// cannot be computed with. A point at the bound is the value that a period
// before it ends with.
func until(points []Point, bound time.Time) ([]Point, kpi.Absence) {
	var seen []Point
	for _, p := range points {
		switch {
		case p.At.After(bound):
			continue
		case !inYears(p.At):
			return nil, OutOfYears
		case !finite(p.Value):
			return nil, NotFinite
		}
		seen = append(seen, p)
	}
	slices.SortFunc(seen, func(a, b Point) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Value, b.Value))
	})
	return seen, ""
}

// spanOf returns the time from the first to the last of sorted points, empty if
// there are fewer than two.
func spanOf(points []Point) kpi.Period {
	if len(points) == 0 {
		return kpi.Period{}
	}
	return kpi.Period{Start: points[0].At, End: points[len(points)-1].At}
}
