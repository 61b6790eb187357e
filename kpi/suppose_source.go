package kpi

import (
	"fmt"
	"time"
)

// supposed is the source that [Catalogue.Suppose] returns.
type supposed struct {
	src   Source
	bases map[string]alteration // by base metric
}

// Tallies implements [Source].
func (s *supposed) Tallies(queries []Query, add func(query int, t Tally)) error {
	c := supposedCall{bases: s.bases, queries: queries, add: add}
	if err := s.src.Tallies(c.split(), c.take); err != nil {
		return err
	}
	c.join()
	return c.fault
}

// A supposedCall is one call of a supposed source. Windows that are split are
// asked for as they are, and then once more in parts.
type supposedCall struct {
	bases   map[string]alteration
	queries []Query
	add     func(query int, t Tally)
	windows []*splitWindow // by query; nil where it is not split
	parts   []windowPart   // what the further queries ask for
	fault   error          // the first
}

// A windowPart is one part of a split window.
type windowPart struct{ query, part int }

// split returns the queries to ask: those that were made, and then the parts.
func (c *supposedCall) split() []Query {
	asked := c.queries[:len(c.queries):len(c.queries)]
	c.windows = make([]*splitWindow, len(c.queries))
	for i := range c.queries {
		q := &c.queries[i]
		if q.Combine == Last || q.Combine == Unique {
			continue // one reading
		}
		begins := c.bases[q.Metric].begins(q)
		if len(begins) == 0 {
			continue
		}
		c.windows[i] = newSplitWindow(q, begins)
		for part, window := range c.windows[i].parts() {
			piece := *q
			piece.Window = window
			asked = append(asked, piece)
			c.parts = append(c.parts, windowPart{i, part})
		}
	}
	return asked
}

// take takes in a tally of the source behind. An answer to what was not asked goes
// through to whoever notices.
func (c *supposedCall) take(i int, t Tally) {
	n := len(c.queries)
	switch {
	case c.fault != nil:
	case i < 0 || i >= n+len(c.parts):
		c.add(i, t)
	case i >= n:
		p := c.parts[i-n]
		c.note(p.query, c.windows[p.query].take(p.part, t))
	case c.windows[i] != nil:
		w := c.windows[i]
		c.note(i, w.take(w.whole(), t))
	default:
		q := &c.queries[i]
		a := c.bases[q.Metric]
		if a == nil {
			c.add(i, t)
			return
		}
		t, err := a.tally(q, t)
		c.hand(i, t, err)
	}
}

// join hands over what the parts of windows come to.
func (c *supposedCall) join() {
	for i, w := range c.windows {
		if w == nil {
			continue
		}
		for _, channel := range w.channels {
			t, err := w.tally(c.bases[w.Metric], channel)
			c.hand(i, t, err)
		}
	}
}

// hand hands over a changed tally, unless there was a fault.
func (c *supposedCall) hand(query int, t Tally, err error) {
	for _, n := range []*Number{&t.Sum, &t.Min, &t.Max, &t.Last} {
		if err == nil && n.tooLong() {
			err = fmt.Errorf("%w: what the readings come to has too many digits", ErrNumber)
		}
	}
	if c.note(query, err); c.fault == nil {
		c.add(query, t)
	}
}

// tooLong reports whether a tally with n could be written, but not read again.
func (n *Number) tooLong() bool {
	const longest, fewest = 256, 18 // characters; places that leave any int64 short
	return (n.wide() != nil || n.exp < -fewest) && len(n.String()) > longest
}

// note notes the first fault.
func (c *supposedCall) note(query int, err error) {
	if err != nil && c.fault == nil {
		c.fault = fmt.Errorf("kpi: supposing something of %q: %w", Clip(c.queries[query].Metric), err)
	}
}

// tally returns t, an answer to q, with its readings changed, which happens to
// all of them alike.
func (a alteration) tally(q *Query, t Tally) (Tally, error) {
	at, err := a.standing(q, &t)
	if err != nil {
		return Tally{}, err
	}
	c := a.at(channelOf(q, &t), at)
	changed := Tally{Channel: t.Channel, Count: t.Count, LastAt: t.LastAt}
	if q.Combine == Last || q.Combine == Unique {
		changed.Last, changed.Tied = c.of(t.Last, 1), t.Tied
	} else {
		changed.Sum, changed.Min, changed.Max = c.of(t.Sum, t.Count), c.of(t.Min, 1), c.of(t.Max, 1)
	}
	return changed, nil
}

// standing returns an instant for the readings behind t: all that happens to any
// of them, and nothing else, happens to a reading that stands there.
func (a alteration) standing(q *Query, t *Tally) (time.Time, error) {
	atEnd := q.Window.End.Add(-1)
	switch {
	case q.Combine == Unique: // its period is the window
		return atEnd, nil
	case q.Combine != Last:
		return q.Window.Start, nil
	case !t.LastAt.IsZero():
		return t.LastAt, nil
	case t.Last.Given() && a.dated(channelOf(q, t), q.Window.End):
		return time.Time{}, fmt.Errorf("%w: the source does not say when the latest reading was made", ErrTime)
	}
	return atEnd, nil
}

// channelOf returns the channel of an answer to q.
func channelOf(q *Query, t *Tally) string {
	if q.AllChannels {
		return t.Channel
	}
	return q.Channel
}
