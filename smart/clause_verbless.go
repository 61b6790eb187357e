package smart

// unknownVerb takes a word that the lexicon does not know for an activity where a
// verb stands: at the start or behind "to" or "will", before an article or a number.
func (r *reading) unknownVerb(c *clause) {
	for i := c.from; i < c.to; i++ {
		t := r.at(i)
		first := i == c.from || r.at(i-1).use == usePeriod || r.at(i-1).word == "," && i > c.from && r.at(i-2).use == usePeriod
		if !first && !r.is(i-1, RoleTo, RoleModal) || t.kind != wordToken || t.use != unused || len(t.entry.phrases) > 0 {
			continue
		}
		next := r.at(i + 1)
		if plural(t.word) || next.use != unused || !r.is(i+1, RoleArticle, RolePossessive, RoleSome, RoleMore) && next.kind != numberToken && !r.has(i+1, tableNumber) {
			continue
		}
		c.verb, c.class, c.hedgeOnly = stretchOf{i, i + 1}, VerbComplete, false
		return
	}
}

// looseVerb finds the verb of a sentence in which none stands where a verb should:
// "Sales increase by 10%".
func (r *reading) looseVerb(c *clause) {
	const near = 5
	for i := c.from; i < min(c.to, c.from+near); i++ {
		if r.hasChange(i) {
			return // "a reduction in paper use by 2027"
		}
	}
	for i := c.from + 1; i < c.to; i++ {
		class, factor, end := r.anyVerb(i)
		if end == i || class == VerbHedge || r.is(i-1, RoleArticle, RoleStop, RoleBy, RoleOf, RoleIn, RoleFor, RoleOn, RoleWith) || r.at(i-1).kind != wordToken && r.at(i-1).use == unused {
			continue
		}
		k := r.role(end, RoleBy, RoleFrom, RoleTo, RoleAbout)
		_, isQuantity := r.quantity(k)
		if k > end && isQuantity > k || r.at(end).use == usePeriod {
			c.verb, c.class, c.factor = stretchOf{i, end}, class, factor
			return
		}
	}
}
