package smart

// offset reads "two weeks after year-end", "a month before Christmas", "three days
// before the launch": so long from a day.
func (r *reading) offset(i int) (stretch, int) {
	n, j := r.numeral(i)
	count, ok := whole(n)
	if j == i && r.is(i, RoleArticle) && !r.has(i+1, tablePart) { // not "by a half before June"
		count, ok, j = 1, true, i+1
	}
	p, end := r.find(j, tableGrain)
	g := Grain(p.value)
	if !ok || j == i || end == j || r.is(j, RoleOften) || !g.named() && g != Fortnight {
		return stretch{}, i
	}
	before := r.is(end, RoleBefore)
	if !before && !r.is(end, RoleAfter) {
		return stretch{}, i
	}
	day := r.role(end, RoleBefore, RoleAfter)
	s, to := r.calendarPhrase(day)
	if to == day {
		if s, to = r.eventPhrase(day); to == day {
			return stretch{}, i
		}
	}
	if s.end.IsZero() {
		return s, to
	}
	t := backwards(s.start, g, count)
	if !before {
		if t, ok = after(s.end, g, count); !ok {
			return stretch{}, i
		}
	}
	return dayStretch(t), to
}
