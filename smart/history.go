package smart

import (
	"iter"
	"math"
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

// take keeps the newest run of buckets that have a value of their own: one that is
// carried forward is no news. Answers are those to asks.
func (h *history) take(answers []kpi.Answer, combine kpi.Combine) {
	values := make([]float64, len(answers))
	var at []int // the buckets that have one, the newest first
	for i := len(answers) - 1; i >= 0; i-- {
		if values[i] = newsOf(&answers[i], h.buckets[i], combine); finite(values[i]) {
			at = append(at, i)
		}
	}
	if len(at) == 0 {
		h.buckets = nil
		return
	}
	if h.thin && combine == kpi.Sum {
		at = withNone(values, at)
	}
	run := 1
	for run < len(at) && at[run] == at[0]-run {
		run++
	}
	h.gaps, h.apart = run < len(at), apart(at)
	start, end := at[run-1], at[0]+1
	if start > 0 && h.comes(combine) && isPart(values[start:end]) {
		start++
	}
	h.buckets, h.values, h.last = h.buckets[start:end], values[start:end], answers[end-1].Value
}

// fewAtOnce is how little of what is counted in a step makes it likely that others had
// none at all, of which nobody took a reading: a sale, a review.
const fewAtOnce = 2

// withNone takes the empty buckets of a thin count for 0, if some of the others hold
// only one or two: those between values, and after the last as many in a row as there
// were before. It returns the buckets that have a value then, the newest first.
func withNone(values []float64, at []int) []int {
	least, widest := math.Inf(1), 0
	for k, i := range at {
		least = min(least, values[i])
		if k > 0 {
			widest = max(widest, at[k-1]-i-1)
		}
	}
	if !(least >= 0 && least <= fewAtOnce) || len(at) < fewestPoints {
		return at
	}
	first, last := at[len(at)-1], min(at[0]+widest, len(values)-1)
	at = at[:0]
	for i := last; i >= first; i-- {
		if !finite(values[i]) {
			values[i] = 0
		}
		at = append(at, i)
	}
	return at
}

// comes reports whether the values of buckets come together in them, so that one that
// is read in part only has a part of its value.
func (h *history) comes(combine kpi.Combine) bool {
	return combine == kpi.Sum || h.step == "" && combine != kpi.Unique
}

// isPart reports whether the first value, with none before it, seems that of a part of
// its bucket, for readings seldom begin where a bucket does: it is less than two
// thirds of all others, and enough are left without it.
func isPart(values []float64) bool {
	return len(values) > fewestPoints && values[0] >= 0 && 3*values[0] < 2*slices.Min(values[1:])
}

// apart returns how many empty buckets there are at least between two values, given
// where they are, the newest first; 0 for fewer than three, which may be a few days
// beside the totals of whole months, that only the calendar's steps contain.
func apart(at []int) int {
	if len(at) < 3 {
		return 0
	}
	least := at[0]
	for i := range len(at) - 1 {
		least = min(least, at[i]-at[i+1]-1)
	}
	return least
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

// newsOf returns the value of a bucket, NaN if it has none of its own.
func newsOf(a *kpi.Answer, bucket kpi.Period, combine kpi.Combine) float64 {
	if combine == kpi.Last && !a.Newest.IsZero() && a.Newest.Before(bucket.Start) {
		return math.NaN()
	}
	return float(a.Value)
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
