package kpi

import (
	"strconv"
	"strings"
	"time"
)

// A Window is a trailing span of whole calendar days, weeks or months: "28d",
// "4w", "3m". The zero Window means none. Windows can be compared with ==, by
// which "28d" and "4w" differ.
type Window struct {
	n    int  // 1 to 9999
	unit byte // 'd', 'w' or 'm'
}

// ParseWindow reads a number from 1 to 9999 without leading zeros, followed by
// d, w or m. It fails with [ErrTime] for any other text.
func ParseWindow(text string) (Window, error) {
	last := len(text) - 1
	if last < 1 || last > 4 || text[0] == '0' || strings.IndexByte("dwm", text[last]) < 0 {
		return Window{}, windowFault(text)
	}
	n, ok := digits(text[:last], last)
	if !ok {
		return Window{}, windowFault(text)
	}
	return Window{n, text[last]}, nil
}

// windowFault returns a [Problem] with [ErrTime].
func windowFault(text string) error {
	return timeFault(text, "not a window such as 28d, 4w or 3m")
}

// IsZero reports whether w is the zero Window.
func (w Window) IsZero() bool { return w == Window{} }

// String returns the text that [ParseWindow] reads, empty for the zero Window.
func (w Window) String() string {
	if w.IsZero() {
		return ""
	}
	return strconv.Itoa(w.n) + string(w.unit)
}

// Ending returns the days, weeks or months of w that end at end. They are
// counted by the wall clock of loc, so that a change to or from daylight-saving
// time does not shift them: a window that ends between two days starts between
// two days, and one that ends at 15:00 starts at 15:00. A month counted back
// from a day that the earlier month does not have starts on its last day.
// A day that the zone skipped is counted unless nothing else would be left.
// A nil loc means UTC. The zero Window gives an empty period.
func (w Window) Ending(end time.Time, loc *time.Location) Period {
	end = inZone(end, loc)
	for n := w.n; n > 0; n++ {
		if start := w.back(end, n, loc); start.Before(end) {
			return Period{Start: start, End: end}
		}
	}
	return Period{Start: end, End: end}
}

// back returns the instant n of w's units before end.
func (w Window) back(end time.Time, n int, loc *time.Location) time.Time {
	switch w.unit {
	case 'm':
		return addMonths(end, -n, loc)
	case 'w':
		return addDays(end, -7*n, loc)
	}
	return addDays(end, -n, loc)
}
