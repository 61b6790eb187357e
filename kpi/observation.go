package kpi

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// An Observation is one reading. It names a metric, or a goal whose measure
// has no metric; it has a value, and either an instant or, for readings that
// speak of a span, a period.
//
// Observations that carry the same ID (with metric or goal, and channel) are
// versions of one reading: the highest Revision holds, and one that is
// Withdrawn takes the reading back. Without an ID each stands for itself.
//
// Observation is plain data; [Ledger.Add] and [CheckObservations] check it.
type Observation struct {
	Metric    string
	Goal      string
	Channel   string // "" is a channel of its own
	At        time.Time
	Period    Period
	Value     Number
	ID        string
	Revision  int64
	Withdrawn bool // needs an ID; value and time may be left out
}

// String returns what was read, where and when.
func (o Observation) String() string {
	return fmt.Sprintf("%s %s at %s", cmp.Or(o.Metric, o.Goal), o.Value, o.instant().Format(time.RFC3339Nano))
}

// instant is where the reading stands in time; a reading of a period stands at
// the last instant inside it.
func (o *Observation) instant() time.Time {
	if o.hasPeriod() {
		return o.Period.End.Add(-1)
	}
	return o.At
}

func (o *Observation) hasPeriod() bool { return !o.Period.IsEmpty() }

func (o *Observation) series() seriesKey { return seriesKey{o.Metric, o.Goal, o.Channel} }

// structure notes the faults that o has by itself.
func (o *Observation) structure(add func(field string, reason Reason, value, detail string)) {
	if (o.Metric == "") == (o.Goal == "") {
		add("metric", ErrObservation, o.Metric, "want a metric or a goal, one of them")
	}
	if o.Value.Err() != nil {
		add("value", ErrNumber, o.Value.String(), "not a number, or out of range")
	}
	if o.Withdrawn && o.ID == "" {
		add("withdrawn", ErrObservation, "", "only a reading with an id can be withdrawn")
	}
	if o.Withdrawn {
		return
	}
	if !o.Value.Given() {
		add("value", ErrObservation, "", "a reading needs a value")
	}
	if o.At.IsZero() == !o.hasPeriod() {
		add("at", ErrObservation, "", "want an instant or a period, one of them")
	}
}

// A versionKey names the reading that versions belong to.
type versionKey struct {
	seriesKey
	id string
}

// versions holds the version in force of every reading with an id.
type versions struct {
	held map[versionKey]Observation
	base *versions // looked up, never written
}

func newVersions(base *versions) *versions {
	return &versions{held: make(map[versionKey]Observation), base: base}
}

func (v *versions) inForce(o *Observation) (Observation, bool) {
	k := versionKey{o.series(), o.ID}
	for ; v != nil; v = v.base {
		if held, ok := v.held[k]; ok {
			return held, true
		}
	}
	return Observation{}, false
}

// offer puts o in force if no higher revision is. It reports false if a
// version with this very revision says something else.
func (v *versions) offer(o *Observation) bool {
	held, ok := v.inForce(o)
	if ok && held.Revision == o.Revision {
		return sameVersion(&held, o)
	}
	if !ok || held.Revision < o.Revision {
		v.held[versionKey{o.series(), o.ID}] = *o
	}
	return true
}

// sameVersion reports whether two versions say the same.
func sameVersion(a, b *Observation) bool {
	if a.Withdrawn || b.Withdrawn {
		return a.Withdrawn == b.Withdrawn
	}
	return a.Revision == b.Revision && a.Value.Equal(b.Value) &&
		a.At.Equal(b.At) && a.Period.Equal(b.Period)
}

// CheckObservations returns [Problems] with every fault in obs, fields named
// "observations[0]...", or nil:
//   - what kind reports: it tells how the readings of the observation's metric
//     or goal combine, or, with a problem, which field is at fault;
//   - neither or both of metric and goal, neither or both of instant and
//     period, no value, withdrawn without an id ([ErrObservation]);
//   - a faulty value ([ErrNumber]);
//   - two versions with one revision that differ, and, where the latest reading
//     counts, two readings of one instant, channel and revision that differ:
//     there is no right choice between them ([ErrObservation]).
//
// Of two readings that contradict each other the later in obs is reported.
func CheckObservations(obs []Observation, kind func(Observation) (Combine, *Problem)) error {
	c := observationCheck{obs: obs, kind: kind, versions: newVersions(nil)}
	return c.run().Err()
}

type observationCheck struct {
	obs      []Observation
	kind     func(Observation) (Combine, *Problem)
	versions *versions
	faults   []indexedProblem
}

type indexedProblem struct {
	i int
	p *Problem
}

func (c *observationCheck) run() Problems {
	stocks := make([]bool, len(c.obs)) // where the latest reading counts
	for i := range c.obs {
		o := &c.obs[i]
		before := len(c.faults)
		o.structure(func(field string, reason Reason, value, detail string) {
			c.add(i, &Problem{Field: field, Reason: reason, Value: Clip(value), Detail: detail})
		})
		kind, fault := c.kind(*o)
		if fault != nil {
			c.add(i, fault)
		}
		if len(c.faults) > before {
			continue
		}
		stocks[i] = kind == Last || kind == Unique
		if o.ID != "" && !c.versions.offer(o) {
			c.add(i, &Problem{Field: "revision", Reason: ErrObservation, Value: Clip(o.ID), Detail: "another version with this id and revision differs"})
		}
	}
	c.ties(stocks)
	slices.SortStableFunc(c.faults, func(a, b indexedProblem) int { return a.i - b.i })
	problems := make(Problems, len(c.faults))
	for i, f := range c.faults {
		problems[i] = f.p
	}
	return problems
}

func (c *observationCheck) add(i int, p *Problem) {
	p.Field = fmt.Sprintf("observations[%d].%s", i, p.Field)
	c.faults = append(c.faults, indexedProblem{i, p})
}

// ties finds the newest readings that contradict each other.
func (c *observationCheck) ties(stocks []bool) {
	type place struct {
		seriesKey
		at, from time.Time
	}
	newest := make(map[place]*Observation)
	clash := make(map[place]int) // the later observation of the clash
	for i := range c.obs {
		o := &c.obs[i]
		if !stocks[i] || !c.holds(o) {
			continue
		}
		at := place{o.series(), o.instant().UTC(), o.Period.Start.UTC()}
		held := newest[at]
		switch {
		case held == nil || held.Revision < o.Revision:
			newest[at] = o
			delete(clash, at)
		case held.Revision == o.Revision && !held.Value.Equal(o.Value):
			clash[at] = max(clash[at], i)
		}
	}
	for _, i := range clash {
		c.add(i, &Problem{
			Field: "value", Reason: ErrObservation, Value: c.obs[i].Value.String(),
			Detail: "another reading of this instant differs, and no revision tells which holds",
		})
	}
}

// holds reports whether o is a reading in force.
func (c *observationCheck) holds(o *Observation) bool {
	if o.ID == "" {
		return true
	}
	held, ok := c.versions.inForce(o)
	return ok && !held.Withdrawn && sameVersion(&held, o)
}
