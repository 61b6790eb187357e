package kpi

// A Ledger keeps observations in memory and answers queries about them. The
// zero Ledger is empty and ready to use.
//
// Adding in order of time takes constant time. A late or corrected reading moves
// some hundred others and mends a few sums, however many readings there are. The
// newest reading before a moment and the sum over a window take logarithmic
// time, the least and the greatest a step for every few hundred readings.
// Readings of periods are meant to be few: adding one late, and a window
// that touches many, take time linear in their number.
//
// Any number of goroutines may read a ledger at once, but not while one of them
// adds to it.
type Ledger struct {
	topics    topics
	recent    int // position of the topic that was added to last
	versions  *versions
	unsettled []*spans // scratch space of Add
}

// Add records obs, in any order. If any of them is faulty it records none and
// returns [Problems] with every fault; see [CheckObservations], but the ledger
// does not know metrics, so which of two latest readings holds is asked only
// when it matters ([TieError]).
func (l *Ledger) Add(obs ...Observation) error {
	staged, err := l.check(obs)
	if err != nil {
		return err
	}
	for i := range obs {
		if o := &obs[i]; o.ID == "" {
			l.put(o)
		} else {
			l.replace(o, i, staged)
		}
	}
	for _, s := range l.unsettled {
		s.settle()
	}
	l.unsettled = l.unsettled[:0]
	return nil
}

// check returns the faults of obs by themselves, against each other and against
// the versions that are held. Those that are about to be held it returns, nil
// if no observation has an id.
func (l *Ledger) check(obs []Observation) (staged *versions, err error) {
	var faults faultList
	for i := range obs {
		if o := &obs[i]; faults.structure(i, o) && o.ID != "" {
			if staged == nil {
				staged = newVersions(l.versions)
			}
			staged.offer(i, o)
		}
	}
	if staged != nil {
		staged.clashes(&faults, obs)
	}
	return staged, faults.problems().Err()
}

// replace puts observation i in the place of the version that is held, if it is
// the one in force.
func (l *Ledger) replace(o *Observation, i int, staged *versions) {
	k := o.versionKey()
	v, ok := staged.held[k]
	if !ok || v.index != i {
		return // another version is in force
	}
	if l.versions == nil {
		l.versions = newVersions(nil)
	}
	if old, ok := l.versions.held[k]; ok && !old.Withdrawn {
		l.take(&old.Observation)
	}
	if !o.Withdrawn {
		l.put(o)
	}
	l.versions.held[k] = v
}

// put adds a reading to its series.
func (l *Ledger) put(o *Observation) {
	s := l.series(o)
	if !o.hasPeriod() {
		s.add(readingOf(o))
		return
	}
	spans := l.unsettle(s)
	spans.fresh = append(spans.fresh, spanOf(o))
}

// take removes a reading from its series.
func (l *Ledger) take(o *Observation) {
	s := l.series(o)
	if !o.hasPeriod() {
		s.remove(readingOf(o))
		return
	}
	spans := l.unsettle(s)
	spans.gone = append(spans.gone, spanOf(o))
}

// series returns the series that o belongs into, valid until the next is asked for.
func (l *Ledger) series(o *Observation) *series {
	if k := (topicKey{o.Metric, o.Goal}); !l.topics.is(l.recent, k) {
		l.recent = l.topics.open(k, o.Channel)
	}
	return l.topics.list[l.recent].open(o.Channel)
}

// unsettle returns the spans of s, which are about to be changed.
func (l *Ledger) unsettle(s *series) *spans {
	spans := &s.long().spans
	if spans.settled() {
		l.unsettled = append(l.unsettled, spans)
	}
	return spans
}

// Tallies implements [Source]. It fails with a [TieError] if a query needs the
// newest of two readings that contradict each other.
func (l *Ledger) Tallies(queries []Query, add func(query int, t Tally)) error {
	if l == nil {
		return nil // nothing was read
	}
	f := finder{topics: &l.topics}
	for i := range queries {
		q := &queries[i]
		k, ok := f.find(topicKey{q.Metric, q.Goal})
		if !ok {
			continue
		}
		if err := l.topics.list[k].answer(i, q, add); err != nil {
			return err
		}
	}
	return nil
}

// answer answers query i.
func (t *topic) answer(i int, q *Query, add func(int, Tally)) error {
	if !q.AllChannels {
		if s := t.find(q.Channel); s != nil {
			return s.answer(i, q, q.Channel, add)
		}
		return nil
	}
	if err := t.first.answer(i, q, t.first.channel, add); err != nil || t.more == nil {
		return err
	}
	for k := range t.more.list {
		c := &t.more.list[k]
		if err := c.answer(i, q, c.channel, add); err != nil {
			return err
		}
	}
	return nil
}

// answer answers query i unless nothing was ever read before its window ends.
func (s *series) answer(i int, q *Query, channel string, add func(int, Tally)) error {
	t, err := s.tally(q)
	if err == nil && (t.Count > 0 || !t.LastAt.IsZero()) {
		t.Channel = channel
		add(i, t)
	}
	return err
}
