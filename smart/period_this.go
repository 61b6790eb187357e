package smart

import "strings"

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
		s := r.thisGrain(g, w)
		if g == Week && strings.HasPrefix(r.at(j).word, "weekend") {
			s.start = s.end.AddDate(0, 0, -1)
		}
		return s, end
	}
	if p, end := r.find(j, tableMonth); end > j {
		s := r.monthIn(p.index, 0)
		s.bare = true
		return s, end
	}
	if p, end := r.find(j, tableWeekday); end > j {
		return r.thisWeekday(p.index, w), end
	}
	if s, end := r.dayName(j); end > j {
		return s, end
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
