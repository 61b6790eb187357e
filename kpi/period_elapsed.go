package kpi

import (
	"math"
	"math/big"
	"time"

	"github.com/goalkit/goalkit/internal/fixed"
)

// Elapsed returns how much of p lies before bound, and all of p, in nanoseconds.
// Neither is negative, and done is never more than whole. They are big because
// a [time.Duration] ends at 292 years.
func (p Period) Elapsed(bound time.Time) (done, whole *big.Int) {
	if d, w, ok := p.elapsed64(bound); ok {
		return big.NewInt(d), big.NewInt(w)
	}
	done = nanosBetween(p.Start, earlier(bound, p.End))
	return done, nanosBetween(p.Start, p.End)
}

// Share returns the share of p that lies before bound, from 0 to 1; unknown if p
// is empty.
func (p Period) Share(bound time.Time) Ratio {
	if done, whole, ok := p.elapsed64(bound); ok {
		units, ok := fixed.Quo(done, whole)
		return Ratio{units: units, known: ok}
	}
	return Quotient(p.Elapsed(bound))
}

// elapsed64 is Elapsed without allocations, for periods under 292 years. It
// reports false for longer ones.
func (p Period) elapsed64(bound time.Time) (done, whole int64, ok bool) {
	length := p.End.Sub(p.Start) // the longest Duration if there is none so long
	if length == math.MaxInt64 {
		return 0, 0, false
	}
	past := earlier(bound, p.End).Sub(p.Start)
	return int64(max(past, 0)), int64(max(length, 0)), true
}

// nanosBetween returns the nanoseconds from start to end, 0 if end is earlier.
func nanosBetween(start, end time.Time) *big.Int {
	n := unixNanos(end)
	if n.Sub(n, unixNanos(start)); n.Sign() < 0 {
		n.SetInt64(0)
	}
	return n
}

// unixNanos is time.Time.UnixNano for any year.
func unixNanos(t time.Time) *big.Int {
	n := big.NewInt(t.Unix())
	n.Mul(n, big.NewInt(int64(time.Second)))
	return n.Add(n, big.NewInt(int64(t.Nanosecond())))
}
