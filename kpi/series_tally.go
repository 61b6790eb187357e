package kpi

import "sort"

// tally answers a query. A tally without readings still says how old the
// newest is.
func (s *series) tally(q *Query) (Tally, error) {
	end := instantOf(q.Window.End)
	switch q.Combine {
	case Last:
		return s.latest(q, end)
	case Unique:
		return s.exactly(q, end)
	}
	lo, hi := s.from(instantOf(q.Window.Start)), s.from(end)
	var t Tally
	switch {
	case !lo.before(hi):
	case q.Combine == Sum || q.Combine == Mean:
		before, skipped := s.upTo(lo)
		t.Sum, t.Count = s.upTo(hi)
		t.Sum, t.Count = t.Sum.Sub(before), t.Count-skipped
	default:
		s.fold(&t, lo, hi)
	}
	s.foldSpans(&t, q.Window)
	if r := s.newest(end); r != nil {
		t.LastAt = r.at.time()
	}
	return t, nil
}

// fold counts the readings from lo up to hi, whole blocks at once.
func (s *series) fold(t *Tally, lo, hi place) {
	for k := lo.block; k < len(s.blocks) && k <= hi.block; k++ {
		b := s.blocks[k]
		first, end := 0, len(b.readings)
		if k == lo.block {
			first = lo.i
		}
		if k == hi.block {
			end = hi.i
		}
		if end-first == len(b.readings) {
			t.join(&b.fold)
			continue
		}
		for i := first; i < end; i++ {
			t.count(b.readings[i].value)
		}
	}
}

// spansBefore returns how many spans end at or before t.
func (s *series) spansBefore(t instant) int {
	return sort.Search(len(s.spans), func(i int) bool { return s.spans[i].at.compare(t) >= 0 })
}

// foldSpans counts the readings of periods that lie inside the window.
func (s *series) foldSpans(t *Tally, w Period) {
	start, end := instantOf(w.Start), s.spansBefore(instantOf(w.End))
	for i := s.spansBefore(start); i < end; i++ {
		if s.spans[i].from.compare(start) >= 0 {
			t.count(s.spans[i].value)
		}
	}
}

// newest returns the newest reading before end, of a period or not, nil if
// there is none.
func (s *series) newest(end instant) *reading {
	r := s.previous(s.from(end))
	if i := s.spansBefore(end); i > 0 && (r == nil || s.spans[i-1].reading.compare(r) > 0) {
		r = &s.spans[i-1].reading
	}
	return r
}

// latest tallies the newest reading before end.
func (s *series) latest(q *Query, end instant) (Tally, error) {
	r := s.newest(end)
	if r == nil {
		return Tally{}, nil
	}
	older := func(x *reading) bool { return x.age(r) >= 0 }
	rivals := make([]Number, 0, 2) // the least of each list at this age
	if p := s.search(older); p.block < len(s.blocks) && s.blocks[p.block].readings[p.i].age(r) == 0 {
		rivals = append(rivals, s.blocks[p.block].readings[p.i].value)
	}
	k := sort.Search(len(s.spans), func(i int) bool { return older(&s.spans[i].reading) })
	if k < len(s.spans) && s.spans[k].age(r) == 0 {
		rivals = append(rivals, s.spans[k].value)
	}
	return single(q, r, rivals...)
}

// exactly tallies the newest reading whose period is the window.
func (s *series) exactly(q *Query, end instant) (Tally, error) {
	var r *span
	var rival Number
	start := instantOf(q.Window.Start)
	for i := s.spansBefore(end) - 1; i >= 0; i-- {
		x := &s.spans[i]
		if x.at.compare(instantOf(q.Window.End.Add(-1))) != 0 || r != nil && x.revision < r.revision {
			break
		}
		if x.from.compare(start) == 0 {
			if r == nil {
				r = x
			}
			rival = x.value
		}
	}
	if r == nil {
		return Tally{}, nil
	}
	return single(q, &r.reading, rival)
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
