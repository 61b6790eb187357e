package smart

import "github.com/goalkit/goalkit/kpi"

// sense returns the class of a clause's verb where what stands behind it decides:
// "clear the backlog" lowers it and "clear $50,000" reaches it, "pass the audit" is
// done and "pass 10,000 fans" a level, "hike 20 miles" is done and "hike prices" raises.
func (r *reading) sense(c clause) VerbClass {
	if c.verb.to == 0 || len(r.at(c.verb.from).entry.phrases) == 0 {
		return c.class
	}
	q, end := r.quantity(c.verb.to)
	isAmount := end > c.verb.to
	switch stem := r.at(c.verb.from).word; stem {
	case "clear", "clears", "clearing", "cleared":
		if r.lowGood(r.nounPhrase(r.role(max(end, c.verb.to), RoleOf, RoleFrom), c.to, plainNoun)) {
			return VerbDown
		}
	case "pass", "passes", "passing", "passed":
		if isAmount && (q.money || q.value.Cmp(kpi.Int(1000)) >= 0) {
			return VerbAttain
		}
	}
	if p, _ := r.find(c.verb.from, tableMeasure); c.class == VerbGain && p.value == "savings" && q.percent && r.is(end, RoleOn) { // "save 15% on packaging"
		return VerbDown
	}
	if c.class == VerbUp && isAmount && q.lead == "" && lengths[q.unit] {
		return VerbDo
	}
	return c.class
}

// lengths are the units of a way that is gone.
var lengths = map[string]bool{"kilometers": true, "miles": true, "meters": true}
