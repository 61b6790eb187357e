package kpi_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/goalkit/goalkit/kpi"
)

// Against the days of a month, one by one: two periods overlap if some day is in both.
func TestOverlaps(t *testing.T) {
	day := func(n int) time.Time { return time.Date(2026, time.March, n, 0, 0, 0, 0, time.UTC) }
	for a := 1; a <= 6; a++ {
		for b := a; b <= 6; b++ {
			for c := 1; c <= 6; c++ {
				for d := c; d <= 6; d++ {
					p, q := kpi.Period{Start: day(a), End: day(b)}, kpi.Period{Start: day(c), End: day(d)}
					shared := false
					for n := 1; n <= 6; n++ {
						shared = shared || p.Contains(day(n)) && q.Contains(day(n))
					}
					assert.Equal(t, shared, p.Overlaps(q), "%v %v", p, q)
				}
			}
		}
	}
}
