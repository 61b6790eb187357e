package smart

import (
	"slices"
	"strings"
)

// A reading is one statement on its way to a [Draft]. Its methods named for a
// part of speech read one that begins at token i and return where it ends; i
// itself where there is none. All of them look at a bounded number of tokens.
type reading struct {
	*index
	calendar
	text    string
	tokens  []token
	nothing token // what stands before and behind them
	periods []period
	rates   []rateOf
	asked   answer // until a token is claimed
	draft   Draft
}

// A stretchOf is a half-open range of tokens.
type stretchOf struct{ from, to int }

func (s stretchOf) has(i int) bool { return s.from <= i && i < s.to }

// at returns token i, an empty one outside the text, which nobody writes to.
func (r *reading) at(i int) *token {
	if uint(i) >= uint(len(r.tokens)) { // below 0, too
		return &r.nothing
	}
	return &r.tokens[i]
}

// find returns the longest phrase of a table that begins at token i, and where it
// ends; i where there is none.
func (r *reading) find(i int, t table) (phrase, int) {
	e := r.at(i).entry
	if !e.tables.has(t) {
		return phrase{}, i
	}
	for k := range e.phrases {
		if p := &e.phrases[k]; p.table == t && r.matches(i, p.words) {
			return *p, i + len(p.words)
		}
	}
	return phrase{}, i
}

// matches reports whether the words after the first follow at token i.
func (r *reading) matches(i int, words []string) bool {
	for k := 1; k < len(words); k++ {
		if r.at(i+k).word != words[k] {
			return false
		}
	}
	return true
}

// has reports whether a table has a phrase that begins at token i.
func (r *reading) has(i int, t table) bool {
	_, end := r.find(i, t)
	return end > i
}

// role returns where a phrase of one of the roles that begins at i ends, i if
// there is none; the longest counts.
func (r *reading) role(i int, roles ...Role) int {
	known := r.at(i).entry.roles
	for k := range known {
		p := &known[k]
		if slices.Contains(roles, Role(p.value)) && r.matches(i, p.words) {
			return i + len(p.words)
		}
	}
	return i
}

// is reports whether token i has one of the roles.
func (r *reading) is(i int, roles ...Role) bool { return r.role(i, roles...) > i }

// tight reports whether token i stands right behind the one before it.
func (r *reading) tight(i int) bool { return i > 0 && i < len(r.tokens) && !r.tokens[i].spaced }

// span returns the bytes of tokens from..to, to not included.
func (r *reading) span(from, to int) Span {
	if from >= to || from < 0 || to > len(r.tokens) {
		return Span{}
	}
	return Span{r.tokens[from].span.Start, r.tokens[to-1].span.End}
}

// mark notes what stands at tokens from..to.
func (r *reading) mark(kind MarkKind, from, to int) {
	if span := r.span(from, to); !span.IsEmpty() {
		r.draft.Marks = append(r.draft.Marks, Mark{kind, span})
	}
}

// claim notes what tokens from..to were read as.
func (r *reading) claim(u use, from, to int) {
	r.asked = answer{}
	for i := from; i < to && i < len(r.tokens); i++ {
		r.tokens[i].use = u
	}
}

// text of a token's stem: the word without a genitive.
func stem(word string) string {
	word = strings.TrimSuffix(word, "'s")
	return strings.TrimSuffix(word, "'")
}
