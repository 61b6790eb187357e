package smart

import (
	"strings"
	"time"
)

// calendarPhrase reads an expression that names days: "the end of Q3", "May 15, 2026",
// "this year", "year-end", "the first week of June", "Friday".
// Several productions ask for the one at the same token in turn.
func (r *reading) calendarPhrase(i int) (stretch, int) {
	if r.asked.known && r.asked.at == i {
		return r.asked.stretch, r.asked.end
	}
	s, end := r.calendarDeep(i, 0)
	r.asked = answer{known: true, at: i, stretch: s, end: end}
	return s, end
}

// An answer is the expression of the calendar that was read last.
type answer struct {
	known   bool
	at, end int
	stretch stretch
}

// calendarDeep is calendarPhrase inside that many others: "the end of the first
// half of next year" is two deep.
func (r *reading) calendarDeep(i, depth int) (stretch, int) {
	const deepest = 3
	if i >= len(r.tokens) || depth > deepest || r.at(i).use != unused {
		return stretch{}, i
	}
	if s, end := r.dayName(i); end > i {
		return s, end
	}
	j := r.role(i, RoleArticle, RolePossessive)
	if r.at(i).word == "/" {
		return stretch{}, i
	}
	if !r.at(j).mayBeCalendar() {
		if s, end := r.term(j); end > j {
			return s, end
		}
		return stretch{}, i
	}
	if s, end := r.edge(j, depth); end > j {
		return s, end
	}
	if s, end := r.partOf(j, depth); end > j {
		return s, end
	}
	for _, read := range [...]func(int) (stretch, int){
		r.unitEnd, r.date, r.fiscal, r.thisUnit, r.namedPart, r.weekNumber, r.weekdayName, r.dayName, r.monthName, r.term, r.yearTerm, r.yearNumber,
	} {
		if s, end := read(j); end > j {
			return s, end
		}
	}
	return stretch{}, i
}

// edge reads "end of June", "end Q3", "mid-March", "the beginning of the year".
func (r *reading) edge(i, depth int) (stretch, int) {
	if s, end := r.hyphenEdge(i); end > i {
		return s, end
	}
	which := RoleEnd
	j := r.role(i, RoleEnd)
	if j == i {
		which, j = RoleMiddle, r.role(i, RoleMiddle)
	}
	if j == i {
		which, j = RoleStart, r.role(i, RoleStart)
	}
	if j == i {
		return stretch{}, i
	}
	if r.at(j).word == "-" && r.tight(j) {
		j++
	}
	of := r.role(j, RoleOf)
	s, end := r.calendarDeep(of, depth+1)
	if end == of {
		if s, end = r.bareUnit(of); end == of && of > j {
			s, end = r.plainUnit(of)
		}
	}
	if end == of && of > j {
		if s, end = r.eventPhrase(of); end > of {
			return stretch{need: NeedsEvent, edge: true}, end
		}
	}
	if end == of {
		return stretch{}, i
	}
	return s.at(which), end
}

// plainUnit reads the "year" of "end of year".
func (r *reading) plainUnit(i int) (stretch, int) {
	p, end := r.find(i, tableGrain)
	g := Grain(p.value)
	if end == i || !g.named() {
		return stretch{}, i
	}
	return stretchOver(r.unit(g, r.on), g), end
}

// hyphenEdge reads "mid-march" and "end-march", which are one word.
func (r *reading) hyphenEdge(i int) (stretch, int) {
	first, second, ok := strings.Cut(r.at(i).word, "-")
	if !ok {
		return stretch{}, i
	}
	which := Role("")
	for _, p := range r.entry(first).phrases {
		if p.table == tableRole && len(p.words) == 1 && (p.value == string(RoleMiddle) || p.value == string(RoleEnd) || p.value == string(RoleStart)) {
			which = Role(p.value)
		}
	}
	if which == "" {
		return stretch{}, i
	}
	for _, p := range r.entry(second).phrases {
		switch {
		case len(p.words) > 1:
		case p.table == tableMonth:
			year, end := r.yearBehind(i + 1)
			return r.monthIn(p.index, year).at(which), end
		case p.table == tableGrain && Grain(p.value).named() && which == RoleMiddle:
			g := Grain(p.value)
			return stretchOver(r.unit(g, r.on), g).at(which), i + 1
		}
	}
	return stretch{}, i
}

// at returns an edge of s: its last day, its first, or the one in the middle.
func (s stretch) at(edge Role) stretch {
	s.edge, s.readings, s.bare = true, nil, false
	if s.end.IsZero() {
		return s
	}
	days := int(s.end.Sub(s.start).Hours() / 24)
	switch edge {
	case RoleStart:
		s.end = s.start
		s.readings = []time.Time{s.start.AddDate(0, 0, 9), s.start.AddDate(0, 0, 14)}
	case RoleMiddle:
		s.readings = []time.Time{s.end, s.start.AddDate(0, 0, 15)}
		s.end = s.start.AddDate(0, 0, days/2)
		switch s.grain {
		case Month:
			s.end = s.start.AddDate(0, 0, 14)
		case Year: // the last day of June
			s.readings = append(s.readings, s.start.AddDate(0, 6, 0))
			s.end = s.start.AddDate(0, 6, -1)
		}
	}
	s.start = s.end
	return s
}

// unitEnd reads "year-end", "quarter's end 2026", "EOQ".
func (r *reading) unitEnd(i int) (stretch, int) {
	p, end := r.find(i, tableEnd)
	if end == i {
		return stretch{}, i
	}
	g := Grain(p.value)
	s := stretchOver(r.unit(g, r.on), g)
	if year, after := r.yearBehind(end); after > end && g == Year {
		s = r.yearStretch(year)
		end = after
	}
	s.start, s.edge, s.bare = s.end, true, true
	return s, end
}
