package smart

import (
	"math"
	"slices"
	"time"

	"github.com/goalkit/goalkit/kpi"
)

// Which of the answers are a history.

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
	h.began = start > 0
	h.buckets, h.values, h.last = h.buckets[start:end], values[start:end], answers[end-1].Value
}

// fill leaves out the first values of a total over a trailing window, which reach back
// to before there were readings, as long as enough are left.
func (h *history) fill(window kpi.Window, loc *time.Location) {
	if window.IsZero() || !h.began {
		return
	}
	for first := h.buckets[0].Start; len(h.values) > fewestPoints; {
		if !window.Ending(h.buckets[0].End, loc).Start.Before(first) {
			return
		}
		h.buckets, h.values = h.buckets[1:], h.values[1:]
	}
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

// newsOf returns the value of a bucket, NaN if it has none of its own.
func newsOf(a *kpi.Answer, bucket kpi.Period, combine kpi.Combine) float64 {
	if combine == kpi.Last && !a.Newest.IsZero() && a.Newest.Before(bucket.Start) {
		return math.NaN()
	}
	return float(a.Value)
}
