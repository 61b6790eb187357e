package flat

import (
	"math/bits"

	"github.com/goalkit/goalkit/internal/fixed"
)

// A Line is the measure of a goal that goes straight from one value to another:
// whole numbers at one scale, below 2^62 in size. From and To are not the same,
// and at most 1e18 apart, so that rounding cannot invent an end: the progress
// next to 0 is at least half a unit.
type Line struct {
	From, To, Value int64
}

// Fits reports whether the engine can take l.
func (l Line) Fits() bool {
	const limit = 1 << 62
	fits := func(x int64) bool { return -limit < x && x < limit }
	if !fits(l.From) || !fits(l.To) || !fits(l.Value) {
		return false
	}
	d := l.To - l.From
	return d != 0 && -fixed.One <= d && d <= fixed.One
}

// Raw returns (Value - From) / (To - From), not cut. It reports false if that
// does not fit an int64.
func (l Line) Raw() (units int64, ok bool) { return fixed.Quo(l.Value-l.From, l.To-l.From) }

// Figure returns (Value - From) / (To - From), cut to 0..1 and rounded as
// progress is; it is covered.
func (l *Line) Figure() Figure { return Covered | divide(l.distances()) }

// distances returns how far the value is along the line, cut to its ends, and
// how long that is. Half of all goals fall and many are beyond an end, so
// nothing here branches.
func (l *Line) distances() (part, whole uint64) {
	d := l.To - l.From
	sign := d >> 63
	d = d ^ sign - sign
	return uint64(min(max((l.Value-l.From)^sign-sign, 0), d)), uint64(d)
}

// divide returns part/whole in units, rounded half to even.
func divide(part, whole uint64) Figure {
	hi, lo := bits.Mul64(part, fixed.One)
	q, r := bits.Div64(hi, lo, whole)
	_, up := bits.Sub64(whole-r, r+q&1, 0)
	return Figure(q + up)
}
