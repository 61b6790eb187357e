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
func (r *reading) meansAt(i, to int, frame bool) int {
	if frame || r.at(i).use != unused {
		return i
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

// meansEnd returns where a phrase of means that began before i ends.
func (r *reading) meansEnd(i, to int) int {
	for i < to && r.at(i).word != ";" {
		i++
	}
	return i
}

// inMeans reports whether token i is part of a phrase of means.
func (r *reading) inMeans(i int) bool { return r.at(i).means }
