package kpi

// A Ledger keeps observations in memory and answers queries about them. The
// zero Ledger is empty and ready to use.
//
// Adding in order of time takes constant time; a late or corrected reading
// moves a few hundred others at most. The newest reading before a moment is
// found in logarithmic time, and so is the sum over a window.
//
// Any number of goroutines may read a ledger at once, but not while one of them
// adds to it.
type Ledger struct {
	series   map[seriesKey]*series
	channels map[seriesKey][]string // key without channel -> its channels, in the order of their first reading
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
	stale := make(map[*series]int)
	touch := func(s *series, block int) {
		if first, ok := stale[s]; !ok || block < first {
			stale[s] = block
		}
	}
	for i := range obs {
		o := &obs[i]
		s := l.seriesOf(o)
		if o.ID == "" {
			touch(s, s.add(o))
			continue
		}
		if v, ok := staged.held[o.version()]; !ok || v.index != i {
			continue // another version is in force
		}
		if old, ok := l.versions.held[o.version()]; ok && !old.Withdrawn {
			touch(s, s.remove(&old.Observation))
		}
		if !o.Withdrawn {
			touch(s, s.add(o))
		}
		l.versions.held[o.version()] = staged.held[o.version()]
	}
	for s, block := range stale {
		s.settle(block)
	}
	return nil
}

// check returns the faults of obs by themselves, against each other and against
// the versions that are held.
func check(obs []Observation, staged *versions) error {
	var faults faultList
	for i := range obs {
		o, before := &obs[i], len(faults)
		o.structure(func(field string, reason Reason, value, detail string) {
			faults.add(i, &Problem{Field: field, Reason: reason, Value: Clip(value), Detail: detail})
		})
		if o.ID != "" && len(faults) == before {
			staged.offer(i, o)
		}
	}
	staged.clashes(&faults, obs)
	return faults.problems().Err()
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
	if err == nil && (t.Count > 0 || !t.LastAt.IsZero()) {
		t.Channel = channel
		add(i, t)
	}
	return err
}
