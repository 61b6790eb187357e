package forest

import "github.com/goalkit/goalkit/internal/flat"

// A Change is a new value of a leaf, in hundredths.
type Change struct {
	Slot  int32
	Value int64
}

// Figure moves the line of the leaf to the value, and returns what it counts as
// there.
func (c Change) Figure(e *flat.Engine) flat.Figure {
	l := e.Line(c.Slot)
	l.Value = c.Value
	return l.Figure()
}

// Changes is an endless series of changes of leaves in random order. No leaf is
// changed again before all have been, or before a million others.
type Changes struct {
	all  []Change // two values for each leaf, then the first ones again
	next int
}

// Changes returns the series for f, always the same one.
func (f *Forest) Changes() *Changes {
	const most = 1 << 20
	random := dice(len(f.Leaves) + 1)
	order := make([]int, len(f.Leaves))
	for i := range order {
		order[i] = i
	}
	count := min(len(order), most)
	c := &Changes{all: make([]Change, 0, 3*count)}
	for i := range count {
		other := i + int(random.below(int64(len(order)-i)))
		order[i], order[other] = order[other], order[i]
	}
	for range 2 {
		for _, i := range order[:count] {
			c.all = append(c.all, Change{f.Leaves[i], random.within(f.Lines[i])})
		}
	}
	c.all = append(c.all, c.all[:count]...)
	return c
}

// Most returns how many changes can be taken at once.
func (c *Changes) Most() int { return len(c.all) / 3 }

// Take returns the next k changes, of different leaves; the caller only reads
// them.
func (c *Changes) Take(k int) []Change {
	taken := c.all[c.next : c.next+k]
	c.next += k
	if again := 2 * c.Most(); c.next >= again {
		c.next -= again
	}
	return taken
}

// Clone returns the series from where c stands, to be taken on its own.
func (c *Changes) Clone() *Changes {
	clone := *c
	return &clone
}

func (d *dice) within(l flat.Line) int64 {
	low, high := min(l.From, l.To), max(l.From, l.To)
	return low + d.below(high-low+1)
}
