package kpi

import (
	"fmt"
	"time"
)

// A splitWindow is a window in which changes begin.
//
// Where readings are added, each part runs from the start of the window to where
// a change begins, so that what lies between two is a difference, and a reading of a
// period that reaches across counts where it stands. A least or greatest reading has no
// differences, so there the parts lie side by side. The whole window comes last.
type splitWindow struct {
	*Query
	starts   []time.Time // of the pieces in which readings change alike
	channels []string    // in the order they were heard of
	tallies  map[string][]Tally
}

func newSplitWindow(q *Query, begins []time.Time) *splitWindow {
	starts := append([]time.Time{q.Window.Start}, begins...)
	return &splitWindow{Query: q, starts: starts, tallies: make(map[string][]Tally)}
}

// extreme reports whether the least or the greatest reading is asked for.
func (w *splitWindow) extreme() bool { return w.Combine == Min || w.Combine == Max }

// parts returns the parts, without the whole.
func (w *splitWindow) parts() (parts []Period) {
	for i, begin := range w.starts[1:] {
		start := w.Window.Start
		if w.extreme() {
			start = w.starts[i]
		}
		parts = append(parts, Period{Start: start, End: begin})
	}
	if w.extreme() {
		parts = append(parts, Period{Start: w.starts[len(parts)], End: w.Window.End})
	}
	return parts
}

// whole returns the place of the whole window among the parts.
func (w *splitWindow) whole() int {
	if w.extreme() {
		return len(w.starts)
	}
	return len(w.starts) - 1
}

// needed returns the number that is asked for.
func (w *splitWindow) needed(t *Tally) Number {
	switch w.Combine {
	case Min:
		return t.Min
	case Max:
		return t.Max
	}
	return t.Sum
}

// take takes in the tally of a part.
func (w *splitWindow) take(part int, t Tally) error {
	switch {
	case t.Count < 0:
		return fmt.Errorf("%w: a count of %d", ErrNumber, t.Count)
	case t.Count > 0 && !usable(w.needed(&t)):
		return fmt.Errorf("%w: faulty or missing", ErrNumber)
	}
	channel := channelOf(w.Query, &t)
	if w.tallies[channel] == nil {
		w.tallies[channel] = make([]Tally, w.whole()+1)
		w.channels = append(w.channels, channel)
	}
	w.tallies[channel][part].Merge(t)
	return nil
}

// tally returns what the readings of a channel come to.
func (w *splitWindow) tally(a alteration, channel string) (Tally, error) {
	parts := w.tallies[channel]
	whole := parts[w.whole()]
	own := Query{Channel: channel, Combine: w.Combine, Window: w.Window}
	if len(a.begins(&own)) == 0 { // all of them are of other channels
		return a.tally(&own, whole)
	}
	t := Tally{Channel: whole.Channel, Count: whole.Count, LastAt: whole.LastAt}
	var err error
	if w.extreme() {
		t.Min, t.Max, err = w.extremes(a, channel)
	} else {
		t.Sum, err = w.sum(a, channel)
	}
	return t, err
}

// sum adds up what was read between the ends of the parts.
func (w *splitWindow) sum(a alteration, channel string) (Number, error) {
	sum, before := Int(0), total{sum: Int(0)}
	for k, t := range w.tallies[channel] {
		if t.Count < before.count {
			return Number{}, errContradiction
		}
		if t.Count == 0 {
			continue // and nothing was before
		}
		upTo := total{t.Count, t.Sum}
		piece := upTo.minus(before)
		c := a.at(channel, w.starts[k])
		sum = sum.Add(c.of(piece.sum, piece.count))
		before = upTo
	}
	return sum, nil
}

// extremes finds the least and the greatest reading of the pieces.
func (w *splitWindow) extremes(a alteration, channel string) (least, most Number, err error) {
	parts := w.tallies[channel]
	var all Tally
	for k, start := range w.starts {
		c := a.at(channel, start)
		all.join(&Tally{Count: parts[k].Count, Min: c.of(parts[k].Min, 1), Max: c.of(parts[k].Max, 1)})
	}
	switch whole := parts[w.whole()].Count; {
	case all.Count > whole:
		return Number{}, Number{}, errContradiction
	case all.Count < whole:
		err = fmt.Errorf("%w: a reading of a period reaches across what begins inside %s", ErrTime, w.Window)
		return Number{}, Number{}, err
	}
	return all.Min, all.Max, nil
}

// errContradiction says that a window has fewer readings than a part of it.
var errContradiction = fmt.Errorf("%w: the tallies of a window and its parts contradict each other", ErrNumber)
