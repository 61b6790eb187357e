package kpi

import (
	"slices"
	"strconv"
	"time"
)

// A Ledger keeps observations in memory and answers queries about them. The
// zero Ledger is empty and ready to use.
//
// Any number of goroutines may read a ledger at once, but not while one of them
// adds to it.
type Ledger struct {
	series   map[seriesKey]*series
	channels map[seriesKey][]string // key without channel -> its channels
	versions *versions
}

type seriesKey struct{ metric, goal, channel string }

// Add records obs, in any order. If any of them is faulty it records none and
// returns [Problems] with every fault; see [CheckObservations], but the ledger
// does not know metrics, so which of two latest readings holds is asked only
// when it matters ([TieError]).
func (l *Ledger) Add(obs ...Observation) error {
	if l.series == nil {
		l.series = make(map[seriesKey]*series)
		l.channels = make(map[seriesKey][]string)
		l.versions = newVersions(nil)
	}
	staged := newVersions(l.versions)
	if err := check(obs, staged); err != nil {
		return err
	}
	touched := make(map[*series]bool)
	for i := range obs {
		if obs[i].ID == "" {
			s := l.seriesOf(&obs[i])
			s.add(&obs[i])
			touched[s] = true
		}
	}
	for k, o := range staged.held {
		s := l.seriesOf(&o)
		if old, ok := l.versions.held[k]; ok && !old.Withdrawn {
			s.remove(&old)
		}
		if !o.Withdrawn {
			s.add(&o)
		}
		l.versions.held[k] = o
		touched[s] = true
	}
	for s := range touched {
		s.sort()
	}
	return nil
}

// check returns the faults of obs against themselves and what is held.
func check(obs []Observation, staged *versions) error {
	var problems Problems
	for i := range obs {
		o, faulty := &obs[i], false
		add := func(field string, reason Reason, value, detail string) {
			problems.Add(o.Goal, "observations["+strconv.Itoa(i)+"]."+field, reason, value, detail)
			faulty = true
		}
		o.structure(add)
		if o.ID != "" && !faulty && !staged.offer(o) {
			add("revision", ErrObservation, o.ID, "another version with this id and revision differs")
		}
	}
	return problems.Err()
}

func (l *Ledger) seriesOf(o *Observation) *series {
	k := o.series()
	s := l.series[k]
	if s == nil {
		s = &series{}
		l.series[k] = s
		all := seriesKey{metric: k.metric, goal: k.goal}
		l.channels[all] = append(l.channels[all], k.channel)
	}
	return s
}

// Tallies implements [Source]. It fails with a [TieError] if a query needs the
// newest of two readings that contradict each other.
func (l *Ledger) Tallies(queries []Query, add func(query int, t Tally)) error {
	for i := range queries {
		q := &queries[i]
		if !q.AllChannels {
			if err := l.tally(i, q, q.Channel, add); err != nil {
				return err
			}
			continue
		}
		for _, channel := range l.channels[seriesKey{metric: q.Metric, goal: q.Goal}] {
			if err := l.tally(i, q, channel, add); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *Ledger) tally(i int, q *Query, channel string, add func(int, Tally)) error {
	s := l.series[seriesKey{q.Metric, q.Goal, channel}]
	if s == nil {
		return nil
	}
	t, err := s.tally(q)
	if err == nil && t.Count > 0 {
		t.Channel = channel
		add(i, t)
	}
	return err
}

// A series holds the readings of one metric and channel, in order of time.
type series struct {
	readings []reading
	unsorted bool
}

type reading struct {
	at       time.Time // a period's reading: the last instant inside it
	from     time.Time // a period's reading: its start
	value    Number
	revision int64
	ofPeriod bool
}

func readingOf(o *Observation) reading {
	return reading{o.instant(), o.Period.Start, o.Value, o.Revision, o.hasPeriod()}
}

func (s *series) add(o *Observation) {
	r := readingOf(o)
	if n := len(s.readings); n > 0 && r.at.Before(s.readings[n-1].at) {
		s.unsorted = true
	}
	s.readings = append(s.readings, r)
}

// remove takes out a reading that says what o says; which one makes no difference.
func (s *series) remove(o *Observation) {
	s.sort()
	r := readingOf(o)
	for i := s.before(r.at); i < len(s.readings); i++ {
		x := &s.readings[i]
		if x.revision == r.revision && x.ofPeriod == r.ofPeriod && x.from.Equal(r.from) && x.value.Equal(r.value) {
			s.readings = slices.Delete(s.readings, i, i+1)
			return
		}
	}
}

func (s *series) sort() {
	if s.unsorted {
		slices.SortStableFunc(s.readings, func(a, b reading) int { return a.at.Compare(b.at) })
		s.unsorted = false
	}
}

// before returns how many readings stand before t.
func (s *series) before(t time.Time) int {
	i, _ := slices.BinarySearchFunc(s.readings, t, func(r reading, t time.Time) int { return r.at.Compare(t) })
	return i
}

func (s *series) tally(q *Query) (Tally, error) {
	end := s.before(q.Window.End)
	switch q.Combine {
	case Last:
		return newest(q, s.readings[:end])
	case Unique:
		return newest(q, s.exactly(q.Window, end))
	}
	var t Tally
	for _, r := range s.readings[s.before(q.Window.Start):end] {
		if !r.ofPeriod || !r.from.Before(q.Window.Start) {
			t.Add(r.at, r.value)
		}
	}
	return t, nil
}

// exactly returns the readings whose period is w.
func (s *series) exactly(w Period, end int) []reading {
	var found []reading
	for _, r := range s.readings[s.before(w.End.Add(-1)):end] {
		if r.ofPeriod && r.from.Equal(w.Start) {
			found = append(found, r)
		}
	}
	return found
}

// newest returns the last of the readings, and of several at one instant the
// one with the highest revision.
func newest(q *Query, readings []reading) (Tally, error) {
	if len(readings) == 0 {
		return Tally{}, nil
	}
	best := readings[len(readings)-1]
	tie := best
	for i := len(readings) - 2; i >= 0 && readings[i].at.Equal(best.at); i-- {
		r := readings[i]
		switch {
		case r.revision > best.revision:
			best, tie = r, r
		case r.revision == best.revision && !r.value.Equal(best.value):
			tie = r
		}
	}
	if !tie.value.Equal(best.value) {
		return Tally{}, &TieError{*q, best.at, [2]Number{tie.value, best.value}}
	}
	var t Tally
	t.Add(best.at, best.value)
	return t, nil
}
