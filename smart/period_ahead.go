package smart

// durationAhead reads "the next 45 days", "six weeks", "a year", "a 90-day period":
// a duration that starts today.
func (r *reading) durationAhead(i int) (stretch, int) {
	j := r.role(i, RoleArticle, RolePossessive, RoleThis)
	if p, end := r.find(j, tableGrain); end > j && j > i && r.word(end, "ahead") {
		if s, ok := r.ahead(Grain(p.value), 1); ok {
			return s, end + 1
		}
	}
	next := r.role(j, RoleNext)
	if p, end := r.find(next, tableGrain); next > j && (Grain(p.value) == Fortnight || Grain(p.value) == Decade) {
		if s, ok := r.ahead(Grain(p.value), 1); ok {
			return s, end
		}
	}
	j = r.role(next, RoleAbout)
	if next == r.role(i, RoleArticle) { // no "next": the article may be the number
		j = r.role(r.role(i, RoleAbout), RoleArticle)
		if r.at(j).kind == wordToken && !r.has(j, tableNumber) && r.is(i, RoleArticle) && r.at(i).word != "the" {
			return r.oneUnit(i)
		}
		if _, end := r.numeral(i); end > i {
			j = i
		}
	}
	s, end := r.duration(j)
	if end == j {
		return s, i
	}
	return s, end
}

// oneUnit reads "a year", "a year and a half".
func (r *reading) oneUnit(i int) (stretch, int) {
	p, end := r.find(i+1, tableGrain)
	g := Grain(p.value)
	if end == i+1 || r.is(i+1, RoleOften) || g == Half {
		return stretch{}, i
	}
	if r.at(end).word == "and" && r.at(end+1).word == "a" && r.at(end+2).word == "half" {
		if s, ok := r.ahead(g.halves(3)); ok {
			return s, end + 3
		}
	}
	s, ok := r.ahead(g, 1)
	if !ok {
		return stretch{}, i
	}
	return s, r.durationTail(end)
}

// duration reads "45 days", "six weeks", "90-day period", "1.5 years".
func (r *reading) duration(i int) (stretch, int) {
	n, j := r.numeral(i)
	if j == i {
		return r.halfOf(i)
	}
	hyphen := r.at(j).word == "-" && r.tight(j) && r.tight(j+1)
	if hyphen {
		j++
	}
	p, end := r.find(j, tableGrain)
	g := Grain(p.value)
	if end == j || r.is(j, RoleOften) {
		return stretch{}, i
	}
	if hyphen || r.is(end, RoleSpan) {
		if span := r.role(end, RoleSpan); span > end {
			end = span
		} else {
			return stretch{}, i
		}
	}
	count, ok := whole(n)
	if !ok {
		if count, ok = whole(n.Add(n)); !ok {
			return stretch{}, i
		}
		g, count = g.halves(count)
	}
	s, ok := r.ahead(g, count)
	if !ok {
		return stretch{}, i
	}
	return s, r.durationTail(end)
}

// halfOf reads "half a year".
func (r *reading) halfOf(i int) (stretch, int) {
	part, j := r.find(i, tablePart)
	unit := r.role(j, RoleArticle)
	p, end := r.find(unit, tableGrain)
	if part.value != "50" || unit == j || end == unit || r.is(unit, RoleOften) {
		return stretch{}, i
	}
	s, ok := r.ahead(Grain(p.value).halves(1))
	if !ok {
		return stretch{}, i
	}
	return s, r.durationTail(end)
}

// durationTail reads what may stand behind a duration: "'s time", "from now".
func (r *reading) durationTail(i int) int {
	if w := r.at(i).word; (w == "'" || w == "’") && r.is(i+1, RoleTime) {
		i++
	}
	if r.is(i, RoleTime) || r.word(i, "ahead") {
		i++
	}
	if r.is(i, RoleFrom) && r.is(i+1, RoleNow) {
		i += 2
	}
	return i
}

// halves returns n half grains as a count of smaller ones.
func (g Grain) halves(n int) (Grain, int) {
	switch g {
	case Year:
		return Month, 6 * n
	case Decade:
		return Year, 5 * n
	case Fortnight:
		return Week, n
	case Month:
		return Day, 15 * n
	case Week:
		return Day, 7 * n / 2
	}
	return "", 0
}

// ahead returns the stretch of n grains from today. It reports false for grains
// shorter than a day and ends outside the years 0 to 9999.
func (r *reading) ahead(g Grain, n int) (stretch, bool) {
	end, ok := after(r.on, g, n)
	if !ok {
		return stretch{}, false
	}
	return stretch{start: r.on, end: end, grain: g, edge: true, duration: isoDuration(g, n)}, true
}
