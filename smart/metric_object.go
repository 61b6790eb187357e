package smart

import "strings"

// object finds the noun phrase: behind the amount that follows the verb, or
// between verb and amount, or before the verb.
func (r *reading) object(c clause, f finding) noun {
	q := f.quantity
	counted := f.ok && f.bySpan.IsEmpty() && (f.baseline == nil || q.lead == "" && f.baseline.from > q.from) && q.lead != RoleBy && q.lead != RoleTo && q.lead != RoleAt && (q.lead != RoleOf || q.change != "")
	if counted && (q.lead == RoleWith || c.class == "" && q.lead == RoleFor) {
		return noun{}
	}
	if counted {
		if n, ok := r.countedObject(c, q); ok {
			return n
		}
	}
	start := r.objectStart(c)
	switch {
	case f.present:
		start = f.baseline.noun
	case counted && q.from == start: // "gain two points on the index"
		start = q.noun
	}
	n := r.nounPhrase(start, c.to, plainNoun)
	switch {
	case r.unmeasured(c, f, n):
		return noun{}
	case n.given():
		return r.withoutChange(c, n)
	case c.verb.to == 0 && f.baseline != nil: // "from 12 to 20 schools"
		return r.nounPhrase(q.noun, c.to, countedNoun)
	case c.verb.to == 0:
		return n
	}
	n = r.subject(c)
	switch {
	case n.given():
	case f.ok && q.lead == RoleTo && q.from == c.verb.to+1: // "expand to 3 markets"
		return r.nounPhrase(q.noun, c.to, countedNoun)
	case f.baseline != nil: // "drop from 20 cigarettes to 5", "go from 3 to 8 cities"
		if n = r.nounPhrase(f.baseline.noun, c.to, countedNoun); !n.given() {
			n = r.nounPhrase(q.noun, c.to, countedNoun)
		}
	}
	return n
}

// countedObject finds the noun that an amount counts, and reports whether that
// settles what is measured.
func (r *reading) countedObject(c clause, q quantity) (noun, bool) {
	if c.class == VerbMaintain && q.percent && q.from <= c.verb.to || r.has(c.verb.from, tableShare) { // "refunds must not exceed 2% of orders", "make up a third of sales"
		if n := r.subject(c); n.given() {
			return n, true
		}
	}
	if !r.adjoins(c, q) {
		return noun{}, false
	}
	n := r.counted(c, q)
	return n, n.given() || c.class.activity() && (q.unit != "times" || c.verb.to == q.from)
}

// objectStart returns where the object of a clause may begin.
func (r *reading) objectStart(c clause) int {
	switch {
	case c.verb.to == 0:
		return r.nominal(c)
	case c.class == VerbDown: // "cut back on sugar"
		return r.role(c.verb.to, RoleOn)
	}
	return c.verb.to
}

// unmeasured reports whether the object of a clause is not what is measured: the
// one thing that an activity makes, or a word of change by itself.
func (r *reading) unmeasured(c clause, f finding, n noun) bool {
	switch {
	case c.verb.to == 0:
		return n.given() && r.has(n.core-1, tableChange)
	case c.class == VerbGain:
		return !f.ok && (r.thing(c) || r.settles(c, f) || r.is(c.verb.from, RoleServe))
	case !c.class.activity() || f.baseline != nil:
		return false
	case f.ok && (f.quantity.lead == RoleBy || f.quantity.lead == RoleTo || f.quantity.lead == RoleOf || f.quantity.lead == RoleAt):
		return false
	case !f.ok && r.is(c.verb.to, RoleFewer, RoleMore), r.makes(c) && r.gainful(c):
		return false
	}
	return !r.barePlural(c.verb.to, n)
}

// withoutChange drops the "rise" of "see footfall rise by 12%".
func (r *reading) withoutChange(c clause, n noun) noun {
	if c.class == VerbDo && n.core == n.to && n.core-n.from > 1 && r.has(n.core-1, tableChange) && r.is(n.to, RoleBy, RoleTo, RoleFrom) {
		n.core, n.to = n.core-1, n.to-1
	}
	return n
}

// adjoins reports whether an amount belongs to the noun behind it and not to one
// between it and the verb.
func (r *reading) adjoins(c clause, q quantity) bool {
	if c.verb.to == 0 || q.from < c.verb.from {
		return true
	}
	if r.ensured(c, q) >= 0 {
		return true
	}
	between := r.nounPhrase(c.verb.to, q.from, plainNoun)
	if q.lead == RoleFor && c.class.activity() && !r.barePlural(c.verb.to, between) { // "cook lunch for 20 guests"
		return true
	}
	return !between.given() || r.nameless(between)
}

// ensured returns the place of the verb before an amount of which a clause says that
// it shall be so, -1 without one: "make sure that the lift has 99% availability", "ensure
// that each manager books four calls".
func (r *reading) ensured(c clause, q quantity) int {
	k := q.from - 1
	if c.class != VerbMaintain || k <= c.verb.to || !r.has(k, tableVerb) || !third(r.at(k).word) && !perfect[r.at(k).word] {
		return -1
	}
	return k
}

// counted returns the noun behind an amount: "650 new LinkedIn followers",
// "$80K in MRR", "45% of trial users", "a 5% rise in sales".
func (r *reading) counted(c clause, q quantity) noun {
	start, use := r.pastWhole(r.pastLink(c, q)), countedNoun
	if r.word(q.noun, "off") || q.percent && q.change != "" {
		use = plainNoun
	}
	n := r.nounPhrase(start, c.to, use)
	if c.class.activity() && n.core == n.from+1 && r.has(n.from, tableGrain) { // "five nights a week"
		return noun{}
	}
	n.fresh = n.fresh || q.fresh && q.change == "" || r.is(q.to, RoleNew)
	return n
}

