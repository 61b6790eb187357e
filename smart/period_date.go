package smart

// date reads a day: "2026-03-05", "12/31/2026", "31.12.2026", "May 15th, 2026",
// "the 1st of May", "15 May".
func (r *reading) date(i int) (stretch, int) {
	for _, read := range [...]func(int) (stretch, int){r.isoDate, r.slashDate, r.pointDate, r.monthDay, r.dayMonth, r.dayOnly} {
		if s, end := read(i); end > i {
			return s, end
		}
	}
	return stretch{}, i
}

// number returns the value of the digits at token i, -1 if they are no whole number
// of at most nine digits.
func (r *reading) number(i int) int { return r.at(i).whole }

// joined reads numbers with a symbol between, without spaces: "2026-03-05".
func (r *reading) joined(i int, symbol string) (a, b, c, end int) {
	if r.at(i+1).word != symbol || !r.tight(i+1) || !r.tight(i+2) || r.number(i) < 0 || r.number(i+2) < 0 {
		return 0, 0, 0, i
	}
	a, b, c, end = r.number(i), r.number(i+2), -1, i+3
	if r.at(i+3).word == symbol && r.tight(i+3) && r.tight(i+4) && r.number(i+4) >= 0 {
		c, end = r.number(i+4), i+5
	}
	return a, b, c, end
}

func (r *reading) isoDate(i int) (stretch, int) {
	a, b, c, end := r.joined(i, "-")
	if end != i+5 {
		return stretch{}, i
	}
	if len(r.at(i).word) != 4 {
		return r.ordered(a, b, c, end, i)
	}
	return dayOr(a, b, c, end, i)
}

// dayOr returns a day as a stretch that ends at end, or none at i.
func dayOr(year, month, d, end, i int) (stretch, int) {
	t, ok := day(year, month, d)
	if !ok {
		return stretch{}, i
	}
	return dayStretch(t), end
}

// ordered returns the day of a month and a day whose order the options tell.
func (r *reading) ordered(a, b, year, end, i int) (stretch, int) {
	month, d := a, b
	if r.options.DayFirst && b <= 12 || a > 12 {
		month, d = b, a
	}
	if year >= 0 && year < 100 {
		year += 2000
	}
	return dayOr(year, month, d, end, i)
}

func (r *reading) slashDate(i int) (stretch, int) {
	a, b, c, end := r.joined(i, "/")
	switch end {
	case i + 5:
		if len(r.at(i).word) == 4 {
			return dayOr(a, b, c, end, i)
		}
		return r.ordered(a, b, c, end, i)
	case i + 3:
		return r.shortDate(i, a, b, end)
	}
	return stretch{}, i
}

// shortDate reads "12/31" behind a preposition; elsewhere it is a fraction.
// "06/2026" is a month.
func (r *reading) shortDate(i, a, b, end int) (stretch, int) {
	if 1 <= a && a <= 12 && len(r.at(i+2).word) == 4 {
		return stretchOver(r.month(b, a), Month), end
	}
	if !r.is(i-1, RoleBy, RoleUntil, RoleBefore, RoleOn, RoleFrom) || r.countable(end) {
		return stretch{}, i
	}
	month, d := a, b
	if r.options.DayFirst && b <= 12 || a > 12 {
		month, d = b, a
	}
	t, ok := r.comingDay(month, d)
	if !ok {
		return stretch{}, i
	}
	return dayStretch(t), end
}

// pointDate reads "31.12.2026", which is one token.
func (r *reading) pointDate(i int) (stretch, int) {
	t := r.at(i)
	if t.kind != numberToken || t.value.Given() {
		return stretch{}, i
	}
	var parts [3]int
	k := 0
	for _, b := range []byte(t.word) {
		switch {
		case b == '.' && k < 2:
			k++
		case isDigit(b) && parts[k] < 1e5:
			parts[k] = 10*parts[k] + int(b-'0')
		default:
			return stretch{}, i
		}
	}
	if k < 2 {
		return stretch{}, i
	}
	if parts[0] > 31 {
		return dayOr(parts[0], parts[1], parts[2], i+1, i)
	}
	if parts[2] < 100 {
		parts[2] += 2000
	}
	return dayOr(parts[2], parts[1], parts[0], i+1, i)
}

// dayNumber reads the day of a month, "15" or "15th".
func (r *reading) dayNumber(i int) (int, int) {
	n := r.number(i)
	if n < 1 || n > 31 {
		return 0, i
	}
	if r.is(i+1, RoleOrdinal) && r.tight(i+1) {
		return n, i + 2
	}
	return n, i + 1
}

// monthDay reads "May 15th, 2026".
func (r *reading) monthDay(i int) (stretch, int) {
	month, j := r.monthAt(i)
	d, end := r.dayNumber(r.role(j, RoleArticle))
	if j == i || end <= j || end == r.role(j, RoleArticle) || r.quantified(end) {
		return stretch{}, i
	}
	return r.dayIn(month, d, end, i)
}

// quantified reports whether what stands at i makes the number before it an
// amount: "in May 20% more", "by June 30k".
func (r *reading) quantified(i int) bool {
	return r.is(i, RolePercent) || r.has(i, tableMagnitude) && r.tight(i) || r.has(i, tableUnit) && r.at(i).kind == wordToken
}

// dayMonth reads "15 May 2026", "1st of May".
func (r *reading) dayMonth(i int) (stretch, int) {
	d, j := r.dayNumber(i)
	if j == i {
		return stretch{}, i
	}
	month, end := r.monthAt(r.role(j, RoleOf))
	if end == r.role(j, RoleOf) {
		return stretch{}, i
	}
	return r.dayIn(month, d, end, i)
}

// dayIn returns the day of a month, in the year that may stand at end. A day that
// the month does not have is its last.
func (r *reading) dayIn(month, d, end, i int) (stretch, int) {
	year, to := r.yearBehind(end)
	t, ok := r.comingDay(month, d)
	if to > end {
		t, ok = day(year, month, d)
	}
	if !ok {
		m := r.monthIn(month, year)
		if m.end.IsZero() {
			return stretch{}, i
		}
		t = m.end
	}
	return dayStretch(t), to
}

// dayOnly reads "the 15th", the next one to come.
func (r *reading) dayOnly(i int) (stretch, int) {
	d, end := r.dayNumber(i)
	if end != i+2 || !r.is(i-1, RoleArticle) || r.countable(end) {
		return stretch{}, i
	}
	m := r.unit(Month, r.on)
	for range 12 {
		if t, ok := day(m.Start.Year(), int(m.Start.Month()), d); ok && !t.Before(r.on) {
			s := dayStretch(t)
			s.bare = false
			return s, end
		}
		m = m.Next()
	}
	return stretch{}, i
}
