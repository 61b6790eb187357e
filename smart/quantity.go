package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
	"github.com/shopspring/decimal"
)

// A quantity is a number with what belongs to it.
type quantity struct {
	stretchOf
	value    kpi.Number
	lead     Role // the preposition before it
	bound    Comparator
	unit     string // "%", an ISO 4217 code, or a plural noun of the lexicon
	percent  bool
	points   bool
	money    bool
	multiple bool      // value is the change in percent that a multiple makes
	change   Direction // of the word behind it: "more", "increase in"
	part     bool      // "half", "a third"
	noun     int       // where what it counts may begin
	fresh    bool      // "new" or "more" stands behind it
}

// quantity reads "at least 20", "$1.2M", "10-15%", "3x", "half", "200 words per minute".
func (r *reading) quantity(i int) (quantity, int) {
	q := quantity{}
	if r.at(i).use != unused || r.excluded(i) {
		return q, i
	}
	j := r.before(i, &q)
	if r.at(j).use != unused || j > i && r.excluded(j) {
		return q, i
	}
	code, k := r.find(j, tableCurrency)
	if k > j {
		q.money, q.unit = true, code.value
	}
	sign := r.at(k).word == "-" && r.at(k).spaced && r.tight(k+1)
	switch {
	case sign:
		q.change = Decrease
		k++
	case r.at(k).word == "+":
		q.change = Increase
		k++
	}
	value, end := r.numeral(k)
	if end == k || end == k+1 && r.word(k, "one") && r.has(end, tablePart) {
		if q.money {
			return q, i
		}
		return r.wordQuantity(i, j, q)
	}
	if !value.Given() || r.at(k).use != unused || r.ordinal(end) {
		return q, i
	}
	q.value = value
	if end = r.after(end, &q); end == k {
		return q, i
	}
	q.stretchOf = stretchOf{i, end}
	r.lead(&q)
	return q, end
}

// before reads what may stand before a number: "at least", "about", "an average of".
func (r *reading) before(i int, q *quantity) int {
	j := i
	for range 3 {
		if next := r.role(j, RoleAbout); next > j {
			j = next
		}
		p, next := r.find(j, tableBound)
		if next == j || postfix(p) {
			continue
		}
		q.bound, j = Comparator(p.value), next
	}
	return j
}

// postfix reports whether a bound stands behind its number: "or more".
func postfix(p phrase) bool { return p.words[0] == "or" || p.words[0] == "and" }

// excluded reports whether the number at i is a name or a rank: "#1", "No. 1",
// "top 10", "page 1".
func (r *reading) excluded(i int) bool {
	if r.at(i).kind != numberToken && !r.has(i, tableNumber) {
		return false
	}
	before := r.at(i - 1).word
	if before == "." && r.at(i-2).word == "no" {
		before = "no"
	}
	switch before {
	case "#", "no", "number", "top", "page", "version", "level", "grade", "phase", "step", "chapter", "tier", "season", "unit", "section", "band", "stage", "room", "act", "iso", "code":
		r.noteRank(i, before)
		return before != "number" || r.at(i).kind == numberToken || r.word(i, "one")
	case "-":
		return r.tight(i) && r.tight(i-1) && r.at(i-2).kind == wordToken
	}
	return r.at(i).kind == numberToken && r.is(i-1, RoleArticle) && !r.word(i-1, "the") && r.has(i+1, tableMagnitude) && r.tight(i+1) && !r.countable(i+2)
}

func (r *reading) noteRank(i int, before string) {
	if before == "#" || before == "top" || before == "no" || before == "number" {
		r.mark(Rank, i-1, i+1)
	}
}

// ordinal reports whether what stands at i, behind a number, makes it no quantity:
// "20th", "30-40 year olds", "24/7", "five-star".
func (r *reading) ordinal(i int) bool {
	t := r.at(i)
	switch {
	case r.is(i, RoleOrdinal) && r.tight(i), r.is(i, RolePersonal):
		return true
	case t.word == "/" && r.tight(i) && r.tight(i+1) && r.at(i+1).kind == numberToken:
		return !r.outOf(i)
	case t.word == "-" && r.tight(i) && r.tight(i+1) && r.at(i+1).kind == wordToken:
		return !r.is(i+1, RolePercent, RolePoint) && r.at(i+1).word != "fold" && !r.has(i+1, tableCurrency)
	case t.word == ":" && r.tight(i) && r.tight(i+1), t.word == "am" || t.word == "pm",
		(t.word == "and" || t.word == "-") && r.at(i+1).kind == numberToken && (r.word(i+2, "am") || r.word(i+2, "pm")):
		return true
	}
	return false
}

