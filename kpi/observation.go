package kpi

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
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
	Channel   string    // "" is a channel of its own
	At        time.Time // the zero time, which no reading has, means not given
	Period    Period    // an empty period means not given
	Value     Number
	ID        string
	Revision  int64
	Withdrawn bool // needs an ID; value and time may be left out
}

// String returns what was read, where and when.
func (o Observation) String() string {
	return fmt.Sprintf("%s %s at %s", cmp.Or(o.Metric, o.Goal), o.Value, o.instant().Format(time.RFC3339Nano))
}

// Instant returns where the reading stands in time; a reading of a period stands
// at the last instant inside it.
func (o Observation) Instant() time.Time { return o.instant() }

func (o *Observation) instant() time.Time {
	if o.hasPeriod() {
		return o.Period.End.Add(-1)
	}
	return o.At
}

func (o *Observation) hasPeriod() bool { return !o.Period.IsEmpty() }

func (o *Observation) seriesKey() seriesKey { return seriesKey{topicKey{o.Metric, o.Goal}, o.Channel} }

// structure notes the faults that o has by itself.
func (o *Observation) structure(add Report) {
	if (o.Metric == "") == (o.Goal == "") {
		add("metric", ErrObservation, o.Metric, "want a metric or a goal, one of them")
	}
	o.Value.Check("value", add)
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

// CheckObservations returns [Problems] with every fault in obs, fields named
// "observations[0]...", or nil:
//   - what kind reports: it tells how the readings of the observation's metric
//     or goal combine, or, with a problem, which field is at fault;
//   - neither or both of metric and goal, neither or both of instant and
//     period, no value, withdrawn without an id ([ErrObservation]);
//   - a faulty value ([ErrNumber]);
//   - two versions that both have the highest revision and differ, and, where the
//     latest reading counts, two readings of one instant and channel that do:
//     there is no right choice between them ([ErrObservation]).
//
// Of observations that contradict each other the first in obs is not reported.
func CheckObservations(obs []Observation, kind func(Observation) (Combine, *Problem)) error {
	c := observationCheck{obs: obs, versions: newVersions(nil), stocks: make([]Combine, len(obs))}
	for i := range obs {
		c.check(i, kind)
	}
	c.versions.clashes(&c.faults, obs)
	c.ties()
	return c.faults.problems().Err()
}

type observationCheck struct {
	obs      []Observation
	versions *versions
	stocks   []Combine // Last or Unique where the latest reading counts
	faults   faultList
}

// check finds what is wrong with one observation by itself.
func (c *observationCheck) check(i int, kind func(Observation) (Combine, *Problem)) {
	o := &c.obs[i]
	right := c.faults.structure(i, o)
	combine, fault := kind(*o)
	if fault != nil {
		c.faults.add(i, fault)
	}
	if !right || fault != nil {
		return
	}
	if combine == Last || combine == Unique {
		c.stocks[i] = combine
	}
	if o.ID != "" {
		c.versions.offer(i, o)
	}
}

// ties finds newest readings that contradict each other.
func (c *observationCheck) ties() {
	type stand struct {
		seriesKey
		at, from instant
	}
	newest := make(map[stand]*Observation)
	clash := make(map[stand][]int) // observations that differ from the newest
	for i := range c.obs {
		o := &c.obs[i]
		if c.stocks[i] == "" || o.Withdrawn || !c.versions.holds(o) {
			continue
		}
		at := stand{seriesKey: o.seriesKey(), at: instantOf(o.instant())}
		if c.stocks[i] == Unique {
			at.from = instantOf(o.Period.Start)
		}
		held := newest[at]
		switch {
		case held == nil || held.Revision < o.Revision:
			newest[at] = o
			delete(clash, at)
		case held.Revision == o.Revision && !held.Value.Equal(o.Value):
			clash[at] = append(clash[at], i)
		}
	}
	for _, list := range clash {
		for _, i := range list {
			c.faults.add(i, &Problem{
				Field: "value", Reason: ErrObservation, Value: c.obs[i].Value.String(),
				Detail: "another reading of this instant differs, and no revision tells which holds",
			})
		}
	}
}

// A faultList collects problems of numbered observations in any order.
type faultList []numberedProblem

type numberedProblem struct {
	i int
	p *Problem
}

func (l *faultList) add(i int, p *Problem) {
	p.Field = "observations[" + strconv.Itoa(i) + "]." + p.Field
	*l = append(*l, numberedProblem{i, p})
}

// structure collects what is wrong with observation i by itself and reports
// whether nothing is.
func (l *faultList) structure(i int, o *Observation) bool {
	before := len(*l)
	o.structure(func(field string, reason Reason, value, detail string) {
		l.add(i, &Problem{Field: field, Reason: reason, Value: Clip(value), Detail: detail})
	})
	return len(*l) == before
}

// problems returns the problems in the order of the observations.
func (l faultList) problems() Problems {
	if len(l) == 0 {
		return nil
	}
	slices.SortStableFunc(l, func(a, b numberedProblem) int { return a.i - b.i })
	problems := make(Problems, len(l))
	for k, f := range l {
		problems[k] = f.p
	}
	return problems
}
