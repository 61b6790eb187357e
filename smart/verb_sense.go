package smart

import "github.com/goalkit/goalkit/kpi"

// sense returns the class of a clause's verb where what stands behind it decides:
// "clear the backlog" lowers it and "clear $50,000" reaches it, "pass the audit" is
// done and "pass 10,000 fans" a level, "hike 20 miles" is done and "hike prices" raises,
// "save 15% on packaging" lowers the cost of it.
func (r *reading) sense(c clause) VerbClass {
	i := c.verb.to
	if i == 0 {
		return c.class
	}
	switch {
	case clears[r.at(c.verb.from).word]:
		q, _ := r.quantity(i)
		debt := r.nounPhrase(r.role(max(i, q.to), RoleOf, RoleFrom), c.to, plainNoun)
		if r.lowGood(debt) {
			return VerbDown
		}
	case passes[r.at(c.verb.from).word]:
		if q, end := r.quantity(i); end > i && (q.money || q.value.Cmp(kpi.Int(1000)) >= 0) {
			return VerbAttain
		}
	case c.class == VerbUp && r.at(i).kind == numberToken:
		if q, _ := r.quantity(i); lengths[q.unit] {
			return VerbDo
		}
	case c.class == VerbHelp && r.towardsLevel(i):
		return VerbAttain
	case c.class == VerbDo && r.buildsAsset(c):
		return VerbUp
	case c.class == VerbGain && r.saves(c.verb.from):
		if q, end := r.quantity(i); q.percent && r.is(end, RoleOn) {
			return VerbDown
		}
	}
	return c.class
}

// towardsLevel reports whether a level stands at i, behind "work towards": "a rating of
// 4.6".
func (r *reading) towardsLevel(i int) bool {
	const far = 6
	if !r.word(i-1, "towards") && !r.word(i-1, "toward") || !r.is(i, RoleArticle) {
		return false
	}
	for k := i + 1; k < i+far && r.at(k).kind == wordToken && r.at(k).use == unused; k++ {
		if _, end := r.quantity(k + 1); r.is(k, RoleOf) && end > k+1 {
			return true
		}
	}
	return false
}

// buildsAsset reports whether a clause builds what cannot be counted, and counts nothing:
// "build brand awareness".
func (r *reading) buildsAsset(c clause) bool {
	n := r.nounPhrase(c.verb.to, c.to, plainNoun)
	return builds[r.at(c.verb.from).word] && n.core > n.from && r.has(n.core-1, tableAsset) && !r.counts(c.verb.to, c.to)
}

// saves reports whether the verb at i measures savings.
func (r *reading) saves(i int) bool {
	p, _ := r.find(i, tableMeasure)
	return p.value == "savings"
}

// clears, passes and builds are the forms of three verbs, lengths the units of a way that is gone.
var (
	clears  = map[string]bool{"clear": true, "clears": true, "clearing": true, "cleared": true}
	passes  = map[string]bool{"pass": true, "passes": true, "passing": true, "passed": true}
	builds  = map[string]bool{"build": true, "builds": true, "building": true}
	lengths = map[string]bool{"kilometers": true, "miles": true, "meters": true}
)
