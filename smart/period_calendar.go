package smart

import (
	"strings"
	"time"
)

// calendarPhrase reads an expression that names days: "the end of Q3", "May 15, 2026",
// "this year", "year-end", "the first week of June", "Friday".
func (r *reading) calendarPhrase(i int) (stretch, int) { return r.calendarDeep(i, 0) }

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
	if s, end := r.edge(j, depth); end > j {
		return s, end
	}
	if s, end := r.partOf(j, depth); end > j {
		return s, end
	}
	for _, read := range [...]func(int) (stretch, int){
		r.unitEnd, r.date, r.fiscal, r.thisUnit, r.namedPart, r.weekdayName, r.dayName, r.monthName, r.term, r.yearTerm, r.yearNumber,
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
	return stretchOver(r.part(g, part.n, 0), g), i
}

// nth returns a part of a stretch: the n-th group of so many grains, or the last.
func (r *reading) nth(s stretch, g Grain, part partNumber) stretch {
	out := stretch{start: s.start, end: s.end, grain: g, bare: true}
	if part.last {
		out.start = backwards(s.end.AddDate(0, 0, 1), g, part.count)
		return out
	}
	start, ok := after(s.start, g, (part.n-1)*part.count)
	end, ok2 := after(s.start, g, part.n*part.count)
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

// thisUnit reads "this year", "next quarter", "the coming month", "this May", "next Friday".
func (r *reading) thisUnit(i int) (stretch, int) {
	w := which{this: r.is(i, RoleThis)}
	j := i
	for r.is(j, RoleThis, RoleNext) && j < i+2 {
		w.next = w.next || r.is(j, RoleNext)
		j = r.role(j, RoleThis, RoleNext)
	}
	if j == i {
		return stretch{}, i
	}
	p, end := r.find(j, tableGrain)
	if g := Grain(p.value); end > j && g.named() && g != Day && (!r.is(j, RoleOften) || r.word(j, "quarter")) {
		return r.thisGrain(g, w), end
	}
	if p, end := r.find(j, tableMonth); end > j {
		s := r.monthIn(p.index, 0)
		s.bare = true
		return s, end
	}
	if p, end := r.find(j, tableWeekday); end > j {
		return r.thisWeekday(p.index, w), end
	}
	return stretch{}, i
}

// which says which of several: this one, the next one, or, with both, the coming one.
type which struct{ this, next bool }

// thisGrain returns the present grain or the next. "This coming year" is counted
// from today.
func (r *reading) thisGrain(g Grain, w which) stretch {
	u := r.unit(g, r.on)
	if w.next {
		u = u.Next()
	}
	s := stretchOver(u, g)
	s.bare, s.rolling = true, w.next
	if w.this && w.next {
		return r.rolled(s)
	}
	if end, ok := after(r.on, g, 1); ok && w.next {
		s.readings = append(s.readings, end)
	}
	return s
}

// thisWeekday returns the next day of that name; the "next" one is not in the week
// of today.
func (r *reading) thisWeekday(n int, w which) stretch {
	t := r.weekday(n)
	if w.this || !w.next || !r.unit(Week, t).Start.Equal(r.unit(Week, r.on).Start) {
		return dayStretch(t)
	}
	s := dayStretch(t.AddDate(0, 0, 7))
	s.readings = append(s.readings, t)
	return s
}

// namedPart reads "Q3", "H1 2026", "2026 Q2", "Q3 of next year".
func (r *reading) namedPart(i int) (stretch, int) {
	year, j := r.yearAt(i)
	if j > i && r.word(j, "-") && r.tight(j) {
		j++
	}
	g, n := partName(r.at(j).word)
	end := j + 1
	if n == 0 {
		return stretch{}, i
	}
	fiscal := false
	if year == 0 {
		year, fiscal, end = r.yearOfPart(end)
	}
	if fiscal && r.options.FiscalYear == 0 {
		return stretch{need: NeedsFiscalYear, grain: g, bare: true}, end
	}
	s := stretchOver(r.part(g, n, year), g)
	s.bare = true
	return s, end
}

// yearOfPart reads the year behind "Q3": "2026", "of this year", "FY26"; 0 if there
// is none.
func (r *reading) yearOfPart(i int) (year int, fiscal bool, end int) {
	of := r.role(i, RoleOf, RoleIn)
	if w := r.at(of).word; w == "," || w == "/" || w == "-" {
		of++
	}
	if y, to := r.yearAt(of); to > of {
		return y, false, to
	}
	if s, to := r.thisUnit(r.role(of, RoleArticle)); to > of && s.grain == Year {
		return s.end.Year(), false, to
	}
	if _, to := r.fiscal(of); to > of {
		y, _ := fiscalName(r.at(of).word)
		return y, true, to
	}
	if _, to := r.bareUnit(of); to > of && r.is(i, RoleOf) {
		return r.on.Year(), false, to
	}
	return 0, false, i
}

// partName reads "q3" and "h1".
func partName(word string) (Grain, int) {
	word = stem(word)
	if len(word) != 2 {
		return "", 0
	}
	n := int(word[1]) - '0'
	switch {
	case word[0] == 'q' && 1 <= n && n <= 4:
		return Quarter, n
	case word[0] == 'h' && 1 <= n && n <= 2:
		return Half, n
	}
	return "", 0
}

// weekdayName reads "Friday", the next one to come; before a date it is passed over.
func (r *reading) weekdayName(i int) (stretch, int) {
	p, end := r.find(i, tableWeekday)
	if end == i || !r.sure(i) {
		return stretch{}, i
	}
	if r.at(end).word == "," {
		if s, to := r.date(end + 1); to > end+1 {
			return s, to
		}
	}
	if s, to := r.date(end); to > end {
		return s, to
	}
	s := dayStretch(r.weekday(p.index))
	s.bare = false
	if int(r.on.Weekday()) == p.index%7 {
		s.readings = append(s.readings, r.on)
	}
	return s, end
}

// dayName reads "tomorrow", "Christmas", "New Year's Eve 2026".
func (r *reading) dayName(i int) (stretch, int) {
	p, end := r.find(i, tableDay)
	if end == i {
		return stretch{}, i
	}
	if n, ok := daysFromToday(p.value); ok {
		return dayStretch(r.on.AddDate(0, 0, n)), end
	}
	month, d, _ := dayOfYear(p.value)
	t, ok := r.comingDay(month, d)
	if year, to := r.yearBehind(end); to > end {
		t, ok = day(year, month, d)
		end = to
	}
	if !ok {
		return stretch{}, i
	}
	s := dayStretch(t)
	s.bare = false
	return s, end
}

// sure reports whether token i, which may be a common word as well ("may", "march",
// "sun"), is meant as a part of the calendar.
func (r *reading) sure(i int) bool {
	switch r.at(i).word {
	case "may", "march", "mar", "sat", "sun", "mon", "wed", "jan", "dec":
	default:
		return true
	}
	if r.is(i-1, RoleBy, RoleUntil, RoleIn, RoleBefore, RoleOf, RoleFrom, RoleOn, RoleThis, RoleNext, RoleEnd, RoleStart, RoleMiddle, RoleStarting) {
		return true
	}
	return r.at(i).upper && i > 0 || r.at(i+1).kind == numberToken || r.at(i-1).kind == numberToken
}
