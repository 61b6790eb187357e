package smart

import "github.com/goalkit/goalkit/kpi"

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
	multiple bool       // value is the change in percent that a multiple makes
	factor   kpi.Number // of a multiple: 3 of "3x"
	level    bool       // the bound is that of a level: "above 90%"
	negative bool       // a minus stands before it, which is a sign where it is a level
	change   Direction  // of the word behind it: "more", "increase in"
	part     bool       // "half", "a third"
	noun     int        // where what it counts may begin
	fresh    bool       // "new" or "more" stands behind it
	extra    bool       // "an additional" or the like stands before it
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
		q.change, q.negative = Decrease, true
		k++
	case r.at(k).word == "+":
		q.change = Increase
		k++
	}
	value, end := r.numeral(k)
	_, part := r.find(k, tablePart)
	if end == k || end == k+1 && r.word(k, "one") && r.has(end, tablePart) || part > end { // "two thirds"
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
			q.extra = q.extra || r.is(next-1, RoleMore)
			j = next
		}
		p, next := r.find(j, tableBound)
		if next == j || postfix(p) {
			continue
		}
		q.level = r.is(j, RoleLevel)
		q.bound, j = Comparator(p.value), next
		if r.word(j, ".") && r.tight(j) && !r.at(j).ends { // "max. 9%"
			j++
		}
	}
	if k := r.role(j, RoleArticle); k > j && q.bound != "" && r.at(k).kind == numberToken { // "under a 2% error rate"
		return k
	}
	return j
}

// postfix reports whether a bound stands behind its number: "or more".
func postfix(p phrase) bool { return p.words[0] == "or" || p.words[0] == "and" }

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
