package kpi

import "time"

// A Period is a half-open span of time, [Start, End). The zero Period is empty,
// as is every other whose End is not after its Start; [ParsePeriod] never
// returns one of these. Compare periods with [Period.Equal].
//
// A period is named if [ParsePeriod] read it from the name of a year, half,
// quarter, month, week or day, if it comes from a [Calendar] or, not cut, from
// [Period.Days] and the like, and if it is the neighbour of a named one; but only
// while its bounds stay as they are. A literal has no name. [Period.Previous],
// [Period.Next] and [Period.YearBefore] tell the two apart; everything else sees
// the bounds only.
type Period struct {
	Start time.Time // the first instant inside
	End   time.Time // the first instant after it

	unit calendarUnit // of a named period
}

// IsEmpty reports whether no instant lies in p.
func (p Period) IsEmpty() bool { return !p.Start.Before(p.End) }

// Contains reports whether t lies in p.
func (p Period) Contains(t time.Time) bool { return !t.Before(p.Start) && t.Before(p.End) }

// Encloses reports whether all of q lies in p. Nothing of an empty q is outside,
// so every p encloses it.
func (p Period) Encloses(q Period) bool {
	return q.IsEmpty() || !q.Start.Before(p.Start) && !p.End.Before(q.End)
}

// Overlaps reports whether p and q have an instant in common; an empty period has
// none.
func (p Period) Overlaps(q Period) bool {
	return !p.IsEmpty() && !q.IsEmpty() && p.Start.Before(q.End) && q.Start.Before(p.End)
}

// Equal reports whether p and q have the same bounds, whatever their zones.
func (p Period) Equal(q Period) bool { return p.Start.Equal(q.Start) && p.End.Equal(q.End) }

// String returns the bounds in RFC 3339 with all their digits and a slash
// between. [ParsePeriod] reads it back if p is not empty and the years written
// are 0000 to 9999.
func (p Period) String() string { return stamp(p.Start) + "/" + stamp(p.End) }
