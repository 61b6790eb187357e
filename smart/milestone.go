package smart

// quits are the verbs of giving up a habit, which is done or not.
var quits = map[string]bool{"quit": true, "stop": true, "give": true}

// fillMilestone fills what is to be completed: the object of a verb of completion,
// or of an activity that has a date, if nothing is counted and it is one thing.
func (r *reading) fillMilestone(c clause, f finding) {
	if f.ok || c.class != VerbComplete && c.class != VerbDo && c.class != VerbGain {
		return
	}
	i := c.verb.to
	object := r.nounPhrase(i, c.to, plainNoun)
	definite := r.word(i, "the") || r.is(i, RolePossessive) || r.at(object.from).upper
	dated := r.draft.Period.Given()
	rated := len(r.rates) > 0
	switch {
	case (c.class == VerbComplete || c.caused) && dated && !object.given():
		r.draft.Milestone = Slot[string]{r.text[r.draft.Verb.Span.Start:r.draft.Verb.Span.End], r.draft.Verb.Span, Inferred}
		return
	case r.draft.Deadline.Given() && quits[r.at(c.verb.from).word] && r.gerund(i):
		r.draft.Milestone = Slot[string]{r.span(c.verb.from, i+1).Of(r.text), r.span(c.verb.from, i+1), Inferred}
		return
	case r.gerund(object.from) && !plural(r.at(object.core-1).word) && object.core == object.from+1:
		return
	case !object.given() || rated || r.is(i, RoleMore, RoleSome):
		return
	case c.class == VerbGain && (!dated || !r.thing(c)):
		return
	case !dated && (c.class != VerbComplete || !definite):
		return
	case !definite && r.barePlural(i, object):
		return
	}
	r.draft.Milestone = Slot[string]{r.phraseText(object), r.span(object.from, object.to), Explicit}
}
