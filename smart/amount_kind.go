package smart

import (
	"github.com/goalkit/goalkit/kpi"
	"github.com/goalkit/goalkit/kpi/marketing"
)

// kindOf says what an amount without "by" and without "from" is.
func (r *reading) kindOf(c clause, q quantity) AmountKind {
	switch {
	case q.negative && q.leads(), q.multiple && r.isFactor(c, q):
		return ToValue
	case q.multiple, (q.change != "" || q.extra && c.class != VerbMaintain) && q.percent, q.part && q.lead != RoleTo && (c.class == VerbDown || c.class == VerbUp):
		return Relative
	case r.performed(c, q), r.entered(c, q):
		return Absolute
	case c.class == VerbMaintain:
		return ToValue
	case q.points && (q.change != "" || c.class == VerbUp || c.class == VerbDown), q.change != "" && q.fresh && c.class != VerbAttain:
		return Absolute
	case q.leads() && (q.lead != RoleOf || !q.money), q.level && c.class.moves() && q.change == "":
		return ToValue
	case q.percent && c.class.moves() && (!r.is(q.to, RoleOf) || c.class == VerbDown) && !r.isRate(q.to):
		return Relative
	case q.percent:
		return ToValue
	case c.class == VerbAttain, q.bound != "" && (c.class.moves() || r.getting(c)) && q.from > c.verb.to,
		r.had(c, q), c.class == "" && r.precededByNoun(q), r.bareLevel(c, q):
		return ToValue
	}
	return Absolute
}

// leads reports whether the preposition before a quantity is that of a level.
func (q *quantity) leads() bool { return q.lead == RoleTo || q.lead == RoleOf || q.lead == RoleAt }

// had reports whether a quantity is what one is to have: "have 20 clients", "have
// 9,000 in my account".
func (r *reading) had(c clause, q quantity) bool {
	return c.class == VerbState && !r.getting(c) && !q.fresh && (!q.money || r.is(q.to, RoleIn, RoleOn) && r.is(q.to+1, RolePossessive))
}

// performed reports whether so many things are ensured to be done: "ensure that each
// manager books four calls".
func (r *reading) performed(c clause, q quantity) bool {
	k := r.ensured(c, q)
	return k >= 0 && !q.percent && !perfect[r.at(k).word]
}

// entered reports whether a quantity is new places to go to: "expand to five new cities".
func (r *reading) entered(c clause, q quantity) bool {
	return q.lead == RoleTo && q.fresh && q.from == c.verb.to+1 && !q.percent && r.rateOfAmount(c) == nil
}

// isFactor reports whether a multiple is the level of a metric that is a quotient,
// and no change: "a ROAS of 4x".
func (r *reading) isFactor(c clause, q quantity) bool {
	if q.lead == RoleBy || c.class == VerbMultiply {
		return false
	}
	id, _, ok := r.kpiOf(r.metricOf(c, finding{ok: true, quantity: q}))
	k, found := marketing.Find(id)
	return ok && found && k.Unit == kpi.Fraction
}

// bareLevel reports whether a bound or zero stands for a level without a verb that
// says so: "zero incidents", "no more than five bugs", "uptime >= 99%", "pull the cost
// under $65".
func (r *reading) bareLevel(c clause, q quantity) bool {
	if c.class == VerbGain && q.bound != "" && q.level && !r.adjoins(c, q) { // "pull the cost under $65"
		return true
	}
	if r.word(q.from, "up") && c.verb.from == q.from { // "trust score up to 85"
		return true
	}
	if c.class == "" && (r.word(q.from, "total") || q.value.Sign() == 0 || q.bound == AtMost || q.bound == LessThan) {
		return true
	}
	return q.bound != "" && r.at(q.from).kind == symbolToken
}

// moves reports whether verbs of this class change a level.
func (v VerbClass) moves() bool { return v == VerbUp || v == VerbDown || v == VerbImprove }

// isRate reports whether what stands at i, behind a percentage, is a share that it
// is the level of: "30% market share".
func (r *reading) isRate(i int) bool {
	const near = 4
	for k := i; k < i+near; k++ {
		if r.at(k).kind != wordToken || r.at(k).use != unused {
			return false
		}
		if r.word(k, "share") {
			return true
		}
	}
	return false
}

// precededByNoun reports whether a quantity follows what it measures: "NPS 60".
func (r *reading) precededByNoun(q quantity) bool {
	k := q.from - 1
	if r.word(k, ":") { // "order size: 62"
		k--
	}
	return r.at(k).kind == wordToken && r.at(k).use == unused && !r.countable(q.to)
}
