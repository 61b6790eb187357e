package kpi

import "math/big"

// An Activity is how a target to keep was kept: which of the periods in which
// something was due met it, and for how long without a break. It is the progress
// of what is done again and again, as "a story a day" or "an answer within two
// hours, every week". The zero Activity is that of nothing due.
type Activity struct {
	Due     int // periods that are over
	Read    int // those with a reading
	Met     int // those that met the target; without a reading none does
	Streak  int // periods in a row that met the target, up to the last one
	Longest int // the longest streak there was
}

// Add notes the next due period.
func (a *Activity) Add(t Turn) {
	a.Due++
	if t.Value.Known() {
		a.Read++
	}
	if !t.Met {
		a.Streak = 0
		return
	}
	a.Met++
	a.Streak++
	a.Longest = max(a.Longest, a.Streak)
}

// Share returns the share of the due periods that met the target, or why there is
// none: nothing is due yet ([NothingDue]), or nothing was ever read ([NoReading]).
func (a Activity) Share() (Ratio, Absence) {
	switch {
	case a.Due == 0:
		return Ratio{}, NothingDue
	case a.Read == 0:
		return Ratio{}, NoReading
	}
	return Quotient(big.NewInt(int64(a.Met)), big.NewInt(int64(a.Due))), ""
}

// A Turn is one due period of an activity.
type Turn struct {
	Period  Period
	Value   Value   // what was read over it; unknown without a reading of its own
	Absence Absence // why Value is unknown
	Met     bool    // whether Value meets the target
}

// Turn returns how a due period went, from the answer to what was asked about it.
// Of a value that is carried forward, see [Catalogue.Carries], only a reading
// inside the window that was asked about counts; of a quotient, one of each part.
func (t Target) Turn(due Period, asked Ask, a Answer, carries bool) Turn {
	if carries && a.Newest.Before(asked.Window.Start) {
		a.Value, a.Absence = Value{}, NoReading
	}
	return Turn{Period: due, Value: a.Value, Absence: a.Absence, Met: t.Met(a.Value)}
}