// pastLink returns where the noun behind an amount may begin: past "of", "more",
// "a month in", "worth of", "off".
func (r *reading) pastLink(c clause, q quantity) int {
	i := r.role(q.noun, RoleFewer, RoleMore)
	for r.at(i).use == useRate { // "£500 a month in donations"
		i++
	}
	if q.unit == "" {
		return r.role(i, RoleOf)
	}
	if i = r.role(i, RoleOf); q.money || q.percent || q.points || c.class != VerbDo {
		i = r.role(i, RoleIn)
	}
	if q.points || q.percent && c.class == VerbDown {
		i = r.role(i, RoleOn)
	}
	if r.word(i, "off") || c.class == VerbDown && r.is(i, RoleFrom) && r.is(i+1, RolePossessive, RoleArticle) { // "knock two minutes off my 10K time"
		i++
	}
	if r.word(i, "worth") {
		i = r.role(i+1, RoleOf)
	}
	if p, end := r.find(i, tableChange); end > i && p.value != "" && r.is(end, RoleIn, RoleOf) {
		i = r.role(end, RoleIn, RoleOf)
	}
	return i
}

// pastWhole returns i, or where "the 5" of "three of the 5 modules" ends.
func (r *reading) pastWhole(i int) int {
	j := r.role(i, RoleArticle, RolePossessive)
	if _, end := r.numeral(j); end > j && r.is(i-1, RoleOf) && r.countable(end) && !r.has(end, tableUnit) && r.at(j).use == unused {
		return end
	}
	return i
}

// nominal returns where the noun phrase of a clause without a verb begins: behind
// "growth of", "a 15 percent rise in".
func (r *reading) nominal(c clause) int {
	const near = 6
	for k := c.from; k < min(c.to, c.from+near); k++ {
		if p, end := r.find(k, tableChange); end > k && p.value != "" && r.is(end, RoleIn, RoleOf) {
			return r.role(end, RoleIn, RoleOf)
		}
	}
	k := r.label(c.from)
	for k < c.to && (r.at(k).use != unused || r.at(k).kind == symbolToken && r.at(k).word != "(") {
		k++
	}
	if _, end := r.find(k, tableChange); end > k && !r.is(k, RoleMore, RoleFewer) && r.is(end, RoleOn) {
		return c.to
	}
	return k
}

// label returns where what "KPI:" or "Target -" announces begins, i without one.
func (r *reading) label(i int) int {
	switch r.at(i).word {
	case "kpi", "target", "goal", "aim", "objective", "okr", "kr", "metric", "result":
		if r.word(i+1, ":") || r.word(i+1, "-") {
			return i + 2
		}
	}
	return i
}

// subject returns the noun phrase before a verb that has no object: "I want my
// video quality to improve", "churn drops to 3%", "waits will have been cut".
func (r *reading) subject(c clause) noun {
	const far = 14
	end := r.beforeAuxiliaries(c)
	start := c.from
	for k := end - 1; k >= max(c.from, end-far); k-- {
		if r.hedgeEnds(k) || perfect[r.at(k).word] || causes[r.at(k).word] || r.at(k).use != unused && r.at(k).use != useAdjective || r.at(k).word == "," {
			start = k + 1
			break
		}
	}
	if end-start > far || r.is(start, RolePronoun) {
		return noun{}
	}
	n := r.nounPhrase(start, end, plainNoun)
	if n.given() && n.core == start+1 && r.has(start, tableVerb) && r.is(n.to, RoleOn, RoleAt) { // "work on getting"
		return noun{}
	}
	if n.given() && r.is(n.to, RoleFor) && r.is(n.to+1, RoleArticle) { // "uptime for the booking API will be"
		inner := noun{stretchOf: stretchOf{from: n.to + 2}}
		if to := r.core(n.to+2, end, &inner); to == end && to > n.to+2 {
			n.to = to
		}
	}
	if n.to < end && !r.is(n.to, RoleIn, RoleOn, RoleAt, RoleFor, RoleFrom, RoleOf, RoleWith) {
		return noun{}
	}
	return n
}

// beforeAuxiliaries returns where what stands before the verb of a clause ends:
// before "will", "to", "are to be", "should have been".
func (r *reading) beforeAuxiliaries(c clause) int {
	i := c.verb.from
	for i > c.from && (r.is(i-1, RoleTo, RoleModal) || perfect[r.at(i-1).word] || stateForms[r.at(i-1).word] || r.manner(i-1) || r.word(i-1, "not")) {
		i--
	}
	return i
}

// hedgeEnds reports whether a hedge such as "want" ends at token k.
func (r *reading) hedgeEnds(k int) bool {
	p, end := r.find(k, tableVerb)
	return end == k+1 && VerbClass(p.value) == VerbHedge
}

// barePlural reports whether a phrase that begins at i names a kind of thing that
// could be counted, and not one thing: "more proposals", "monthly breakfasts".
func (r *reading) barePlural(i int, n noun) bool {
	if !n.given() || r.is(i, RoleArticle, RolePossessive) {
		return false
	}
	return plural(r.at(n.core-1).word) && !r.at(n.core-1).upper
}

// plural reports whether a word looks like a plural.
func plural(w string) bool {
	w = stem(w)
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is") ||
		w == "people" || w == "children" || w == "women" || w == "men" || w == "staff"
}
