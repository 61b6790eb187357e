package smart

import (
	"slices"
	"strings"
)

// excluded reports whether the number at i is a name, a rank or an age: "#1", "No. 1",
// "top 10", "page 1", "SOC 2", "10K time", "at 45, ...".
func (r *reading) excluded(i int) bool {
	if r.at(i).kind != numberToken && !r.has(i, tableNumber) {
		return false
	}
	k := i - 1
	if r.word(k, ".") && r.word(k-1, "no") {
		k--
	}
	before := r.at(k).word
	if y, end := r.yearAt(i); end > i && y > 0 && (r.word(end, "levels") || r.word(end, "level") || r.word(end, "figures")) { // "back to 2019 levels"
		return true
	}
	switch {
	case r.has(k, tableNamer):
		r.noteRank(i, before)
		return before != "number" || r.at(i).kind == numberToken || r.word(i, "one")
	case before == ":" && r.tight(i) && r.tight(i-1) && r.at(i-2).kind == numberToken: // "1:1s"
		return true
	case r.at(i).kind == numberToken && r.has(k, tableGrain) && !plural(before) && r.is(k-1, RoleBy, RoleIn, RoleUntil) && !r.countable(i+1): // "by month 9"
		return true
	case before == "-" && r.tight(i) && r.tight(i-1):
		return r.at(i-2).kind == wordToken || r.age(i-2)
	}
	return r.at(i).kind == numberToken && r.is(i-1, RoleArticle, RolePossessive) && !r.word(i-1, "the") && r.has(i+1, tableMagnitude) && r.tight(i+1) && !r.countable(i+2) ||
		r.distance(i) || r.age(i) || r.inTitle(i)
}

// distance reports whether the number at i is that of a run: "my 10K time", "5K race".
func (r *reading) distance(i int) bool {
	if r.at(i).kind != numberToken {
		return false
	}
	w := r.at(i + 1).word
	return r.tight(i+1) && (w == "k" || w == "km" || w == "m") && runs[r.at(i+2).word]
}

// runs are what one does over a distance.
var runs = map[string]bool{
	"time": true, "times": true, "run": true, "race": true, "pb": true, "pr": true, "pace": true, "swim": true, "walk": true, "row": true,
	"split": true, "freestyle": true, "relay": true, "hike": true, "ride": true, "best": true, "personal": true, "record": true,
}

// age reports whether the number at i is how old someone is: "At 45, I ...",
// "aged 30", "who is 52", "turn 40".
func (r *reading) age(i int) bool {
	if n := r.number(i); n < 1 || n > 120 {
		return false
	}
	next := r.at(i + 1)
	alone := next.kind == 0 || next.kind == symbolToken && slices.Contains([]string{",", ".", ";", ")", "!", "?"}, next.word) || r.is(i+1, RoleAnd, RoleBefore, RoleBy)
	switch w := r.at(i - 1).word; w {
	case "aged", "age", "ages", "over-", "under-":
		return true
	case "turn", "turns", "turning", "turned":
		return alone
	case "at":
		return alone && i == 1
	case "is", "am", "are":
		return alone && (r.is(i-2, RoleThat) || r.is(i-2, RolePronoun) && !r.word(i-2, "it"))
	}
	return false
}

// inTitle reports whether the number at i stands between two words with capitals
// that name one thing, the first of them all in capitals: "SOC 2 Type", "PCI 4 Audit".
func (r *reading) inTitle(i int) bool {
	before, next := r.at(i-1), r.at(i+1)
	if r.number(i) >= 0 && before.upper && r.is(i-2, RoleArticle, RolePossessive) && next.kind == wordToken && next.use == unused && r.countable(i+1) &&
		!plural(next.word) && !r.has(i+1, tableUnit) && !r.has(i+1, tableNumber) {
		return true // "the Android 15 update"
	}
	if r.number(i) < 0 || !before.upper || !next.upper || before.use != unused || next.use != unused || len(before.word) < 2 {
		return false
	}
	return strings.ToUpper(before.word) == before.span.Of(r.text) && next.kind == wordToken
}
