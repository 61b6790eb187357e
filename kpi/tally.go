package kpi

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Tally is what one channel's readings come to: the accumulator behind every
// way of combining them. Fold readings into tallies wherever they are, in any
// shards and any order, [Tally.Merge] the tallies of one channel, and the result
// is the same to the last digit; hand it to an evaluation through a [Source].
// Versions of readings are resolved before they are folded.
//
// The zero Tally is that of no readings. A quotient needs two tallies, one of
// its numerator and one of its denominator.
type Tally struct {
	Channel string
	Count   int64  // of readings in the window; 0 says that there is none
	Sum     Number // exact
	Min     Number
	Max     Number
	Last    Number // the newest reading
	// LastAt is when the newest reading before the end of the window was made,
	// even if that was before its start; for a period, the last instant inside
	// it. A source that does not know leaves it zero, and freshness is unknown.
	LastAt time.Time
	// Tied says that two newest readings of one instant differ. Last is the higher
	// one, and no use: what needs the latest reading fails.
	Tied bool
}

// Add folds one more reading into the tally. A faulty value makes the sum faulty,
// and whoever needs it fails.
func (t *Tally) Add(at time.Time, value Number) {
	t.Merge(Tally{Count: 1, Sum: value, Min: value, Max: value, Last: value, LastAt: at})
}

// Merge folds the readings behind u, of the same channel and other than those
// behind t, into t. It is associative and commutative.
func (t *Tally) Merge(u Tally) {
	t.Channel = cmp.Or(t.Channel, u.Channel)
	switch {
	case u.LastAt.IsZero(): // nothing is known of when
	case t.LastAt.IsZero() || u.LastAt.After(t.LastAt):
		t.Last, t.LastAt, t.Tied = u.Last, u.LastAt, u.Tied
	case u.LastAt.Equal(t.LastAt) && u.Last.Given():
		t.Tied = t.Tied || u.Tied || t.Last.Given() && !u.Last.Equal(t.Last)
		if !t.Last.Given() {
			t.Last = u.Last
		}
		t.Last = greater(t.Last, u.Last)
	}
	t.join(&u)
}

// count folds a reading without regard to when it was made.
func (t *Tally) count(value Number) {
	t.join(&Tally{Count: 1, Sum: value, Min: value, Max: value})
}

// join folds the readings of u without regard to when they were made.
func (t *Tally) join(u *Tally) {
	switch {
	case u.Count == 0:
	case t.Count == 0:
		t.Count, t.Sum, t.Min, t.Max = u.Count, u.Sum, u.Min, u.Max
	default:
		t.Count += u.Count
		t.Sum = t.Sum.Add(u.Sum)
		t.Min = lesser(t.Min, u.Min)
		t.Max = greater(t.Max, u.Max)
	}
}

func lesser(a, b Number) Number {
	if b.Cmp(a) < 0 {
		return b
	}
	return a
}

func greater(a, b Number) Number {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}

// Equal reports whether t and u say the same.
func (t Tally) Equal(u Tally) bool {
	return t.Channel == u.Channel && t.Count == u.Count && t.Tied == u.Tied && t.LastAt.Equal(u.LastAt) &&
		t.Sum.Equal(u.Sum) && t.Min.Equal(u.Min) && t.Max.Equal(u.Max) && t.Last.Equal(u.Last)
}

// MarshalText implements [encoding.TextMarshaler]. The text is one line of
// fields, absent ones left out, exact and in plain notation:
//
//	count=2 sum=30.5 min=10 max=20.5 last=20.5 at=2026-03-15T00:00:00Z channel="instagram"
//
// JSON therefore writes a tally as a string.
func (t Tally) MarshalText() ([]byte, error) {
	b := strconv.AppendInt([]byte("count="), t.Count, 10)
	for _, f := range []struct {
		name string
		n    Number
	}{{" sum=", t.Sum}, {" min=", t.Min}, {" max=", t.Max}, {" last=", t.Last}} {
		if err := f.n.Err(); err != nil {
			return nil, err
		}
		if f.n.Given() {
			b = append(append(b, f.name...), f.n.String()...)
		}
	}
	if !t.LastAt.IsZero() {
		b = append(append(b, " at="...), t.LastAt.UTC().Format(time.RFC3339Nano)...)
	}
	if t.Tied {
		b = append(b, " tied=true"...)
	}
	if t.Channel != "" {
		b = strconv.AppendQuote(append(b, " channel="...), t.Channel)
	}
	return b, nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It accepts what
// MarshalText writes, and leaves t alone on failure.
func (t *Tally) UnmarshalText(text []byte) error {
	var read Tally
	rest := string(text)
	for rest != "" {
		name, value, ok := strings.Cut(rest, "=")
		if !ok {
			return tallyFault(rest)
		}
		if name == "channel" {
			rest = ""
		} else {
			value, rest, _ = strings.Cut(value, " ")
		}
		if !read.set(name, value) {
			return tallyFault(name + "=" + value)
		}
	}
	*t = read
	return nil
}

func tallyFault(text string) error {
	return fmt.Errorf("kpi: not a field of a tally: %q", Clip(text))
}

// set reads one field.
func (t *Tally) set(name, value string) bool {
	var err error
	ok := true
	switch name {
	case "count":
		t.Count, err = strconv.ParseInt(value, 10, 64)
		ok = t.Count >= 0
	case "sum":
		t.Sum, ok = parsePlain(value)
	case "min":
		t.Min, ok = parsePlain(value)
	case "max":
		t.Max, ok = parsePlain(value)
	case "last":
		t.Last, ok = parsePlain(value)
	case "at":
		t.LastAt, ok = parseInstant(value)
	case "tied":
		t.Tied, ok = true, value == "true"
	case "channel":
		t.Channel, err = strconv.Unquote(value)
	default:
		ok = false
	}
	return ok && err == nil
}
