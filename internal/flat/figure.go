package flat

import "github.com/goalkit/goalkit/internal/fixed"

// A Figure is what a goal counts as in the goals it supports: progress from 0
// to 1 in units of 1e-18, and what is to be known of it beside that.
type Figure uint64

// The marks of a figure, which lie above its units.
const (
	Unknown Figure = 1 << 63 // there is no progress; the units are 0
	Covered Figure = 1 << 62 // of a goal without a row: the progress is known by a reading or set by hand
	Pinned  Figure = 1 << 61 // set from outside: it follows neither the children nor a line
	Odd     Figure = 1 << 60 // of a goal with a row: the engine's rule finds it, not the mean

	marks = Unknown | Covered | Pinned | Odd
)

// Units returns the progress in units of 1e-18.
func (f Figure) Units() uint64 { return uint64(f &^ marks) }

// Known reports whether there is a progress.
func (f Figure) Known() bool { return f&Unknown == 0 }

// is reports whether f has all the marks.
func (f Figure) is(m Figure) bool { return f&m == m }

// cover returns what a goal without a row is covered by: all or nothing.
func (f Figure) cover() uint64 { return uint64(f&Covered) >> 62 * fixed.One }
