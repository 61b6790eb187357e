package kpi

import (
	"slices"
	"time"
)

// A change makes factor × x + amount of each reading x from an instant on, of all
// readings if that is the zero time. The factor is not negative, so the least
// reading stays the least.
type change struct {
	from           time.Time
	factor, amount Number
}

// covers reports whether c concerns what stands at t.
func (c *change) covers(t time.Time) bool { return c.from.IsZero() || !t.Before(c.from) }

// of returns what n comes to, the sum of so many readings. A number that is
// faulty or missing stays so.
func (c *change) of(n Number, readings int64) Number {
	if !usable(n) {
		return n
	}
	return n.mul(c.factor).Add(c.amount.mul(Int(readings)))
}

// An alteration is what happens to the readings of a base metric, by channel; ""
// has what happens on all.
type alteration map[string]*changes

type changes struct {
	list   []change
	digits int // of all factors
}

// add adds c. It reports false if the factors have too many digits together:
// those that meet in a reading, of all channels and of its own, must not grow
// without bound.
func (a alteration) add(channel string, c change) bool {
	const most = 50
	if a[channel] == nil {
		a[channel] = &changes{}
	}
	cs := a[channel]
	cs.list = append(cs.list, c)
	cs.digits += max(len(c.factor.big().String()), -int(c.factor.exp))
	return cs.digits <= most
}

// on returns the changes on one channel: those on all, and its own.
func (a alteration) on(channel string) [2][]change {
	var both [2][]change
	if all := a[""]; all != nil {
		both[0] = all.list
	}
	if own := a[channel]; own != nil && channel != "" {
		both[1] = own.list
	}
	return both
}

// at returns what happens altogether to a reading of a channel that stands at t.
func (a alteration) at(channel string, t time.Time) change {
	whole := change{factor: Int(1), amount: Int(0)}
	for _, list := range a.on(channel) {
		for i := range list {
			if c := &list[i]; c.covers(t) {
				whole.factor, whole.amount = whole.factor.mul(c.factor), whole.amount.Add(c.amount)
			}
		}
	}
	return whole
}

// begins returns, in order, the instants inside w from which something happens on
// a channel that q asks for.
func (a alteration) begins(q *Query) (at []time.Time) {
	note := func(list []change) {
		for i := range list {
			if from := list[i].from; q.Window.Start.Before(from) && from.Before(q.Window.End) {
				at = append(at, from)
			}
		}
	}
	if q.AllChannels {
		for _, cs := range a {
			note(cs.list)
		}
	} else {
		for _, list := range a.on(q.Channel) {
			note(list)
		}
	}
	slices.SortFunc(at, time.Time.Compare)
	return slices.CompactFunc(at, time.Time.Equal)
}

// dated reports whether what stands before end on a channel may stand before a
// change.
func (a alteration) dated(channel string, end time.Time) bool {
	for _, list := range a.on(channel) {
		if slices.ContainsFunc(list, func(c change) bool { return !c.from.IsZero() && c.from.Before(end) }) {
			return true
		}
	}
	return false
}
