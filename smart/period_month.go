package smart

// monthAt reads the name of a month, with a full stop.
func (r *reading) monthAt(i int) (int, int) {
	p, end := r.find(i, tableMonth)
	if end == i || !r.sure(i) {
		return 0, i
	}
	if r.at(end).word == "." && r.tight(end) && len(r.at(i).word) <= 4 && r.at(end+1).kind != 0 && !r.at(end).ends {
		end++
	}
	return p.index, end
}

// monthName reads "May", "May 2026", "the month of May".
func (r *reading) monthName(i int) (stretch, int) {
	j := i
	if p, end := r.find(i, tableGrain); end > i && Grain(p.value) == Month && r.is(end, RoleOf) {
		j = r.role(end, RoleOf)
	}
	month, end := r.monthAt(j)
	if end == j {
		return stretch{}, i
	}
	year, to := r.yearBehind(end)
	s := r.monthIn(month, year)
	s.bare = to > end
	return s, to
}

// monthIn returns a month of a year; year 0 stands for the next one not over.
func (r *reading) monthIn(month, year int) stretch {
	if year == 0 {
		return stretchOver(r.comingMonth(month), Month)
	}
	return stretchOver(r.month(year, month), Month)
}

// yearBehind reads a year behind a month or a day: "2026", ", 2026", "of 2026",
// "next year".
func (r *reading) yearBehind(i int) (int, int) {
	j := i
	if r.at(j).word == "," {
		j++
	}
	j = r.role(j, RoleOf)
	if year, end := r.yearAt(j); end > j && (j == i || r.at(i).word != "," || !r.countable(end)) {
		return year, end
	}
	if s, end := r.thisUnit(r.role(j, RoleArticle)); end > j && s.grain == Year && s.duration == "" {
		return s.end.Year(), end
	}
	return 0, i
}

// yearAt reads four digits from 1900 to 2199, or "'26".
func (r *reading) yearAt(i int) (int, int) {
	n := r.number(i)
	if n >= 1900 && n < 2200 && len(r.at(i).word) == 4 && !r.quantified(i+1) {
		return n, i + 1
	}
	if isQuote(r.at(i).word) && r.tight(i+1) && len(r.at(i+1).word) == 2 && r.number(i+1) >= 0 {
		return 2000 + r.number(i+1), i + 2
	}
	return 0, i
}

// isQuote reports whether a symbol is an apostrophe.
func isQuote(w string) bool { return w == "'" || w == "’" }

// yearNumber reads a year by itself, "2027". It needs a preposition, and is near
// enough to be one.
func (r *reading) yearNumber(i int) (stretch, int) {
	const before, ahead = 15, 35
	year, end := r.yearAt(i)
	if end == i || year < r.on.Year()-before || year > r.on.Year()+ahead {
		return stretch{}, i
	}
	return r.yearStretch(year), end
}

func (r *reading) yearStretch(year int) stretch {
	return stretchOver(r.unit(Year, r.month(year, 1).Start), Year)
}
