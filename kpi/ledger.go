package kpi

// A Ledger keeps observations in memory and answers queries about them. The
// zero Ledger is empty and ready to use.
//
// Adding in order of time takes constant time. A late or corrected reading moves
// a few hundred others at most, and mends one sum for every 256 later readings.
// The newest reading before a moment and the sum over a window take logarithmic
// time. Readings of periods are meant to be few: adding one late, and a window
// that touches many, take time linear in their number.
//
// Any number of goroutines may read a ledger at once, but not while one of them
// adds to it.
type Ledger struct {
	topics   map[topicKey]*topic
	versions *versions
}

// A topic is what is read of one metric, or of one goal's own series.
type topic struct {
	channels []channelSeries // in the order of their first reading
	index    map[string]int  // channel -> position, once there are many
}

type topicKey struct{ metric, goal string }

type channelSeries struct {
	channel string
	series
}

// find returns the series of a channel, nil if there is none.
func (t *topic) find(channel string) *series {
	if t.index != nil {
		if i, ok := t.index[channel]; ok {
			return &t.channels[i].series
		}
		return nil
	}
	for i := range t.channels {
		if t.channels[i].channel == channel {
			return &t.channels[i].series
		}
	}
	return nil
}

// open returns the series of a channel, a new one if there is none.
func (t *topic) open(channel string) *series {
	if s := t.find(channel); s != nil {
		return s
	}
	const many = 8
	t.channels = append(t.channels, channelSeries{channel: channel})
	last := len(t.channels) - 1
	switch {
	case t.index != nil:
		t.index[channel] = last
	case last == many:
		t.index = make(map[string]int)
		for i := range t.channels {
			t.index[t.channels[i].channel] = i
		}
	}
	return &t.channels[last].series
}

// Add records obs, in any order. If any of them is faulty it records none and
// returns [Problems] with every fault; see [CheckObservations], but the ledger
// does not know metrics, so which of two latest readings holds is asked only
// when it matters ([TieError]).
func (l *Ledger) Add(obs ...Observation) error {
	if l.topics == nil {
		l.topics = make(map[topicKey]*topic)
		l.versions = newVersions(nil)
	}
	staged := newVersions(l.versions)
	if err := check(obs, staged); err != nil {
		return err
	}
	changed := staleBlocks{}
	for i := range obs {
		o := &obs[i]
		if o.ID == "" {
			l.change(o, (*series).add, changed)
			continue
		}
		k := o.versionKey()
		if v, ok := staged.held[k]; !ok || v.index != i {
			continue // another version is in force
		}
		if old, ok := l.versions.held[k]; ok && !old.Withdrawn {
			l.change(&old.Observation, (*series).remove, changed)
		}
		if !o.Withdrawn {
			l.change(o, (*series).add, changed)
		}
		l.versions.held[k] = staged.held[k]
	}
	for k, block := range changed {
		l.topics[k.topicKey].find(k.channel).settle(block)
	}
	return nil
}

// staleBlocks holds the first block of each series whose earlier sums are stale.
type staleBlocks map[seriesKey]int

type seriesKey struct {
	topicKey
	channel string
}

// change adds a reading to its series or removes it.
func (l *Ledger) change(o *Observation, how func(*series, *Observation) int, changed staleBlocks) {
	k := o.seriesKey()
	t := l.topics[k.topicKey]
	if t == nil {
		t = &topic{}
		l.topics[k.topicKey] = t
	}
	block := how(t.open(k.channel), o)
	if first, ok := changed[k]; !ok || block < first {
		changed[k] = block
	}
}

// check returns the faults of obs by themselves, against each other and against
// the versions that are held.
func check(obs []Observation, staged *versions) error {
	var faults faultList
	for i := range obs {
		if o := &obs[i]; faults.structure(i, o) && o.ID != "" {
			staged.offer(i, o)
		}
	}
	staged.clashes(&faults, obs)
	return faults.problems().Err()
}

// Tallies implements [Source]. It fails with a [TieError] if a query needs the
// newest of two readings that contradict each other.
func (l *Ledger) Tallies(queries []Query, add func(query int, t Tally)) error {
	if l == nil {
		return nil // nothing was read
	}
	for i := range queries {
		q := &queries[i]
		t := l.topics[topicKey{q.Metric, q.Goal}]
		if t == nil {
			continue
		}
		if !q.AllChannels {
			if s := t.find(q.Channel); s != nil {
				if err := s.answer(i, q, q.Channel, add); err != nil {
					return err
				}
			}
			continue
		}
		for k := range t.channels {
			c := &t.channels[k]
			if err := c.answer(i, q, c.channel, add); err != nil {
				return err
			}
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
