package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

// fillDirection fills the direction from the verb, the noun of change, and the levels.
func (r *reading) fillDirection(c clause, f finding) {
	d := &r.draft
	d.Verb = r.verbSlot(c)
	way, sure, span := r.direction(c, f)
	if way == "" {
		return
	}
	if span.IsEmpty() {
		span = d.Verb.Span
	}
	d.Direction = Slot[Direction]{way, span, sure}
}

func (r *reading) direction(c clause, f finding) (Direction, Confidence, Span) {
	if !f.ok && (c.able || r.isUndergone(c)) {
		return "", "", Span{}
	}
	noun, at := r.changeOf(c, f)
	nounSpan := r.span(at, at+1)
	own := c.class.moves() || c.class == VerbMultiply || c.class.activity() && (at < 0 || r.is(at, RoleMore))
	if noun != "" && !own {
		return noun, Explicit, nounSpan
	}
	if f.ok && r.word(f.quantity.noun, "off") && f.quantity.from >= c.verb.to { // "take two minutes off"
		return Decrease, Explicit, r.span(f.quantity.noun, f.quantity.noun+1)
	}
	if particle, k := r.particle(c); particle != "" {
		return particle, Explicit, r.span(k, k+1)
	}
	switch c.class {
	case VerbUp:
		return Increase, Explicit, Span{}
	case VerbDown:
		return Decrease, Explicit, Span{}
	case VerbMultiply:
		if f.quantity.change == Decrease {
			return Decrease, Explicit, Span{}
		}
		return Increase, Explicit, Span{}
	case VerbMaintain:
		return Maintain, Explicit, Span{}
	case VerbComplete, VerbDo:
		return r.doing(c, f)
	case VerbImprove, VerbAttain, VerbGain:
		return r.reaching(c, f)
	case VerbState, VerbHedge:
		return r.stating(c, f)
	case VerbHelp:
		if f.ok {
			return Do, Inferred, Span{}
		}
		return "", "", Span{}
	}
	return r.verbless(c, f)
}

// isUndergone reports whether a clause is a passive without a subject: "to be noticed
// by editors".
func (r *reading) isUndergone(c clause) bool {
	return r.word(c.verb.from-1, "be") && participleForm(r.at(c.verb.from).word) && !r.subject(c).given()
}

// reaching returns the direction of verbs that reach or improve a level: up,
// unless the levels fall or less of the metric is better.
func (r *reading) reaching(c clause, f finding) (Direction, Confidence, Span) {
	if falls(f) || r.below(c, f) {
		return Decrease, Inferred, Span{}
	}
	noun := r.metricOf(c, f)
	low := r.lowGood(noun)
	switch {
	case c.class == VerbImprove && low, low && f.kind == ToValue && (c.class == VerbAttain || r.getting(c)),
		c.class != VerbImprove && f.ok && (f.quantity.bound == LessThan || f.quantity.bound == AtMost) && (low || !noun.given()):
		return Decrease, Inferred, r.span(noun.from, noun.to)
	case c.class == VerbGain && (!f.ok || f.quantity.percent) && r.is(c.verb.from, RoleServe), // "pick up 90% of calls"
		c.class == VerbImprove && f.ok && f.kind == Absolute && f.quantity.lead == "" && f.quantity.change == "" && !f.quantity.points && f.quantity.from == c.verb.to,
		c.class == VerbGain && !f.ok && r.thing(c), low && r.closes(c), r.settles(c, f):
		return Do, Inferred, Span{}
	}
	return Increase, Explicit, Span{}
}

// closes reports whether the verb of a clause is "close", which wins deals but
// settles complaints.
func (r *reading) closes(c clause) bool {
	w := r.at(c.verb.from).word
	return w == "close" || w == "closes" || w == "closing" || w == "closed"
}

