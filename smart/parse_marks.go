package smart

import (
	"cmp"
	"slices"
)

// readMarks notes the words that tell how well the statement is put, and sorts
// all marks.
func (r *reading) readMarks() {
	for i := 0; i < len(r.tokens); {
		p, end := r.find(i, tableMark)
		if end == i {
			i++
			continue
		}
		r.mark(MarkKind(p.value), i, end)
		i = end
	}
	r.placeholders()
	slices.SortStableFunc(r.draft.Marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	r.draft.Marks = slices.Compact(r.draft.Marks)
}

// placeholders notes "X%", "[metric]", "(county)", "___".
func (r *reading) placeholders() {
	for i := range r.tokens {
		t := &r.tokens[i]
		switch {
		case (t.word == "x" || t.word == "y" || t.word == "n") && t.kind == wordToken && r.is(i+1, RolePercent):
			r.mark(Placeholder, i, i+2)
		case t.word == "[" || t.word == "{" || t.word == "<" && r.at(i+1).kind == wordToken && r.at(i+2).word == ">":
			r.bracketed(i)
		case t.word == "_" && r.at(i+1).word == "_" && r.at(i-1).word != "_":
			r.mark(Placeholder, i, i+2)
		}
	}
	for _, c := range r.verbs() {
		r.markVerb(c)
	}
}

// bracketed notes what stands in brackets.
func (r *reading) bracketed(i int) {
	const most = 6 // words between them
	for k := i + 1; k < i+most; k++ {
		if w := r.at(k).word; w == "]" || w == "}" || w == ">" {
			r.mark(Placeholder, i, k+1)
			return
		}
	}
}

// verbs returns all verbs that stand where a verb can stand.
func (r *reading) verbs() []clause {
	var verbs []clause
	for i := 0; i < len(r.tokens); {
		class, _, end := r.verbAt(i, 0)
		if end == i {
			i++
			continue
		}
		verbs = append(verbs, clause{verb: stretchOf{i, end}, class: class})
		i = end
	}
	return verbs
}

// markVerb notes hedges and verbs that say nothing about the result.
func (r *reading) markVerb(c clause) {
	switch c.class {
	case VerbHedge:
		r.mark(Hedge, c.verb.from, c.verb.to)
	case VerbHelp, VerbImprove:
		r.mark(VagueVerb, c.verb.from, c.verb.to)
	}
}
