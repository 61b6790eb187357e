package smart

import (
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

// wordQuantity reads what is no number: "half", "a third", "tenfold".
func (r *reading) wordQuantity(i, j int, q quantity) (quantity, int) {
	if p, end := r.find(j, tableMultiple); end > j && !r.has(j, tableVerb) {
		if r.word(j, "twice") && (r.at(end).use != unused || r.at(end).kind != wordToken) {
			q.value, q.unit, q.stretchOf, q.noun = kpi.Int(2), "times", stretchOf{i, end}, end
			return q, end
		}
		if w := r.at(j).word; len(p.words) > 1 || !strings.HasSuffix(w, "fold") && w != "twice" {
			return q, i
		}
		q.value = kpi.Num(p.value)
		q.multiply()
		q.stretchOf, q.noun = stretchOf{i, end}, end
		r.lead(&q)
		return q, end
	}
	if n := timesName(r.at(j).word); n > 0 {
		q.value = kpi.Int(n)
		q.multiply()
		q.stretchOf, q.noun = stretchOf{i, j + 1}, j+1
		r.lead(&q)
		return q, q.to
	}
	if end := r.oneOf(j); end > j {
		q.value = kpi.Int(1)
		q.stretchOf = stretchOf{i, r.unitOf(j+1, &q)}
		q.noun = q.to
		r.lead(&q)
		return q, q.to
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
	if to := r.partOfUnit(end, &q); to > end {
		return q, to
	}
	r.changed(end, &q)
	if q.lead != RoleBy && q.lead != RoleIn && q.lead != RoleTo && !r.is(end, RoleOf, RoleArticle, RolePossessive) && q.change == "" {
		return quantity{}, i
	}
	return q, end
}

// timesName reads "x2"; 0 for other words.
func timesName(word string) int64 {
	if digits, ok := strings.CutPrefix(word, "x"); ok && len(digits) > 0 && wholeOf(digits) > 1 {
		return int64(wholeOf(digits))
	}
	return 0
}

// oneOf returns where "an inch", "a kilo" ends: an article that means one, with a
// unit that nothing is called after, as in "a second language".
func (r *reading) oneOf(i int) int {
	_, end := r.find(i+1, tableUnit)
	if end == i+1 || !r.is(i, RoleArticle) || r.word(i, "the") || r.at(i+1).kind != wordToken || plural(r.at(i+1).word) || len(r.at(i+1).word) < 3 {
		return i
	}
	if g := Grain(r.grainAt(i + 1)); g != "" && g != Hour || r.countable(end) || r.is(i-1, RoleBy, RoleIn, RoleEvery, RoleTimes) {
		return i
	}
	return end
}

// grainAt returns the grain at token i, "" if there is none.
func (r *reading) grainAt(i int) string {
	p, _ := r.find(i, tableGrain)
	return p.value
}

// lead notes the preposition before a quantity.
func (r *reading) lead(q *quantity) {
	k := q.from - 1
	if r.is(k, RoleArticle) && !r.is(k, RoleEvery) || r.word(k, "a") || r.word(k, "an") || r.word(k, "the") || r.partOfOurs(k) {
		k--
	}
	if placeWords[r.at(k).word] && r.is(k-1, RoleFrom, RoleTo) { // "from place 5"
		k--
	}
	if k < 0 || r.at(k).use != unused {
		return
	}
	if r.is(k, RoleNow) || r.is(k, RoleAt) && r.is(k-1, RoleNow) { // "(currently £18)"
		q.lead = RoleFrom
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

// partOfOurs reports whether token k is the "our" of "15 of our 25 keywords".
func (r *reading) partOfOurs(k int) bool {
	return r.is(k, RolePossessive) && r.is(k-1, RoleOf) && (r.at(k-2).kind == numberToken || r.has(k-2, tableNumber))
}

// ledByChange reads the "reduction" of "a reduction of 15% in paper use".
func (r *reading) ledByChange(q *quantity, k int) {
	p, end := r.find(k-1, tableChange)
	if q.lead != RoleOf || end != k || q.change != "" {
		return
	}
	q.change, q.noun = Direction(p.value), q.to
}

// placeWords are the words before a place in an order, "from position 9"; some are
// verbs elsewhere.
var placeWords = map[string]bool{"place": true, "position": true, "rank": true, "spot": true}

// isPlaceTo reports whether token i is the second "place" of "from place 5 to place 3".
func (r *reading) isPlaceTo(i int) bool {
	if !placeWords[r.at(i).word] || r.at(i+1).kind != numberToken || !r.is(i-1, RoleTo) || r.at(i-2).kind != numberToken {
		return false
	}
	return r.is(i-3, RoleFrom) || placeWords[r.at(i-3).word] && r.is(i-4, RoleFrom)
}
