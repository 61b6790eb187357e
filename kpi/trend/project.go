package trend

import (
	"cmp"
	"math"

	"github.com/goalkit/goalkit/kpi"
)

// runRate projects by what the share of the plan that has passed brought.
func (s *stand) runRate() Projection {
	p := Projection{Method: ByRunRate, Span: kpi.Period{Start: s.start, End: s.bound}}
	if s.value.known {
		p.N = 1
	}
	if why := cmp.Or(s.over(), missing(s.value, s.from, s.expected)); why != "" {
		return p.refuse(why)
	}
	if s.expected.value < EarliestExpected {
		return p.refuse(TooEarly)
	}
	p = p.pointed(figure(s.from.value + (s.value.value-s.from.value)/s.expected.value))
	p.Hit = s.hitOnPlan()
	return p
}

// hitOnPlan returns when the target is hit if progress goes on as it did beside
// the expectation, which is taken to run straight from now on.
func (s *stand) hitOnPlan() Date {
	done, expected := s.progress, s.expected.value
	switch why := cmp.Or(s.ahead(), missing(done)); {
	case why != "":
		return never(why)
	case expected >= 1:
		return never(AllExpected)
	case done.value <= 0:
		return never(NotTowards)
	}
	days := (expected/done.value - expected) / (1 - expected) * s.left
	return dateAfter(s.bound, days).notBefore(s.bound)
}

// recentRate projects by the current rate, per day.
func (s *stand) recentRate(current Figure, n int, span kpi.Period) Projection {
	p := Projection{Method: ByRecentRate, N: n, Span: span}
	if why := cmp.Or(s.over(), missing(s.value, current)); why != "" {
		return p.refuse(why)
	}
	p = p.pointed(figure(s.value.value + current.value*days(s.since, s.end)))
	p.Hit = s.hitAt(current.value)
	return p
}

// hitAt returns when the target is hit at a rate per day.
func (s *stand) hitAt(rate float64) Date {
	if why := s.ahead(); why != "" {
		return never(why)
	}
	if rate*s.direction.value <= 0 {
		return never(NotTowards)
	}
	return dateAfter(s.since, (s.to.value-s.value.value)/rate).notBefore(s.since)
}

// leastSquares projects by the line through the points.
func (s *stand) leastSquares(points []Point, why kpi.Absence) Projection {
	p := Projection{Method: ByLeastSquares, N: len(points), Span: spanOf(points)}
	if why = cmp.Or(s.over(), why); why == "" && len(points) < FewestReadings {
		why = TooFewData
	}
	if why != "" {
		return p.refuse(why)
	}
	line, why := fitSorted(points)
	if why != "" {
		return p.refuse(why)
	}
	p = p.spread(s, line.estimate(s.end))
	p.Hit = s.hitOn(line)
	return p
}

// hitOn returns when the target is hit on a line.
func (s *stand) hitOn(line Trend) Date {
	if why := s.ahead(); why != "" {
		return never(why)
	}
	if line.Slope*s.direction.value <= 0 {
		return never(NotTowards)
	}
	return line.Reaches(s.to.value).notBefore(s.bound)
}

// totals projects by what finished periods brought on average.
func (s *stand) totals(totals []Total, why kpi.Absence) Projection {
	p := Projection{Method: ByTotals, N: len(totals), Span: spanOfTotals(totals)}
	if why = cmp.Or(s.over(), why, missing(s.value)); why == "" && len(totals) < FewestReadings {
		why = TooFewData
	}
	if why != "" {
		return p.refuse(why)
	}
	n := float64(len(totals))
	mean, sd := meanAndSD(valuesOf(totals))
	length := daysOf(totals) / n
	left := days(s.since, s.end) / length
	spread := figure(sd * math.Sqrt(left*(1+left/n)))
	p = p.spread(s, estimate{
		value: figure(s.value.value + left*mean), spread: spread.value, absence: spread.absence, df: n - 1,
	})
	if s.met() && p.Chance.known && !anyBack(totals, s.direction.value) {
		p.Chance = figure(1)
	}
	p.Hit = s.hitAt(mean / length)
	return p
}
