package kpi

import (
	"fmt"
	"time"
)

// A Source answers questions about readings. [Ledger] is one; a host that
// keeps its readings in a database writes its own, answering all queries of an
// evaluation with one statement.
type Source interface {
	// Tallies is never called without queries. It calls add once for each query and channel that has something to
	// say, in any order; query is the index in queries. Two calls for one query
	// are two channels. What is not added was not read, which is not an error. A
	// tally with no reading in the window, but with LastAt, tells how old the
	// newest one is. An error aborts the evaluation and reaches its caller.
	Tallies(queries []Query, add func(query int, t Tally)) error
}

// A Query asks for the readings of one series over a window.
type Query struct {
	Metric      string // a base metric, or "" for the goal's own series
	Goal        string // the goal, for its own series
	Channel     string // the channel asked for, unless AllChannels
	AllChannels bool   // every channel, a tally each, "" among them

	// Combine says what the answer is used for. For [Last] it is the newest
	// reading before Window.End, however old; for [Unique] that of the reading
	// whose period is exactly Window. For the others the readings inside Window
	// are folded: [Sum] and [Mean] need Sum and Count, [Min] and [Max] need theirs
	// and Count. A reading of a period counts if the window holds all of it.
	Combine Combine
	// Window may be empty, and begins before all readings, in the year -1, where
	// the highest reading ever is asked for.
	Window Period
}

// A TieError says that a ledger cannot tell which of two newest readings holds.
type TieError struct {
	Query  Query
	At     time.Time
	Values [2]Number
}

// Error names the series, the instant and both values.
func (e *TieError) Error() string {
	name := e.Query.Metric
	if name == "" {
		name = "goal " + e.Query.Goal
	}
	return fmt.Sprintf("kpi: two readings of %s at %s with one revision: %s and %s",
		Clip(name), e.At.Format(time.RFC3339Nano), e.Values[0], e.Values[1])
}

// Unwrap returns [ErrObservation].
func (e *TieError) Unwrap() error { return ErrObservation }