// settles reports whether a clause closes what is not won by it: "close the books".
func (r *reading) settles(c clause, f finding) bool {
	return r.closes(c) && !f.quantity.money && !r.won(r.nounPhrase(r.pastQuantity(c.verb.to, f), c.to, countedNoun))
}

// won reports whether what a noun phrase names is won when it is closed.
func (r *reading) won(n noun) bool {
	if !n.given() || n.core <= n.from {
		return true
	}
	return r.has(n.core-1, tableWon)
}

// falls reports whether the levels go down.
func falls(f finding) bool {
	if f.baseline == nil {
		return false
	}
	to := f.quantity
	if f.target != nil {
		to = *f.target
	}
	if a, b := milliseconds[to.unit], milliseconds[f.baseline.unit]; a > 0 && b > 0 { // "from 2 hours to 90 minutes"
		return times(to.value, kpi.Int(a)).Cmp(times(f.baseline.value, kpi.Int(b))) < 0
	}
	return to.value.Cmp(f.baseline.value) < 0
}

// thing reports whether the object of a clause is one thing: "a qualification".
func (r *reading) thing(c clause) bool {
	i := c.verb.to
	n := r.nounPhrase(i, c.to, plainNoun)
	if n.given() && r.has(n.core-1, tablePrize) {
		return true
	}
	if r.word(i, "the") && len(r.periods) > 0 {
		_, _, known := r.kpiOf(n)
		return n.given() && !plural(r.at(n.core-1).word) && !known && !r.has(n.core-1, tableRate)
	}
	return (r.word(i, "a") || r.word(i, "an")) && !r.is(i, RoleSome)
}

// doing returns the direction of activities. Money made is gained, and levels or
// a noun of change speak for themselves.
func (r *reading) doing(c clause, f finding) (Direction, Confidence, Span) {
	switch {
	case f.kind != Absolute && falls(f):
		return Decrease, Inferred, Span{}
	case f.ok && f.kind == ToValue && f.quantity.lead == RoleOf && r.makes(c) && r.has(c.verb.from, tableVerb) && strings.HasPrefix(r.at(c.verb.from).word, "buil"): // "build a following of 900"
		return Increase, Inferred, Span{}
	case f.baseline != nil && f.kind != Absolute, f.ok && f.quantity.lead == RoleBy && f.quantity.percent:
		return Increase, Inferred, Span{}
	case f.ok && (f.quantity.money || f.quantity.percent && r.word(c.verb.from, "make") && r.is(f.quantity.noun, RoleOf)) && r.makes(c), (!f.ok || f.quantity.lead == RoleOf) && r.makes(c) && r.gainful(c):
		return Increase, Inferred, Span{}
	case !f.ok && r.word(c.verb.to, "more") && r.closesAt(c, c.verb.to+1): // "interact more"
		return Increase, Explicit, r.span(c.verb.to, c.verb.to+1)
	case r.is(c.verb.to, RoleFewer) && !r.is(c.verb.to, RoleMore):
		return Decrease, Explicit, r.span(c.verb.to, c.verb.to+1)
	}
	return Do, Explicit, Span{}
}

// closesAt reports whether a clause has nothing more to say at i but until when.
func (r *reading) closesAt(c clause, i int) bool {
	t := r.at(i)
	return i >= c.to || t.use == usePeriod || t.kind == symbolToken || r.inMeans(i)
}

// makes reports whether the verb is one of those that money and the like come of:
// "make", "build".
func (r *reading) makes(c clause) bool {
	switch r.at(c.verb.from).word {
	case "do", "make", "makes", "making", "build", "building", "builds", "create", "creating", "deliver", "produce", "raise", "collect", "develop":
		return true
	}
	return false
}

// gainful reports whether the object of a clause is a metric that grows.
func (r *reading) gainful(c clause) bool {
	noun := r.nounPhrase(c.verb.to, c.to, plainNoun)
	_, _, ok := r.kpiOf(noun)
	return ok || r.has(noun.to-1, tableRate)
}
