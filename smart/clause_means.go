package smart

// claimMeans notes tokens i..end as means.
func (r *reading) claimMeans(i, end int) {
	for k := i; k < end; k++ {
		r.tokens[k].means = true
	}
	r.mark(Means, i, end)
}

// meansAt reads what says how the goal is to be reached: "by posting daily, ...",
// "through partner promotions". It goes on to the end of the sentence.
// It has none before the verb.
func (r *reading) meansAt(i, to int, s *sentence) int {
	if i == s.from {
		return r.fronted(i, to)
	}
	if s.frame || r.at(i).use != unused {
		return i
	}
	if r.word(i, ",") && r.gerund(i+1) && !r.gerund(s.open.verb.from) && !r.results(i) && r.has(i+1, tableVerb) { // ", paying in 50 a month"
		return r.meansEnd(i+1, to)
	}
	if j := r.role(i, RoleBy); j > i {
		for r.manner(j) {
			j++
		}
		if !r.gerund(j) {
			return i
		}
		return r.meansEnd(j, to)
	}
	j := r.role(i, RoleVia)
	if j == i {
		return i
	}
	if r.has(r.role(j, RoleArticle, RolePossessive), tableChannel) {
		return i
	}
	return r.meansEnd(j, to)
}

// measuredMeans returns where the verb of the means at i stands if they are what is
// measured, since nothing before them is: "win more orders by raising conversion from
// 2% to 3%". It is i where they are not.
func (r *reading) measuredMeans(i int, s *sentence) int {
	j := r.role(i, RoleBy)
	if j == i || i == s.from {
		return i
	}
	for r.manner(j) {
		j++
	}
	class, _, end := r.anyVerb(j)
	if !class.moves() || r.counts(s.from, i) || !r.moved(end, s.to) {
		return i
	}
	return j
}

// moved reports whether a change or a level stands behind "by", "from" or "to" in the
// tokens from i on.
func (r *reading) moved(i, to int) bool {
	const far = 20
	for k := i; k < min(to, i+far) && r.at(k).word != ","; k++ {
		if q, end := r.quantity(k); end > k && (q.lead == RoleBy || q.lead == RoleFrom || q.lead == RoleTo) {
			return true
		}
	}
	return false
}

// openMeans opens a clause at the verb at i, behind the "by" of means, and returns
// where the verb ends.
func (r *reading) openMeans(i int, s *sentence) int {
	class, factor, end := r.anyVerb(i)
	s.next(i, clause{stretchOf: stretchOf{i, s.to}, verb: stretchOf{i, end}, class: class, factor: factor})
	return end
}

// fronted returns where what says how at the start of a sentence ends, at a comma:
// "With the help of two interns, ...", "By offering more, ...".
func (r *reading) fronted(i, to int) int {
	const most = 14 // words
	j := r.role(i, RoleBy)
	switch {
	case j > i && r.gerund(j):
	case r.is(i, RoleVia), r.is(i, RoleWith) && !r.is(i, RoleOn, RoleAt):
	default:
		return i
	}
	for k := j + 1; k < min(to, i+most); k++ {
		if r.word(k, ",") {
			return k
		}
		if r.at(k).use == usePeriod {
			return i
		}
	}
	return i
}

// meansEnd returns where a phrase of means that began before i ends.
func (r *reading) meansEnd(i, to int) int {
	for i < to && r.at(i).word != ";" && !r.results(i) {
		i++
	}
	return i
}

// results reports whether what comes of means begins at the comma at token i: ",
// trimming the bill by 8%".
func (r *reading) results(i int) bool {
	if r.at(i).word != "," || !r.gerund(i+1) {
		return false
	}
	class, _, _ := r.anyVerb(i + 1)
	const far = 8
	return class.moves() && r.counts(i+2, i+2+far)
}

// inMeans reports whether token i is part of a phrase of means.
func (r *reading) inMeans(i int) bool { return r.at(i).means }
