package kpi

import (
	"fmt"
	"math/big"
	"time"
)

// folded is what the channels of one query come to.
type folded struct {
	value    Number    // the least, the greatest, or the sum: of the newest readings where these count
	most     Number    // where channels do not add, the largest
	newest   time.Time // of any reading before the window ends
	count    int64
	channels int
}

// add folds one channel's tally. It fails if the tally lacks what is needed.
func (f *folded) add(c Combine, t *Tally) error {
	if f.newest.IsZero() || t.LastAt.After(f.newest) {
		f.newest = t.LastAt
	}
	n, count := t.Sum, t.Count
	switch c {
	case Last, Unique:
		if !t.Last.Given() {
			return nil // nothing was read
		}
		if t.Tied {
			return fmt.Errorf("%w: two newest readings differ", ErrObservation)
		}
		n, count = t.Last, max(count, 1)
	case Min:
		n = t.Min
	case Max:
		n = t.Max
	}
	if count == 0 {
		return nil
	}
	if count < 0 || f.count+count < 0 {
		return fmt.Errorf("%w: a count of %d", ErrNumber, count)
	}
	if !usable(n) {
		return fmt.Errorf("%w: faulty or missing", ErrNumber)
	}
	f.join(c, n)
	f.count += count
	return nil
}

// join takes in the number that one channel comes to.
func (f *folded) join(c Combine, n Number) {
	f.channels++
	switch {
	case f.channels == 1:
		f.value, f.most = n, n
	case c == Min:
		f.value = lesser(f.value, n)
	case c == Max:
		f.value = greater(f.value, n)
	default:
		f.value, f.most = f.value.Add(n), greater(f.most, n)
	}
}

func usable(n Number) bool { return n.Given() && n.Err() == nil }

func (f *folded) answer(c Combine, u Unit) Answer {
	a := Answer{Newest: f.newest}
	switch {
	case f.channels == 0:
		a.Absence = NoReading
	case c == Mean:
		mean := f.value.Rat()
		a.Value = valueOfRat(mean.Quo(mean, new(big.Rat).SetInt64(f.count)))
	case c == Unique && f.channels > 1:
		a.Absence = ChannelsDoNotAdd
		if u == Count || u == "" { // people; a rate is not between anything
			a.AtLeast, a.AtMost = f.most, f.value
		}
	case c == Last && f.channels > 1 && !u.addsUp():
		a.Absence = ChannelsDoNotAdd
	default:
		a.Value = ValueOf(f.value)
	}
	return a
}
