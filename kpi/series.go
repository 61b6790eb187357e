package kpi

// A series holds the readings of one metric or goal and one channel. A single
// reading, all that most series have, lies in the series itself.
type series struct {
	only     reading   // unless its value is not given
	timeline *timeline // of all readings, once there are two, or one of a period
}

// long returns the timeline, which it makes if there is none.
func (s *series) long() *timeline {
	if s.timeline == nil {
		s.timeline = &timeline{}
		if s.only.value.Given() {
			s.timeline.add(&s.only)
		}
		s.only = reading{}
	}
	return s.timeline
}

// add puts a reading in its place.
func (s *series) add(r reading) {
	if s.timeline == nil && !s.only.value.Given() {
		s.only = r
		return
	}
	s.long().add(&r)
}

// remove takes out a reading that says what r says.
func (s *series) remove(r reading) {
	if s.timeline == nil {
		s.only = reading{}
		return
	}
	s.timeline.remove(&r)
}

// tally answers a query. A tally without readings still says how old the
// newest is.
func (s *series) tally(q *Query) (Tally, error) {
	if s.timeline == nil {
		return s.only.tally(q), nil
	}
	return s.timeline.tally(q)
}

// tally answers a query about a series of one reading, or none.
func (r *reading) tally(q *Query) (t Tally) {
	if !r.value.Given() || q.Combine == Unique || !r.at.before(instantOf(q.Window.End)) {
		return t
	}
	t.LastAt = r.at.time()
	switch {
	case q.Combine == Last:
		t.Last = r.value
		t.count(r.value)
	case !r.at.before(instantOf(q.Window.Start)):
		t.count(r.value)
	}
	return t
}

// single tallies one reading, unless a rival with the same instant and revision
// says something else.
func single(q *Query, r *reading, rivals ...Number) (Tally, error) {
	for _, x := range rivals {
		if x.Cmp(r.value) != 0 {
			return Tally{}, &TieError{*q, r.at.time(), [2]Number{x, r.value}}
		}
	}
	t := Tally{Last: r.value, LastAt: r.at.time()}
	t.count(r.value)
	return t, nil
}
