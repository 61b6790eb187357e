package smart

import (
	"github.com/goalkit/goalkit/kpi"
	"github.com/shopspring/decimal"
)

// outOf reports whether "/5" or the like stands at i, which says what the best
// score is.
func (r *reading) outOf(i int) bool {
	n := r.number(i + 1)
	return r.word(i, "/") && r.tight(i) && r.tight(i+1) && (n == 5 || n == 10 || n == 20 || n == 100) && r.at(i+2).word != "/"
}

// after reads what may stand behind a number: the other end of a range, "%", "x",
// a currency, a unit, "or more", "out of ten callers".
func (r *reading) after(i int, q *quantity) int {
	i = r.otherEnd(i)
	if end := r.share(i, q); end > i {
		return end
	}
	if r.outOf(i) {
		i += 2
	}
	if r.at(i).word == "+" && r.tight(i) {
		q.bound = AtLeast
		i++
	}
	if r.at(i).word == "-" && r.tight(i) && r.tight(i+1) {
		i++
	}
	i = r.unitOf(i, q)
	if r.at(i).word == "+" && r.tight(i) && q.bound == "" { // "70%+"
		q.bound = AtLeast
		i++
	}
	if p, end := r.find(i, tableBound); end > i && postfix(p) {
		q.bound, i = Comparator(p.value), end
	}
	q.noun = i
	r.changed(i, q)
	return i
}

// unitOf reads the unit of a number: "%", "x", "points", a currency, "kg".
func (r *reading) unitOf(i int, q *quantity) int {
	p, unitEnd := r.find(i, tableUnit)
	c, moneyEnd := r.find(i, tableCurrency)
	switch {
	case r.is(i, RolePoint):
		q.points, q.unit = true, "points"
		if r.is(i, RoleBasis) {
			q.unit = "basis points"
		}
		return r.role(i, RolePoint)
	case r.is(i, RolePercent):
		return r.percent(i, q)
	case r.multiplier(i):
		q.multiply()
		return i + 1
	case r.is(i, RoleTimes):
		return r.times(i, q)
	case moneyEnd > i && !q.money && (unitEnd == i || r.at(i).kind != wordToken):
		q.money, q.unit = true, c.value
		return moneyEnd
	case q.money && moneyEnd > i && r.at(i).kind == wordToken: // "$500 USD"
		return moneyEnd
	case unitEnd > i && !q.money && r.at(i).kind == wordToken:
		q.unit = p.value
		return unitEnd
	}
	return i
}

// percent reads "%", "%-", "% points".
func (r *reading) percent(i int, q *quantity) int {
	i = r.role(i, RolePercent)
	q.percent, q.unit = true, "%"
	if r.at(i).word == "-" && r.tight(i) {
		i++
	}
	if points := r.role(i, RolePoint); points > i {
		q.percent, q.points, q.unit = false, true, "points"
		return points
	}
	return i
}

// times reads "times", "times more", "times as many".
func (r *reading) times(i int, q *quantity) int {
	end := r.role(i, RoleTimes)
	switch {
	case r.is(end, RoleMore, RoleFewer):
		q.multiply()
	case r.word(end, "as") && r.is(end+1, RoleSome) || r.word(end, "as") && r.word(end+1, "much"):
		q.multiply()
		return end + 2
	default:
		q.unit = "times"
	}
	return end
}

// otherEnd reads the rest of a range, "-15" or " to 15". The unit of its end is
// that of both.
func (r *reading) otherEnd(i int) int {
	w := r.at(i).word
	isRange := w == "-" || w == "to" && (r.is(i-2, RoleBy, RoleOf, RoleAbout) || r.has(i-2, tableVerb) && !r.has(i-2, tableRate))
	if !isRange || w == "to" && r.movesRate(i-2) {
		return i
	}
	if _, end := r.numeral(i + 1); end > i+1 && !r.ordinal(end) && r.at(i+1).use == unused {
		return end
	}
	return i
}

// multiplier reports whether token i makes the number before it a factor: "3x", "5-fold".
func (r *reading) multiplier(i int) bool {
	w := r.at(i).word
	if w == "fold" || w == "-fold" {
		return true
	}
	return w == "x" && (r.tight(i) || !r.at(i+1).spaced) && !r.rateBehind(i+1) && !r.word(i+1, "a")
}

// rateBehind reports whether how often stands at i: "4x/wk".
func (r *reading) rateBehind(i int) bool { return r.at(i).use == useRate }

// multiply turns a factor into the change that it makes, in percent.
func (q *quantity) multiply() {
	d := q.value.Decimal().Sub(decimal.NewFromInt(1)).Mul(decimal.NewFromInt(100))
	n := kpi.NumberOf(d)
	if n.Err() != nil {
		return
	}
	if n.Sign() < 0 {
		n = kpi.Int(0).Sub(n)
		q.change = Decrease
	}
	q.factor = q.value
	q.value, q.multiple, q.percent, q.unit = n, true, true, "%"
}

// asLevel returns a quantity as a level and not as a change: "a ROAS of 4x" is 4
// times, and "-10" is below zero.
func (q quantity) asLevel() quantity {
	if q.multiple && q.factor.Given() {
		q.value, q.unit, q.percent, q.multiple, q.change = q.factor, "times", false, false, ""
	}
	if q.negative {
		q.value, q.negative, q.change = kpi.Int(0).Sub(q.value), false, ""
	}
	return q
}

// changed reads "more", "fewer", "increase in", "below" behind a number.
func (r *reading) changed(i int, q *quantity) {
	for range 3 {
		p, end := r.find(i, tableChange)
		switch {
		case r.is(i, RoleNew):
			q.fresh = true
			i++
			continue
		case end > i:
			q.change, q.fresh = Direction(p.value), true
			q.noun = end
			return
		case r.at(i).kind == wordToken && r.at(i).use == unused && r.hasChange(i+1) && !r.is(i, RoleStop, RoleBy, RoleTo, RoleFrom, RoleIn, RoleAnd, RoleOf, RoleFor, RoleAt, RoleOn) && !r.is(i+1, RoleMore, RoleFewer):
			i++ // "a 10% overall increase"
			continue
		}
		return
	}
}

// hasChange reports whether a noun of change stands at i, and what changes behind it.
func (r *reading) hasChange(i int) bool {
	_, end := r.find(i, tableChange)
	return end > i && r.is(end, RoleIn, RoleOf)
}