// outOf reports whether "/5" or the like stands at i, which says what the best
// score is.
func (r *reading) outOf(i int) bool {
	n := r.number(i + 1)
	return r.word(i, "/") && r.tight(i) && r.tight(i+1) && (n == 5 || n == 10 || n == 20 || n == 100) && r.at(i+2).word != "/"
}

// after reads what may stand behind a number: the other end of a range, "%", "x",
// a currency, a unit, "or more".
func (r *reading) after(i int, q *quantity) int {
	i = r.otherEnd(i)
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
	p, unitEnd := r.find(i, tableUnit)
	c, moneyEnd := r.find(i, tableCurrency)
	switch {
	case r.is(i, RolePoint):
		i = r.role(i, RolePoint)
		q.points, q.unit = true, "points"
	case r.is(i, RolePercent):
		i = r.role(i, RolePercent)
		q.percent, q.unit = true, "%"
		if r.at(i).word == "-" && r.tight(i) {
			i++
		}
		if pp := r.role(i, RolePoint); pp > i {
			q.percent, q.points, q.unit, i = false, true, "points", pp
		}
	case r.multiplier(i):
		q.multiply()
		i++
	case r.is(i, RoleTimes) && r.is(i+1, RoleMore, RoleFewer):
		q.multiply()
		i++
	case r.is(i, RoleTimes):
		q.unit = "times"
		i = r.role(i, RoleTimes)
	case moneyEnd > i && !q.money && (unitEnd == i || r.at(i).kind != wordToken):
		q.money, q.unit = true, c.value
		i = moneyEnd
	case q.money && moneyEnd > i && r.at(i).kind == wordToken:
		i = moneyEnd // "$500 USD"
	case unitEnd > i && !q.money && r.at(i).kind == wordToken:
		q.unit = p.value
		i = unitEnd
	}
	if p, end := r.find(i, tableBound); end > i && postfix(p) {
		q.bound, i = Comparator(p.value), end
	}
	q.noun = i
	r.changed(i, q)
	return i
}

// otherEnd reads the rest of a range, "-15" or " to 15". The unit of its end is
// that of both.
func (r *reading) otherEnd(i int) int {
	w := r.at(i).word
	isRange := w == "-" || w == "to" && r.is(i-2, RoleBy)
	if !isRange {
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
	q.value, q.multiple, q.percent, q.unit = n, true, true, "%"
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

// wordQuantity reads what is no number: "half", "a third", "tenfold".
func (r *reading) wordQuantity(i, j int, q quantity) (quantity, int) {
	if p, end := r.find(j, tableMultiple); end > j && !r.has(j, tableVerb) {
		if w := r.at(j).word; len(p.words) > 1 || !strings.HasSuffix(w, "fold") && w != "twice" {
			return q, i
		}
		q.value = kpi.Num(p.value)
		q.multiply()
		q.stretchOf, q.noun = stretchOf{i, end}, end
		r.lead(&q)
		return q, end
	}
	k := r.role(j, RoleArticle)
	if r.word(j, "one") {
		k = j + 1
	}
	p, end := r.find(k, tablePart)
	if end == k || k == j && Grain(r.grainAt(k)) == Quarter {
		return q, i
	}
	q.value, q.part, q.percent, q.unit = kpi.Num(p.value), true, true, "%"
	q.stretchOf, q.noun = stretchOf{i, end}, end
	r.lead(&q)
	r.changed(end, &q)
	if q.lead != RoleBy && q.lead != RoleIn && q.lead != RoleTo && !r.is(end, RoleOf) && q.change == "" {
		return quantity{}, i
	}
	return q, end
}

// grainAt returns the grain at token i, "" if there is none.
func (r *reading) grainAt(i int) string {
	p, _ := r.find(i, tableGrain)
	return p.value
}

// lead notes the preposition before a quantity.
func (r *reading) lead(q *quantity) {
	k := q.from - 1
	if r.is(k, RoleArticle) && !r.is(k, RoleEvery) || r.word(k, "a") || r.word(k, "an") || r.word(k, "the") {
		k--
	}
	if k < 0 || r.at(k).use != unused {
		return
	}
	if p, end := r.find(k, tableChange); end == q.from && r.is(k, RoleStop) && q.change == "" { // "sales up 20%"
		q.change = Direction(p.value)
	}
	for _, role := range [...]Role{RoleBy, RoleFrom, RoleTo, RoleOf, RoleFor, RoleThan, RoleIn, RoleAt, RoleOn, RoleWith, RoleVia, RoleAnd} {
		if r.is(k, role) {
			q.lead = role
			r.ledByChange(q, k)
			return
		}
	}
}

// ledByChange reads the "reduction" of "a reduction of 15% in paper use".
func (r *reading) ledByChange(q *quantity, k int) {
	p, end := r.find(k-1, tableChange)
	if q.lead != RoleOf || end != k || q.change != "" {
		return
	}
	q.change, q.noun = Direction(p.value), q.to
}
