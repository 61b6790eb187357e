package smart

import (
	"iter"
	"slices"
	"time"

	"github.com/goalkit/goalkit/goal"
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/trend"
)

// What a goal's metric read in the past, at equal steps.

// mostSteps is how far back a history goes.
const mostSteps = 36

// A history is a goal's own measure at equal steps, the earliest first: of what
// adds up the total of each step, of all else the value at its end.
type history struct {
	step    kpi.Cadence // "" where a step is as long as the goal's period
	buckets []kpi.Period
	values  []float64 // of the buckets that have one, which follow one another
	last    kpi.Value // the last of them, exactly
	gaps    bool      // there are values before that run
	began   bool      // before them there is none
	thin    bool      // what is counted, one by one
	apart   int       // steps that are empty between a value and the next, at least; 0 if unknown
}

// A stride is how a history is cut into steps: counted back from the moment, or by
// the calendar, which fits readings that speak of a week or month.
type stride struct {
	step    kpi.Cadence // "" where a step is as long as the goal's period
	aligned bool
}

// stridesOf returns how a goal's history is read, the best first: as often as the
// goal is looked at, else in weeks or months; then, in case the readings are
// fewer, in longer steps.
func stridesOf(n goal.Node) []stride {
	all := []stride{
		{step: kpi.Daily},
		{step: kpi.Weekly},
		{step: kpi.Weekly, aligned: true},
		{step: kpi.Fortnightly},
		{step: kpi.Monthly},
		{step: kpi.Monthly, aligned: true},
		{step: kpi.Quarterly},
		{step: kpi.Quarterly, aligned: true},
	}
	first := n.Cadence()
	if first == "" {
		first = kpi.Weekly
		if p := n.Period(); p.End.After(kpi.Monthly.After(p.Start, 4)) {
			first = kpi.Monthly
		}
	}
	return all[max(slices.Index(all, stride{step: first}), 0):]
}

// bucketsOf returns the steps that are over before bound, the earliest first. What
// is only read for whole periods is asked for periods as long as the goal's own.
func bucketsOf(n goal.Node, by stride, bound time.Time) []kpi.Period {
	switch {
	case by.aligned:
		return back(calendarStep(by.step, bound), bound)
	case by.step == "":
		return back(n.Period(), bound)
	}
	start := by.step.After(bound, -mostSteps)
	return slices.Collect(trend.Every(by.step, kpi.Period{Start: start, End: bound}))
}

// calendarStep returns the week, month or quarter of an instant.
func calendarStep(step kpi.Cadence, t time.Time) kpi.Period {
	calendar := kpi.Calendar{Zone: t.Location()}
	switch step {
	case kpi.Monthly:
		return calendar.Month(t)
	case kpi.Quarterly:
		return calendar.Quarter(t)
	}
	return calendar.Week(t)
}

// back returns the periods from p backwards that are over before bound, the
// earliest first; none if p lies far ahead.
func back(p kpi.Period, bound time.Time) []kpi.Period {
	const longAhead = 2 * 366 * 24 * time.Hour
	var buckets []kpi.Period
	for ; !p.IsEmpty() && len(buckets) < mostSteps && p.Start.Sub(bound) < longAhead; p = p.Previous() {
		if !p.End.After(bound) {
			buckets = append(buckets, p)
		}
	}
	slices.Reverse(buckets)
	return buckets
}

// asks returns the questions about the buckets: the goal's measure over each, or
// over its trailing window at the end of each.
func (h *history) asks(measured kpi.Ask, window kpi.Window, loc *time.Location) iter.Seq[kpi.Ask] {
	return func(yield func(kpi.Ask) bool) {
		for _, b := range h.buckets {
			ask := measured
			ask.Window = b
			if !window.IsZero() {
				ask.Window = window.Ending(b.End, loc)
			}
			if !yield(ask) {
				return
			}
		}
	}
}

// longer returns those of the strides whose steps are long enough to hold a value
// each, after a try that found out how far values are apart. Lengths of months
// differ: a tenth more or less counts as equal.
func (h *history) longer(strides []stride, bound time.Time) []stride {
	if h.apart == 0 || h.step == "" {
		return strides
	}
	least := float64(h.apart) * hours(h.step.After(bound, -1), bound)
	return slices.DeleteFunc(strides, func(by stride) bool {
		return hours(by.step.After(bound, -1), bound)*1.1 < least
	})
}

// enough is how many values are a history, whatever longer steps might give.
const enough = 8

// isShort reports whether longer steps might give a longer history: there are few
// values, and gaps between them or hardly any at all.
func (h *history) isShort() bool {
	return len(h.values) < enough && (h.gaps || len(h.values) < 2)
}

// stepHours returns how long a step is on average.
func (h *history) stepHours() float64 {
	first, last := h.buckets[0], h.buckets[len(h.buckets)-1]
	return hours(first.Start, last.End) / float64(len(h.buckets))
}

// stepsTo returns how many steps there are from the last value to an instant.
func (h *history) stepsTo(t time.Time) float64 {
	return hours(h.buckets[len(h.buckets)-1].End, t) / h.stepHours()
}

// hours returns the time between two instants; a Duration ends at 292 years.
func hours(from, to time.Time) float64 { return float64(to.Unix()-from.Unix()) / 3600 }

// cycle returns how many steps a season takes, 0 where none is looked for.
func (h *history) cycle() int {
	switch h.step {
	case kpi.Daily:
		return 7
	case kpi.Monthly:
		return 12
	case kpi.Quarterly:
		return 4
	}
	return 0
}
