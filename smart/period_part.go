package smart

import "time"

// partOf reads "first half of 2026", "last week of June", "first six months of the
// year", "second term".
func (r *reading) partOf(i, depth int) (stretch, int) {
	p, j := r.find(i, tableOrdinal)
	part := partNumber{n: p.index, last: j == i && r.is(i, RoleLast), count: 1}
	if part.last {
		j = i + 1
	}
	if j == i {
		return stretch{}, i
	}
	if s, end := r.nthWeekdayOf(part, j, depth); end > j {
		return s, end
	}
	if q, end := r.find(j+1, tableOrdinal); r.is(j, RoleAnd) && end > j+1 && q.index == part.n+1 { // "third and fourth quarters"
		part.more, j = 1, end
	}
	if _, end := r.find(j, tableTerm); end > j {
		return stretch{need: NeedsCalendar}, end
	}
	if n, end := r.numeral(j); end > j {
		if part.count, _ = whole(n); part.count < 1 || part.count > 366 {
			return stretch{}, i
		}
		j = end
	}
	q, end := r.find(j, tableGrain)
	g := Grain(q.value)
	if end == j || !g.named() {
		return stretch{}, i
	}
	s, to := r.partIn(part, g, end, depth)
	if to == end && s.end.IsZero() && s.need == "" {
		return stretch{}, i
	}
	return s, to
}

// A partNumber says which of the parts of a longer time is meant.
type partNumber struct {
	n     int  // from 1
	last  bool // counted from the end
	count int  // how many together: "first six months"
	more  int  // how many more of them follow: "third and fourth quarters"
}

// partIn reads what a part belongs to, behind token i: "of 2026". Quarters and
// halves need nothing behind them.
func (r *reading) partIn(part partNumber, g Grain, i, depth int) (stretch, int) {
	ofYear := g == Quarter || g == Half
	of := r.role(i, RoleOf, RoleIn)
	s, to := stretch{}, of
	if of > i || ofYear {
		if s, to = r.calendarDeep(of, depth+1); to == of && of > i {
			s, to = r.bareUnit(of)
		}
	}
	switch {
	case to > of && s.end.IsZero():
		return s, to
	case to > of:
		return r.nth(s, g, part), to
	case part.last || !ofYear || part.n > 4:
		return stretch{}, i
	}
	s = stretchOver(r.part(g, part.n, 0), g)
	if part.more > 0 {
		s.end = last(r.part(g, part.n, s.end.Year()).Next())
	}
	return s, i
}

// nth returns a part of a stretch: the n-th group of so many grains, or the last.
func (r *reading) nth(s stretch, g Grain, part partNumber) stretch {
	out := stretch{start: s.start, end: s.end, grain: g, bare: true}
	if part.last {
		out.start = backwards(s.end.AddDate(0, 0, 1), g, part.count)
		return out
	}
	start, ok := after(s.start, g, (part.n-1)*part.count)
	end, ok2 := after(s.start, g, (part.n+part.more)*part.count)
	if !ok || !ok2 {
		return stretch{need: NeedsCalendar}
	}
	out.start, out.end = start, end.AddDate(0, 0, -1)
	return out
}

// backwards returns the day that is n grains before t.
func backwards(t time.Time, g Grain, n int) time.Time {
	switch g {
	case Day:
		return t.AddDate(0, 0, -n)
	case Week:
		return t.AddDate(0, 0, -7*n)
	case Month:
		return t.AddDate(0, -n, 0)
	case Quarter:
		return t.AddDate(0, -3*n, 0)
	case Half:
		return t.AddDate(0, -6*n, 0)
	}
	return t
}
