package kpi

import (
	"slices"
	"sort"
)

// Spans are the readings of periods in one series, ordered by the last instant
// inside the period, where they stand in time.
type spans struct {
	list  []span
	fresh []span // added, not yet in the list
	gone  []span // removed, still in the list
}

// A span is the reading of a period; it stands at the last instant inside it.
type span struct {
	reading
	from instant
}

func spanOf(o *Observation) span { return span{readingOf(o), instantOf(o.Period.Start)} }

func (s *span) compare(t *span) int {
	if c := s.reading.compare(&t.reading); c != 0 {
		return c
	}
	return s.from.compare(t.from)
}

// settled reports whether the list is up to date.
func (s *spans) settled() bool { return len(s.fresh) == 0 && len(s.gone) == 0 }

// settle brings the list up to date, once for many changes.
func (s *spans) settle() {
	order := func(a, b span) int { return a.compare(&b) }
	slices.SortFunc(s.fresh, order)
	slices.SortFunc(s.gone, order)
	if len(s.gone) > 0 {
		s.list = slices.DeleteFunc(s.list, func(x span) bool {
			found := len(s.gone) > 0 && s.gone[0].compare(&x) == 0
			if found {
				s.gone = s.gone[1:]
			}
			return found
		})
	}
	late := len(s.list) > 0 && len(s.fresh) > 0 && s.fresh[0].compare(&s.list[len(s.list)-1]) < 0
	s.list = append(s.list, s.fresh...)
	if late {
		slices.SortFunc(s.list, order)
	}
	s.fresh, s.gone = nil, nil
}

// before returns how many spans end at or before t.
func (s *spans) before(t instant) int {
	return sort.Search(len(s.list), func(i int) bool { return !s.list[i].at.before(t) })
}

// fold counts the readings of periods that lie inside the window.
func (s *spans) fold(t *Tally, w Period) {
	start, end := instantOf(w.Start), s.before(instantOf(w.End))
	for i := s.before(start); i < end; i++ {
		if !s.list[i].from.before(start) {
			t.count(s.list[i].value)
		}
	}
}

// oldest returns the first span that is as old as r. It reports false if there
// is none.
func (s *spans) oldest(r *reading) (reading, bool) {
	k := sort.Search(len(s.list), func(i int) bool { return s.list[i].age(r) >= 0 })
	if k == len(s.list) || s.list[k].age(r) != 0 {
		return reading{}, false
	}
	return s.list[k].reading, true
}

// exactly tallies the newest reading whose period is the window.
func (s *spans) exactly(q *Query) (Tally, error) {
	var r *span
	var rival Number
	start := instantOf(q.Window.Start)
	for i := s.before(instantOf(q.Window.End)) - 1; i >= 0; i-- {
		x := &s.list[i]
		if x.at != instantOf(q.Window.End.Add(-1)) || r != nil && x.revision < r.revision {
			break
		}
		if x.from == start {
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
