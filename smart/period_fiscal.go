package smart

import "strconv"

// fiscal reads "this fiscal year", "FY26", "fiscal 2026", "the next fiscal quarter".
// It cannot be dated unless the options tell when fiscal years start.
func (r *reading) fiscal(i int) (stretch, int) {
	if year, ok := fiscalName(r.at(i).word); ok {
		end := i + 1
		if year == 0 {
			if year, end = r.yearAt(i + 1); end == i+1 {
				return r.fiscalEnd(i)
			}
		}
		return r.fiscalYear(year), end
	}
	next := r.is(i, RoleNext)
	year, j := r.yearAt(r.role(i, RoleThis, RoleNext))
	f := r.role(j, RoleFiscal)
	if f == j {
		return stretch{}, i
	}
	if _, end := r.find(f, tableEnd); end > f {
		s := r.fiscalUnit(Year, false)
		s.start, s.edge = s.end, true
		return s, end
	}
	p, end := r.find(f, tableGrain)
	g := Grain(p.value)
	if r.word(end, "end") && end > f {
		end++
	}
	if y, to := r.yearAt(end); to > end {
		year, end = y, to
	}
	switch {
	case year != 0 && (g == Year || g == ""):
		return r.fiscalYear(year), end
	case g == "":
		return stretch{}, i
	}
	return r.fiscalUnit(g, next), end
}

// fiscalEnd reads "FY end", "FY-end".
func (r *reading) fiscalEnd(i int) (stretch, int) {
	j := i + 1
	if r.word(j, "-") {
		j++
	}
	if !r.word(j, "end") && !r.word(j, "close") {
		return stretch{}, i
	}
	s := r.fiscalUnit(Year, false)
	s.start, s.edge = s.end, true
	return s, j + 1
}

// fiscalUnit returns the present fiscal year, half or quarter, or the next.
func (r *reading) fiscalUnit(g Grain, next bool) stretch {
	if r.options.FiscalYear == 0 || !g.named() {
		return stretch{need: NeedsFiscalYear, grain: g, bare: true}
	}
	u := r.unit(g, r.on)
	if g == Year {
		u = r.kpi.Year(r.on)
	}
	if next {
		u = u.Next()
	}
	s := stretchOver(u, g)
	s.bare = true
	return s
}

// fiscalName reads "fy26", "fy2026"; "fy" alone is year 0.
func fiscalName(word string) (int, bool) {
	if len(word) < 2 || word[:2] != "fy" {
		return 0, false
	}
	if word == "fy" {
		return 0, true
	}
	n, err := strconv.Atoi(word[2:])
	switch {
	case err != nil || n < 0:
		return 0, false
	case len(word) == 4:
		return 2000 + n, true
	}
	return n, len(word) == 6
}

func (r *reading) fiscalYear(year int) stretch {
	if r.options.FiscalYear == 0 {
		return stretch{need: NeedsFiscalYear, grain: Year, bare: true}
	}
	s := stretchOver(r.kpi.Year(r.fiscalStart(year)), Year)
	s.bare = true
	return s
}
